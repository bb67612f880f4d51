"""The page of one offer: the fixed questions, answered from the entry, and honestly what is not known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from directory.model import Directory, Entry
from directory.model.place import Access, Place
from directory.model.times import Times
from directory.pages.listing import Listing
from directory.pages.needs import WITHOUT_DOOR, said
from directory.pages.page import START, Crumb, Page
from directory.pages.render import host, render
from directory.schedule import is_current
from directory.schedule import sentences as times_sentences

PURPOSES = {
    "treffen": "Treffen",
    "offen": "Offen",
    "telefon": "Am Telefon",
    "anmeldung": "Anmeldung",
    "essen": "Essen",
    "raum": "Räume",
}


@dataclass(frozen=True, slots=True)
class TimesBlock:
    """Rules with one purpose and one age, each with the name of its place where there are several.

    `year` is set where they are old; 0 is an unknown year.
    """

    purpose: str
    rules: list[tuple[str, tuple[str, ...]]]
    year: int | None = None


@dataclass(frozen=True, slots=True)
class AccessBlock:
    """What is known about barriers at one place, in sentences, and who says so."""

    place: Place
    access: Access
    sentences: list[str]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as it is shown; a link only where `url` is set."""

    text: str
    url: str
    as_of: str


def entry_page(listing: Listing, slug: str) -> Page:
    """Return the page of an offer."""
    entry = listing.directory.entry[slug]
    vocabulary = listing.directory.vocabulary
    area = vocabulary.areas[entry.area]
    places = listing.directory.places(entry)
    body = render(
        "entry.html",
        root="../../",
        listing=listing,
        entry=entry,
        places=places,
        times=list(times_blocks(listing, entry, places)),
        special_days=[special for special in entry.special_days if special.end >= listing.today],
        cost_is_current=entry.cost is not None and is_current(entry.cost.as_of, entry.confirmed, listing.today),
        access=list(_access(listing, places)),
        unknown=_unknown(listing, entry, places),
        sources=[_source(listing, entry, index) for index in range(len(entry.sources))],
        through=listing.directory.entry.get(entry.contact.through or ""),
        providers=[]
        if entry.secret
        else [listing.directory.providers[slug] for slug in entry.providers if slug in listing.directory.providers],
        successors=[listing.directory.entry[slug] for slug in entry.successors if slug in listing.directory.entry],
    )
    crumbs = (START, Crumb(area.name, f"{area.id}/"))
    source = f"entries/{entry.area}/{entry.slug}.yaml"
    return Page(f"angebote/{entry.slug}/", entry.name, body, entry.description[0], area.id, crumbs, source)


def moved_keys(directory: Directory) -> list[str]:
    """Return the former names of files: links to them still lead on."""
    return [f"{former}/{entry.slug}" for entry in directory.entries for former in entry.former_slugs]


def moved_page(listing: Listing, key: str) -> Page:
    """Return the page at a former address; it leads to the present one."""
    former, _, slug = key.partition("/")
    entry = listing.directory.entry[slug]
    body = render("moved.html", root="../../", entry=entry)
    return Page(f"angebote/{former}/", f"Umgezogen: {entry.name} ({former})", body, crumbs=(START,))


def times_blocks(listing: Listing, entry: Entry, places: tuple[Place, ...]) -> Iterator[TimesBlock]:
    """Yield the entry's times by purpose, recent ones first, without rules whose days are all past."""
    today = listing.today
    blocks: dict[tuple[str, int | None], TimesBlock] = {}
    for times in entry.times:
        if _over(times, today):
            continue
        year = None if is_current(times.as_of, entry.confirmed, today) else times.as_of.year
        if spoken := times_sentences(times, today):
            block = blocks.setdefault((times.purpose, year), TimesBlock(PURPOSES[times.purpose], [], year))
            block.rules.append((_place_name(listing, places, times), spoken))
    yield from sorted(
        blocks.values(), key=lambda block: (block.year is not None, list(PURPOSES.values()).index(block.purpose))
    )


def _place_name(listing: Listing, places: tuple[Place, ...], times: Times) -> str:
    """Return where a rule applies, in a few words; an empty text where there is only one place."""
    place = next((place for place in places if place.id and place.id == times.place), None)
    if place is None or len(places) < 2:  # noqa: PLR2004 - one place needs no name
        return ""
    host = listing.directory.entry.get(place.at or "")
    return host.name if host else place.street or place.locality or place.city or ""


def _over(times: Times, today: date) -> bool:
    ended = times.validity is not None and times.validity.end is not None and times.validity.end < today
    return ended or (bool(times.dates) and not times.days and max(times.dates) < today)


def _access(listing: Listing, places: tuple[Place, ...]) -> Iterator[AccessBlock]:
    features = listing.directory.vocabulary.access_features
    for place in places:
        if place.access:
            sentences = [said(features[key], degree) for key, degree in place.access.features.items()]
            if place.access.door_width_cm:
                sentences.append(f"Die schmalste Tür ist {place.access.door_width_cm} Zentimeter breit.")
            yield AccessBlock(place, place.access, [*sentences, *place.access.notes])


def _unknown(listing: Listing, entry: Entry, places: tuple[Place, ...]) -> list[str]:
    """Return what the facts do not say, as short nouns; day and place are said under their own questions."""
    missing = []
    doors = [place for place in places if place.kind not in WITHOUT_DOOR]
    if entry.cost is None:
        missing.append("Kosten")
    known = {feature for place in doors if place.access for feature in place.access.features}
    asked = [feature for feature in listing.directory.vocabulary.access_features.values() if feature.always_asked]
    if doors:
        missing.extend(feature.name for feature in asked if feature.id not in known)
    return missing


def _source(listing: Listing, entry: Entry, index: int) -> SourceLine:
    source = entry.sources[index]
    as_of = render("as_of.html", as_of=source.as_of).strip()
    if entry.secret:
        return SourceLine("Die Quelle liegt der Redaktion vor", "", as_of)
    if source.url is None:
        return SourceLine(source.statement or "", "", as_of)
    name = host(source.url)
    linked = any(name == known or name.endswith(f".{known}") for known in listing.institutions)
    return SourceLine(name, source.url if linked else "", as_of)
