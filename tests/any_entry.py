"""Any entry that the model allows, and any way to write it with comments; the same for the same dice."""

import random
import string
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from directory.files.writing import scalar
from directory.intake import Field, entry_fields
from directory.model import Entry

TEXTS = (
    "Gruppe", "no", "null", "~", "y", "18:30", "07743", "- a", "a: b", "a #b", "# x", "[x", "{x}", "@x", "1e3", "0x1F",
    "Treff: Nord", "„Anker“ am Markt", "wer, was", "*", "&a", "!x", "%", "`", "'", '"', "a\\b", "a:", "---", "2,50",
    ".inf", "x?y", "Café é", "wort " * 30 + "ende", "👋 ja", "a]", "ab:[c", 'a:"b', "?", "-", "|", ">", "= x", "<<",
)  # fmt: skip
TIMES = (
    {"tage": ["Montag", "Freitag"], "von": "09:00", "bis": "12:00"},
    {"tage": ["Dienstag"], "im_monat": ["2", "letzter"], "von": "18:00", "monate": ["März"]},
    {"tage": ["Sonntag"], "alle_wochen": "2", "ab": "2026-01-04", "gueltig": {"bis": "2027-01-01"}},
    {"termine": ["2026-12-06", "2026-12-13"], "von": "15:00", "bis": "24:00"},
    {"nach_vereinbarung": "ja", "hinweis": ["Rufen Sie an.", "Dann: kommen."]},
    {"immer": "ja"},
)
MINIMUM = {
    "name": "Gruppe",
    "art": ["treffpunkt"],
    "themen": ["sucht"],
    "beschreibung": ["Wir treffen uns."],
    "kontakt": {"telefon": [{"nummer": "03641 123456"}]},
    "quelle": [{"angabe": "Träger"}],
}


def _day(dice: random.Random) -> str:
    return f"20{dice.randint(10, 40)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"


def _word(dice: random.Random) -> str:
    return dice.choice(["no", "a-1", "x_y", "12", "".join(dice.choices(string.ascii_lowercase, k=6))])


VALUES: dict[str, Callable[[random.Random], str]] = {
    "line": lambda dice: dice.choice(TEXTS),
    "sentence": lambda dice: dice.choice(TEXTS),
    "identifier": _word,
    "truth": lambda dice: dice.choice(["ja", "nein", "true", "No"]),
    "number": lambda dice: dice.choice([str(dice.randint(0, 60)), "50,94", "11.60"]),
    "date": _day,
    "special-day": lambda dice: dice.choice([_day(dice), "24. Dezember", "24.12.", "August"]),
    "hours": lambda dice: dice.choice(["10-12", "9:30 bis 11 Uhr", "ab 18 Uhr"]),
    "partial-date": lambda dice: dice.choice([_day(dice), _day(dice)[:7], "2026", "unbekannt"]),
    "phone": lambda dice: dice.choice(["03641 123456", "+49 3641 12345", "116 117", "03641/12 34 56"]),
    "mail": lambda dice: dice.choice(["kontakt@example.org", "info@Example.org"]),
    "url": lambda dice: dice.choice(["https://example.org", "http://www.example.org/a?b=c,d#g"]),
}


def any_entry(dice: random.Random) -> dict[str, Any]:
    """Return the values of an entry as its file has them in its full form; what the model refuses is left out."""
    values = MINIMUM | _group(dice, entry_fields())
    while True:
        try:
            Entry.model_validate(values)
        except ValidationError as error:
            wrong = {str(detail["loc"][0]) if detail["loc"] else "kontakt" for detail in error.errors()}
            values = {key: value for key, value in values.items() if key not in wrong}
            values |= {key: MINIMUM[key] for key in wrong if key in MINIMUM}
        else:
            return values


def _group(dice: random.Random, fields: tuple[Field, ...]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in fields:
        if not field.required and dice.random() < 0.6:
            continue
        if field.kind == "features":
            values |= {_word(dice): dice.choice(["ja", "teilweise", "nein"]) for _ in range(dice.randrange(3))}
        elif value := [_one(dice, field) for _ in range(dice.randint(1, 3))] if field.many else _one(dice, field):
            values[field.key] = [item for item in value if item] if field.many else value
    return {key: value for key, value in values.items() if value}


def _one(dice: random.Random, field: Field) -> Any:
    if field.path == ("zeiten",):
        return {"zweck": "treffen", "stand": VALUES["partial-date"](dice), **dice.choice(TIMES)}
    if field.kind == "group":
        return _group(dice, field.fields)
    return dice.choice(field.choices).value if field.choices else VALUES[field.kind](dice)


class Scribbler:
    """Writes values in any style that YAML allows, with comments; `beside` says what was written left of each."""

    def __init__(self, dice: random.Random, *, comments: bool = True) -> None:
        self.dice = dice
        self.comments: list[str] = []
        self.chance = 0.2 if comments else 0
        self.above: dict[str, str] = {}
        self.beside: dict[str, str] = {}

    def write(self, values: dict[str, Any]) -> str:
        """Return a file; the order of its fields is any order."""
        head = [f"{self.comment()}\n\n"] if self.dice.random() < self.chance else []
        foot = [f"{self.comment()}\n"] if self.dice.random() < self.chance else []
        return "".join([*head, *(f"{line}\n" for line in self.mapping(values, 0)), *foot])

    def comment(self) -> str:
        self.comments.append(f"# Notiz {len(self.comments)}.")
        return self.comments[-1]

    def maybe(self, said: dict[str, str], what: str, before: str = "") -> str:
        if self.dice.random() >= self.chance:
            return ""
        comment = self.comment()
        said[comment] = what
        return before + comment

    def mapping(self, values: dict[str, Any], indent: int) -> list[str]:
        lines = []
        for key, value in self.dice.sample(sorted(values.items()), len(values)):
            if comment := self.maybe(self.above, f"{key}:"):
                lines.append(" " * indent + comment)
            lines += self.field(key, value, indent)
            if self.dice.random() < 0.1:
                lines.append("")
        return lines

    def field(self, key: str, value: Any, indent: int) -> list[str]:
        start = f"{' ' * indent}{key}:"
        if isinstance(value, str):
            return [f"{start} {self.text(value)}{self.maybe(self.beside, f'{key}:', '  ')}"]
        if isinstance(value, list) and self.dice.random() < 0.2:
            return [f"{start} [", *self.over_lines(value, indent + 1), f"{' ' * (indent + 1)}]"]
        if self.dice.random() < 0.4:
            return [f"{start} {self.flow(value)}{self.maybe(self.beside, f'{key}:', '   ')}"]
        lines = [start + self.maybe(self.beside, f"{key}:", " ")]
        if isinstance(value, dict):
            return [*lines, *self.mapping(value, indent + self.dice.randint(1, 4))]
        below = indent + self.dice.choice([0, 2, 4])
        for item in value:
            if comment := self.maybe(self.above, "- "):
                lines.append(" " * below + comment)
            if isinstance(item, str):
                lines.append(f"{' ' * below}- {self.text(item)}{self.maybe(self.beside, '- ', ' ')}")
            elif self.dice.random() < 0.4:
                lines.append(f"{' ' * below}- {self.flow(item)}")
            else:
                first, *rest = self.mapping(item, below + 2)
                while first.lstrip().startswith("#"):
                    lines.append(first[2:])
                    self.above[first.strip()] = "- "  # above the dash it belongs to the whole item
                    first, *rest = rest
                lines += [f"{' ' * below}- {first.lstrip()}", *rest]
        return lines

    def over_lines(self, items: list[Any], indent: int) -> list[str]:
        """Return what stands between brackets, an item a line; its comments belong to items or to the end."""
        somewhere: dict[str, str] = {}
        lines = []
        for item in items:
            lines += [" " * indent + note for note in [self.maybe(somewhere, "")] if note]
            lines.append(f"{' ' * indent}{self.flow(item)},{self.maybe(somewhere, '', ' ')}")
        return [*lines, *(" " * indent + note for note in [self.maybe(somewhere, "")] if note)]

    def flow(self, value: Any) -> str:
        if isinstance(value, str):
            return self.text(value, in_brackets=True)
        if isinstance(value, dict):
            pairs = self.dice.sample(sorted(value.items()), len(value))
            return "{" + ", ".join(f"{key}: {self.flow(item)}" for key, item in pairs) + "}"
        return "[" + ", ".join(self.flow(item) for item in value) + "]"

    def text(self, value: str, *, in_brackets: bool = False) -> str:
        if self.dice.random() < 0.2 and value.isprintable():
            return "'" + value.replace("'", "''") + "'"
        return scalar(value, in_brackets=in_brackets)
