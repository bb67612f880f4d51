"""What the directory knows of an area, as counts: each with the entries behind it, for pages, data and tests alike.

A count of entries says how complete the directory is, not what there is or what people need. So nothing here is a rate,
a rank or a distance, and no count is divided by residents.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directory.model import Directory, Entry
from directory.model.provenance import Source
from directory.model.provider import Provider
from directory.model.text import collation_key
from directory.model.vocabulary import Area, Locality
from directory.view.area_knowledge import Knowledge, knowledge_of
from directory.view.contact import providers_of
from directory.view.day import DayView
from directory.view.figures import Figure, Keys, Row, entries_in, figure, grouped
from directory.view.wishes import WishView, wishes

# With fewer entries than this, one more or less changes the picture.
FEW = 20
# Below this part of the entries nothing can be said about evenings and weekends (research on profiles of 2026-11-29).
ENOUGH_TIMES = 0.6


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
    `city_wide` those from elsewhere that are for the whole city. `knowledge` is what is known of `here`.
    `residents` is None without a source, and where localities were counted in several years.
    """

    area: Area
    here: Figure
    also: Figure
    city_wide: Figure
    groups: tuple[Row, ...]
    kinds: tuple[Row, ...]
    audiences: tuple[Row, ...]
    knowledge: Knowledge
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
            *self.knowledge.figures,
        )


def profiles(view: DayView) -> Iterator[Profile]:
    """Yield the profile of each area but the whole city, in the order of the vocabulary."""
    yield from (profile(view, area) for area in view.directory.vocabulary.areas.values() if not area.city_wide)


def profile(view: DayView, area: Area) -> Profile:
    """Return the profile of an area."""
    return view.once(("profile", area.id), lambda: _profile(view, area))


def _profile(view: DayView, area: Area) -> Profile:
    words = view.directory.vocabulary
    entries = entries_in(view, area)
    slugs = {entry.slug for entry in entries}
    elsewhere = {entry.slug: entry for entry in view.city_wide if entry.slug not in slugs}
    also = [one for one in view.by_area.get(area.id, []) if one.slug not in slugs and one.slug not in elsewhere]
    here = figure("hier", f"mit Ort {area.in_sentence}", entries, "Der Ordner, oder die Straße und der Ortsteil")
    city_wide = figure("stadtweit", "für die ganze Stadt", elsewhere.values(), "Das Feld „gebiet“ oder der Ordner")

    def rows(kind: str, field: str, terms: Iterable[tuple[str, str]], keys: Keys) -> Iterator[Row]:
        groups = [(base, grouped(base.entries, keys)) for base in (here, city_wide)]
        for key, name in terms:
            found = [
                figure(f"{kind}-{key}-{base.id}", f"{name}, {base.label}", group.get(key, ()), f"Das Feld „{field}“")
                for base, group in groups
            ]
            yield Row(label=name, here=found[0], city_wide=found[1])

    localities = tuple(_localities(view.directory, area))
    public = [entry for entry in entries if not entry.secret]
    providers = {one.id: one for entry in public for one in providers_of(view.directory, entry)}
    return Profile(
        area=area,
        here=here,
        also=figure("auch", f"auch für {area.name}, Ort woanders", also, "Das Feld „gebiet“"),
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
        knowledge=knowledge_of(view, entries),
        localities=localities,
        residents=_residents(localities, view.directory.city.population_source),
        houses=tuple(view.record for view in view.venues if view.slug in slugs),
        providers=tuple(sorted(providers.values(), key=lambda one: collation_key(one.name))),
        wishes=wishes(view, area),
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
