"""What the directory knows of an area, as counts: each with the entries behind it, for pages, data and tests alike.

A count of entries says how complete the directory is, not what there is or what people need. So nothing here is a rate,
a rank or a distance, and no count is divided by residents.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from directory.model import Directory, Entry
from directory.model.provenance import Source
from directory.model.provider import Provider
from directory.model.values import PartialDate
from directory.model.vocabulary import Area, Locality
from directory.schedule import is_current
from directory.view.contact import providers_of
from directory.view.day import DayView
from directory.view.times import recent_rules
from directory.view.wishes import WishView, wishes

# With fewer entries than this, one more or less changes the picture.
FEW = 20
# Below this part of the entries nothing can be said about evenings and weekends (research on profiles of 2026-11-29).
ENOUGH_TIMES = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count: the entries that are counted, and in German what is counted and how. `id` stays the same."""

    id: str
    label: str
    entries: tuple[Entry, ...]
    method: str

    @property
    def number(self) -> int:
        """How many entries there are."""
        return len(self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is said of one thing: among the entries here, and among those for the whole city from elsewhere."""

    label: str
    here: Figure
    city_wide: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Residents:
    """How many people lived in the localities of an area in one year, and who says so."""

    number: int
    year: int
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """An area in figures.

    `here` are the entries with a door or their home in the area, `also` those from elsewhere that name the area,
    `city_wide` those from elsewhere that are for the whole city. `knowledge` counts entries of `here` of which
    something is known. `residents` is None without a source, and where localities were counted in several years.
    """

    area: Area
    here: Figure
    also: Figure
    city_wide: Figure
    groups: tuple[Row, ...]
    kinds: tuple[Row, ...]
    audiences: tuple[Row, ...]
    knowledge: tuple[Figure, ...]
    localities: tuple[Locality, ...]
    residents: Residents | None
    houses: tuple[Entry, ...]
    providers: tuple[Provider, ...]
    wishes: tuple[WishView, ...]

    @property
    def by_id(self) -> Mapping[str, Figure]:
        """Every figure by its id."""
        return {figure.id: figure for figure in self.figures}

    @property
    def few(self) -> bool:
        """Whether the numbers are small."""
        return self.here.number < FEW

    @property
    def times_are_known(self) -> bool:
        """Whether the times of enough entries are recent to say when there is something."""
        return self.by_id["bekannt-zeiten-neu"].number >= ENOUGH_TIMES * self.here.number

    @property
    def missing(self) -> tuple[Row, ...]:
        """The groups of topics of which no entry is here."""
        return tuple(row for row in self.groups if not row.here.number)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure, each once."""
        rows = (*self.groups, *self.kinds, *self.audiences)
        return (
            self.here,
            self.also,
            self.city_wide,
            *(figure for row in rows for figure in (row.here, row.city_wide)),
            *self.knowledge,
        )


def profiles(view: DayView) -> Iterator[Profile]:
    """Yield the profile of each area but the whole city, in the order of the vocabulary."""
    yield from (profile(view, area) for area in view.directory.vocabulary.areas.values() if not area.city_wide)


def profile(view: DayView, area: Area) -> Profile:
    """Return the profile of an area."""
    words = view.directory.vocabulary
    entries = [entry for entry in view.listed if _is_here(view.directory, entry, area)]
    slugs = {entry.slug for entry in entries}
    elsewhere = {entry.slug: entry for entry in view.city_wide if entry.slug not in slugs}
    also = [one for one in view.by_area.get(area.id, []) if one.slug not in slugs and one.slug not in elsewhere]
    here = _figure("hier", f"mit Ort {area.in_sentence}", entries, "Der Ordner, oder die Straße und der Ortsteil")
    city_wide = _figure("stadtweit", "für die ganze Stadt", elsewhere.values(), "Das Feld „gebiet“ oder der Ordner")

    def rows(
        kind: str, field: str, terms: Iterable[tuple[str, str]], keys: Callable[[Entry], Iterable[str]]
    ) -> Iterator[Row]:
        for key, name in terms:
            method = f"Das Feld „{field}“"
            found = [
                _figure(f"{kind}-{key}-{base.id}", f"{name}, {base.label}", _having(base.entries, key, keys), method)
                for base in (here, city_wide)
            ]
            yield Row(label=name, here=found[0], city_wide=found[1])

    localities = tuple(_localities(view.directory, area))
    public = [entry for entry in entries if not entry.secret]
    providers = {one.id: one for entry in public for one in providers_of(view.directory, entry)}
    return Profile(
        area=area,
        here=here,
        also=_figure("auch", f"auch für {area.name}, Ort woanders", also, "Das Feld „gebiet“"),
        city_wide=city_wide,
        groups=tuple(
            rows(
                "gruppe",
                "themen",
                ((group.id, group.name) for group in words.groups.values()),
                lambda entry: {words.topics[topic].group for topic in entry.topics},
            )
        ),
        kinds=tuple(
            rows(
                "art", "art", ((kind.id, kind.plural) for kind in words.kinds.values()), lambda entry: [entry.main_kind]
            )
        ),
        audiences=tuple(
            rows(
                "fuer",
                "zielgruppen",
                ((one.id, one.name) for one in words.audiences.values()),
                lambda entry: entry.audiences,
            )
        ),
        knowledge=tuple(_knowledge(view, entries)),
        localities=localities,
        residents=_residents(localities, view.directory.city.population_source),
        houses=tuple(view.record for view in view.venues if view.slug in slugs),
        providers=tuple(sorted(providers.values(), key=lambda one: one.name.casefold())),
        wishes=wishes(view, area),
    )


def _is_here(directory: Directory, entry: Entry, area: Area) -> bool:
    """Return whether the home of an entry or one of its doors is in the area. An office is no place to go to."""
    doors = () if entry.secret else directory.places(entry)
    return entry.area == area.id or any(directory.area_of(place) == area.id for place in doors if place.role != "buero")


def _having(entries: Iterable[Entry], key: str, keys: Callable[[Entry], Iterable[str]]) -> list[Entry]:
    return [entry for entry in entries if key in keys(entry)]


def _figure(identifier: str, label: str, entries: Iterable[Entry], method: str) -> Figure:
    return Figure(id=identifier, label=label, entries=tuple(entries), method=method)


def _knowledge(view: DayView, entries: list[Entry]) -> Iterator[Figure]:
    """Yield of how many entries something is known."""
    today, places = view.today, view.directory.places

    def known(key: str, label: str, field: str, test: Callable[[Entry], object]) -> Figure:
        return _figure(f"bekannt-{key}", label, [entry for entry in entries if test(entry)], field)

    yield known(
        "adresse",
        "Adresse mit Hausnummer",
        "Das Feld „orte“",
        lambda entry: not entry.secret and any(place.street and place.house_number for place in places(entry)),
    )
    yield known("telefon", "Telefon-Nummer", "Das Feld „kontakt.telefon“", lambda entry: entry.contact.phones)
    yield known("mail", "Mail-Adresse", "Das Feld „kontakt.mail“", lambda entry: entry.contact.mails)
    yield known("internet", "Internet-Seite", "Das Feld „kontakt.webseite“", lambda entry: entry.contact.websites)
    yield known("zeiten", "Zeiten, auch alte", "Das Feld „zeiten“", lambda entry: entry.times)
    yield known(
        "zeiten-neu",
        "Zeiten, höchstens 1 Jahr alt",
        "Das Feld „zeiten“ mit „stand“, oder „bestaetigt“",
        lambda entry: recent_rules(entry, today),
    )
    yield known("kosten", "Kosten", "Das Feld „kosten“", lambda entry: entry.cost)
    yield known(
        "barrieren",
        "Barrieren, mindestens 1 Angabe",
        "Das Feld „orte.zugang“",
        lambda entry: not entry.secret and any(place.access and place.access.features for place in places(entry)),
    )
    yield known(
        "bestaetigt",
        "Bestätigt, höchstens vor 1 Jahr",
        "Das Feld „bestaetigt“",
        lambda entry: is_current(PartialDate(), entry.confirmed, today),
    )


def _localities(directory: Directory, area: Area) -> Iterator[Locality]:
    """Yield the localities of an area; a joint name of others, such as Kunitz/Laasan, is none of its own."""
    every = directory.vocabulary.localities.values()
    names = {one.name for one in every}
    for one in every:
        joint = one.population is None and "/" in one.name and names.issuperset(one.name.split("/"))
        if one.area == area.id and not joint:
            yield one


def _residents(localities: tuple[Locality, ...], source: Source | None) -> Residents | None:
    counted = [one.population for one in localities if one.population]
    years = {one.year for one in counted}
    if source is None or len(years) != 1:
        return None
    return Residents(number=sum(one.number for one in counted), year=years.pop(), source=source)
