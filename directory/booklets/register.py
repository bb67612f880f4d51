"""The ways into a booklet: what stands where by topic, and names and topics from A to Z."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from directory.model import Entry
from directory.model.text import collation_key
from directory.model.values import WEEKDAYS
from directory.view.day import DayView


@dataclass(frozen=True, slots=True)
class Reference:
    """A name of an offer, a topic or a weekday, and the slugs of the offers to which it leads."""

    name: str
    topic: bool
    slugs: list[str]


def references(view: DayView, entries: Iterable[Entry]) -> Iterator[Reference]:
    """Yield all names of the entries and their topics in the order of the alphabet."""
    entries = list(entries)
    found = [
        Reference(name, topic=False, slugs=[entry.slug]) for entry in entries for name in (entry.name, *_others(entry))
    ]
    found += [
        Reference(topic.name, topic=True, slugs=[entry.slug for entry in entries if topic.id in entry.topics])
        for topic in view.directory.vocabulary.topics.values()
    ]
    yield from sorted((one for one in found if one.slugs), key=lambda one: (collation_key(one.name), not one.topic))


def _others(entry: Entry) -> Iterator[str]:
    """Yield the other names under which somebody may look for it; the beginning of its name stands there already."""
    for name in entry.other_names:
        if not entry.name.casefold().startswith(name.casefold()):
            yield name


def weekdays(view: DayView, entries: Iterable[Entry]) -> list[Reference]:
    """Return the offers with coming dates by weekday; nothing where all are on one day: that is no choice."""
    entries = list(entries)
    found = [
        Reference(
            name,
            topic=True,
            slugs=[one.slug for one in entries if any(date.day.weekday() == number for date in view.agenda.of(one))],
        )
        for number, name in enumerate(WEEKDAYS)
    ]
    kept = [one for one in found if one.slugs]
    return kept if len(kept) > 1 else []
