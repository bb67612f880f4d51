"""The pages of the web form, one for a new entry and one for changes; and what their scripts load."""

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from directory.easy_language import profile
from directory.files.fields import Field, entry_fields
from directory.forge.addresses import LONGEST, new_file_page
from directory.intake.web.controls import Words, parts, seven, words_of
from directory.intake.web.present import offer
from directory.intake.web.questions import Control, asked, path_of, settings
from directory.intake.web.render import render
from directory.model import Directory
from directory.model.text import ENTRIES
from directory.output.file import OutputFile
from directory.output.page import START, Crumb, Page
from directory.view.confirming import ALL_RIGHT, CONFIRM
from directory.view.day import DayView

NEW = "mitmachen/neu/"
TITLE = "Angebot eintragen"
CHANGE = "mitmachen/aendern/"
CHANGE_TITLE = "Angebot ändern"
TAKING_PART = Crumb("Mitmachen", "mitmachen/")
# All of them, though the last one imports the others: so they load side by side.
SCRIPTS = tuple(
    f"form/{name}.js"
    for name in (
        "data",
        "text",
        "yaml",
        "fields",
        "rules",
        "rows",
        "fill",
        "topics",
        "draft",
        "when",
        "offer",
        "answers",
        "differences",
        "errors",
        "copy",
        "result",
        "page",
    )
)
STYLES = ("form.css", "sheet.css")


def form_pages(view: DayView) -> Iterator[Page]:
    """Yield the form for a new entry and the form for corrections."""
    words = words_of(view.directory)
    yield new_page(view, words)
    yield correction_page(view, words)


def new_page(view: DayView, words: Words) -> Page:
    """Return the form for a new entry."""
    body = render(
        "form_new.html",
        question=_question,
        root="../../",
        view=view,
        title=TITLE,
        seven=seven(view.directory, words),
        parts=parts(view.directory, words, new=True),
    )
    crumbs = (START, TAKING_PART)
    return Page(
        address=NEW,
        title=TITLE,
        body=body,
        description="Ein neues Angebot melden.",
        crumbs=crumbs,
        scripts=SCRIPTS,
        styles=STYLES,
    )


def correction_page(view: DayView, words: Words) -> Page:
    """Return the form for corrections: which entry it is about stands behind # in its address."""
    body = render(
        "form_change.html",
        question=_question,
        root="../../",
        view=view,
        title=CHANGE_TITLE,
        confirm=CONFIRM,
        all_right=ALL_RIGHT,
        parts=parts(view.directory, words, new=False),
    )
    return Page(
        address=CHANGE,
        title=CHANGE_TITLE,
        body=body,
        description="Sagen Sie uns, was falsch ist.",
        crumbs=(START, TAKING_PART),
        scripts=SCRIPTS,
        styles=STYLES,
        indexed=False,
        sensitive="sometimes",
    )


def form_files(view: DayView) -> Iterator[OutputFile]:
    """Yield the module with what all forms share, what one may look up, and for each entry what a correction shows."""
    yield OutputFile("assets/scripts/form/data.js", script(view))
    topics = view.directory.vocabulary.topics.values()
    yield OutputFile("mitmachen/themen.json", _json({topic.id: topic.words for topic in topics}))
    yield OutputFile("mitmachen/strassen.json", _json(streets(view.directory)))
    for entry in view.directory.entries:
        yield OutputFile(f"{CHANGE}{entry.slug}.json", _json(offer(view, entry)))


def streets(directory: Directory) -> dict[str, Any]:
    """Return the streets of the city with their areas, and the postal codes that it has."""
    words = directory.vocabulary
    return {
        "streets": {street.name: street.areas for street in words.streets.values()},
        "areas": {area.id: area.in_sentence for area in words.areas.values()},
        "codes": sorted({code for locality in words.localities.values() for code in locality.postal_codes}),
    }


def script(view: DayView) -> str:
    """Return the fields, the words of the city, the parts and the page for new files as a module of JavaScript."""
    directory = view.directory
    repository = directory.city.repository
    page = new_file_page(repository) if repository else None
    venues = [entry.slug for entry in view.listed if not entry.secret and any(p.has_address for p in entry.places)]
    headings = [
        {
            "title": part["title"],
            "paths": [name.replace(".0.", ".") for name in part["ask"]],
        }
        for part in settings()["parts"]
    ]
    values = {
        "FIELDS": [_field(field) for field in entry_fields()],
        "WORDS": words_of(directory),
        "OFFERS": ENTRIES,
        "CITY": directory.city.name,
        "MOST_WORDS": profile(directory.city.language_profile).most_words,
        "HOUSES": venues,
        "CITY_WIDE": [area.id for area in directory.vocabulary.areas.values() if area.city_wide],
        "PARTS": headings,
        "ITEMS": {name: words["item"] for name, words in settings()["items"].items()},
        "FORGE": {"address": page.address, "path": page.path, "content": page.content, "most": LONGEST}
        if page
        else None,
    }
    return "".join(f"export const {name}={_json(value)};\n" for name, value in values.items())


def _field(field: Field) -> dict[str, Any]:
    said = settings()["words"].get(path_of(field), {})
    values = {
        "key": field.key,
        "title": said.get("label", field.title),
        "kind": field.kind,
        "many": field.many,
        "required": field.required,
        "silent": not asked(path_of(field)),
        "words": field.words,
        "preset": said.get("preset", field.default),
        "pattern": field.pattern,
        "choices": {choice.value: choice.label for choice in field.choices},
        "fields": [_field(inner) for inner in field.fields],
    }
    return {name: value for name, value in values.items() if value}


def _question(control: Control) -> Markup:
    """Return a question as HTML."""
    return Markup(render("form_question.html", control=control))  # noqa: S704 - Jinja has escaped it


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
