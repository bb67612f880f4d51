"""What people call the fields of an entry, and which field they most likely mean."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from directory.model.base import Model
from directory.model.entry import Entry
from directory.model.text import IDENTIFIER
from directory.source.shape import TEXT, Fields, ListOf, Shape, fields_of

PATH = tuple[str, ...]
PERSON, NETWORK, ADDRESS, LENGTH = "person", "netzwerk", "anschrift", "dauer"
# Of 100: "beschreibug" is 95, "ort" for "orte" 86; below, two short words are alike by chance.
LIKENESS = 82
DEEPEST = 3
# "Name des Angebots", "Für wen ist das Angebot?", "Unsere Öffnungszeiten".
OF_THE_OFFER = re.compile(
    r"(?<=\w)\s+(?:(?:des|der|vom|von|von der|für das|zum|ist(?: das| die)?)\s+)?"
    r"(?:Angebote?s?|Gruppe|Treffs?|Treffens?|Veranstaltung|Kurses)\s*\??$|^(?:unser|euer|dein|mein)\w*\s+(?=\w)",
    re.IGNORECASE,
)


def field_called(key: str, block: str = "") -> str:
    """Return the field that people call so, in this block or anywhere; the key itself where nobody does."""
    low = plain(OF_THE_OFFER.sub("", key))
    for words in (_words().get(f"in {block}", {}), _words()["anywhere"]):
        for field, names in words.items():
            if low in names:
                return field
    return low


def fields_called(key: str, block: str = "") -> tuple[str, ...]:
    """Return each field that people call so, in this block or anywhere; the likely one first."""
    low = plain(OF_THE_OFFER.sub("", key))
    inside = (_words().get(f"in {block}", {}), _words()["anywhere"])
    return tuple(dict.fromkeys(field for words in inside for field, names in words.items() if low in names))


def field_meant(key: str, known: Iterable[str], block: str = "") -> str:
    """Return which of the fields of a block a key means, also with a slip in it; an empty text if none."""
    fields = {plain(field): field for field in known}
    low = plain(OF_THE_OFFER.sub("", key))
    if low in fields:
        return fields[low]
    for field in (field_called(key, block), field_called(key)):
        if field in fields.values():
            return field
        if field != low:
            return ""  # it means a field of another block
    if low in _own():
        return ""
    inside = (_words().get(f"in {block}", {}), _words()["anywhere"])
    others = {name: field for words in inside for field, names in words.items() for name in names}
    near = _nearest(low, {**others, **fields})
    return {**others, **fields}.get(near, "") if near in fields or others.get(near) in fields.values() else ""


def is_field(word: str) -> bool:
    """Return whether a word is the name of a field, or what people call one."""
    return plain(word) in _all()


def is_own_name(word: str) -> bool:
    """Return whether a word is the name of a field here, and not only what people call one."""
    return plain(word) in _own()


def has_field(block: str, key: str) -> bool:
    """Return whether a field has another one in it, by the names that people may write."""
    return any(plain(path[-2]) == plain(block) and plain(path[-1]) == plain(key) for path in paths(Entry) if path[1:])


def stands_at_top(word: str) -> bool:
    """Return whether a word is the name of a field of the record itself; there may be others of that name."""
    return plain(word) in _at_top()


@cache
def _at_top() -> frozenset[str]:
    return frozenset(map(plain, fields_of(Entry)))


def is_at_top(word: str) -> bool:
    """Return whether a word is the name of a field that stands at the left edge only."""
    low = plain(word)
    own = [path for path in paths(Entry) if plain(path[-1]) == low]
    return bool(own) and all(len(path) == 1 for path in own)


@lru_cache(2**12)
def plain(key: str) -> str:
    """Return what is equal for all spellings of a field: "Für wen?", "fuer_wen", "FÜR WEN"."""
    low = key.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    return re.sub(r"[\W_]+", "", low)


def paths(model: type[Model], above: PATH = ()) -> Iterator[PATH]:
    """Yield the paths of all fields of a record, those at the top first."""
    shapes = fields_of(model)
    yield from ((*above, key) for key in shapes)
    for key, shape in shapes.items():
        inner = shape.item if isinstance(shape, ListOf) else shape
        if isinstance(inner, Fields) and re.fullmatch(IDENTIFIER, key) and len(above) < DEEPEST - 1:
            yield from paths(inner.model, (*above, key))


def _nearest(low: str, ways: Iterable[str]) -> str:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a run with mistakes pays for it

    found = process.extractOne(low, list(ways), scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return str(found[0]) if found else ""


@cache
def _words() -> Mapping[str, Mapping[str, frozenset[str]]]:
    found = yaml.safe_load(files("directory.source").joinpath("other_words.yaml").read_text("utf-8"))
    return MappingProxyType(
        {
            block: {field: frozenset(map(plain, names)) for field, names in words.items()}
            for block, words in found.items()
        }
    )


def is_list(field: str) -> bool:
    """Return whether a field can have several values."""
    return field in _lists()


@cache
def _lists() -> frozenset[str]:
    return frozenset(path[-1] for path in paths(Entry) if isinstance(_shape(path), ListOf))


def _shape(path: PATH) -> Shape:
    shape: Shape = Fields(Entry)
    for key in path:
        inner = shape.item if isinstance(shape, ListOf) else shape
        shape = inner.field(key) if isinstance(inner, Fields) else TEXT
    return shape


@cache
def blocks() -> frozenset[str]:
    """Return the fields that have fields in them."""
    return frozenset(path[-2] for path in paths(Entry) if path[1:])


@cache
def _own() -> frozenset[str]:
    return frozenset(plain(path[-1]) for path in paths(Entry))


@cache
def _all() -> frozenset[str]:
    return frozenset((*_own(), *(name for words in _words().values() for names in words.values() for name in names)))
