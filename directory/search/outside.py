"""Places outside the city: somebody who asks for one must read that the directory has nothing there."""

from collections.abc import Iterable
from functools import cache

from directory.model import Directory
from directory.search.analysis import stem, words
from directory.search.rules import table
from directory.search.synonyms import concepts, facets

# Area codes of large cities have 2 or 3 digits; a neighbour's code begins with the same 2 as the city's own.
LARGE, NEAR = 3, 2
# Shorter names are too often other words.
SHORTEST = 5
# First words of names that many places have, or that are everyday words.
QUALIFIERS = {"halle", "markt", "neustadt", "sankt"}


def places_outside(directory: Directory) -> list[str]:
    """Return the folded names, the first word of each, of large German cities and of the city's neighbours, in order.

    They come from area codes: see lexical/README.md. What means something else in this directory is left out.
    """
    city = directory.city.name if directory.city else ""
    own = next((code for code, name in _area_codes() if name == city), "")
    near = own[:NEAR]
    names = [name for code, name in _area_codes() if len(code) <= LARGE or (near and code.startswith(near))]
    meant = {*_stems(label for _, label, spoken in concepts(directory) for label in (label, *spoken))}
    meant |= {*_stems(phrase for phrase, *_ in facets(directory))}
    # "Weimarer Straße" is here, Weimar is not.
    here = {word.joined for street in directory.vocabulary.streets.values() for word in words(street.name)}
    here |= {word.joined for word in words(city)}
    found = {word.joined for name in names for word in words(name)[:1] if word.joined not in QUALIFIERS}
    return sorted(name for name in found if len(name) >= SHORTEST and stem(name) not in meant and name not in here)


def _stems(texts: Iterable[str]) -> Iterable[str]:
    return (stem(part) for text in texts for word in words(text) for part in (word.joined, *word.parts))


@cache
def _area_codes() -> tuple[tuple[str, str], ...]:
    """Return German area codes without the leading 0, each with its place."""
    return tuple((code, name) for code, name in table("area_codes.tsv"))
