"""Pages for contributors, made from the model and the catalogue of messages: they cannot differ from the code."""

from dataclasses import dataclass

from pydantic.fields import FieldInfo

from directory.language import explanations, measured, profile
from directory.model import Entry
from directory.model.base import Model
from directory.pages.listing import Listing
from directory.pages.page import START, Crumb, Page
from directory.pages.render import render
from directory.problems import GERMAN, Severity, catalogue
from directory.source.shape import Fields, ListOf, shape_of

CRUMBS = (START, Crumb("Mitmachen", "mitmachen/"))


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field as the reference shows it."""

    key: str
    attribute: str
    required: bool
    many: bool
    description: str
    section: str


def fields_page(_: Listing, __: str) -> Page:
    """Return the reference of all fields."""
    body = render("fields.html", root="../../", sections=_sections(Entry))
    return Page("mitmachen/felder/", "Alle Felder", body, "Alle Felder von einem Angebot.", crumbs=CRUMBS)


def messages_page(_: Listing, __: str) -> Page:
    """Return the reference of all messages."""
    body = render(
        "messages.html",
        root="../../",
        messages=catalogue().values(),
        severities={severity.value: GERMAN[severity][0] for severity in Severity},
    )
    return Page("mitmachen/meldungen/", "Alle Meldungen", body, "Alle Meldungen von der Prüfung.", crumbs=CRUMBS)


def language_page(listing: Listing, __: str) -> Page:
    """Return the rules of easy language: what each finds, an example, where it is from, and how often it is right."""
    wanted = profile(listing.directory.city.language_profile)
    body = render(
        "language.html",
        root="../../",
        profile=wanted,
        rules=[
            (rule, wanted.rules[rule.rule], measured().get(rule.rule))
            for rule in explanations().values()
            if rule.rule in wanted.rules
        ],
        severities={severity.value: GERMAN[severity][0] for severity in Severity},
    )
    return Page("mitmachen/sprache/", "Regeln für die Sprache", body, "Wie die Sätze sein sollen.", crumbs=CRUMBS)


def _sections(model: type[Model], title: str = "Angebot") -> dict[str, list[FieldLine]]:
    """Return the fields of a model and, after them, of every model inside it, each under its YAML key."""
    sections: dict[str, list[FieldLine]] = {title: []}
    shape = shape_of(model)
    for attribute, field in model.model_fields.items():
        key = field.alias or attribute
        inner = shape.field(key)
        many = isinstance(inner, ListOf)
        item = inner.item if isinstance(inner, ListOf) else inner
        section = f"{title} → {key}" if title != "Angebot" else key
        sections[title].append(
            _line(attribute, key, field, many=many, section=section if isinstance(item, Fields) else "")
        )
        if isinstance(item, Fields):
            sections |= _sections(item.model, section)
    return sections


def _line(attribute: str, key: str, field: FieldInfo, *, many: bool, section: str) -> FieldLine:
    return FieldLine(key, attribute, field.is_required(), many, field.description or "", section)
