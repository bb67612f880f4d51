"""The stable codes, with what they mean: the one source of `directory explain` and of the page about messages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What one code means. `wrong` and `right` are lines of an entry; tests prove what they show."""

    code: str
    severity: str
    title: str
    why: str
    wrong: str = ""
    right: str = ""


@cache
def catalogue() -> Mapping[str, Explanation]:
    """Return every code with its explanation, in the order of the file."""
    text = files(__package__).joinpath("catalogue.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    items = yaml.load(text, Loader=loader)  # noqa: S506 - our own file, and both loaders are the safe one
    return MappingProxyType({code: Explanation(code=code, **fields) for code, fields in items.items()})
