"""What people call something, to what the directory calls it. Only what exists is found; nothing is guessed."""

import re
from dataclasses import dataclass

from directory.checks.addresses import street_of
from directory.model import Directory, Entry
from directory.model.provider import Provider
from directory.model.slugs import LEGAL_FORM
from directory.model.text import collation_key, street_key
from directory.model.vocabulary import Street
from directory.problems import did_you_mean, quoted

PAGE = re.compile(r"/angebote/([a-z0-9_-]+)/?")


@dataclass(frozen=True, slots=True)
class Found:
    """The entry that was meant, or in German why it is not clear and what to write."""

    entry: Entry | None
    message: str = ""
    hint: str = ""


def find_entry(directory: Directory, text: str) -> Found:
    """Return the entry with this name, name of a file, or address of a page."""
    page = PAGE.search(text)
    wanted = page.group(1) if page else text.strip()
    if entry := directory.entry.get(wanted):
        return Found(entry)
    same = named(directory, wanted)
    if len(same) == 1:
        return Found(same[0])
    if same:
        pages = ", ".join(f"/angebote/{entry.slug}/" for entry in same)
        hint = f"Schreiben Sie die Adresse von der Seite: {pages}."
        return Found(None, f"{quoted(wanted)} gibt es mehrere Male.", hint)
    if wanted in directory.invalid_entries or _left_out(directory, wanted):
        message = f"In der Datei von {quoted(wanted)} oder von seinem Haus sind gerade Fehler."
        return Found(None, message, "Versuchen Sie es bitte später noch ein Mal.")
    near = did_you_mean(wanted, [entry.name for entry in directory.entries])
    meaning = f"Meinten Sie {quoted(near)}?" if near else "Schreiben Sie den Namen genau so wie auf der Seite."
    return Found(None, f"{quoted(wanted)} steht nicht im Verzeichnis.", meaning)


def named(directory: Directory, name: str) -> list[Entry]:
    """Return the entries that are called so, also by one of their other names."""
    key = _key(name)
    return [entry for entry in directory.entries if key in _keys(entry)]


def _left_out(directory: Directory, name: str) -> bool:
    """Return whether something that is missing in the directory is called so."""
    key = _key(name)
    return any(key == _key(other) for names in directory.not_loaded.values() for other in names)


def find_provider(directory: Directory, name: str) -> str:
    """Return the id of the provider with this name; an empty text where there is none."""
    key = _key(name)
    return next((provider.id for provider in directory.providers.values() if key and key in _keys(provider)), "")


def find_street(directory: Directory, name: str) -> Street | None:
    """Return the street that is meant, also with a house number behind it."""
    streets = {street_key(street.name): street for street in directory.vocabulary.streets.values()}
    return street_of(name, streets) if name else None


def _keys(called: Entry | Provider) -> set[str]:
    return {_key(name) for name in (called.name, *called.other_names)}


def _key(name: str) -> str:
    return collation_key(LEGAL_FORM.sub(" ", name))[0]
