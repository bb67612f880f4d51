"""Topics by kind and area: what stands in the directory of one kind, for each topic that any entry of it has."""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.model.vocabulary import Area, Kind, Topic
from directory.view.day import DayView
from directory.view.figures import Figure, entries_in, figure, grouped

METHOD = "Das Feld „art“, jede Art zählt, und das Feld „themen“"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A topic: the entries of one kind that have it, in each area and at last for the whole city."""

    topic: Topic
    figures: tuple[Figure, ...]

    @property
    def empty(self) -> tuple[int, ...]:
        """The columns of areas without an entry."""
        return tuple(at for at, one in enumerate(self.figures[:-1]) if not one.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindInventory:
    """A kind, by topic and area. An entry for the whole city that has a door in an area counts in both columns."""

    kind: Kind
    areas: tuple[Area, ...]
    rows: tuple[TopicRow, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure, row by row."""
        return tuple(figure for row in self.rows for figure in row.figures)


def inventory(view: DayView, kind: Kind) -> KindInventory:
    """Return what stands in the directory of a kind."""
    return view.once(("inventory", kind.id), lambda: _inventory(view, kind))


def _inventory(view: DayView, kind: Kind) -> KindInventory:
    words = view.directory.vocabulary
    areas = tuple(area for area in words.areas.values() if not area.city_wide)
    columns = [(area.id, f"mit Ort {area.in_sentence}", entries_in(view, area)) for area in areas]
    columns.append(("stadt", "für die ganze Stadt", view.city_wide))
    found = [
        (key, label, grouped((entry for entry in entries if kind.id in entry.kinds), lambda entry: entry.topics))
        for key, label, entries in columns
    ]
    rows = [
        TopicRow(
            topic=topic,
            figures=tuple(
                figure(
                    f"art-{kind.id}-thema-{topic.id}-{key}",
                    f"{kind.plural}, {topic.name}, {label}",
                    by_topic.get(topic.id, ()),
                    METHOD,
                )
                for key, label, by_topic in found
            ),
        )
        for topic in words.topics.values()
        if any(topic.id in by_topic for _, _, by_topic in found)
    ]
    return KindInventory(kind=kind, areas=areas, rows=tuple(rows))


def inventories(view: DayView) -> Iterator[KindInventory]:
    """Yield what stands in the directory of each kind."""
    yield from (inventory(view, kind) for kind in view.directory.vocabulary.kinds.values())
