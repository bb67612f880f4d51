"""The four answers to a letter about an entry, each ready to send."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from directory.forge.addresses import new_issue_address
from directory.model import Entry
from directory.model.city import City
from directory.view.confirming import ALL_RIGHT, CONFIRM, mailto, named

Kind = Literal["confirm", "change", "close", "remove"]


@dataclass(frozen=True, slots=True)
class Wording:
    """How an answer reads: beside its link or box and as a subject, what the message says, and its issue form."""

    label: str
    body: str
    issue_form: str


WORDINGS: Mapping[Kind, Wording] = MappingProxyType(
    {
        "confirm": Wording(CONFIRM, ALL_RIGHT, "angaben-bestaetigen.yml"),
        "change": Wording("Das ist anders", "Bitte ändern Sie:\n\n", "angabe-aendern.yml"),
        "close": Wording("Das Angebot gibt es nicht mehr", "Es hat geschlossen.", "angebot-geschlossen.yml"),
        "remove": Wording("Bitte entfernen", "Bitte entfernen Sie das Angebot.", "bitte-entfernen.yml"),
    }
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, and the address that leads to it; empty where the city has told none."""

    label: str
    address: str


def answers(city: City, entry: Entry) -> tuple[Answer, ...]:
    """Return the answers about an entry: the website's form for changes, else a mail, else an issue form.

    Everyone can write a mail; a code host needs an account.
    """
    return tuple(Answer(wording.label, _address(city, entry, kind)) for kind, wording in WORDINGS.items())


def _address(city: City, entry: Entry, kind: Kind) -> str:
    if kind == "change" and city.website:
        return city.correction_address(entry.slug)
    if city.reports.mails:
        return mailto(city.reports.mails[0], _subject(entry, kind), WORDINGS[kind].body)
    if city.repository:
        return new_issue_address(city.repository, WORDINGS[kind].issue_form, {"angebot": entry.slug})
    return ""


def _subject(entry: Entry, kind: Kind) -> str:
    """Return a subject that names the file too: editors need not search for it."""
    return f"{WORDINGS[kind].label}: {named(entry)}"
