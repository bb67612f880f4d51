"""What readers of forms and messages see for the fixed values of fields."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


def labels(path: tuple[str, ...]) -> Mapping[str, str]:
    """Return the label of each fixed value of the field with this path of YAML keys; empty where values are labels."""
    return _all().get(".".join(path), {})


@cache
def _all() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = yaml.safe_load(
        files("directory.model").joinpath("choices.yaml").read_text("utf-8")
    )
    return found
