"""What stands in the booklet of an area: entries in full, those for the whole city in short, and the ways to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from directory.booklets.city_map import CityMap, city_map
from directory.model import Entry
from directory.model.contact import Contact, hostname
from directory.model.text import collation_key
from directory.model.values import WEEKDAYS
from directory.model.vocabulary import Area, EmergencyNumber
from directory.schedule import day
from directory.view.asking import NOBODY
from directory.view.day import DayView
from directory.view.entry import EntryView
from directory.view.outline import Line, Outline, outline_of, phone_line, texts, way_lines
from directory.view.places import SECRET
from directory.view.shown import shown_sentences


@dataclass(frozen=True, slots=True)
class SummaryEntry:
    """An entry in three lines: its name, what it is, and one way to reach it."""

    slug: str
    name: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Section:
    """Things under one heading, with their pictogram."""

    name: str
    icon: str
    items: list[SummaryEntry]


@dataclass(frozen=True, slots=True)
class Reference:
    """A heading of an index, and the entries below it."""

    name: str
    entries: list["IndexEntry"]


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An entry in an index: its name, and the slug that leads to it."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Number:
    """Whom to call in an emergency, and when."""

    name: str
    phones: list[Line]
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Word:
    """A hard word and what it means."""

    name: str
    lines: list[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A booklet before it is set: everything in the order of its pages."""

    area: str
    in_area: str
    colour: str
    about: list[Line]
    city: str
    title: str
    website: str
    as_of: str
    trial: bool
    map: CityMap | None
    emergency: list[Number]
    helper: Line | None
    entries: list[Outline]
    kinds: list[Reference]
    city_wide: list[Section]
    topics: list[Reference]
    weekdays: list[Reference]
    words: list[Word]
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


def book(view: DayView, area_id: str, *, trial: bool) -> Book:
    """Return what stands in the booklet of an area."""
    city = view.directory.city
    area = view.directory.vocabulary.areas[area_id]
    full, brief = full_entries(view, area_id), summary_entries(view, area_id)
    return Book(
        area=area.name,
        in_area=area.in_sentence,
        colour=area.colour,
        about=texts(*area.description, *_localities(view, area)),
        city=city.name,
        title=city.title,
        website=hostname(city.website) if city.website else "",
        as_of=day(view.today),
        trial=trial,
        map=city_map(view.directory, area),
        emergency=[
            Number(
                item.name,
                [*map(phone_line, item.phones)],
                [*texts(*item.when, *view.facts_of(item)), *_without_a_call(item)],
            )
            for item in view.directory.vocabulary.emergency_numbers.values()
        ],
        helper=phone_line(city.helper_phone) if city.helper_phone else None,
        entries=[outline_of(view.of(entry), city, area.id) for entry in full],
        kinds=list(_kinds(view, full)),
        city_wide=list(_sections(view, brief)),
        topics=list(_topics(view, [*full, *brief])),
        weekdays=list(_weekdays(view, [*full, *brief])),
        words=list(_words(view, area, full, brief)),
        reports=_ways(city.reports),
        operator=_operator(view),
        licence=city.data_licence,
    )


def _without_a_call(item: EmergencyNumber) -> Iterator[Line]:
    """Yield how people get help that has no phone number: for them the rest of the page is of no use."""
    if not item.phones:
        yield from texts(*item.notes)
        yield from ([Line(hostname(item.website), "link", item.website)] if item.website else [])


def _localities(view: DayView, area: Area) -> Iterator[str]:
    """Yield the localities that the description of the area does not name."""
    names = [place.name for place in view.directory.vocabulary.localities.values() if place.area == area.id]
    more = [name for name in names if not any(name in sentence for sentence in area.description)]
    if more:
        also = "auch " if len(more) < len(names) else ""
        yield f"Diese Ortsteile gehören {also}dazu: {', '.join(more)}."


def _kinds(view: DayView, entries: list[Entry]) -> Iterator[Reference]:
    kinds = view.directory.vocabulary.kinds
    for kind, found in view.by_kind(entries).items():
        yield Reference(kinds[kind].plural, [IndexEntry(entry.slug, entry.name) for entry in found])


def _sections(view: DayView, entries: Iterable[Entry]) -> Iterator[Section]:
    """Yield the entries by everyday group; each stands once, where its first topic belongs."""
    words = view.directory.vocabulary
    groups: dict[str, list[Entry]] = {group: [] for group in words.groups}
    for entry in entries:
        groups[words.topics[entry.topics[0]].group].append(entry)
    for group, items in groups.items():
        if items:
            yield Section(words.groups[group].name, words.groups[group].icon, [_brief(view, one) for one in items])


def _brief(view: DayView, record: Entry) -> SummaryEntry:
    entry = view.of(record)
    return SummaryEntry(entry.slug, entry.name, [Line(entry.lead), *texts(*entry.house_notice), *_way_in(entry)])


def _way_in(entry: EntryView) -> Iterator[Line]:
    answerer = entry.asking.best
    if answerer is None:
        yield from texts(NOBODY, *_door(entry))
        return
    yield from texts(answerer.invitation)
    yield from way_lines(answerer.ways[0])
    yield from texts(answerer.whose)


def _door(entry: EntryView) -> tuple[str, ...]:
    if entry.record.secret:
        return (SECRET,)
    return next(filter(None, (place.address for place in entry.places)), ())


def _topics(view: DayView, entries: list[Entry]) -> Iterator[Reference]:
    topics = view.directory.vocabulary.topics.values()
    for topic in sorted(topics, key=lambda topic: collation_key(topic.name)):
        found = [IndexEntry(entry.slug, entry.name) for entry in entries if topic.id in entry.topics]
        if found:
            yield Reference(topic.name, found)


def _weekdays(view: DayView, entries: list[Entry]) -> Iterator[Reference]:
    for number, name in enumerate(WEEKDAYS):
        found = [
            IndexEntry(entry.slug, entry.name)
            for entry in entries
            if any(date.day.weekday() == number for date in view.agenda.of(entry))
        ]
        if found:
            yield Reference(name, found)


def _words(view: DayView, area: Area, full: list[Entry], brief: list[Entry]) -> Iterator[Word]:
    """Yield the hard words that stand in this booklet, as the dictionary explains them."""
    read = [*area.description, *(line for entry in full for line in shown_sentences(entry))]
    read += [entry.description[0] for entry in brief]
    used = {use.term for line in read for use in view.glossary.uses(line)}
    terms = [term for term in view.directory.vocabulary.glossary.values() if term.id in used]
    for term in sorted(terms, key=lambda term: collation_key(term.name)):
        yield Word(term.name, texts(*term.explanation))


def _ways(contact: Contact) -> list[Line]:
    return [*map(phone_line, contact.phones), *(Line(mail, "link", f"mailto:{mail}") for mail in contact.mails)]


def _operator(view: DayView) -> list[Line]:
    operator = view.directory.city.operator
    if operator is None:
        return []
    by = f"Vertreten durch: {operator.represented_by}" if operator.represented_by else ""
    return [*texts(operator.name, *operator.address, by), *_ways(operator.contact)]
