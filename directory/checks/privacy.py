"""Data of private persons, and contacts that may not be the entry's own."""

import re
from collections.abc import Iterator
from datetime import date

from directory.checks.persons import is_given, person_in
from directory.easy_language.lemmas import known
from directory.model import Directory, Entry
from directory.model.contact import MAIL, Phone
from directory.model.phone_number import MOBILE_IN_TEXT, is_mobile, national
from directory.model.provider import Provider
from directory.model.sentences import texts
from directory.problems import Position, Problem, quoted

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
# first.last@ or f.last@; what the entry itself is called, and roles, are told apart.
PERSONAL = re.compile(r"^[a-zäöüß]{1,20}(?:[._][a-z])?[._][a-zäöüß]{3,}$")
LONGEST_SHORT = 4  # letters
ROLES = """
    ag amt anfrage anlaufstelle anmeldung arbeitskreis beratung betreuung bibliothek buero cafe chor club ehrenamt
    empfang fachschaft frauen freiwillige fsr gruppe haus help hilfe info infos initiative international jugend kasse
    kinder kita klinik koordination kontakt kultur kurse leitung mail museum musik netzwerk office pfarramt post praxis
    presse projekt projekte quartier redaktion reha schule sekretariat selbsthilfe senioren service shg sozialarbeit
    sozialdienst sport stadt stadtteil stelle studio stura support tafel team theater therapie treff treffpunkt umwelt
    verein vermietung verwaltung vhs vorstand welcome werkstatt willkommen wohnen zentrale zentrum
"""
ROLE_WORDS = frozenset(ROLES.split())
# What is called after somebody, and what other rules look at.
NAMES = frozenset({"name", "weitere_namen", "strasse", "haltestelle", "ortsteil", "stadt"})
NUMBERS = frozenset({"nummer"})


def check(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield what may belong to a private person, and contacts that belong to another entry."""
    records: tuple[Entry | Provider, ...] = (*directory.entries, *directory.providers.values())
    public = "\n".join(directory.names)
    for record in records:
        yield from _phones(record)
        yield from _mails(directory, record)
        yield from _texts(record, public)
    yield from _borrowed(directory)


def private_in(text: str, public: str = "") -> Iterator[str]:
    """Yield the codes of what in a text, whatever it is, may belong to a private person; `public` names may stand."""
    if MOBILE_IN_TEXT.search(text):
        yield "mobilnummer"
    yield from dict.fromkeys(filter(None, map(_private_mail, MAIL.findall(text))))
    if person_in(text, public):
        yield "personen-name"


def _private_mail(mail: str) -> str:
    """Return the code of a mail address that may belong to a private person; an empty text for one of an office."""
    name, _, host = mail.casefold().rpartition("@")
    if host in FREEMAIL:
        return "freemail"
    return "personen-mail" if _of_a_person(name) and not ROLE_WORDS & set(_plain_words(name)) else ""


def _of_a_person(name: str) -> bool:
    """Return whether what stands before the @ is somebody's name: first.last@, f.last@ or last.first@.

    Two words of which one is an ordinary one are called so by a group: "blaues.kreuz@". So is a short word that is no
    given name: "thw.helfer@".
    """
    if not PERSONAL.match(name):
        return False
    first, *_, second = re.split(r"[._]", name)
    if len(first) == 1 or is_given(first) or is_given(second):
        return True
    words = (first, second, first.capitalize(), second.capitalize())
    return len(first) > LONGEST_SHORT and not any(map(known, words))


def _phones(record: Entry | Provider) -> Iterator[Problem]:
    for index, phone in enumerate(record.contact.numbers):
        if is_mobile(phone.digits):
            yield _mobile(record.position("kontakt", "telefon", index), phone.number)


def _mobile(at: Position, number: str) -> Problem:
    message = f"{quoted(number)} ist eine Handy-Nummer. Gehört sie einer Person?"
    hint = (
        "Schreiben Sie eine andere Nummer oder eine Mail-Adresse. Gehört die Nummer dem Verein, "
        "dann schreiben Sie als neue Zeile am Ende der Datei:\n"
        "trotzdem: {regel: mobilnummer, warum: Dienst-Handy vom Verein}"
    )
    return Problem.at(at, "mobilnummer", message, hint)


def _mails(directory: Directory, record: Entry | Provider) -> Iterator[Problem]:
    for index, mail in enumerate(record.contact.mails):
        name, _, host = mail.rpartition("@")
        keys = ("kontakt", "mail", index)
        if host.casefold() in FREEMAIL:
            message = f"{quoted(mail)} ist eine private Mail-Adresse."
            yield Problem.at(
                record.position(*keys),
                "freemail",
                message,
                "Fragen Sie nach einer Adresse von der Stelle, oder löschen Sie die Zeile.",
            )
        elif _of_a_person(name.casefold()) and not _names_a_body(directory, record, name, host):
            message = f"{quoted(mail)} sieht nach dem Namen von einer Person aus."
            yield Problem.at(
                record.position(*keys),
                "personen-mail",
                message,
                "Nehmen Sie eine Adresse von der Stelle, zum Beispiel info@.",
            )


def _names_a_body(directory: Directory, record: Entry | Provider, name: str, host: str) -> bool:
    """Return whether a mail address has a role, or a word by which the entry, its provider or its area is known."""
    slugs = (record.providers, record.topics, record.kinds, record.areas) if isinstance(record, Entry) else ()
    called = [record.id, record.name, *record.other_names, host, directory.city.name, *directory.vocabulary.areas]
    own = set(_plain_words(" ".join([*called, *(slug for group in slugs for slug in group)])))
    return any(part in ROLE_WORDS or part in own for part in _plain_words(name))


def _plain_words(text: str) -> list[str]:
    folded = text.casefold().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})
    return re.findall(r"[a-z]{2,}", folded)


def _texts(record: Entry | Provider, public: str) -> Iterator[Problem]:
    for keys, text in texts(record):
        field = next(key for key in reversed(keys) if isinstance(key, str))
        if field not in NUMBERS and (number := MOBILE_IN_TEXT.search(text)):
            yield _mobile(record.position(*keys), number.group())
        if field not in NAMES and (person := person_in(text, public)):
            message = f"{quoted(person)} nennt eine Person."
            hint = "Schreiben Sie ohne Namen, zum Beispiel: „Eine Mitarbeiterin hilft Ihnen.“"
            yield Problem.at(record.position(*keys), "personen-name", message, hint)


def _borrowed(directory: Directory) -> Iterator[Problem]:
    """Yield numbers that another, unrelated entry has too: those were most likely only inferred."""
    owners: dict[str, list[tuple[Entry, int, Phone]]] = {}
    for entry in directory.entries:
        for index, phone in enumerate(entry.contact.numbers):
            if phone.digits.startswith(("0", "+")):
                owners.setdefault(national(phone.digits), []).append((entry, index, phone))
    for shared in owners.values():
        for entry, index, phone in shared:
            if other := next((one for one, _, _ in shared if one is not entry and not related(one, entry)), None):
                message = f"Die Nummer {quoted(phone.number)} steht auch bei {quoted(other.name)}."
                hint = f"Gehört sie nicht hierher, dann ersetzen Sie „kontakt“ durch:\nkontakt: {{ueber: {other.slug}}}"
                yield Problem.at(entry.position("kontakt", "telefon", index), "kontakt-von-anderen", message, hint)


def related(one: Entry, other: Entry) -> bool:
    """Return whether entries have a provider in common, or one takes place at the other."""
    venues = {place.at for place in (*one.places, *other.places)}
    return bool(set(one.providers) & set(other.providers)) or one.slug in venues or other.slug in venues
