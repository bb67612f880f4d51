"""One entry, one file: equal and nearly equal names, and entries that asked to be left out."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from directory.model import Directory, Entry
from directory.model.text import collation_key
from directory.problems import Position, Problem, quoted

# Of 100; tried on the shipped names: two entries of one provider stay below.
NEARLY_EQUAL = 92
# In a city's directory there are fewer of one kind in one area; beyond that, time must not grow with the square.
NEIGHBOURS = 50


def check(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield entries that seem to be the same entry, and removed ones that came back."""
    by_name: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(directory.entries, key=lambda entry: entry.path):
        by_name[collation_key(entry.name)[0]].append(entry)
        if entry.slug in directory.removed:
            message = f"Der Träger wollte, dass {quoted(entry.slug)} hier nicht steht."
            hint = "Löschen Sie diese Datei. Will er wieder hinein, dann löschen Sie seine Zeile in _entfernt.yaml."
            yield Problem.at(Position(entry.path), "entfernt", message, hint)
    for same in by_name.values():
        for entry in same[1:]:
            message = f"Den gleichen Namen hat schon {same[0].path}."
            hint = "Ist es das gleiche Angebot, dann löschen Sie eine Datei. Sonst ergänzen Sie den Namen."
            yield Problem.at(entry.position("name"), "name-doppelt", message, hint)
    yield from _nearly_equal(by_name)


def _nearly_equal(by_name: dict[str, list[Entry]]) -> Iterator[Problem]:
    from rapidfuzz import fuzz  # noqa: PLC0415 - a build without entries needs none

    # Only entries of one kind in one area are compared. Numbered ones ("Gruppe 1", "Gruppe 2") differ by their numbers.
    blocks: defaultdict[tuple[str, str, str], list[tuple[str, Entry]]] = defaultdict(list)
    for name, (entry, *_) in by_name.items():
        numbers = " ".join(re.findall(r"\d+", name))
        blocks[entry.area, entry.main_kind, numbers].append((name, entry))
    for block in blocks.values():
        for first, second in sorted(_compared(block)):
            (name, entry), (other_name, other) = block[first], block[second]
            if fuzz.ratio(name, other_name, score_cutoff=NEARLY_EQUAL):
                message = f"{quoted(other.name)} heißt fast so wie {quoted(entry.name)} ({entry.path})."
                hint = "Ist es das gleiche Angebot, dann löschen Sie eine Datei."
                yield Problem.at(other.position("name"), "fast-gleich", message, hint)


def _compared(block: list[tuple[str, Entry]]) -> set[tuple[int, int]]:
    """Return which names to compare, by their places: all, or of very many each with its neighbours.

    Neighbours are those that begin alike, and those that end alike: two names that differ in one place do one of it.
    """
    if len(block) <= NEIGHBOURS:
        return set(combinations(range(len(block)), 2))
    forwards = sorted(range(len(block)), key=lambda place: block[place][0])
    backwards = sorted(range(len(block)), key=lambda place: block[place][0][::-1])
    return {
        (min(one, other), max(one, other))
        for order in (forwards, backwards)
        for at, one in enumerate(order)
        for other in order[at + 1 : at + 1 + NEIGHBOURS // 2]
    }
