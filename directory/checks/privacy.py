"""Data of private persons, and contacts that may not be the entry's own."""

import re
from collections.abc import Iterator
from datetime import date

from directory.model import Directory, Entry
from directory.model.contact import Phone
from directory.model.phone_number import is_mobile, national
from directory.problems import Problem, quoted

FREEMAIL = frozenset(
    {
        "aol.com",
        "arcor.de",
        "freenet.de",
        "gmail.com",
        "gmx.de",
        "gmx.net",
        "googlemail.com",
        "hotmail.com",
        "hotmail.de",
        "icloud.com",
        "live.de",
        "mail.de",
        "outlook.com",
        "outlook.de",
        "posteo.de",
        "t-online.de",
        "web.de",
        "yahoo.com",
        "yahoo.de",
    }
)
# first.last@ or f.last@; role names such as "info.stelle" are told apart by the list.
PERSONAL = re.compile(r"^[a-zäöüß]{1,20}[._][a-zäöüß]{3,}$")
ROLES = frozenset(
    {
        "anmeldung",
        "beratung",
        "buero",
        "info",
        "kontakt",
        "mail",
        "pfarramt",
        "post",
        "sekretariat",
        "service",
        "team",
        "verein",
    }
)
PERSON = re.compile(r"\b(?:Frau|Herrn?|Dr\.|Prof\.|Pfarrer|Pfarrerin)\s+(?:[A-ZÄÖÜ][a-zäöüß]+\s+)?[A-ZÄÖÜ][a-zäöüß]+\b")
BIRTHDAY = re.compile(r"\b(?:geboren|geb\.|Geburtstag)\s+(?:am\s+)?\d")
# Numbers and addresses among other words.
NUMBER = re.compile(r"(?:\+|\b)\d(?:[\s/().–-]*\d){6,}")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def check(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield what may belong to a private person, and contacts that belong to another entry."""
    for entry in directory.entries:
        yield from _contact(entry)
        yield from _texts(entry)
    yield from _borrowed(directory)


def private_in(text: str) -> Iterator[str]:
    """Yield the codes of what in a text, whatever it is, may belong to a private person."""
    if any(is_mobile(re.sub(r"[^\d+]", "", number)) for number in NUMBER.findall(text)):
        yield "mobilnummer"
    yield from dict.fromkeys(filter(None, map(_private_mail, MAIL.findall(text))))
    if PERSON.search(text) or BIRTHDAY.search(text):
        yield "personen-name"


def _private_mail(mail: str) -> str:
    """Return the code of a mail address that may belong to a private person; an empty text for one of an office."""
    name, _, host = mail.casefold().rpartition("@")
    if host in FREEMAIL:
        return "freemail"
    return "personen-mail" if PERSONAL.match(name) and not ROLES & set(re.split(r"[._]", name)) else ""


def _contact(entry: Entry) -> Iterator[Problem]:
    for index, phone in enumerate(entry.contact.numbers):
        if is_mobile(phone.digits):
            message = f"{quoted(phone.number)} ist eine Handy-Nummer. Gehört sie einer Person?"
            hint = (
                "Schreiben Sie eine andere Nummer oder eine Mail-Adresse. Gehört die Nummer dem Verein, "
                "dann schreiben Sie als neue Zeile am Ende der Datei:\n"
                "trotzdem: {regel: mobilnummer, warum: Dienst-Handy vom Verein}"
            )
            yield Problem.at(entry.position("kontakt", "telefon", index), "mobilnummer", message, hint)
    for index, mail in enumerate(entry.contact.mails):
        keys = ("kontakt", "mail", index)
        code = _private_mail(mail)
        if code == "freemail":
            message = f"{quoted(mail)} ist eine private Mail-Adresse."
            yield Problem.at(
                entry.position(*keys),
                "freemail",
                message,
                "Fragen Sie nach einer Adresse von der Stelle, oder löschen Sie die Zeile.",
            )
        elif code:
            message = f"{quoted(mail)} sieht nach dem Namen von einer Person aus."
            yield Problem.at(
                entry.position(*keys),
                "personen-mail",
                message,
                "Nehmen Sie eine Adresse von der Stelle, zum Beispiel info@.",
            )


def _texts(entry: Entry) -> Iterator[Problem]:
    fields = {
        "beschreibung": entry.description,
        "fuer_wen": entry.audience_notes,
        "erster_besuch": entry.first_visit,
        "bedingungen": entry.conditions,
    }
    for key, lines in fields.items():
        for index, line in enumerate(lines):
            if found := PERSON.search(line) or BIRTHDAY.search(line):
                message = f"{quoted(found.group())} nennt eine Person."
                hint = "Schreiben Sie ohne Namen, zum Beispiel: „Eine Mitarbeiterin hilft Ihnen.“"
                yield Problem.at(entry.position(key, index), "personen-name", message, hint)


def _borrowed(directory: Directory) -> Iterator[Problem]:
    """Yield numbers that another, unrelated entry has too: those were most likely only inferred."""
    owners: dict[str, list[tuple[Entry, int, Phone]]] = {}
    for entry in directory.entries:
        for index, phone in enumerate(entry.contact.numbers):
            if phone.digits.startswith(("0", "+")):
                owners.setdefault(national(phone.digits), []).append((entry, index, phone))
    for shared in owners.values():
        first = shared[0][0]
        for entry, index, phone in shared[1:]:
            if not _related(first, entry):
                message = f"Die Nummer {quoted(phone.number)} steht auch bei {quoted(first.name)}."
                hint = f"Gehört sie nicht hierher, dann ersetzen Sie „kontakt“ durch:\nkontakt: {{ueber: {first.slug}}}"
                yield Problem.at(entry.position("kontakt", "telefon", index), "kontakt-von-anderen", message, hint)


def _related(one: Entry, other: Entry) -> bool:
    venues = {place.at for place in (*one.places, *other.places)}
    return bool(set(one.providers) & set(other.providers)) or one.slug in venues or other.slug in venues
