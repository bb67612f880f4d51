"""The page of one entry: the fixed questions, answered from the entry, and honestly what is not known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from directory.model import Directory, Entry
from directory.model.place import Access, Place
from directory.model.provider import Provider
from directory.model.times import Purpose, Times
from directory.model.values import PartialDate
from directory.output.html import hostname, render
from directory.output.page import START, Crumb, Page
from directory.pages.glossary_links import HardWords
from directory.pages.needs import WITHOUT_DOOR, access_sentence
from directory.schedule import PURPOSES, Occurrence, is_current, statements
from directory.view.day import DayView


@dataclass(frozen=True, slots=True)
class TimesLine:
    """Rules that are said together: where (only if there are several places), the sentences, and the coming dates."""

    where: str
    sentences: tuple[str, ...]
    upcoming: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class TimesBlock:
    """Rules with one purpose and one age. `year` is set where they are old; 0 is an unknown year."""

    purpose: Purpose
    lines: tuple[TimesLine, ...]
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


def entry_page(view: DayView, slug: str) -> Page:
    """Return the page of an entry."""
    entry = view.directory.entry[slug]
    vocabulary = view.directory.vocabulary
    area = vocabulary.areas[entry.area]
    places = view.directory.places(entry)
    body = render(
        "entry.html",
        root="../../",
        view=view,
        entry=entry,
        words=HardWords(view.glossary, vocabulary.glossary),
        places=places,
        times=list(times_blocks(view, entry, places)),
        special_days=[special for special in entry.special_days if special.end >= view.today],
        cost_is_current=entry.cost is not None and is_current(entry.cost.as_of, entry.confirmed, view.today),
        advice=advice(view, entry),
        access=list(access_blocks(view, places)),
        unknown=unknown_facts(view, entry, places),
        sources=list(source_lines(view, entry)),
        through=view.directory.entry.get(entry.contact.through or ""),
        providers=providers_of(view, entry),
        successors=[view.directory.entry[slug] for slug in entry.successors if slug in view.directory.entry],
    )
    crumbs = (START, Crumb(area.name, f"{area.id}/"))
    source = entry.file
    scripts = ("dates.js",) if view.agenda.of(entry) else ()
    return Page(
        address=f"angebote/{entry.slug}/",
        title=entry.name,
        body=body,
        description=entry.description[0],
        area=area.id,
        crumbs=crumbs,
        source=source,
        scripts=scripts,
    )


def moved_keys(directory: Directory) -> list[str]:
    """Return the former names of files: links to them still lead on."""
    return [f"{former}/{entry.slug}" for entry in directory.entries for former in entry.former_slugs]


def moved_page(view: DayView, key: str) -> Page:
    """Return the page at a former address; it leads to the present one."""
    former, _, slug = key.partition("/")
    entry = view.directory.entry[slug]
    body = render("moved.html", root="../../", entry=entry)
    title = f"Umgezogen: {entry.name} ({former})"
    return Page(address=f"angebote/{former}/", title=title, body=body, crumbs=(START,), indexed=False)


def times_blocks(view: DayView, entry: Entry, places: tuple[Place, ...]) -> Iterator[TimesBlock]:
    """Yield the entry's times by purpose, recent ones first, without rules whose days are all past."""
    today = view.today
    groups: dict[tuple[Purpose, int | None], dict[int, Times]] = {}
    for index, times in enumerate(entry.times):
        if not _over(times, today):
            year = None if is_current(times.as_of, entry.confirmed, today) else times.as_of.year
            groups.setdefault((times.purpose, year), {})[index] = times
    order = list(PURPOSES)
    for (purpose, year), rules in sorted(
        groups.items(), key=lambda item: (item[0][1] is not None, order.index(item[0][0]))
    ):
        lines = tuple(
            TimesLine(
                _place_name(view, places, entry.times[statement.rules[0]]),
                statement.sentences,
                _dates(view.agenda.of(entry), statement.rules),
            )
            for statement in statements(rules, today, by_phone=bool(entry.contact.phones))
        )
        if lines:
            yield TimesBlock(purpose, lines, year)


def _dates(upcoming: tuple[Occurrence, ...], rules: tuple[int, ...]) -> tuple[Occurrence, ...]:
    """Return the dates of these rules; what several rules say about the same hour stands once."""
    once = {(found.day, found.start, found.end): found for found in upcoming if found.rule in rules}
    return tuple(once.values())


def _place_name(view: DayView, places: tuple[Place, ...], times: Times) -> str:
    """Return where a rule applies, in a few words; an empty text where there is only one place."""
    place = next((place for place in places if place.id and place.id == times.place), None)
    if place is None or len(places) < 2:  # noqa: PLR2004 - one place needs no name
        return ""
    hostname = view.directory.entry.get(place.at or "")
    return hostname.name if hostname else place.street or place.locality or place.city or ""


def _over(times: Times, today: date) -> bool:
    ended = times.validity is not None and times.validity.end is not None and times.validity.end < today
    return ended or (bool(times.dates) and not times.days and max(times.dates) < today)


def access_blocks(view: DayView, places: tuple[Place, ...]) -> Iterator[AccessBlock]:
    """Yield what is known about barriers, place by place."""
    features = view.directory.vocabulary.access_features
    for place in places:
        if place.access:
            sentences = [access_sentence(features[key], degree) for key, degree in place.access.features.items()]
            if place.access.door_width_cm:
                sentences.append(f"Die schmalste Tür ist {place.access.door_width_cm} Zentimeter breit.")
            yield AccessBlock(place, place.access, [*sentences, *place.access.notes])


def unknown_facts(view: DayView, entry: Entry, places: tuple[Place, ...]) -> list[str]:
    """Return what the facts do not say, as short nouns; day and place are said under their own questions."""
    missing = []
    doors = [place for place in places if place.kind not in WITHOUT_DOOR]
    if entry.cost is None:
        missing.append("Kosten")
    known = {feature for place in doors if place.access for feature in place.access.features}
    asked = [feature for feature in view.directory.vocabulary.access_features.values() if feature.always_asked]
    if doors:
        missing.extend(feature.name for feature in asked if feature.id not in known)
    return missing


def source_lines(view: DayView, entry: Entry) -> Iterator[SourceLine]:
    """Yield where the facts come from; a secret entry does not say it."""
    for index in range(len(entry.sources)):
        yield _source(view, entry, index)


def providers_of(view: DayView, entry: Entry) -> list[Provider]:
    """Return who is behind the entry; a secret entry does not say it."""
    known = view.directory.providers
    return [] if entry.secret else [known[slug] for slug in entry.providers if slug in known]


def only_by_phone(entry: Entry) -> bool:
    """Return whether the entry is a phone number and nothing else: then nobody has to ask before coming."""
    return bool(entry.places) and all(place.kind == "telefon" for place in entry.places)


def advice(view: DayView, entry: Entry) -> str:
    """Return what to do before one goes there; an empty text where the facts are sure."""
    if only_by_phone(entry) or is_current(PartialDate(), entry.confirmed, view.today):
        return ""
    return "Bitte rufen Sie vorher an." if entry.contact.phones else "Bitte fragen Sie vorher nach."


def _source(view: DayView, entry: Entry, index: int) -> SourceLine:
    source = entry.sources[index]
    as_of = render("as_of.html", as_of=source.as_of).strip()
    if entry.secret:
        return SourceLine("Die Quelle liegt der Redaktion vor", "", as_of)
    if source.url is None:
        return SourceLine(source.statement or "", "", as_of)
    name = hostname(source.url)
    linked = any(name == known or name.endswith(f".{known}") for known in view.institutions)
    return SourceLine(name, source.url if linked else "", as_of)
