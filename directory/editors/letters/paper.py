"""The form on paper: what the directory says about an entry, and boxes to tick."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from directory.editors.letters.answers import WORDINGS
from directory.editors.letters.letter import ways
from directory.editors.recipients import Recipient
from directory.model import Entry
from directory.output.typst import data_of, typeset
from directory.schedule import day
from directory.view.day import DayView
from directory.view.outline import Outline, outline_of

TEMPLATE = Path(__file__).with_name("templates") / "answer-form.typ"
LETTERS = 12  # points; the entry itself gets what room there is


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The forms of one recipient, a page for each entry; `back` is empty where no editors are known."""

    to: str
    title: str
    as_of: str
    entries: list[Outline]
    boxes: list[str]
    back: list[str]


def form(view: DayView, to: Recipient) -> Form:
    """Return what stands on the form."""
    return Form(
        to=to.name,
        title=view.directory.city.title,
        as_of=day(view.today),
        entries=[_outline(view, item.entry) for item in to.due],
        boxes=[wording.label for wording in WORDINGS.values()],
        back=list(_back(view)),
    )


def form_pdf(view: DayView, to: Recipient) -> bytes:
    """Return the form as PDF/UA-1; raises what `typeset` raises."""
    content = form(view, to)
    icons = [group.icon for entry in content.entries for group in entry.groups]
    data = data_of(
        content,
        [*icons, *(entry.icon for entry in content.entries)],
        bold_negation=view.bold_negation,
        colour=content.entries[0].colour,
        author=content.title,
        size=LETTERS,
        paper="a4",
    )
    return typeset(TEMPLATE, data)


def _outline(view: DayView, entry: Entry) -> Outline:
    """Return an entry as it is printed; its code leads to the form that corrects it."""
    city = view.directory.city
    return replace(outline_of(view.of(entry), city), code=city.correction_address(entry.slug))


def _back(view: DayView) -> Iterator[str]:
    """Yield how the form comes back: by post to the operator, by phone and mail to the editors."""
    city = view.directory.city
    if city.operator:
        yield ", ".join((city.operator.name, *city.operator.address))
    yield from ways(city.reports)
