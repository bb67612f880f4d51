"""What the web form asks, as plain data for a template: the model, questions.yaml, the words of a city."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from directory.files.fields import Field
from directory.files.terms import names_in
from directory.intake.web.questions import (
    ANSWERS_HOW_OFTEN,
    IN_ONE_LINE,
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
from directory.model import Directory
from directory.model.text import ENTRIES, PROVIDERS
from directory.view.contact import public_providers

Words = Mapping[str, Mapping[str, str]]
WRITTEN_IN_LINES = frozenset({"sentence", "line", "date", "hours"})
SHORT_LISTS = ("sozialraeume", "arten", "themen", "zielgruppen", "zugang", "sprachen")
# Too long for a row of boxes to tick; the script fills them in from a list that all forms share.
LONG_LISTS = frozenset({ENTRIES, PROVIDERS})
SENTENCE_ENDS = re.compile(r"(?<=[.?]) (?=[A-ZÄÖÜ])")
YES_OR_NO = {"ja": "ja", "nein": "nein"}


def seven(directory: Directory, words: Words) -> tuple[Part, ...]:
    """Return the questions that everybody is asked who enters a new offer."""
    form = _Form(directory, words)
    return tuple(form.part(part, part["ask"], part["title"]) for part in settings()["seven"])


def parts(directory: Directory, words: Words, *, new: bool) -> tuple[Part, ...]:
    """Return all questions without answers; for a new offer those that are not among the seven."""
    form = _Form(directory, words)
    known = {name for part in settings()["seven"] for name in part["ask"]} if new else set()
    made = []
    for part in settings()["parts"]:
        names = [name for name in part["ask"] if name not in known]
        title = part["title"] if names == part["ask"] else part.get("more", part["title"])
        made.append(form.part(part, names, title))
    return tuple(part for part in made if part.questions)


class _Form:
    """The questions in one city."""

    def __init__(self, directory: Directory, words: Words) -> None:
        self.words = words
        self.features = directory.vocabulary.access_features

    def part(self, part: Mapping[str, Any], names: Sequence[str], title: str) -> Part:
        return Part(
            id=part["id"],
            title=title,
            symbol=part.get("symbol", ""),
            questions=tuple(map(self.question, names)),
        )

    def question(self, name: str) -> Question:
        field = field_at(name)
        if field.kind == "features":
            return self.access(name, field)
        return self.rows(name, field) if field.kind == "group" else self.control(name, field)

    def rows(self, name: str, field: Field) -> Rows:
        words = settings()["items"][name]
        return Rows(
            name=name,
            item=words["item"],
            another=words["another"],
            fold=words["fold"],
            row=self.row(f"{name}.0", field),
        )

    def row(self, name: str, field: Field) -> Row:
        folded = settings()["folded"]
        controls = [(path_of(one), self.control(f"{name}.{key}", one)) for key, one in _inside(field, "")]
        shown = [control for path, control in controls if path not in folded]
        first = (_how_often(name),) if field.key == "zeiten" else ()
        return Row(tuple(shown), (*first, *(control for path, control in controls if path in folded)))

    def access(self, name: str, field: Field) -> Features:
        """Return all features, first those that are always asked."""
        shown = sorted(self.features.values(), key=lambda one: not one.always_asked)
        return Features(
            tuple(
                Control(
                    name=f"{name.rpartition('.')[0]}.{one.id}", shape="one", label=one.name, help=(), kind="choice",
                    options=tuple(Option(choice.value, choice.label) for choice in field.choices),
                )
                for one in shown
            ),
        )  # fmt: skip

    def control(self, name: str, field: Field) -> Control:
        said = settings()["words"].get(path_of(field), {})
        shape = shape_of(field)
        preset = said.get("preset", field.default)
        return Control(
            name=name,
            shape=shape,
            label=said.get("label", field.title),
            help=tuple(filter(None, SENTENCE_ENDS.split(said.get("help", field.help)))),
            kind=field.kind,
            options=tuple(self.options(field, preset)) if shape in {"one", "several"} else (),
            required=field.required and len(field.path) == 1,
            optional=not field.required and not preset,
            preset=preset,
            words=field.words if shape == "select" else "",
            only_for=tuple(settings()["only_for"].get(path_of(field), ())),
        )

    def options(self, field: Field, preset: str) -> Iterator[Option]:
        choices = YES_OR_NO if field.kind == "truth" else {one.value: one.label for one in field.choices}
        for key, label in (choices or self.words[field.words]).items():
            yield Option(key, label, chosen=key == preset)


def _how_often(name: str) -> Control:
    spec = settings()["wie_oft"]
    return Control(
        name=f"{name}.wie_oft",
        shape="one",
        label=spec["label"],
        help=(),
        kind="choice",
        options=tuple(Option(value, label) for value, label in spec["choices"].items()),
        optional=False,
    )


def _inside(field: Field, above: str) -> Iterator[tuple[str, Field]]:
    """Yield what is asked of one item, with the keys inside of it; what has a part of its own is left out."""
    for one in field.fields:
        if not asked(path_of(one)) or path_of(one) in {"orte.zugang", *ANSWERS_HOW_OFTEN, *IN_ONE_LINE}:
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
