"""The forms that a forge shows for a new issue: what they ask, and how GitHub and GitLab want them written.

GitHub (docs.github.com, "Syntax for GitHub's form schema" and "Common validation errors"): a form cannot have hidden
fields; labels and ids are unique; choices are unique texts, none of them "None" or a boolean; what comes out is the
body of an issue with at most 65,536 characters. GitLab shows a Markdown text to fill in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import yaml

from directory.files.fields import Choice, Field, every_field
from directory.model import Directory
from directory.model.base import Record
from directory.model.city import City
from directory.model.directory import Vocabulary
from directory.model.meanings import folded, meant

Kind = Literal["zeile", "text", "eins", "mehrere", "haken"]
TEXTS = Path(__file__).with_name("templates.yaml")
MADE = "# Geschrieben von `directory issue-forms`. Ändern Sie templates.yaml oder die Wörter-Listen."
GITHUB_FOLDER, GITLAB_FOLDER = ".github/ISSUE_TEMPLATE", ".gitlab/issue_templates"
GITHUB_TYPES: Mapping[Kind, str] = {
    "zeile": "input", "text": "textarea", "eins": "dropdown", "mehrere": "dropdown", "haken": "checkboxes",
}  # fmt: skip
LABEL = "formular"
UNSURE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question.

    `field` is the field of an entry that the answer belongs to, if there is one; `items` are the words of the city that
    the choices are made of.
    """

    id: str
    label: str
    help: str
    kind: Kind
    required: bool
    choices: tuple[Choice, ...] = ()
    field: Field | None = None
    items: Mapping[str, Record] = dataclass_field(default_factory=dict, compare=False)

    def meant(self, text: str) -> tuple[tuple[Choice, ...], bool]:
        """Return the choices that a text in somebody's own words can mean, and whether it is certain that it is one."""
        if same := next((choice for choice in self.choices if folded(choice.label) == folded(text)), None):
            return (same,), True
        said = meant(text, self.items)
        found = tuple(choice for choice in self.choices if choice.value in said.items)
        return found, said.certain and bool(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form. `id` is the name of its files without ending; addresses of the forge use it."""

    id: str
    name: str
    description: str
    introduction: tuple[str, ...]
    questions: tuple[Question, ...]

    def question(self, identifier: str) -> Question:
        """Return the question with this id."""
        return next(question for question in self.questions if question.id == identifier)


def issue_forms(directory: Directory) -> tuple[Form, ...]:
    """Return all forms, with the words of the directory as choices."""
    texts = _texts()
    before = (*texts["immer"], _way_without_a_name(directory.city))
    return tuple(
        Form(
            id=identifier,
            name=said["name"],
            description=said["beschreibung"],
            introduction=(*before, *said.get("einleitung", ())),
            questions=tuple(_question(asked, directory.vocabulary) for asked in said["fragen"]),
        )
        for identifier, said in texts["formulare"].items()
    )


@cache
def _texts() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))
    return found


def mending() -> Mapping[str, str]:
    """Return by the code of a problem what somebody who filled in a form can do about it."""
    texts: Mapping[str, str] = _texts()["verbessern"]
    return texts


def privacy() -> Mapping[str, str]:
    """Return the codes of what may belong to a private person, with what is said of it without repeating it."""
    texts: Mapping[str, str] = _texts()["privat"]
    return texts


def unquoted() -> Mapping[str, str]:
    """Return by the code of a problem what is said where its own message would quote a number or an address."""
    texts: Mapping[str, str] = _texts()["ohne_zitat"]
    return texts


def _way_without_a_name(city: City) -> str:
    """Return what those can do who do not want their name to be public."""
    ways = {
        "webseite": _web_form(city),
        "mail": next(iter(city.reports.mails), ""),
        "telefon": next((phone.formatted for phone in city.reports.phones), ""),
    }
    known = next((key for key, address in ways.items() if address), "nichts")
    text: str = _texts()["ohne_namen"][known]
    return text.format(ways.get(known, ""))


def _web_form(city: City) -> str:
    return f"{city.website.rstrip('/')}/mitmachen/neu/" if city.website else ""


def _question(asked: Mapping[str, Any], words: Vocabulary) -> Question:
    field = _field(asked["feld"]) if "feld" in asked else None
    kind = asked.get("art") or (_kind(field) if field else "zeile")
    return Question(
        id="-".join(field.path) if field else asked["id"],
        label=asked.get("frage") or (field.title if field else ""),
        help=asked.get("hilfe") or (field.help if field and "frage" not in asked else ""),
        kind=kind,
        required="pflicht" in asked or (field is not None and len(field.path) == 1 and field.required),
        choices=_choices(asked, field, words) if kind in {"eins", "mehrere", "haken"} else (),
        field=field,
        items=_items(asked, field, words) if kind in {"eins", "mehrere"} else MappingProxyType({}),
    )


def _field(path: str) -> Field:
    return next(field for field in every_field() if ".".join(field.path) == path)


def _kind(field: Field) -> Kind:
    if field.kind == "features":
        return "haken"
    if field.words or field.choices:
        return "mehrere" if field.many else "eins"
    return "text" if field.kind == "sentence" else "zeile"


def _choices(asked: Mapping[str, Any], field: Field | None, words: Vocabulary) -> tuple[Choice, ...]:
    own = asked.get("auswahl")
    if isinstance(own, Mapping):
        return tuple(Choice(value, label) for value, label in own.items())
    if field and field.kind == "features":
        asked_for = (feature for feature in words.access_features.values() if feature.always_asked)
        return tuple(Choice(feature.id, feature.yes) for feature in asked_for)
    if field and not field.words:
        return field.choices
    items = _items(asked, field, words)
    unsure = (Choice(UNSURE, _texts()["weiss_nicht"]),) if own else ()
    return (*(Choice(item.id, item.name) for item in items.values()), *unsure)


def _items(asked: Mapping[str, Any], field: Field | None, words: Vocabulary) -> Mapping[str, Any]:
    own = asked.get("auswahl")
    name = own if isinstance(own, str) else field.words if field else ""
    return words.by_file.get(name, MappingProxyType({}))


def template_files(directory: Directory) -> Mapping[str, str]:
    """Return every file of the forms by its path in the repository, for GitHub and for GitLab."""
    files = {f"{GITHUB_FOLDER}/config.yml": _yaml(_settings(directory.city))}
    for form in issue_forms(directory):
        files[f"{GITHUB_FOLDER}/{form.id}.yml"] = _yaml(_for_github(form))
        files[f"{GITLAB_FOLDER}/{form.id}.md"] = "\n".join(_for_gitlab(form))
    return files


def _yaml(content: Mapping[str, Any]) -> str:
    return f"{MADE}\n{yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)}"


def _settings(city: City) -> Mapping[str, Any]:
    about = "Hier brauchen Sie keinen Namen und kein Konto."
    links = [{"name": "Formular ohne Konto", "url": url, "about": about} for url in [_web_form(city)] if url]
    return {"blank_issues_enabled": False, **({"contact_links": links} if links else {})}


def _for_github(form: Form) -> Mapping[str, Any]:
    introduction = {"type": "markdown", "attributes": {"value": "\n\n".join(_introduction(form))}}
    return {
        "name": form.name,
        "description": form.description,
        "title": f"{form.name}: ",
        "labels": [LABEL, form.id],
        "body": [introduction, *map(_input, form.questions)],
    }


def _input(question: Question) -> Mapping[str, Any]:
    attributes: dict[str, Any] = {"label": question.label}
    if question.help:
        attributes["description"] = question.help
    if question.kind == "haken":
        attributes["options"] = [{"label": choice.label} for choice in question.choices]
    elif question.choices:
        attributes["options"] = [choice.label for choice in question.choices]
        attributes |= {"multiple": True} if question.kind == "mehrere" else {}
    item: dict[str, Any] = {"type": GITHUB_TYPES[question.kind], "id": question.id, "attributes": attributes}
    return item | ({"validations": {"required": True}} if question.required else {})


def _introduction(form: Form) -> Iterator[str]:
    first, *others = form.introduction
    yield f"**{first}**"
    yield from others


def _for_gitlab(form: Form) -> Iterator[str]:
    yield "\n\n".join(_introduction(form))
    for question in form.questions:
        needed = "Das muss sein." if question.required else ""
        yield from ("", f"### {question.label}", "")
        yield from (f"> {line}" for line in (question.help, needed) if line)
        yield ""
        yield from (f"- [ ] {choice.label}" for choice in question.choices)
    yield ""
