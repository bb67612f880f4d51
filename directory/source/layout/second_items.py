"""Blocks of a list that stand below each other without dashes: their fields stand twice, and none may be lost."""

from collections.abc import Iterator

from directory.problems import Position, Problem
from directory.problems.written import field_lines
from directory.source.tree import Mapping, Node, Scalar, Sequence, plain

Twice = tuple[Mapping, str, Scalar, Node]
LISTS = ("zeiten", "orte", "ausnahmen", "telefon")
# One of these again is another item already.
NAMES_AN_ITEM = {"orte": {"strasse", "bei"}, "telefon": {"nummer"}}
# What is said once for several times.
SHARED = {"zeiten": ("zweck", "tage", "stand")}


def second_items(root: Mapping, twice: list[Twice], path: str) -> Iterator[tuple[Mapping, Problem]]:
    """Yield each block that is several items, with what to write; in the tree it becomes the items."""
    contact = root.values.get("kontakt")
    for holder in (root, contact):
        for field in LISTS:
            node = holder.values.get(field) if isinstance(holder, Mapping) else None
            blocks = node.items if isinstance(node, Sequence) else [node]
            for block in [one for one in blocks if isinstance(one, Mapping)]:
                again = [one for one in twice if one[0] is block]
                items = _items(field, block, again) if again else []
                if len(items) > 1 and isinstance(holder, Mapping) and node is not None:
                    others = node.items if isinstance(node, Sequence) else [block]
                    new = [two for one in others for two in (items if one is block else [one])]
                    node = holder.values[field] = Sequence(block.line, block.column, [*new])
                    yield block, _problem(field, node, again[0][2], Position(path), "" if holder is root else "  ")


def _items(field: str, block: Mapping, again: list[Twice]) -> list[Node]:
    """Return the items of a block; a new one begins where a field stands that the one before has."""
    written = [(block.keys[name], name, value) for name, value in block.values.items()]
    written += [(key, name, value) for _, name, key, value in again]
    items: list[Mapping] = []
    for key, name, value in sorted(written, key=lambda one: (one[0].line, one[0].column)):
        if not items or name in items[-1].keys:
            items.append(Mapping(line=key.line, column=key.column))
        items[-1].keys[name], items[-1].values[name] = key, value
    names = {name for _, name, _, _ in again}
    differ = [name for _, name, _, value in again if plain(block.values[name]) != plain(value)]
    if not differ or not (len(names) > 1 or names & NAMES_AN_ITEM.get(field, set())):
        return []
    return [_filled(item, items, SHARED.get(field, ())) for item in items]


def _filled(item: Mapping, items: list[Mapping], shared: tuple[str, ...]) -> Mapping:
    """Return an item with what only another one says for them all."""
    filled = Mapping(line=item.line, column=item.column)
    for name in dict.fromkeys((*shared[:-1], *item.keys, *shared)):
        one = next((one for one in (item, *items) if name in one.keys), None)
        if one is not None and not (name == "tage" and "termine" in item.keys):
            filled.keys[name], filled.values[name] = one.keys[name], one.values[name]
    return filled


def _problem(field: str, node: Sequence, key: Scalar, position: Position, blanks: str) -> Problem:
    lines = [f"{blanks}{field}:"]
    for item in plain(node):
        first, *others = [field_lines(name, value, f"{blanks}    ") for name, value in item.items()]
        lines += [f"{blanks}  - {first.strip()}", *others]
    message = f"Unter „{field}“ stehen mehrere Blöcke mit den gleichen Feldern. Vor jedem Block fehlt der Strich."
    hint = "\n".join((f"Schreiben Sie das ganze Feld „{field}“ so:", *lines))
    where = Position(position.path, key.line, key.column)
    return Problem.at(where, "yaml-doppeltes-feld", message, hint)
