"""The rules of German that the build and the browser share: data, read once."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Endings, linking elements and words without a meaning, as in rules.yaml."""

    inflections: tuple[str, ...]
    inflections_leave: int
    derivations: tuple[str, ...]
    derivations_leave: int
    unchanged: frozenset[str]
    linking: tuple[str, ...]
    part: int
    first_part: int
    heads: tuple[str, ...]
    stop_words: frozenset[str]
    weak_words: frozenset[str]
    weak_stems: tuple[str, ...]
    weak_endings: tuple[str, ...]
    negations: frozenset[str]
    streets: tuple[str, ...]
    dialect: tuple[str, ...]

    def says_little(self, word: str) -> bool:
        """Return whether the folded word counts only where nothing else does, or never."""
        return word in self.stop_words | self.weak_words or any(
            word.endswith(end) and word.removesuffix(end) in self.weak_stems for end in self.weak_endings
        )

    def for_browser(self) -> dict[str, Any]:
        """Return what the browser needs, as short as it can be."""
        values = asdict(self)
        short = {
            key: " ".join(sorted(value)) if isinstance(value, frozenset) else value for key, value in values.items()
        }
        return short | {"weak_stems": "|".join(self.weak_stems), "weak_endings": "|".join(self.weak_endings)}


@cache
def rules() -> Rules:
    """Return the shared rules, the longest endings first."""
    data = read("rules.yaml")
    return Rules(
        inflections=_longest_first(data["inflections"]),
        inflections_leave=data["inflections_leave"],
        derivations=_longest_first(data["derivations"]),
        derivations_leave=data["derivations_leave"],
        unchanged=frozenset(data["unchanged"]),
        linking=tuple(data["linking"]),
        part=data["part"],
        first_part=data["first_part"],
        heads=_longest_first(data["heads"]),
        stop_words=frozenset(data["stop_words"]) | frozenset(data["spoken_stop_words"]) | _frequent_words(),
        weak_words=frozenset(data["weak_words"]),
        weak_stems=tuple(data["weak_stems"]),
        weak_endings=tuple(data["weak_endings"]),
        negations=frozenset(data["negations"]),
        streets=tuple(data["streets"]),
        dialect=tuple(data["dialect"]),
    )


def _frequent_words() -> frozenset[str]:
    """Return the frequent German words of lexical/stop_words.tsv."""
    return frozenset(word for language, word in table("stop_words.tsv") if language == "de")


def table(name: str) -> list[list[str]]:
    """Return the rows of a table of open lexical data."""
    return [line.split("\t") for line in (HERE / "lexical" / name).read_text(encoding="utf-8").splitlines()]


def read(name: str) -> Mapping[Any, Any]:
    """Return one data file of the search."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (HERE / name).read_text(encoding="utf-8")
    data: Mapping[Any, Any] = yaml.load(text, Loader=loader)  # noqa: S506 - our own file, and both loaders are the safe one
    return data


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
