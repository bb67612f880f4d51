"""What stands in the booklet of an area: its offers and those for the whole city by topic, and the ways to them."""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.booklets.city_map import CityMap, city_map
from directory.booklets.map_page import MapPage, map_page
from directory.booklets.offer import Offer, brief, source_line, whole
from directory.booklets.opening import Need, needs
from directory.booklets.register import Reference, references, weekdays
from directory.model import Entry
from directory.model.contact import Contact, hostname
from directory.model.emergency import EmergencyNumber
from directory.model.provenance import newest
from directory.model.text import collation_key
from directory.model.vocabulary import QUESTIONS, Area
from directory.schedule import from_when
from directory.view.answerer import ADVICE, Link
from directory.view.day import DayView
from directory.view.knowledge import asked_facts
from directory.view.outline import Line, phone_line, texts
from directory.view.shown import shown_sentences

# What is unknown of so many of the offers for which it matters is said once, for all of them.
MOST = 3 / 4
# How many numbers have room on the back.
ON_THE_BACK = 6


@dataclass(frozen=True, slots=True)
class Section:
    """A group of topics with its pictogram: offers of the area, and offers for the whole city in few lines."""

    id: str
    name: str
    icon: str
    here: list[Offer]
    everywhere: list[Offer]


@dataclass(frozen=True, slots=True)
class Number:
    """Whom to call in an emergency: the situation, the name, the numbers, and what one must know."""

    when: str
    name: str
    phones: list[Line]
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name, and what is said of it."""

    name: str
    lines: list[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A booklet before it is set: everything in the order of its pages.

    `as_of` is the date of the newest fact, empty where none is known. `rarely_known` names what most offers do not
    say. `at_once` are the numbers of the back, `more_help` the others.
    """

    area: str
    in_area: str
    colour: str
    about: list[Line]
    city: str
    title: str
    volume: str
    website: str
    as_of: str
    trial: bool
    confirmed: bool
    map: CityMap | None
    houses: MapPage | None
    at_once: list[Number]
    more_help: list[Number]
    helper: Line | None
    office: Named | None
    needs: list[Need]
    sections: list[Section]
    rarely_known: str
    weekdays: list[Reference]
    words: list[Named]
    sources: list[Named]
    references: list[Reference]
    reports: list[Line]
    operator: list[Line]
    licence: str


def full_entries(view: DayView, area: str) -> list[Entry]:
    """Return the entries that the booklet of an area has in full: held there, or serving it."""
    return view.by_area.get(area, [])


def summary_entries(view: DayView, area: str) -> list[Entry]:
    """Return the other entries for the whole city."""
    here = {entry.slug for entry in full_entries(view, area)}
    return [entry for entry in view.city_wide if entry.slug not in here]


def book(view: DayView, area_id: str, *, trial: bool, volume: str = "", slugs: frozenset[str] | None = None) -> Book:
    """Return what stands in the booklet of an area; of a volume, `slugs` says which entries stand in it."""
    city = view.directory.city
    area = view.directory.vocabulary.areas[area_id]
    full, short = (
        [entry for entry in entries if slugs is None or entry.slug in slugs]
        for entries in (full_entries(view, area_id), summary_entries(view, area_id))
    )
    unknown = list(_rarely_known(view, full))
    numbers = list(view.directory.vocabulary.emergency_numbers.values())
    at_once = [item for item in numbers if item.day_and_night][:ON_THE_BACK]
    return Book(
        area=area.name,
        in_area=area.in_sentence,
        colour=area.colour,
        about=texts(*area.description, *_localities(view, area)),
        city=city.name,
        title=city.title,
        volume=volume,
        website=hostname(city.website) if city.website else "",
        as_of=from_when(newest(source for entry in (*full, *short) for source in entry.sources)),
        trial=trial,
        confirmed=any(entry.confirmed for entry in full),
        map=city_map(view.directory, area),
        houses=None if area.city_wide else map_page(view, area_id, full),
        at_once=[_number(view, item) for item in at_once],
        more_help=[_number(view, item) for item in numbers if item not in at_once],
        helper=phone_line(city.helper_phone) if city.helper_phone else None,
        office=_office(view, area),
        needs=needs(view, area.id, [*full, *short]),
        sections=list(_sections(view, area, full, short, unknown)),
        rarely_known=", ".join(unknown),
        weekdays=weekdays(view, [*full, *short]),
        words=list(_words(view, area, full, short)),
        sources=[Named(entry.name, texts(source_line(view.of(entry), unknown=""))) for entry in full],
        references=list(references(view, [*full, *short])),
        reports=_ways(city.reports),
        operator=_operator(view),
        licence=city.data_licence,
    )


def _rarely_known(view: DayView, entries: list[Entry]) -> Iterator[str]:
    """Yield what most of those entries do not say of which one wants to know it."""
    asked = [fact for entry in entries for fact in asked_facts(view.directory, entry)]
    names = (*QUESTIONS.values(), *(one.name for one in view.directory.vocabulary.access_features.values()))
    for name in names if len(entries) > 1 else ():
        known = [known for fact, known in asked if fact == name]
        if known and known.count(False) >= MOST * len(known):
            yield name


def _number(view: DayView, item: EmergencyNumber) -> Number:
    """Return whom to call; how people get help that has no phone number is said too: the rest is of no use for them."""
    site = [Line(hostname(item.website), "link", item.website)] if item.website and not item.phones else []
    return Number(
        when=item.when[0],
        name=item.name_alone,
        phones=[*map(phone_line, item.phones)],
        lines=[*texts(" ".join((*view.facts_of(item), *([] if item.phones else item.notes)))), *site],
    )


def _localities(view: DayView, area: Area) -> Iterator[str]:
    """Yield the localities that the description of the area does not name."""
    names = [place.name for place in view.directory.vocabulary.localities.values() if place.area == area.id]
    more = [name for name in names if not any(name in sentence for sentence in area.description)]
    if more:
        also = "auch " if len(more) < len(names) else ""
        yield f"Diese Ortsteile gehören {also}dazu: {', '.join(more)}."


def _office(view: DayView, area: Area) -> Named | None:
    """Return who answers where an offer has no more than a website: the office of the area, else of the whole city."""
    areas = (area, *(one for one in view.directory.vocabulary.areas.values() if one.city_wide))
    slug = next((one.contact_point for one in areas if one.contact_point), None)
    office = view.of(view.directory.entry[slug]) if slug in {entry.slug for entry in view.listed} else None
    phones = [way.phone for way in (office.asking.best.ways if office and office.asking.best else ()) if way.phone]
    return Named(office.name, [phone_line(phones[0])]) if office and phones else None


def _sections(
    view: DayView, area: Area, full: list[Entry], short: list[Entry], unknown: list[str]
) -> Iterator[Section]:
    """Yield the entries by everyday group; each stands once, where its first topic belongs."""
    words = view.directory.vocabulary
    # The booklet of the whole city is for professionals: they have the front, and find the rest themselves.
    of_the_area: frozenset[Link] = ADVICE if area.city_wide else frozenset()
    of_the_city: frozenset[Link] = frozenset({"gebiet"})
    here: dict[str, list[Offer]] = {group: [] for group in words.groups}
    everywhere: dict[str, list[Offer]] = {group: [] for group in words.groups}
    for entry in full:
        here[words.topics[entry.topics[0]].group].append(
            whole(view, view.of(entry), area.id, unknown, advice_in_front=of_the_area)
        )
    for entry in short:
        everywhere[words.topics[entry.topics[0]].group].append(brief(view, view.of(entry), advice_in_front=of_the_city))
    for group in words.groups.values():
        if here[group.id] or everywhere[group.id]:
            yield Section(group.id, group.name, group.icon, here[group.id], everywhere[group.id])


def _words(view: DayView, area: Area, full: list[Entry], short: list[Entry]) -> Iterator[Named]:
    """Yield the hard words that stand in this booklet, as the dictionary explains them."""
    read = [*area.description, *(line for entry in full for line in shown_sentences(entry))]
    read += [entry.description[0] for entry in short]
    used = {term for line in read for term in _hard_words(view, line)}
    terms = [term for term in view.directory.vocabulary.glossary.values() if term.id in used]
    for term in sorted(terms, key=lambda term: collation_key(term.name)):
        yield Named(term.name, texts(*term.explanation))


def _hard_words(view: DayView, line: str) -> set[str]:
    """Return the hard words of a sentence; most sentences stand in several booklets."""
    return view.once(("hard words", line), lambda: {use.term for use in view.glossary.uses(line)})


def _ways(contact: Contact) -> list[Line]:
    return [*map(phone_line, contact.phones), *(Line(mail, "link", f"mailto:{mail}") for mail in contact.mails)]


def _operator(view: DayView) -> list[Line]:
    operator = view.directory.city.operator
    if operator is None:
        return []
    by = f"Vertreten durch: {operator.represented_by}" if operator.represented_by else ""
    return [*texts(operator.name, *operator.address, by), *_ways(operator.contact)]
