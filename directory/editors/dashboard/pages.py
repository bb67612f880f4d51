"""The desk as files: a page for each section, one that leads to them, and our style sheets."""

from collections.abc import Iterator
from pathlib import Path

from directory.editors.dashboard.section import Section
from directory.output.html import renderer
from directory.schedule import day
from directory.view.day import DayView

SHEETS = Path(__file__).parents[2] / "site" / "theme" / "assets" / "stylesheets"
STYLES = ("tokens.css", "dark.css", "directory.css", "print.css")

_render = renderer(Path(__file__).with_name("templates"))


def files(view: DayView, sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    """Yield every file by its name. Nothing in them needs a network."""
    for style in STYLES:
        yield style, (SHEETS / style).read_text(encoding="utf-8")
    yield "index.html", _page(view, sections, None)
    for section in sections:
        yield f"{section.name}.html", _page(view, sections, section)


def _page(view: DayView, sections: tuple[Section, ...], section: Section | None) -> str:
    template = "desk.html" if section is None else "section.html"
    return _render(template, city=view.directory.city, as_of=day(view.today), sections=sections, section=section)
