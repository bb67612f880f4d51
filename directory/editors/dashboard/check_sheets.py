"""The sheets on which people with experience of their own judge the sentences of an entry."""

from collections.abc import Iterator
from pathlib import Path

from directory.editors.dashboard.parts import by_letter, places
from directory.output.html import renderer
from directory.schedule import day
from directory.view.day import DayView
from directory.view.shown import shown_sentences

# What a reader can mark beside a sentence, with its face.
JUDGEMENTS = (
    ("emoticon-happy-outline", "Verstanden"),
    ("emoticon-neutral-outline", "Zum Teil verstanden"),
    ("emoticon-sad-outline", "Nicht verstanden"),
)
LIST = "pruef-boegen.html"

_render = renderer(Path(__file__).with_name("templates"))


def check_sheets(view: DayView) -> Iterator[tuple[str, str]]:
    """Yield the sheet of each listed entry by its file name, ready to print, and the page that leads to them."""
    frame = {"city": view.directory.city, "as_of": day(view.today)}
    ends, spans = by_letter([entry.name for entry in view.listed])
    for place, (start, end) in zip(places(Path(LIST).stem, spans), ends, strict=True):
        text = _render("check_sheets.html", **frame, entries=view.listed[start:end], address=sheet_of, place=place)
        yield place.file(place.number), text
    for entry in view.listed:
        text = _render(
            "check_sheet.html",
            **frame,
            view=view,
            entry=entry,
            back=LIST,
            sentences=shown_sentences(entry),
            judgements=JUDGEMENTS,
        )
        yield sheet_of(entry.slug), text


def sheet_of(slug: str) -> str:
    """Return the file name of the sheet of an entry."""
    return f"pruef-bogen-{slug}.html"
