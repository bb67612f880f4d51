"""Which rules hold for which readers, and how much each matters: read from profiles.yaml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Setting:
    """One rule in one profile.

    `levels` are the severities of its steps, the mildest first; most rules have one. `limits` are the numbers from
    which each step begins, for rules that count. `source` is where this profile takes the rule from.
    """

    levels: tuple[str, ...]
    source: str
    limits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A named set of rules."""

    name: str
    title: str
    rules: Mapping[str, Setting]
    bold_negation: bool = False  # whether negations stand out

    @property
    def most_words(self) -> int:
        """How many words a sentence may have: the one limit that every way in tells."""
        return self.rules["sentence-length"].limits[0] - 1

    def only(self, rules: Iterable[str]) -> "Profile":
        """Return the profile with these of its rules."""
        return replace(self, rules={rule: self.rules[rule] for rule in rules if rule in self.rules})

    def more_than_hints(self) -> "Profile":
        """Return the profile without rules that never do more than hint."""
        return self.only(rule for rule, setting in self.rules.items() if {*setting.levels} != {"hint"})


@cache
def _profiles() -> dict[str, Profile]:
    text = files(__package__).joinpath("profiles.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    items = yaml.load(text, Loader=loader)  # noqa: S506 - our own file, and both loaders are the safe one
    return {
        name: Profile(
            name=name,
            title=item["title"],
            rules={rule: _setting(value) for rule, value in item["rules"].items()},
            bold_negation=item.get("bold_negation", False),
        )
        for name, item in items.items()
    }


def _setting(value: dict[str, str | dict[str, int]]) -> Setting:
    """Read `{severity: warning, source: …}` or, with steps, `{steps: {hint: 9, warning: 11}, source: …}`."""
    source = str(value["source"])
    steps = value.get("steps")
    if isinstance(steps, dict):
        return Setting(tuple(steps), source, tuple(steps.values()))
    return Setting((str(value["severity"]),), source)


def profile(name: str) -> Profile:
    """Return the profile of this name; KeyError if there is none."""
    return _profiles()[name]


def profile_names() -> tuple[str, ...]:
    """Return the names of all profiles."""
    return tuple(_profiles())
