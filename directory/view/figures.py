"""Counts of entries, each with the entries behind it: the same for pages, data and tests."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from directory.model import Entry
from directory.model.vocabulary import Area
from directory.view.day import DayView

Keys = Callable[[Entry], Iterable[str]]


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


def figure(identifier: str, label: str, entries: Iterable[Entry], method: str) -> Figure:
    """Return the count of these entries."""
    return Figure(id=identifier, label=label, entries=tuple(entries), method=method)


def grouped(entries: Iterable[Entry], keys: Keys) -> Mapping[str, list[Entry]]:
    """Return the entries by whatever keys each of them has, once for each."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        for key in dict.fromkeys(keys(entry)):
            groups.setdefault(key, []).append(entry)
    return groups


def entries_in(view: DayView, area: Area) -> list[Entry]:
    """Return the entries whose home is in an area, or one of whose doors is. An office is no place to go to."""
    directory = view.directory

    def areas(entry: Entry) -> Iterable[str]:
        doors = () if entry.secret else directory.places(entry)
        return dict.fromkeys((entry.area, *(directory.area_of(one) or "" for one in doors if one.role != "buero")))

    return view.by("home or door", areas).get(area.id, [])
