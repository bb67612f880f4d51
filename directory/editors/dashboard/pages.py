"""The desk as files: a page for each section, one that leads to them, sheets to check texts, and our style sheets."""

from collections.abc import Iterator
from pathlib import Path

from directory.editors.dashboard.check_sheets import LIST, check_sheets
from directory.editors.dashboard.section import Section
from directory.output.html import renderer
from directory.output.sheets import DARK, PRINT, part_of, style_sheet
from directory.schedule import day
from directory.view.day import DayView

SHEET = "sheet"  # what is filled in by hand

_render = renderer(Path(__file__).with_name("templates"))


def files(view: DayView, sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    """Yield every file by its name. Nothing in them needs a network."""
    yield "site.css", style_sheet()
    for name in (DARK, PRINT, SHEET):
        yield f"{name}.css", part_of(name)
    yield "index.html", _page(view, sections, None)
    for section in sections:
        yield f"{section.name}.html", _page(view, sections, section)
    yield from check_sheets(view)


def _page(view: DayView, sections: tuple[Section, ...], section: Section | None) -> str:
    template = "desk.html" if section is None else "section.html"
    return _render(
        template,
        city=view.directory.city,
        as_of=day(view.today),
        sections=sections,
        section=section,
        sheets=LIST,
    )
