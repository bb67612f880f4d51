"""The desk as files: a page for each section, one that leads to them, sheets to check texts, and our style sheets."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from directory.editors.dashboard.check_sheets import LIST, check_sheets
from directory.editors.dashboard.parts import Place, in_parts, places
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
    yield "index.html", _page(view, sections)
    for section in sections:
        parts = in_parts(section.groups)
        spans = [" bis ".join(dict.fromkeys(f"„{one[at].title}“" for at in (0, -1) if one)) for one in parts]
        for place, groups in zip(places(section.name, spans), parts, strict=True):
            yield place.file(place.number), _page(view, sections, replace(section, groups=groups), place)
    yield from check_sheets(view)


def _page(
    view: DayView, sections: tuple[Section, ...], section: Section | None = None, place: Place | None = None
) -> str:
    template = "desk.html" if section is None else "section.html"
    return _render(
        template,
        city=view.directory.city,
        as_of=day(view.today),
        sections=sections,
        section=section,
        place=place,
        sheets=LIST,
    )
