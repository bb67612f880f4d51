"""The desk as files: a page for each section, one that leads to them, and the house's style sheets."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from directory.editors.dashboard.section import Section
from directory.schedule import day
from directory.view.day import DayView

SHEETS = Path(__file__).parents[2] / "site" / "theme" / "assets" / "stylesheets"
STYLES = ("tokens.css", "dark.css", "directory.css", "print.css")


def files(view: DayView, sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    """Yield every file by its name. Nothing in them needs a network."""
    for style in STYLES:
        yield style, (SHEETS / style).read_text(encoding="utf-8")
    yield "index.html", _page(view, sections, None)
    for section in sections:
        yield f"{section.name}.html", _page(view, sections, section)


def _page(view: DayView, sections: tuple[Section, ...], section: Section | None) -> str:
    template = _environment().get_template("desk.html" if section is None else "section.html")
    return template.render(city=view.directory.city, as_of=day(view.today), sections=sections, section=section)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("directory.editors.dashboard", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
