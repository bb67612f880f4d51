"""What the web form asks: questions.yaml and the model, as plain data for a template and for the scripts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from directory.forms.fields import Field, entry_fields
from directory.model import Directory, Entry
from directory.model.text import OFFERS, PROVIDERS

Words = Mapping[str, Mapping[str, str]]
QUESTIONS = Path(__file__).with_name("questions.yaml")
# Fields that the form does not show, with those below them, and why.
NOT_ASKED: Mapping[str, str] = {
    "orte.id": "a name inside the file that only other fields refer to",
    "zeiten.ort": "refers to `orte.id`",
    "orte.position": "people know addresses, not degrees",
    "orte.zugang.geprueft": "an editor writes down who went there with a tape measure",
    "orte.zugang.laut": "follows from who fills in the form",
    "orte.zugang.stand": "the day on which the form is filled in",
    "zeiten.stand": "the day on which the form is filled in",
    "kosten.stand": "the day on which the form is filled in",
    "nachfolger": "an editor looks for what there is instead",
    "fruehere_namen_der_datei": "an editor renames files",
    "leichte_sprache": "an editor writes down what a group of testers found",
    "bestaetigt": "an editor asks back before anything counts as confirmed",
    "quelle": "follows from who fills in the form, and when",
    "trotzdem": "an editor decides which finding stays",
}
# Fields that one question answers together: how often something takes place, and the answer that stands for the field.
ANSWERS_HOW_OFTEN: Mapping[str, str] = {"zeiten.nach_vereinbarung": "termin", "zeiten.immer": "immer"}
# What the page of a secret offer does not show, and what could give its place away.
HIDDEN_WHERE_SECRET = frozenset(
    {"quelle", "traeger", "orte", "gebiet", "trotzdem", "fruehere_namen_der_datei", "bestaetigt"}
)
Shape = Literal["line", "lines", "one", "several", "select"]
WRITTEN_IN_LINES = frozenset({"sentence", "line", "date"})
# Too long for a row of boxes to tick; the script fills them in from a list that all forms share.
LONG_LISTS = frozenset({OFFERS, PROVIDERS})
YES_OR_NO = {"ja": "ja", "nein": "nein"}


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Control:
    """One question. `name` has the YAML keys and the places in lists; `optional` ones can be answered with nothing,
    `required` ones must be answered whatever else is.

    `preset`: the answer that holds if nobody says anything; a file does not have it. `words`: the script adds the rest
    of this list. `only_for`: the answers to the deciding question of the same row with which this one makes sense.
    """

    name: str
    shape: Shape
    label: str
    help: str
    kind: str
    value: str = ""
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


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of groups, with at least one row to write in; a fresh one has no answers yet."""

    name: str
    item: str
    another: str
    fold: str
    rows: tuple[Row, ...]
    fresh: bool


@dataclass(frozen=True, slots=True)
class Features:
    """One question for each access feature; to a folded list the script adds those that stand nowhere."""

    name: str
    controls: tuple[Control, ...]


Question = Control | Rows | Features


@dataclass(frozen=True, slots=True)
class Part:
    """Questions under one heading of the entry page."""

    id: str
    title: str
    symbol: str
    questions: tuple[Question, ...]
    more: tuple[Question, ...]
    fold: str


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


def present(entry: Entry) -> dict[str, Any]:
    """Return the values of an offer as its file has them; of a secret one only what its page shows."""
    values = _plain(entry.model_dump(mode="json", by_alias=True, exclude_unset=True))
    for place in values.get("orte", []):
        access = place.get("zugang", {})
        place |= {"zugang": {**access.pop("merkmale", {}), **access}} if access else {}
    hidden = HIDDEN_WHERE_SECRET if entry.secret else frozenset()
    return {key: value for key, value in values.items() if key not in hidden}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return str(value)


class Form:
    """A form: empty and with all choices, or with the answers of an offer and only the choices it has."""

    def __init__(self, directory: Directory, words: Words, entry: Entry | None = None) -> None:
        self.words = words
        self.features = directory.vocabulary.access_features
        self.values = present(entry) if entry else {}
        self.new = entry is None
        self.hidden = HIDDEN_WHERE_SECRET if entry and entry.secret else frozenset()

    def parts(self) -> tuple[Part, ...]:
        """Return the questions under their headings; of a secret offer only those about what its page shows."""
        made = (self.part(part) for part in settings()["parts"])
        return tuple(part for part in made if part.questions)

    def part(self, part: Mapping[str, Any]) -> Part:
        first, ask, more = part.get("first", []), part["ask"], part.get("more", [])
        return Part(
            part["id"],
            part["title"],
            part["symbol"],
            self.questions(ask if self.new else [*first, *ask]),
            self.questions([*more, *first] if self.new else more, folded=True),
            part.get("fold", ""),
        )

    def questions(self, names: Sequence[str], *, folded: bool = False) -> tuple[Question, ...]:
        shown = (name for name in names if name.partition(".")[0] not in self.hidden)
        return tuple(self.question(name, folded=folded) for name in shown)

    def question(self, name: str, *, folded: bool) -> Question:
        field = field_at(name)
        if field.kind == "features":
            return self.access(name.rpartition(".")[0], field, folded=folded)
        return self.rows(name, field) if field.kind == "group" else self.control(name, field)

    def rows(self, name: str, field: Field) -> Rows:
        there = len(self.value(name) or ())
        words = settings()["items"][name]
        rows = tuple(self.row(f"{name}.{at}", field) for at in range(max(1, there)))
        return Rows(name, words["item"], words["another"], words["fold"], rows, fresh=not there)

    def row(self, name: str, field: Field) -> Row:
        folded = settings()["folded"]
        controls = [(path_of(one), self.control(f"{name}.{key}", one)) for key, one in _inside(field, "")]
        shown = [control for path, control in controls if path not in folded]
        if field.key == "zeiten":
            shown.insert(1, self.how_often(name))
        return Row(tuple(shown), tuple(control for path, control in controls if path in folded))

    def how_often(self, name: str) -> Control:
        spec = settings()["wie_oft"]
        chosen = how_often(self.value(name) or {})
        options = tuple(Option(value, label, value == chosen) for value, label in spec["choices"].items())
        return Control(f"{name}.wie_oft", "one", spec["label"], spec["help"], "choice", options=options, optional=False)

    def access(self, name: str, field: Field, *, folded: bool) -> Features:
        """Return what is known or always asked; folded, the rest, which for an offer that exists the script adds."""
        known = self.value(name) or {}
        rest = {one.id for one in self.features.values() if not one.always_asked and one.id not in known}
        shown = [one for one in self.features.values() if (one.id in rest) == folded and (self.new or not folded)]
        return Features(
            name,
            tuple(
                Control(
                    f"{name}.{one.id}", "one", one.name, "", "choice",
                    options=tuple(Option(c.value, c.label, c.value == known.get(one.id)) for c in field.choices),
                )
                for one in shown
            ),
        )  # fmt: skip

    def control(self, name: str, field: Field) -> Control:
        said = settings()["words"].get(path_of(field), {})
        value = self.value(name)
        shape = shape_of(field)
        preset = said.get("preset", field.default)
        chosen = [value] if isinstance(value, str) else value or [preset]
        lean = bool(field.words) and (shape == "select" or (not self.new and shape == "several"))
        return Control(
            name=name,
            shape=shape,
            label=said.get("label", field.title),
            help=said.get("help", field.help),
            kind=field.kind,
            value=_shown(value, field),
            options=tuple(self.options(field, chosen, lean=lean)) if shape in {"one", "several", "select"} else (),
            required=field.required and len(field.path) == 1,
            optional=not field.required and not preset,
            preset=preset,
            words=field.words if lean else "",
            only_for=tuple(settings()["only_for"].get(path_of(field), ())),
        )

    def options(self, field: Field, chosen: Sequence[str], *, lean: bool) -> Iterator[Option]:
        if lean:
            known = self.words[field.words]
            yield from (Option(key, known.get(key, key), chosen=True) for key in chosen if key)
            return
        choices = YES_OR_NO if field.kind == "truth" else {one.value: one.label for one in field.choices}
        for key, label in (choices or self.words[field.words]).items():
            # Of a list of kinds the first is the main one; the others stay as they are.
            yield Option(key, label, key in (chosen if shape_of(field) == "several" else chosen[:1]))

    def value(self, name: str) -> Any:
        """Return the present value under these keys and places; None where there is none."""
        found: Any = self.values
        for key in name.split("."):
            if isinstance(found, list):
                found = found[int(key)] if int(key) < len(found) else None
            else:
                found = (found or {}).get(key)
        return found


def _inside(field: Field, above: str) -> Iterator[tuple[str, Field]]:
    """Yield what is asked of one item, with the keys inside of it; what has a part of its own is left out."""
    for one in field.fields:
        if not asked(path_of(one)) or path_of(one) in {"orte.zugang", *ANSWERS_HOW_OFTEN}:
            continue
        if one.fields:
            yield from _inside(one, f"{above}{one.key}.")
        else:
            yield f"{above}{one.key}", one


def shape_of(field: Field) -> Shape:
    """Return how a field is asked for. Of a list of kinds or providers the first is asked for, which is the main one."""
    if field.words in LONG_LISTS:
        return "select"
    if field.kind in {"choice", "identifier", "truth"}:
        return "several" if field.many and field.words != "arten" else "one"
    return "lines" if field.many and field.kind in WRITTEN_IN_LINES else "line"


def how_often(times: Mapping[str, Any]) -> str:
    """Return the answer to the question how often, from the values of a rule; an empty text for an empty rule."""
    found = {
        "immer": times.get("immer") == "ja",
        "termin": times.get("nach_vereinbarung") == "ja",
        "monat": "im_monat" in times,
        "wochen": "alle_wochen" in times,
        "tage": "termine" in times,
        "woche": "tage" in times,
        "anders": bool(times),
    }
    return next((answer for answer, holds in found.items() if holds), "")


def words_of(directory: Directory) -> Words:
    """Return the names of all words that a form offers, by list; offers with a secret place are not in it."""
    words = directory.vocabulary
    return {
        "sozialraeume": {one.id: one.name for one in words.areas.values()},
        "arten": {one.id: one.name for one in words.kinds.values()},
        "themen": {one.id: one.name for one in words.topics.values()},
        "zielgruppen": {one.id: one.name for one in words.audiences.values()},
        "zugang": {one.id: one.name for one in words.access_features.values()},
        "sprachen": {one.id: one.name for one in words.languages.values()},
        PROVIDERS: {one.id: one.name for one in directory.providers.values()},
        OFFERS: {one.slug: one.name for one in directory.entries if not one.secret},
    }


def _shown(value: Any, field: Field) -> str:
    items = [value] if isinstance(value, str) else value or []
    if field.kind == "date":
        items = [".".join(str(int(part)) for part in reversed(item.split("-"))) for item in items]
    return ("\n" if field.kind in WRITTEN_IN_LINES else " ").join(items)
