"""What the web form asks, as plain data for a template: the model, questions.yaml, the words of a city, an entry."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from directory.files.fields import Field
from directory.files.terms import names_in
from directory.intake.web.present import HIDDEN_WHERE_SECRET, how_often, present
from directory.intake.web.questions import (
    ANSWERS_HOW_OFTEN,
    Control,
    Features,
    Option,
    Part,
    Question,
    Row,
    Rows,
    Shape,
    asked,
    field_at,
    path_of,
    settings,
)
from directory.model import Directory, Entry
from directory.model.text import ENTRIES, PROVIDERS
from directory.view.contact import public_providers

Words = Mapping[str, Mapping[str, str]]
WRITTEN_IN_LINES = frozenset({"sentence", "line", "date", "hours"})
SHORT_LISTS = ("sozialraeume", "arten", "themen", "zielgruppen", "zugang", "sprachen")
# Too long for a row of boxes to tick; the script fills them in from a list that all forms share.
LONG_LISTS = frozenset({ENTRIES, PROVIDERS})
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
SENTENCE_ENDS = re.compile(r"(?<=[.?]) (?=[A-ZÄÖÜ])")
YES_OR_NO = {"ja": "ja", "nein": "nein"}


def parts(directory: Directory, words: Words, entry: Entry | None = None) -> tuple[Part, ...]:
    """Return the form: empty and with all choices, or with the answers of an entry and only the choices it has.

    Of a secret entry there are only the questions about what its page shows.
    """
    return _Form(directory, words, entry).parts()


class _Form:
    """One form, new or filled in."""

    def __init__(self, directory: Directory, words: Words, entry: Entry | None = None) -> None:
        self.words = words
        self.features = directory.vocabulary.access_features
        self.values = present(entry) if entry else {}
        self.new = entry is None
        self.hidden = HIDDEN_WHERE_SECRET if entry and entry.secret else frozenset()

    def parts(self) -> tuple[Part, ...]:
        made = (self.part(part) for part in settings()["parts"])
        return tuple(part for part in made if part.questions)

    def part(self, part: Mapping[str, Any]) -> Part:
        first, ask, more = part.get("first", []), part["ask"], part.get("more", [])
        return Part(
            id=part["id"],
            title=part["title"],
            symbol=part["symbol"],
            questions=self.questions(ask if self.new else [*first, *ask]),
            more=self.questions([*more, *first] if self.new else more, folded=True),
            fold=part.get("fold", ""),
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
        return Rows(
            name=name, item=words["item"], another=words["another"], fold=words["fold"], rows=rows, fresh=not there
        )

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
        return Control(
            name=f"{name}.wie_oft",
            shape="one",
            label=spec["label"],
            help=(),
            kind="choice",
            options=options,
            optional=False,
        )

    def access(self, name: str, field: Field, *, folded: bool) -> Features:
        """Return what is known or always asked; folded, the rest, which for an entry that exists the script adds."""
        known = self.value(name) or {}
        rest = {one.id for one in self.features.values() if not one.always_asked and one.id not in known}
        shown = [one for one in self.features.values() if (one.id in rest) == folded and (self.new or not folded)]
        return Features(
            name,
            tuple(
                Control(
                    name=f"{name}.{one.id}", shape="one", label=one.name, help=(), kind="choice",
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
            help=tuple(filter(None, SENTENCE_ENDS.split(said.get("help", field.help)))),
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
    """Return how a field is asked for. Of a list of kinds or providers the first one is asked for, the main one."""
    if field.words in LONG_LISTS:
        return "select"
    if field.kind in {"choice", "identifier", "truth"}:
        return "several" if field.many and field.words != "arten" else "one"
    return "lines" if field.many and field.kind in WRITTEN_IN_LINES else "line"


def words_of(directory: Directory) -> Words:
    """Return the names of all words that a form entries, by list; no secret entries, and no providers of only those."""
    lists = {words: names_in(words, directory) for words in SHORT_LISTS}
    return lists | {
        PROVIDERS: {provider.id: provider.name for provider in public_providers(directory)},
        ENTRIES: {one.slug: one.name for one in directory.entries if not one.secret},
    }


def _shown(value: Any, field: Field) -> str:
    items = [value] if isinstance(value, str) else value or []
    if field.kind in {"date", "special-day"}:
        items = [
            ".".join(str(int(part)) for part in reversed(item.split("-"))) if ISO_DAY.fullmatch(item) else item
            for item in items
        ]
    return ("\n" if field.kind in WRITTEN_IN_LINES else " ").join(items)
