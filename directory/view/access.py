"""Who can get in, in sentences and with who says so; and whether that fits what a person needs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from directory.model import Directory, Entry
from directory.model.place import Access, Place
from directory.model.values import PartialDate
from directory.model.vocabulary import AccessFeature
from directory.schedule import from_when
from directory.view.attribution import age_of, source_text
from directory.view.attribution import speaker as speaker_of

Verdict = Literal["ja", "teilweise", "nein", "unbekannt"]
UNCHECKED = "Das hat noch niemand geprüft."


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessView:
    """What is known about barriers at one place.

    `where` is the street, empty where none is known. `source` says whose words these are, or that nobody has checked
    them; `named` is whether it names somebody. `as_of` says how old they are, from the date `since`.
    """

    where: str
    sentences: tuple[str, ...]
    source: str
    named: bool
    as_of: str
    since: PartialDate


@dataclass(frozen=True, slots=True)
class Fit:
    """What is known about an entry for one need: a verdict and the sentences behind it."""

    entry: Entry
    verdict: Verdict
    sentences: tuple[str, ...]


def access_views(directory: Directory, entry: Entry) -> Iterator[AccessView]:
    """Yield what is known about barriers, place by place."""
    features = directory.vocabulary.access_features
    for own, place in zip(entry.places, directory.places(entry), strict=True):
        access = place.access
        if access:
            speaker = _speaker(directory, entry, own)
            known = [access_sentence(features[key], degree) for key, degree in access.features.items()]
            width = access.door_width_cm
            door = [f"Die schmalste Tür ist {width} Zentimeter breit."] if width else []
            as_of = access.checked.on if access.checked else age_of(speaker, access)
            # A confirmation is of the whole entry, but nobody has measured anew.
            confirmed = speaker.confirmed if as_of.known and not access.checked else None
            confirmed_since = confirmed and confirmed.on >= as_of.first_day()
            yield AccessView(
                where=" ".join(filter(None, (place.street, place.house_number))) if place.street else "",
                # Words about a secret house, and who has been there, stay with the editors.
                sentences=(*known, *door, *(() if entry.secret else access.notes)),
                source=_source(access, speaker),
                named=bool(access.checked or access.stated_by),
                as_of=f"Die Angabe ist {from_when(as_of)}." if as_of.known and not confirmed_since else "",
                since=PartialDate() if confirmed_since else as_of,
            )


def _speaker(directory: Directory, entry: Entry, own: Place) -> Entry:
    """Return whose sources say it: what is true of the venue, those of the venue."""
    return entry if own.access else directory.entry.get(own.at or "", entry)


def known_features(directory: Directory, entry: Entry) -> tuple[str, ...]:
    """Return what is known of barriers as sentences, where only one place has such facts: it is true of all of it."""
    features = directory.vocabulary.access_features
    known = [place.access for place in directory.places(entry) if place.access]
    if len(known) != 1:
        return ()
    return tuple(access_sentence(features[key], degree) for key, degree in known[0].features.items())


def fit(directory: Directory, entry: Entry, features: Sequence[AccessFeature]) -> Fit:
    """Return how an entry fits. The first feature of a need decides; the others can only take away from a yes.

    Where nobody is named who says so it is no yes.
    """
    known: dict[str, str] = {}
    said = True
    for own, place in zip(entry.places, directory.places(entry), strict=True):
        if place.access:
            here = {item.id: place.access.features[item.id] for item in features if item.id in place.access.features}
            said = said and (not here or _source(place.access, _speaker(directory, entry, own)) != UNCHECKED)
            known |= here
    sentences = tuple(access_sentence(item, known[item.id]) for item in features if item.id in known)
    if not known:
        return Fit(entry, "unbekannt", sentences)
    decisive = known.get(features[0].id)
    if decisive == "nein":
        return Fit(entry, "nein", sentences)
    whole = said and decisive == "ja" and set(known.values()) == {"ja"}
    return Fit(entry, "ja" if whole else "teilweise", sentences)


def asks_about(directory: Directory, entry: Entry, features: Sequence[AccessFeature]) -> bool:
    """Return whether one wants to know any of these features about an entry of this kind."""
    questions = directory.vocabulary.kinds[entry.main_kind].questions
    return questions is None or any(feature.id in questions for feature in features)


def access_sentence(feature: AccessFeature, degree: str) -> str:
    """Return what a feature's value means, as a sentence."""
    words: Mapping[str, str] = {"ja": feature.yes, "teilweise": feature.partly, "nein": feature.no}
    return words[degree]


def _source(access: Access, entry: Entry) -> str:
    """Return who says so. Of several sources nobody knows which one it was, so that none of them is named."""
    if entry.secret:
        return "Jemand hat das geprüft." if access.checked else UNCHECKED
    if access.checked:
        return f"{access.checked.by} hat das geprüft."
    if said := speaker_of(entry, access):
        return said
    only = entry.sources[0] if len(entry.sources) == 1 else None
    return source_text(only) if only else UNCHECKED
