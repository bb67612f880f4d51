"""The four answers to a letter about an offer, each ready to send."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal
from urllib.parse import quote

from directory.forms.forge import edit_file_address, new_issue_address
from directory.model import Entry
from directory.model.city import City

Kind = Literal["confirm", "change", "close", "remove"]


@dataclass(frozen=True, slots=True)
class Wording:
    """How an answer reads: beside its link or box and as a subject, and what the message says."""

    label: str
    body: str


WORDINGS: Mapping[Kind, Wording] = MappingProxyType(
    {
        "confirm": Wording("Das stimmt", "Alle Angaben stimmen."),
        "change": Wording("Das ist anders", "Bitte ändern Sie:\n\n"),
        "close": Wording("Das Angebot gibt es nicht mehr", "Das Angebot gibt es nicht mehr."),
        "remove": Wording("Bitte entfernen", "Bitte entfernen Sie das Angebot."),
    }
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, and the address that leads to it; empty where the city has told none."""

    label: str
    address: str


def answers(city: City, entry: Entry) -> tuple[Answer, ...]:
    """Return the answers about an offer. Mail comes first: everyone can write one; a code host needs an account."""
    return tuple(Answer(wording.label, _address(city, entry, kind)) for kind, wording in WORDINGS.items())


def file_of(entry: Entry) -> str:
    """Return the file of an offer as the repository names it."""
    return f"entries/{entry.area}/{entry.slug}.yaml"


def mailto(address: str, subject: str, body: str) -> str:
    """Return the address that opens a ready message (RFC 6068): everything but letters is written with percent."""
    lines = "\r\n".join(body.split("\n"))
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"


def _address(city: City, entry: Entry, kind: Kind) -> str:
    if city.reports.mails:
        return mailto(city.reports.mails[0], _subject(entry, kind), WORDINGS[kind].body)
    return _on_forge(city.repository, entry, kind) if city.repository else ""


def _on_forge(repository: str, entry: Entry, kind: Kind) -> str:
    if kind == "change":
        return edit_file_address(repository, file_of(entry))
    values = {"title": _subject(entry, kind), "body": f"{WORDINGS[kind].body}\n\n{file_of(entry)}"}
    return new_issue_address(repository, "", values)


def _subject(entry: Entry, kind: Kind) -> str:
    """Return a subject that names the file too: editors need not search for it."""
    return f"{WORDINGS[kind].label}: {entry.name} ({entry.slug})"
