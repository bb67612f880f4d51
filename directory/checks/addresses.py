"""Addresses: the street, the postal code and the locality exist, belong together, and lie in the area of the entry."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from typing import Any, NamedTuple

from directory.model import Directory, Entry
from directory.model.address import POST_OFFICE_BOX, read_address
from directory.model.meanings import Meant, folded, meant
from directory.model.place import Place
from directory.model.text import street_key
from directory.model.vocabulary import Street
from directory.problems import Hint, Problem, quoted
from directory.problems.written import short_field

# A street or locality that differs in more letters is another one. Of 100; a slip in a name of 12 letters is 92.
SAME_NAME = 88
OTHER_CITY = "Liegt der Ort in einer anderen Stadt? Dann ergänzen Sie „stadt“."


class _Doubt(NamedTuple):
    """What does not fit about one field of a place; where it stands is looked up only then, in the file."""

    key: str
    code: str
    message: str
    hint: str | Hint


def check(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield what in an address does not exist or does not fit, with the likely answer."""
    words = directory.vocabulary
    streets = {street_key(street.name): street for street in words.streets.values()}
    codes = frozenset(code for locality in words.localities.values() for code in locality.postal_codes)
    meaning = cache(partial(meant, items=words.localities))
    for entry in directory.entries:
        for index, place in enumerate(entry.places):
            if in_another_city(directory, place):
                continue
            for doubt in (
                *_street(directory, entry, index, streets),
                *_postal_code(directory, place, codes),
                *_locality(directory, entry, place, meaning),
            ):
                at = entry.position("orte", index, doubt.key)
                yield Problem.at(at, doubt.code, doubt.message, doubt.hint)


def street_of(written: str, streets: Mapping[str, Street]) -> Street | None:
    """Return the street that is meant, by its key: also with a house number behind it, or with an initial."""
    name = read_address(written).street or written.partition(",")[0]
    return streets.get(street_key(name)) or streets.get(street_key(written)) or _by_initial(name, streets)


def _by_initial(name: str, streets: Mapping[str, Street]) -> Street | None:
    """Return the only street whose first names are shortened here: "A.-Einstein-Straße"."""
    first, dot, rest = name.partition(".")
    if not dot or len(first) > 2 or not rest:  # noqa: PLR2004 - "A.", "Ch."
        return None
    ending = street_key(rest)
    found = [street for key, street in streets.items() if key.endswith(ending) and key.startswith(first.lower())]
    return found[0] if len(found) == 1 else None


def in_another_city(directory: Directory, place: Place) -> bool:
    """Return whether a place is in another city; a city with its locality behind it is not."""
    return bool(place.city) and not folded(place.city or "").startswith(folded(directory.city.name))


def _street(directory: Directory, entry: Entry, index: int, streets: Mapping[str, Street]) -> Iterator[_Doubt]:
    place = entry.places[index]
    if not place.street:
        return
    if POST_OFFICE_BOX.search(place.street):
        message = f"{quoted(place.street)} ist ein Post-Fach. Dort kann man niemanden besuchen."
        hint = "Schreiben Sie die Straße. Ist sie nicht bekannt, löschen Sie die Zeile."
        yield _Doubt("strasse", "postfach", message, hint)
        return
    own = read_address(place.street)
    if own.number and not place.house_number and street_key(place.street) not in streets:
        message = "Bei der Straße steht auch die Hausnummer."
        rest = [f"{part.strip(' .')}." for part in own.rest if part.strip(" .")]
        fields: dict[str, Any] = {"strasse": own.street, "hausnummer": own.number}
        fields |= {"so_finden_sie_uns": rest if len(rest) > 1 else rest[0]} if rest else {}
        lines = "\n".join(short_field(key, value) for key, value in fields.items())
        shown = entry.in_place_of(lines, "orte", index, "strasse")
        written = Hint(f"Schreiben Sie {len(fields)} Zeilen:", fields, shown=shown)
        yield _Doubt("strasse", "hausnummer-in-strasse", message, written)
    known = street_of(place.street, streets)
    name = own.street or place.street
    # "Lange Str." is short for it, "Langestrasse" is another spelling.
    if known and "." not in name and known.name.casefold() not in (name.casefold(), place.street.casefold()):
        message = f"Die Straße {quoted(name)} schreiben wir anders."
        yield _Doubt("strasse", "strasse-unbekannt", message, f"Schreiben Sie: {known.name}")
    if streets and not known:
        near = nearest_street(own.street or place.street, streets)
        message = f"Die Straße {quoted(own.street or place.street)} kennen wir in {directory.city.name} nicht."
        question = f"Meinten Sie {quoted(near)}?" if near else f"Prüfen Sie den Namen. {OTHER_CITY}"
        yield _Doubt("strasse", "strasse-unbekannt", message, question)


def nearest_street(name: str, streets: Mapping[str, Street]) -> str:
    """Return the name of the street, by its key, that differs from this one in a few letters; empty if none does."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a run with mistakes pays for it

    found = process.extractOne(street_key(name), list(streets), scorer=fuzz.ratio, score_cutoff=SAME_NAME)
    return streets[found[0]].name if found else ""


def _postal_code(directory: Directory, place: Place, codes: frozenset[str]) -> Iterator[_Doubt]:
    code = place.postal_code
    if code and codes and code not in codes:
        message = f"Die Postleitzahl {quoted(code)} gibt es in {directory.city.name} nicht."
        hint = f"Hier gibt es: {', '.join(sorted(codes))}. {OTHER_CITY}"
        yield _Doubt("plz", "plz-unbekannt", message, hint)


def _locality(directory: Directory, entry: Entry, place: Place, meaning: Callable[[str], Meant]) -> Iterator[_Doubt]:
    """Yield a locality that does not exist or lies in another area; it may stand behind the name of the city."""
    localities = directory.vocabulary.localities
    behind = (place.city or "").partition("-")[2].strip()
    written, key = (place.locality, "ortsteil") if place.locality else (behind, "stadt")
    if not written or not localities:
        return
    said = meaning(written)
    if not said.certain:
        message = f"Den Ortsteil {quoted(written)} kennen wir in {directory.city.name} nicht."
        names = " oder ".join(quoted(localities[item].name) for item in said.items)
        yield _Doubt(key, "ortsteil-unbekannt", message, f"Meinten Sie {names}?" if names else "Prüfen Sie den Namen.")
        return
    locality = localities[said.items[0]]
    if written not in (locality.name, *locality.other_names):
        message = f"Den Ortsteil {quoted(written)} schreiben wir anders."
        yield _Doubt(key, "ortsteil-unbekannt", message, f"Schreiben Sie: {locality.name}")
    area = directory.vocabulary.areas.get(entry.area)
    if area and locality.area not in entry.areas and not _allowed_elsewhere(place, city_wide=area.city_wide):
        there = directory.vocabulary.areas.get(locality.area)
        where = there.name if there else locality.area
        message = f"Der Ortsteil {quoted(locality.name)} liegt in {where}, nicht in {area.name}."
        hint = f"Legen Sie die Datei in den Ordner {locality.area}, oder ergänzen Sie „gebiet“."
        yield _Doubt(key, "ortsteil-anderswo", message, hint)


def _allowed_elsewhere(place: Place, *, city_wide: bool) -> bool:
    return place.role == "aussenstelle" or (city_wide and place.role == "buero")
