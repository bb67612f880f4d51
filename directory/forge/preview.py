"""An entry as it will read, for people who look at a report and not at the site."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from directory.checks import Checked
from directory.forge.markdown import Part
from directory.model import Entry
from directory.schedule import agenda
from directory.view.day import DayView
from directory.view.outline import Line, outline_of
from directory.view.phrases import CLOSED, PAUSED


def as_it_reads(checked: Checked, slug: str, today: date) -> tuple[Part, ...]:
    """Return what the page of an entry says: the questions that it answers, each with its lines."""
    entry = checked.directory.entry[slug]
    alone = replace(checked.directory, entries=(entry,))  # the dates of all others cost time, and no one sees them
    return tuple(_parts(DayView(checked, agenda(alone, today)), entry))


def _parts(view: DayView, entry: Entry) -> Iterator[Part]:
    outline = outline_of(view.of(entry), view.directory.city)
    if entry.status == "geschlossen":
        yield Part(outline.name, (outline.kind, CLOSED))
        return
    notice = (PAUSED,) if entry.status == "pausiert" else ()
    yield Part(outline.name, (outline.kind, *notice, *_texts(outline.lead)))
    for group in outline.groups:
        yield Part(group.label, _texts(group.lines))
    yield Part("Gut zu wissen", _texts(outline.foot))


def _texts(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(line.text for line in lines if line.text)
