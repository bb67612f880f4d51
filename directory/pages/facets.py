"""Pages of a facet: entries with one topic, of one kind, for one audience, on one weekday, free of charge.

Each as a whole and for one area.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from directory.model import Entry, Vocabulary
from directory.model.emergency import EmergencyNumber
from directory.model.values import WEEKDAYS
from directory.model.vocabulary import Area, Audience, Kind, Topic
from directory.output.page import START, Crumb, Page
from directory.pages.parts import BEGINNING, ROWS, TALL, divided, part, root_from, with_parts
from directory.pages.render import render
from directory.pages.rows import rows_of
from directory.view.day import DayView
from directory.view.nearness import Nearest, nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A term that is no vocabulary, because it is the same in every city."""

    id: str
    name: str
    heading: str
    description: tuple[str, ...] = ()


FacetTerm = Topic | Kind | Audience | Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to look for entries. `path` is its place in addresses, `intro` the sentence on top of its overview."""

    path: str
    title: str
    intro: str
    terms: Callable[[Vocabulary], Mapping[str, FacetTerm]]
    keys: Callable[[DayView, Entry], Iterable[str]]


NO_OLD_TIMES = "Neue Zeiten sind höchstens 1 Jahr alt."
DAYS = MappingProxyType(
    {
        day.lower(): Choice(id=day.lower(), name=day, heading=f"Am {day}", description=(NO_OLD_TIMES,))
        for day in WEEKDAYS
    }
)
COSTS = MappingProxyType(
    {
        "kostenlos": Choice(
            id="kostenlos",
            name="Kostenlos",
            heading="Kostenlose Angebote",
            description=("Nach unseren Angaben kosten diese Angebote nichts.",),
        )
    }
)


def _weekdays(view: DayView, entry: Entry) -> Iterable[str]:
    return {WEEKDAYS[occurrence.day.weekday()].lower() for occurrence in view.agenda.of(entry)}


def _weekday(facet: Facet, term: str) -> int | None:
    return tuple(DAYS).index(term) if facet is WEEKLY else None


def _costs(_: DayView, entry: Entry) -> Iterable[str]:
    return ("kostenlos",) if entry.cost and entry.cost.kind == "kostenlos" else ()


TOPICS = Facet(
    path="themen",
    title="Themen",
    intro="Worum geht es? Wählen Sie ein Thema.",
    terms=lambda words: words.topics,
    keys=lambda _, entry: entry.topics,
)
KINDS = Facet(
    path="arten",
    title="Arten von Angeboten",
    intro="Was suchen Sie?",
    terms=lambda words: words.kinds,
    keys=lambda _, entry: entry.kinds,
)
AUDIENCES = Facet(
    path="fuer",
    title="Für wen?",
    intro="Für wen suchen Sie?",
    terms=lambda words: words.audiences,
    keys=lambda _, entry: entry.audiences,
)
WEEKLY = Facet(
    path="wochentage", title="Wochentage", intro="An welchem Tag haben Sie Zeit?", terms=lambda _: DAYS, keys=_weekdays
)
FREE = Facet(path="kosten", title="Kosten", intro="Was kostet nichts?", terms=lambda _: COSTS, keys=_costs)
FACETS = {facet.path: facet for facet in (TOPICS, KINDS, AUDIENCES, WEEKLY, FREE)}


def facet_keys(view: DayView, facets: Iterable[Facet] = tuple(FACETS.values())) -> Iterator[str]:
    """Yield a key for each page: an overview, each term, and each term in each area that has entries with it.

    Where all entries are for the whole city, the areas have no pages of their own.
    """
    words = view.directory.vocabulary
    for facet in facets:
        yield facet.path
        for term in facet.terms(words):
            entries = _entries(view, facet).get(term, [])
            if not has_parts(view, entries):
                yield from with_parts(f"{facet.path}/{term}", len(entries))
                continue
            yield f"{facet.path}/{term}"
            for area, count in _counts(view, facet, term):
                if count:
                    yield from with_parts(f"{facet.path}/{term}/{area.id}", count)


def has_parts(view: DayView, entries: Iterable[Entry]) -> bool:
    """Return whether the areas have pages of their own for these entries of a term: some are not for the whole city."""
    areas = view.directory.vocabulary.areas
    return any(not areas[area].city_wide for entry in entries for area in entry.areas)


def address_of(view: DayView, facet: Facet, term: str, area: str) -> str:
    """Return where all entries of a term stand that an area has."""
    in_area = has_parts(view, _entries(view, facet).get(term, []))
    return f"{facet.path}/{term}/{area}/" if in_area else f"{facet.path}/{term}/"


def _entries(view: DayView, facet: Facet) -> Mapping[str, list[Entry]]:
    return view.by(facet.path, lambda entry: facet.keys(view, entry))


def _in_areas(view: DayView, facet: Facet, term: str) -> Mapping[str, list[Entry]]:
    """Return the entries of a term by every area on whose page they stand, those with a next date first."""

    def make() -> Mapping[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in view.soonest_first(_entries(view, facet).get(term, ())):
            for area in view.directory.areas_of(entry):
                found.setdefault(area, []).append(entry)
        return found

    return view.once((facet.path, term, "in areas"), make)


def _counts(view: DayView, facet: Facet, term: str) -> list[tuple[Area, int]]:
    """Return for each area how many entries of a term are there."""
    found = _in_areas(view, facet, term)
    return [(area, len(found.get(area.id, ()))) for area in view.directory.vocabulary.areas.values()]


def _with_nearest(
    view: DayView, counts: Sequence[tuple[Area, int]], entries: Sequence[Entry]
) -> Iterator[tuple[Area, int, Nearest | None]]:
    """Yield each part of the city; where it has no entry, also where the nearest one is."""
    for area, count in counts:
        if count:
            yield area, count, None
        elif not area.city_wide:
            yield area, 0, nearest(view.directory, area, entries)


def facet_page(view: DayView, key: str) -> Page:
    """Return the page of a facet, of one of its terms, or of a term in one area."""
    of_list, number = divided(key)
    path, _, rest = of_list.partition("/")
    term, _, area = rest.partition("/")
    facet = FACETS[path]
    if not term:
        return _overview(view, facet)
    return _in_area(view, facet, term, area, number) if area else _everywhere(view, facet, term, number)


def _overview(view: DayView, facet: Facet) -> Page:
    words = view.directory.vocabulary
    terms = facet.terms(words)
    topics = [term for term in terms.values() if isinstance(term, Topic)]
    sections = [(group, [topic for topic in topics if topic.group == group.id]) for group in words.groups.values()]
    others = [term for term in terms.values() if not isinstance(term, Topic)]
    body = render(
        "overview.html", root="../", facet=facet, sections=sections, others=others, entries=_entries(view, facet)
    )
    return Page(address=f"{facet.path}/", title=facet.title, body=body, description=facet.intro, crumbs=(START,))


def _everywhere(view: DayView, facet: Facet, term_id: str, number: int) -> Page:
    words = view.directory.vocabulary
    term = facet.terms(words)[term_id]
    found = _entries(view, facet).get(term_id, [])
    entries = view.once((facet.path, term_id), lambda: view.soonest_first(found))
    old = _with_old_times(view, _weekday(facet, term_id), entries)
    in_areas, address = has_parts(view, entries), f"{facet.path}/{term_id}/"
    shown = part(entries, 1, len(entries)) if in_areas else part(entries, number)
    at_home = [(area, [entry for entry in entries if entry.area == area.id]) for area in words.areas.values()]
    counts = _counts(view, facet, term_id)
    group = words.groups[term.group] if isinstance(term, Topic) else None
    body = render(
        "term.html",
        root=root_from(address, number),
        view=view,
        row=rows_of(view, _weekday(facet, term_id)),
        facet=facet,
        term=term,
        group=group,
        areas=at_home,
        part=shown,
        apart={area.id for area, count in counts if count > BEGINNING} if len(entries) > ROWS else (),
        BEGINNING=BEGINNING,
        total=len(entries),
        choices=list(_with_nearest(view, counts, entries)) if in_areas else [],
        urgent_numbers=_urgent(view, term, entries),
        to_ask=[] if entries else list(_to_ask(view, term)),
        old=old,
        old_askable=all(view.of(entry).asking for entry in old),
        plain_row=rows_of(view),
        TALL=TALL,
    )
    crumbs = (START, Crumb(facet.title, f"{facet.path}/"))
    page = Page(
        address=address,
        title=term.heading,
        body=body,
        description=" ".join(term.description),
        crumbs=crumbs,
        sensitive=_sensitive(view, term, entries),
    )
    return shown.of_list(page)


def _in_area(view: DayView, facet: Facet, term_id: str, area_id: str, number: int) -> Page:
    words = view.directory.vocabulary
    term, area = facet.terms(words)[term_id], words.areas[area_id]
    entries = _in_areas(view, facet, term_id)[area_id]
    shown = part(entries, number)
    address = f"{facet.path}/{term_id}/{area_id}/"
    body = render(
        "term_in_area.html",
        root=root_from(address, number),
        view=view,
        row=rows_of(view, _weekday(facet, term_id)),
        facet=facet,
        term=term,
        title=term.heading,
        area=area,
        part=shown,
        elsewhere=[(other, count) for other, count in _counts(view, facet, term_id) if count and other is not area],
        urgent_numbers=_urgent(view, term, entries),
    )
    crumbs = (START, Crumb(facet.title, f"{facet.path}/"), Crumb(term.heading, f"{facet.path}/{term_id}/"))
    page = Page(
        address=address,
        title=f"{term.heading} {area.in_sentence}",
        body=body,
        area=area_id,
        crumbs=crumbs,
        sensitive=_sensitive(view, term, entries),
    )
    return shown.of_list(page)


def _with_old_times(view: DayView, weekday: int | None, others: Sequence[Entry]) -> list[Entry]:
    """Return the entries of which only old times are known, and that were on this weekday; not the others."""
    if weekday is None:
        return []
    recent = {entry.slug for entry in others}
    active = (entry for entry in view.listed if entry.status == "aktiv" and entry.slug not in recent)
    return [entry for entry in active if any(weekday in times.days for times in view.old_times(entry))]


def _urgent(view: DayView, term: FacetTerm, entries: Collection[Entry]) -> Sequence[EmergencyNumber]:
    """Return whom somebody in danger can call who looks at these entries of a term; a day or the cost says nothing."""
    if isinstance(term, Topic):
        return view.urgent(term) or (view.urgent_among(entries) if view.only_sensitive(entries) else ())
    return () if isinstance(term, Choice) else view.urgent_among(entries, {term.id})


def _to_ask(view: DayView, term: FacetTerm) -> Iterator[Entry]:
    """Yield whom one can ask about a term without entries."""
    points = term.contact_points if isinstance(term, (Topic, Audience)) else ()
    known = (view.directory.entry.get(slug) for slug in points)
    yield from (entry for entry in known if entry and entry.listed(view.today))


def _sensitive(view: DayView, term: FacetTerm, entries: Collection[Entry]) -> Literal["never", "always"]:
    """Return whether a page of a term is sensitive: by its term, or because it has nothing but sensitive entries."""
    of_term = isinstance(term, (Topic, Audience)) and term.sensitive
    return "always" if of_term or view.only_sensitive(entries) else "never"
