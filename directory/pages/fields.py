"""The page of all fields, made from the model."""

from collections.abc import Iterator
from pathlib import Path

from directory.files.fields import Field, entry_fields
from directory.output.page import Page
from directory.pages.reference import CRUMBS
from directory.pages.render import render

ENTRY = "Angebot"
EXAMPLE = Path(__file__).with_name("example.yaml")


def fields_page() -> Page:
    """Return the reference of all fields, with an example that has nearly all of them."""
    example = EXAMPLE.read_text(encoding="utf-8")
    body = render("fields.html", root="../../", sections=dict(_sections((), entry_fields())), example=example)
    return Page(
        address="mitmachen/felder/",
        title="Alle Felder",
        body=body,
        description="Alle Felder von einem Angebot.",
        crumbs=CRUMBS,
    )


def _sections(path: tuple[str, ...], fields: tuple[Field, ...]) -> Iterator[tuple[tuple[str, ...], tuple[Field, ...]]]:
    """Yield the fields of the entry and, after them, of every group, each under its keys."""
    yield path or (ENTRY,), fields
    for field in fields:
        if field.fields:
            yield from _sections(field.path, field.fields)
