"""Pages that list entries: start, areas, everyday groups."""

from collections.abc import Iterator, Mapping, Sequence

from directory.model import Entry
from directory.model.vocabulary import Group, Need, Topic
from directory.output.page import START, Crumb, Page
from directory.pages.facets import KINDS, address_of, has_parts
from directory.pages.parts import BEGINNING, LINES, ROWS, divided, part, root_from, with_parts
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
    by_kind = view.by_kind(view.soonest_first(entries))
    too_many = len(everywhere) > LINES
    stops = sorted(_stops(view, area.id, entries), key=lambda found: (found[0], found[1].name))
    body = render(
        "area.html",
        root="../",
        view=view,
        row=rows_of(view),
        area=area,
        map=area_map(view.directory, area),
        localities=[locality for locality in vocabulary.localities.values() if locality.area == area.id],
        total=len(entries),
        kinds=by_kind,
        BEGINNING=BEGINNING,
        apart=_apart(view, area.id, by_kind) if len(entries) > ROWS else {},
        everywhere=[] if too_many else list(_by_group(view, everywhere)),
        city_wide=[area for area in vocabulary.areas.values() if area.city_wide] if too_many else [],
        everywhere_total=len(everywhere),
        needs=list(_fitting(view, entries)),
        topics=list(_topics(view, entries)),
        stops=stops if len(stops) <= ROWS else [(stop, None) for stop in dict.fromkeys(stop for stop, _ in stops)],
    )
    return Page(
        address=f"{area.id}/",
        title=area.name,
        body=body,
        description=f"Angebote {area.in_sentence}.",
        area=area.id,
        crumbs=(START,),
    )


def _apart(view: DayView, area: str, by_kind: Mapping[str, Sequence[Entry]]) -> Mapping[str, str]:
    """Return for each kind with more than the beginning of its entries the address that has all of them."""
    long = {kind for kind, entries in by_kind.items() if len(entries) > BEGINNING}
    return {kind: address_of(view, KINDS, kind, area) for kind in by_kind if kind in long}


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


def group_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each page: each group, in parts."""
    for group in view.directory.vocabulary.groups:
        yield from with_parts(group, len(view.by_group.get(group, [])))


def group_page(view: DayView, key: str) -> Page:
    """Return the page of an everyday group, with its topics and entries."""
    group_id, number = divided(key)
    vocabulary = view.directory.vocabulary
    group = vocabulary.groups[group_id]
    topics = [topic for topic in vocabulary.topics.values() if topic.group == group.id]
    entries = view.once(("group", group.id), lambda: view.soonest_first(view.by_group.get(group.id, [])))
    shown, address = part(entries, number), f"gruppen/{group.id}/"
    body = render(
        "group.html",
        root=root_from(address, number),
        view=view,
        row=rows_of(view),
        group=group,
        topics=topics,
        part=shown,
    )
    page = Page(
        address=address,
        title=group.name,
        body=body,
        description=" ".join(group.description),
        crumbs=(START, TOPICS),
        sensitive="always" if any(topic.sensitive for topic in topics) else "never",
    )
    return shown.of_list(page)
