"""How sure the facts of an entry are, what nobody knows yet, and where they come from."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from directory.model import Directory, Entry
from directory.model.contact import hostname
from directory.model.provenance import Source
from directory.model.values import PartialDate
from directory.model.vocabulary import QUESTIONS
from directory.schedule import Asked, day, from_when, is_current
from directory.view.places import WITHOUT_DOOR

ADVICE: Mapping[Asked, str] = {
    "anrufen": "Bitte rufen Sie vorher an.",
    "fragen": "Bitte fragen Sie vorher nach.",
    "niemand": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source as it is shown; a link only where `url` is set.

    `text` says where it is from. `as_of` is the date in words, empty where it is not known.
    """

    text: str
    url: str
    as_of: str


def state(entry: Entry, today: date) -> str:
    """Return in words how sure the entry is."""
    if entry.confirmed is None:
        return "Noch nicht bestätigt."
    if is_current(PartialDate(), entry.confirmed, today):
        return f"Bestätigt am {day(entry.confirmed.on)}."
    return "Vor mehr als 1 Jahr bestätigt."


def advice(entry: Entry, today: date, asked: Asked) -> str:
    """Return what to do before one goes there; empty where facts are sure, nobody goes, or nobody can be asked."""
    if entry.secret or only_by_phone(entry) or is_current(PartialDate(), entry.confirmed, today):
        return ""
    return ADVICE[asked]


def only_by_phone(entry: Entry) -> bool:
    """Return whether the entry is a phone number and nothing else: then nobody has to ask before coming."""
    return bool(entry.places) and all(place.kind == "telefon" for place in entry.places)


def unknown_facts(directory: Directory, entry: Entry) -> Iterator[str]:
    """Yield what the facts do not say, as short nouns; only what the entry's kind makes one want to know."""
    yield from (fact for fact, known in asked_facts(directory, entry) if not known)


def asked_facts(directory: Directory, entry: Entry) -> Iterator[tuple[str, bool]]:
    """Yield what the entry's kind makes one want to know, as short nouns, each with whether it is known."""
    asked = questions_of(directory, entry)
    answers = {
        "wann": bool(entry.times or entry.special_days), "wo": bool(entry.places), "kosten": entry.cost is not None
    }  # fmt: skip
    yield from ((QUESTIONS[question], known) for question, known in answers.items() if question in asked)
    doors = [place for place in directory.places(entry) if place.kind not in WITHOUT_DOOR]
    known = {feature for place in doors if place.access for feature in place.access.features}
    for feature in directory.vocabulary.access_features.values() if doors else ():
        if feature.id in asked:
            yield feature.name, feature.id in known


def questions_of(directory: Directory, entry: Entry) -> tuple[str, ...]:
    """Return what one wants to know about entries of this kind: keys of `QUESTIONS`, and access features."""
    words = directory.vocabulary
    always = (*QUESTIONS, *(feature.id for feature in words.access_features.values() if feature.always_asked))
    own = words.kinds[entry.main_kind].questions
    return always if own is None else own


def source_views(entry: Entry, institutions: Collection[str]) -> Iterator[SourceView]:
    """Yield where the facts come from; a secret entry does not say it. Pages of `institutions` are linked."""
    for source in entry.sources:
        yield _source(entry, source, institutions)


def _source(entry: Entry, source: Source, institutions: Collection[str]) -> SourceView:
    as_of = from_when(source.as_of)
    if entry.secret:
        return SourceView(text="Das bleibt geheim", url="", as_of=as_of)
    if source.url is None:
        return SourceView(text=source.statement or "", url="", as_of=as_of)
    name = hostname(source.url)
    linked = any(name == known or name.endswith(f".{known}") for known in institutions)
    return SourceView(text=name, url=source.url if linked else "", as_of=as_of)
