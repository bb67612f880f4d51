"""A letter that asks somebody whether the facts about their entries are still right."""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.editors.due import Due
from directory.editors.letters.answers import Answer, answers
from directory.editors.recipients import Recipient
from directory.editors.text import render
from directory.model.contact import Contact
from directory.schedule import day
from directory.view.confirming import confirm_all
from directory.view.day import DayView
from directory.view.outline import ASK, COST, WHEN, WHERE, outline_of

# The answers of a printed entry that a letter repeats, in this order.
ASKED = (WHEN, WHERE, COST, ASK)


@dataclass(frozen=True, slots=True)
class CurrentAnswer:
    """What the directory says to one question."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryToConfirm:
    """One entry in a letter: as it is printed, why we ask, and the four answers."""

    name: str
    lead: str
    current: tuple[CurrentAnswer, ...]
    reasons: tuple[str, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, one sentence a line."""

    subject: str
    text: str


def letter(view: DayView, to: Recipient) -> Letter:
    """Return the letter to one recipient."""
    city = view.directory.city
    subject = f"Stimmen Ihre Angaben noch? {city.title}"
    text = render(
        "letter.txt",
        to=to,
        city=city,
        entries=[entry_to_confirm(view, item) for item in to.due],
        all_right=confirm_all(city, to.name, [item.entry for item in to.due]) if len(to.due) > 1 else "",
        ways=list(ways(city.reports)),
        as_of=day(view.today),
    )
    return Letter(subject, text)


def entry_to_confirm(view: DayView, item: Due) -> EntryToConfirm:
    """Return what a letter says of one entry, in the words of page and booklet."""
    outline = outline_of(view.of(item.entry), view.directory.city)
    groups: dict[str, tuple[str, ...]] = dict.fromkeys((WHEN, WHERE), ("Das ist nicht bekannt.",))
    groups |= {group.label: tuple(line.text for line in group.lines if line.text) for group in outline.groups}
    return EntryToConfirm(
        name=outline.name,
        lead=item.entry.description[0],
        current=tuple(CurrentAnswer(label, groups[label]) for label in ASKED if label in groups),
        reasons=item.questions,
        answers=answers(view.directory.city, item.entry),
    )


def ways(contact: Contact) -> Iterator[str]:
    """Yield how somebody is reached by phone and mail."""
    yield from (f"Telefon: {phone.formatted}" for phone in contact.phones)
    yield from (f"{number.label}: {number.formatted}" for number in contact.other_numbers)
    yield from (f"Mail: {mail}" for mail in contact.mails)
