"""A letter that asks somebody whether the facts about their offers are still right."""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.editors.due import Due
from directory.editors.letters.answers import Answer, answers
from directory.editors.recipients import Correspondent
from directory.editors.text import render
from directory.model.contact import Contact
from directory.schedule import day
from directory.view.day import Listing
from directory.view.outline import printed_offer

# The answers of a printed offer that a letter repeats, in this order.
ASKED = ("Wann?", "Wo?", "Kosten", "Fragen")


@dataclass(frozen=True, slots=True)
class Said:
    """What the directory says to one question."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One offer in a letter: as it is printed, why we ask, and the four answers."""

    name: str
    lead: str
    said: tuple[Said, ...]
    reasons: tuple[str, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, one sentence a line."""

    subject: str
    text: str


def letter(listing: Listing, to: Correspondent) -> Letter:
    """Return the letter to one correspondent."""
    city = listing.directory.city
    subject = f"Stimmen Ihre Angaben noch? {city.title}"
    text = render(
        "letter.txt",
        to=to,
        city=city,
        offers=[asked(listing, item) for item in to.due],
        ways=list(ways(city.reports)),
        as_of=day(listing.today),
    )
    return Letter(subject, text)


def asked(listing: Listing, item: Due) -> Asked:
    """Return what a letter says of one offer, in the words of page and booklet."""
    offer = printed_offer(listing, item.entry)
    groups = {group.label: tuple(line.text for line in group.lines if line.text) for group in offer.groups}
    return Asked(
        offer.name,
        item.entry.description[0],
        tuple(Said(label, groups[label]) for label in ASKED if label in groups),
        item.questions,
        answers(listing.directory.city, item.entry),
    )


def ways(contact: Contact) -> Iterator[str]:
    """Yield how the editors are reached."""
    yield from (f"Telefon: {phone.spoken}" for phone in contact.phones)
    yield from (f"Mail: {mail}" for mail in contact.mails)
