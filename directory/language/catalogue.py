"""What each rule is called, why it is there, and an example: read from rules.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml


@dataclass(frozen=True, slots=True)
class Explanation:
    """One rule in easy German.

    `message` says what is wrong; `{text}` and the rule's own values are filled in. `suggestion` says what to write
    instead. `exact` rules make no mistakes: only they may stop a build.
    """

    rule: str
    title: str
    why: str
    message: str
    suggestion: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    source: str
    exact: bool = False


@cache
def explanations() -> Mapping[str, Explanation]:
    """Return every rule with its explanation, in the order of the file."""
    text = files(__package__).joinpath("rules.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    items = yaml.load(text, Loader=loader)  # noqa: S506 - our own file, and both loaders are the safe one
    return MappingProxyType(
        {
            rule: Explanation(rule, **{**fields, "wrong": tuple(fields["wrong"]), "right": tuple(fields["right"])})
            for rule, fields in items.items()
        }
    )
