"""What each rule is called, why it is there, and an example: read from rules.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How a rule did on sentences of people who had not seen it: `precision` and `recall` from 0 to 1."""

    positive: int
    negative: int
    precision: float
    recall: float


@cache
def measured() -> Mapping[str, Measured]:
    """Return the figures of every rule that was measured; tests/language/test_corpus.py keeps them true."""
    items = _read("measured.yaml")
    return MappingProxyType({rule: Measured(**figures) for rule, figures in items.items()})


@cache
def explanations() -> Mapping[str, Explanation]:
    """Return every rule with its explanation, in the order of the file."""
    items = _read("rules.yaml")
    return MappingProxyType(
        {
            rule: Explanation(rule=rule, **{**fields, "wrong": tuple(fields["wrong"]), "right": tuple(fields["right"])})
            for rule, fields in items.items()
        }
    )


def _read(name: str) -> dict[str, dict[str, Any]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    items: dict[str, dict[str, Any]] = yaml.load(text, Loader=loader)  # noqa: S506 - our own file, both are the safe one
    return items
