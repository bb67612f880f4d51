"""Pages that list entries: start, areas, everyday groups, A to Z."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directory.model import Entry
from directory.model.text import collation_key, initial
from directory.model.vocabulary import Group, Need, Topic
from directory.output.page import START, Crumb, Page
from directory.pages.facets import has_parts
from directory.pages.render import render
from directory.pages.rows import rows_of
from directory.pages.tools import SEARCH_FIELD
from directory.view.access import fit
from directory.view.area_map import area_map
from directory.view.day import DayView
from directory.view.entry import EntryView

TOPICS = Crumb("Themen", "themen/")


def start_page(view: DayView, _: str) -> Page:
    """Return the start page: where, what, or by name."""
    city = view.directory.city
    return Page(
        address="",
        title=city.title,
        body=render("start.html", root="./", view=view),
        description=city.subtitle,
        scripts=SEARCH_FIELD,
    )


def area_page(view: DayView, area_id: str) -> Page:
    """Return the page of an area: what it is, its localities, its entries by kind, and those for the whole city."""
    vocabulary = view.directory.vocabulary
    area = vocabulary.areas[area_id]
    entries = view.by_area.get(area.id, [])
    here = {entry.slug for entry in entries}
    everywhere = [entry for entry in view.city_wide if entry.slug not in here]
    body = render(
        "area.html",
        root="../",
        view=view,
        row=rows_of(view),
        area=area,
        map=area_map(view.directory, area),
        localities=[locality for locality in vocabulary.localities.values() if locality.area == area.id],
        total=len(entries),
        kinds=view.by_kind(view.soonest_first(entries)),
        everywhere=list(_by_group(view, everywhere)),
        everywhere_total=len(everywhere),
        needs=list(_fitting(view, entries)),
        topics=list(_topics(view, entries)),
        stops=sorted(_stops(view, area.id, entries), key=lambda found: (found[0], found[1].name)),
    )
    return Page(
        address=f"{area.id}/",
        title=area.name,
        body=body,
        description=f"Angebote {area.in_sentence}.",
        area=area.id,
        crumbs=(START,),
    )


def _by_group(view: DayView, entries: Sequence[Entry]) -> Iterator[tuple[Group, list[Entry]]]:
    """Yield the entries by everyday group, each once: under the group of its first topic."""
    words = view.directory.vocabulary
    for group in words.groups.values():
        if own := [entry for entry in entries if words.topics[entry.topics[0]].group == group.id]:
            yield group, own


def _fitting(view: DayView, entries: Sequence[Entry]) -> Iterator[tuple[Need, int]]:
    """Yield each need that some of the entries meet, wholly or in part, and how many."""
    words = view.directory.vocabulary
    for need in words.needs.values():
        features = [item for item in words.access_features.values() if need.id in item.needs]
        if number := sum(fit(view.directory, entry, features).verdict in {"ja", "teilweise"} for entry in entries):
            yield need, number


def _stops(view: DayView, area: str, entries: Sequence[Entry]) -> Iterator[tuple[str, EntryView]]:
    """Yield the stops of an area that are known, each with the entry that names it."""
    for entry in map(view.of, entries):
        yield from ((place.stop, entry) for place in entry.places if place.stop and place.area == area)


def _topics(view: DayView, entries: Sequence[Entry]) -> Iterator[tuple[Topic, int, bool]]:
    """Yield each topic of the entries, how many have it, and whether areas have pages of their own for it."""
    for topic in view.directory.vocabulary.topics.values():
        if number := sum(topic.id in entry.topics for entry in entries):
            yield topic, number, has_parts(view, view.by_topic[topic.id])


def group_page(view: DayView, group_id: str) -> Page:
    """Return the page of an everyday group, with its topics and entries."""
    vocabulary = view.directory.vocabulary
    group = vocabulary.groups[group_id]
    topics = [topic for topic in vocabulary.topics.values() if topic.group == group.id]
    entries = view.soonest_first(view.by_group.get(group.id, []))
    body = render(
        "group.html", root="../../", view=view, row=rows_of(view), group=group, topics=topics, entries=entries
    )
    return Page(
        address=f"gruppen/{group.id}/",
        title=group.name,
        body=body,
        description=" ".join(group.description),
        crumbs=(START, TOPICS),
        sensitive="always" if any(topic.sensitive for topic in topics) else "never",
    )


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A name, the entry to which it leads, and what has to be said about it."""

    name: str
    slug: str
    note: str


def index_page(view: DayView, _: str) -> Page:
    """Return every name by its first letter: of listed entries, of those that there are no more, and other names."""
    letters: dict[str, list[IndexLine]] = {}
    for line in sorted(_index_lines(view), key=lambda line: (collation_key(line.name), line.slug)):
        letters.setdefault(initial(line.name), []).append(line)
    body = render("index.html", root="../", view=view, letters=letters)
    return Page(
        address="a-bis-z/",
        title="Von A bis Z",
        body=body,
        description="Alle Angebote nach dem Alphabet.",
        crumbs=(START,),
    )


def _index_lines(view: DayView) -> Iterator[IndexLine]:
    names = {entry.name for entry in view.directory.entries}
    areas = view.directory.vocabulary.areas
    for entry in view.directory.entries:
        listed = entry.listed(view.today)
        yield IndexLine(entry.name, entry.slug, areas[entry.area].name if listed else view.of(entry).notice)
        for other in entry.other_names:
            if other not in names:
                names.add(other)
                yield IndexLine(other, entry.slug, f"Hier heißt es: {entry.name}")
