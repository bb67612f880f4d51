"""A text in place of the slug of an entry: its whole name, or its address."""

import re

from directory.model import Directory
from directory.model.address import read_address
from directory.model.meanings import folded, meant
from directory.model.text import street_key
from directory.problems import WRITE, Hint, quoted

# "LISA" stands in many texts; a name so long is meant.
SHORTEST_NAME = 12


def whole_name(directory: Directory, text: str) -> Hint | None:
    """Return what to write where a text has the whole name of an entry, perhaps with its address behind."""
    said = folded(text)
    loaded = ((entry.slug, (entry.name, *entry.other_names)) for entry in directory.entries)
    called = ((slug, name) for slug, names in (*loaded, *directory.not_loaded.items()) for name in names)
    names = ((folded(name.removesuffix(" e. V.")), slug) for slug, name in called)
    found = [(len(name), slug) for name, slug in names if len(name) >= SHORTEST_NAME and name in said]
    return Hint(WRITE, max(found)[1]) if found else None


def at_address(directory: Directory, text: str, key: str) -> Hint | None:
    """Return the only entry at the address that a text names; further words say where in the house it is."""
    said = read_address(re.sub(r"[()]", ", ", text))
    if not said.street or not said.number:
        return None
    houses = _houses(directory, street_key(said.street), said.number.casefold())
    called = text.partition(",")[0]
    houses = {slug for slug in houses if meant(called, {slug: directory.entry[slug]}).items} or houses
    if len(houses) != 1:
        return None
    (slug,) = houses
    named = folded(directory.entry[slug].name)
    rest = [f"{part.strip(' .')}." for part in said.rest if folded(part) and folded(part) not in named]
    if key != "bei" or not rest:
        return Hint(f"Das ist die Adresse von {quoted(directory.entry[slug].name)}. Dann schreiben Sie:", slug)
    fields = {"bei": slug, "so_finden_sie_uns": rest if len(rest) > 1 else rest[0]}
    return Hint(f"Das ist die Adresse von {quoted(directory.entry[slug].name)}. Dann schreiben Sie:", fields)


def _houses(directory: Directory, street: str, number: str) -> set[str]:
    return {
        entry.slug
        for entry in directory.entries
        for place in entry.places
        if place.street and street_key(place.street) == street and (place.house_number or "").casefold() == number
    }
