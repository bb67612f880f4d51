"""The mail in which somebody says that everything is still right, ready to send; and what such a mail confirms."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import quote

from directory.model import Entry
from directory.model.city import City

CONFIRM = "Das stimmt"
ALL_RIGHT = "Alle Angaben stimmen."
SUBJECT = re.compile(rf"(?:\s*(?:Re|AW|Antwort|Fwd|WG):)*\s*{CONFIRM}:", re.IGNORECASE)
NAMED = re.compile(r"\(([a-z0-9-]+)\)\s*$")
# Where the signature begins (RFC 3676, 4.3), and what somebody answers to.
SIGNATURE, QUOTED = "--", ">"


@dataclass(frozen=True, slots=True)
class Said:
    """What a mail says: the entries that it confirms, and lines that only a person can judge."""

    slugs: tuple[str, ...]
    more: tuple[str, ...]


def mailto(address: str, subject: str, body: str) -> str:
    """Return the address that opens a ready message (RFC 6068): everything but letters is written with percent."""
    lines = "\r\n".join(body.split("\n"))
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"


def named(entry: Entry) -> str:
    """Return an entry by its name and its file: editors need not search for it."""
    return f"{entry.name} ({entry.slug})"


def confirm_all(city: City, name: str, entries: Iterable[Entry]) -> str:
    """Return the address of a mail that confirms all these entries of one provider; empty without a mail address."""
    if not city.reports.mails:
        return ""
    return mailto(city.reports.mails[0], f"{CONFIRM}: {name}", "\n".join([ALL_RIGHT, "", *map(named, entries)]))


def said_in(subject: str, body: str, slugs: Collection[str]) -> Said | None:
    """Return what a mail says; nothing where its subject does not say that everything is right."""
    if not SUBJECT.match(subject):
        return None
    found, more = [], []
    for line in (subject, *body.splitlines()):
        text = line.strip()
        if text == SIGNATURE:
            break
        match = NAMED.search(text)
        if match and match[1] in slugs:
            found.append(match[1])
        elif line is not subject and text and text != ALL_RIGHT and not text.startswith(QUOTED):
            more.append(text)
    return Said(tuple(dict.fromkeys(found)), tuple(more))
