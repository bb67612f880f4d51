"""Groups and topics for which the directory has no entry in an area. That is no statement about the city."""

from collections.abc import Iterator, Mapping

from directory.model import Entry
from directory.model.vocabulary import Area
from directory.view.day import DayView


def gaps(view: DayView, area: Area) -> Iterator[str]:
    """Yield the everyday groups, and within the others the topics, that no entry of the area has."""
    words = view.directory.vocabulary
    missing = set()
    for group in words.groups.values():
        if not _in_area(view, view.by_group, group.id, area):
            missing.add(group.id)
            yield _sentence(view, area, view.by_group, group.id, group.name)
    for topic in words.topics.values():
        if topic.group not in missing and not _in_area(view, view.by_topic, topic.id, area):
            yield _sentence(view, area, view.by_topic, topic.id, topic.name)


def _in_area(view: DayView, found: Mapping[str, list[Entry]], key: str, area: Area) -> bool:
    return any(area.id in view.directory.areas_of(entry) for entry in found.get(key, []))


def _sentence(view: DayView, area: Area, found: Mapping[str, list[Entry]], key: str, name: str) -> str:
    here = f"In diesem Verzeichnis steht für {area.name} kein Angebot zu „{name}“."
    city_wide = {entry.slug for entry in view.city_wide}
    number = sum(entry.slug in city_wide for entry in found.get(key, []))
    return f"{here} Für die ganze Stadt: {number}." if number else here
