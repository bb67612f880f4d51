"""What the form is made of: questions.yaml, questions as plain data, and the fields that nobody is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from directory.files.fields import Field, entry_fields

QUESTIONS = Path(__file__).with_name("questions.yaml")
# Fields that the form does not show, with those below them, and why.
NOT_ASKED: Mapping[str, str] = {
    "orte.id": "a name inside the file that only other fields refer to",
    "zeiten.ort": "refers to `orte.id`",
    "orte.position": "people know addresses, not degrees",
    "orte.zugang.geprueft": "an editor writes down who went there with a tape measure",
    "orte.zugang.quelle": "refers to `quelle.id`",
    "zeiten.quelle": "refers to `quelle.id`",
    "zeiten.laut": "an editor writes down who says it, where several do",
    "mitmachen.stand": "an editor writes it down where several sources differ",
    "mitmachen.quelle": "refers to `quelle.id`",
    "mitmachen.laut": "an editor writes down who says it, where several do",
    "kosten.quelle": "refers to `quelle.id`",
    "kosten.laut": "an editor writes down who says it, where several do",
    "belege": "an editor writes down who says it, where several do",
    "orte.zugang.laut": "follows from who fills in the form",
    "orte.zugang.stand": "the day on which the form is filled in",
    "zeiten.stand": "the day on which the form is filled in",
    "ausnahmen.stand": "the day on which the form is filled in",
    "ausnahmen.zweck": "an editor decides it where an entry has times for several purposes",
    "kosten.stand": "the day on which the form is filled in",
    "bild": "a photo comes as a file, and an editor looks at it first",
    "nachfolger": "an editor looks for what there is instead",
    "fruehere_namen_der_datei": "an editor renames files",
    "leichte_sprache": "an editor writes down what a group of testers found",
    "bestaetigt": "an editor asks back before anything counts as confirmed",
    "aufgenommen": "an editor writes it down when the file is taken over",
    "quelle": "follows from who fills in the form, and when",
    "trotzdem": "an editor decides which finding stays",
}
# Fields that one question answers together: how often something takes place, and the answer that stands for the field.
ANSWERS_HOW_OFTEN: Mapping[str, str] = {"zeiten.nach_vereinbarung": "termin", "zeiten.immer": "immer"}
# Fields that are written in the line of another one.
IN_ONE_LINE: Mapping[str, str] = {"orte.hausnummer": "orte.strasse"}
Shape = Literal["line", "lines", "one", "several", "select"]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One question.

    `name` has the YAML keys and the places in lists, `help` a sentence a line. `required` ones must be answered
    whatever else is, `optional` ones can be answered with nothing. `preset`: the answer that holds if nobody says
    anything; a file does not have it. `words`: the script adds the rest of this list. `only_for`: the answers to the
    deciding question of the same row with which this one makes sense.
    """

    name: str
    shape: Shape
    label: str
    help: tuple[str, ...]
    kind: str
    options: tuple[Option, ...] = ()
    required: bool = False
    optional: bool = True
    preset: str = ""
    words: str = ""
    only_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a list of groups."""

    controls: tuple[Control, ...]
    folded: tuple[Control, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A list of groups, with one row to write in; the script makes more of them."""

    name: str
    item: str
    another: str
    fold: str
    row: Row


@dataclass(frozen=True, slots=True)
class Features:
    """One question for each access feature."""

    controls: tuple[Control, ...]


Question = Control | Rows | Features


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Questions under one heading."""

    id: str
    title: str
    symbol: str
    questions: tuple[Question, ...]


@cache
def settings() -> Mapping[str, Any]:
    """Return questions.yaml."""
    found: Mapping[str, Any] = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    return found


def field_at(name: str) -> Field:
    """Return the field with this path; places in lists do not count."""
    keys = [key for key in name.split(".") if not key.isdigit()]
    found = next(field for field in entry_fields() if field.key == keys[0])
    for key in keys[1:]:
        found = found.field(key)
    return found


def path_of(field: Field) -> str:
    """Return the path of a field as questions.yaml writes it."""
    return ".".join(field.path)


def asked(path: str) -> bool:
    """Return whether the form asks for this field."""
    return not any(path == hidden or path.startswith(f"{hidden}.") for hidden in NOT_ASKED)
