"""All input channels agree: whatever the model knows can be said through each of them.

A channel is a form for an entry, or a document about it. To add one, write a function that returns the paths of
the fields that it knows, such as `orte.strasse`, and a line in CHANNELS.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import CITY, day_view, load_city

from directory.files.fields import entry_fields
from directory.files.schema import entry_schema
from directory.intake import Field, every_field
from directory.intake.issues.templates import issue_forms
from directory.intake.terminal.dialogue import Dialogue
from directory.intake.web.controls import words_of
from directory.intake.web.pages import new_page
from directory.intake.web.questions import ANSWERS_HOW_OFTEN, IN_ONE_LINE, asked
from directory.model import Directory
from directory.pages.fields import EXAMPLE, fields_page
from directory.problems import Problem

PROJECT = Path(__file__).parents[1]
FIELDS = {".".join(field.path): field for field in every_field()}
FEATURES = "orte.zugang.merkmale"  # its values stand beside the other fields of its group, under names of the city


@cache
def directory() -> Directory:
    loaded = load_city(CITY).directory
    assert loaded
    return loaded


def in_the_schema() -> set[str]:
    schema = json.loads(entry_schema(directory()))
    found = set(_properties(schema, schema, ()))
    features = {f"orte.zugang.{word}" for word in directory().vocabulary.access_features}
    assert features <= found, "each feature of the city"
    return found - features | {FEATURES}


def _properties(schema: Any, part: Any, path: tuple[str, ...]) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _properties(schema, one, path)
        return
    if "$ref" in part:
        yield from _properties(schema, schema["$defs"][part["$ref"].rpartition("/")[2]], path)
    for key, value in part.get("properties", {}).items():
        yield ".".join((*path, key))
        yield from _properties(schema, value, (*path, key))
    for key in ("anyOf", "items"):
        yield from _properties(schema, part.get(key, []), path)


class Asked(Dialogue):
    """Answers every question, and remembers them."""

    def __init__(self) -> None:
        super().__init__(directory(), lambda _: "", self.read)
        self.asked: set[str] = set()
        self.shown = ""

    def read(self, text: str) -> None:
        self.shown += text

    def group(self, field: Field, values: dict[str, Any], path: Any) -> bool:
        self.asked.add(".".join(field.path))
        return super().group(field, values, path)

    def single(self, field: Field, into: dict[str, Any], above: Any) -> None:  # noqa: ARG002 - as the method that it replaces
        self.explain(field, needed=field.required)
        self.asked.add(".".join(field.path))
        into[field.key] = "x"

    def more(self, question: str, fields: Sequence[Field], values: dict[str, Any], above: Any) -> bool:
        super().more(question, fields, values, above)
        for field in fields:
            if field.key not in values:
                self.field(field, values, above)
        return True

    def wrong_below(self, path: Any) -> list[Problem]:  # noqa: ARG002 - as above
        return []


def asked_by_new() -> set[str]:
    dialogue = Asked()
    dialogue.more("", entry_fields(), {}, ())
    assert {field.title for field in every_field() if field.title not in dialogue.shown} == set()
    assert {field.help for field in every_field() if field.help not in dialogue.shown} == set()
    return dialogue.asked


def on_the_page() -> set[str]:
    body = fields_page().body
    found = set()
    for section in body.split('<details class="fold counted">')[1:]:
        heading = re.search(r"<h2[^>]*>(.*?)</h2>", section)
        assert heading
        above = [] if heading.group(1) == "Angebot" else heading.group(1).split(" → ")
        for key, rest in re.findall(r"<dt><code>(\w+)</code>(.*?)</dd>", section, re.DOTALL):
            path = ".".join([*above, key])
            field = FIELDS[path]
            assert field.title in rest
            assert ("Pflicht" in rest.partition("</dt>")[0]) == field.required
            found.add(path)
    return found


def in_the_examples() -> set[str]:
    """Return the fields in the examples for contributors and editors; what are features is known from the real city."""
    guides = [(PROJECT / name).read_text(encoding="utf-8") for name in ("CONTRIBUTING.md", "REDAKTION.md")]
    examples = [EXAMPLE.read_text(encoding="utf-8"), *re.findall(r"```yaml\n(.*?)```", "".join(guides), re.DOTALL)]
    features = yaml.safe_load((PROJECT / "entries" / "_vocabulary" / "zugang.yaml").read_text(encoding="utf-8"))
    found = set()
    for example in examples:
        if "\nart: verein\n" in example:  # a provider
            continue
        found |= set(_keys(yaml.safe_load(example), ()))
    beside = {f"orte.zugang.{word}" for word in features}
    return {FEATURES if path in beside else path for path in found}


def _keys(value: Any, path: tuple[str, ...]) -> Iterator[str]:
    for item in value if isinstance(value, list) else ():
        yield from _keys(item, path)
    for key, inner in value.items() if isinstance(value, dict) else ():
        yield ".".join((*path, key))
        yield from _keys(inner, (*path, key))


def in_the_web_form() -> set[str]:
    """Return the fields that the page asks for, and those that are left to editors for a reason."""
    body = new_page(day_view(directory()), words_of(directory())).body
    names = {re.sub(r"\.\d+", "", name) for name in re.findall(r' name="([^"]+)"', body)}
    features = {f"orte.zugang.{word}" for word in directory().vocabulary.access_features}
    assert features <= names
    # Where the file goes, who fills in the form, and one question for several fields.
    names -= {"ordner", "wer", "zeiten.wie_oft"} | features
    names |= {path for path, line in IN_ONE_LINE.items() if line in names}
    left = {path for path in FIELDS if not asked(path)}
    return names | left | {FEATURES} | set(ANSWERS_HOW_OFTEN) | {path for path in FIELDS if _begins(path, names)}


def in_the_issue_form() -> set[str]:
    """Return the fields that the form for a new entry asks for; its last question takes whatever is not required."""
    form = next(form for form in issue_forms(directory()) if form.id == "neues-angebot")
    assert form.question("mehr").kind == "text"
    fields = {".".join(question.field.path) for question in form.questions if question.field}
    needed = {path for path, field in FIELDS.items() if field.required and len(field.path) == 1}
    return fields | {path for path in FIELDS if _begins(path, fields)} | (set(FIELDS) - needed)


def _begins(path: str, paths: set[str]) -> bool:
    return any(one.startswith(f"{path}.") for one in paths)


CHANNELS: dict[str, Callable[[], set[str]]] = {
    "schema": in_the_schema,
    "new": asked_by_new,
    "web form": in_the_web_form,
    "issue form": in_the_issue_form,
    "page": on_the_page,
    "examples": in_the_examples,
}
known = cache(lambda channel: CHANNELS[channel]())


@pytest.mark.parametrize("path", FIELDS)
@pytest.mark.parametrize("channel", CHANNELS)
def test_every_field_has_its_place_in_every_channel(channel: str, path: str) -> None:
    assert path in known(channel)


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_channel_has_a_field_that_the_model_does_not_know(channel: str) -> None:
    assert known(channel) - set(FIELDS) == set()
