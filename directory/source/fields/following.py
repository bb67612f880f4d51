"""What a message says to write, carried out: so the file is read on as it will be, and no advice is refused later."""

from dataclasses import replace
from typing import Any

from directory.problems import Hint
from directory.problems.written import scalar
from directory.source.fields.mistake import Mistake, shape_at
from directory.source.shape import Fields, ListOf, fields_of
from directory.source.tree import Mapping, Node, Scalar, Sequence, absent, locate, node_of, texts_of


def follow(mistake: Mistake, value: Any) -> bool:
    """Write the value where the message says; return whether it has a place there."""
    node = mistake.node
    if isinstance(value, str):
        mistake.spot.put(node_of(value, node))
        return True
    if isinstance(value, list):
        return _items(mistake, value)
    record, parent = mistake.record, block_of(mistake)
    if parent is not None and value.keys() <= _known(mistake, parent) | parent[1].keys.keys():
        for key, one in value.items():
            _set(parent[1], key, _with_notes(parent[1], one, node) if key in NOTES else node_of(one, node))
        return True
    if isinstance(record, Mapping) and value.keys() <= set(fields_of(mistake.model)):
        for key, one in value.items():
            _merge(record, key, one, node)
        return True
    return False


NOTES = frozenset({"hinweis"})


def _with_notes(block: Mapping, notes: Any, at: Node, key: str = "hinweis") -> Node:
    """Return the sentences of a block with more of them: another mistake may have led to some already."""
    there = texts_of(block.values[key]) if key in block.values else []
    new = [notes] if isinstance(notes, str) else notes
    return node_of([*there, *(one for one in new if one not in there)], at)


def leave_out(mistake: Mistake, hint: Hint) -> None:
    """Delete the fields of which a hint says that: in the block of the mistake, or in the mistake itself."""
    own, block = mistake.node, block_of(mistake)
    around = [own] if isinstance(own, Mapping) else []
    around += [block[1]] if block else []
    for inside in around:
        for name in hint.without:
            inside.keys.pop(name, None)
            inside.values.pop(name, None)


def in_place(mistake: Mistake, hint: Hint) -> Hint:
    """Return a hint with its lines as they must stand in the file; they are fields of the block with the mistake."""
    block, value = block_of(mistake), hint.instead
    if isinstance(value, list) and isinstance(mistake.spot.parent, Sequence) and not hint.shown:
        before = mistake.document.as_it_stands("", mistake.spot.node).rstrip().removesuffix("-")
        return replace(hint, shown="\n".join(before + line for line in hint.lines.split("\n")))
    if isinstance(value, str) and not hint.shown:
        return replace(hint, shown=_whole_line(mistake, value))
    if not (
        block
        and block[1].keys
        and isinstance(value, dict)
        and value.keys() <= _known(mistake, block) | block[1].keys.keys()
    ):
        return hint
    first = next(iter(block[1].keys))
    key = next((name for name in value if name in block[1].keys), "")
    before = mistake.document.as_it_stands("", block[1].keys[first])
    blanks = before if key == first else " " * len(before)
    return replace(hint, shown=blanks + hint.lines.replace("\n", "\n" + " " * len(blanks)))


def _whole_line(mistake: Mistake, text: str) -> str:
    """Return the line of a field or of an item with another text; nothing where more stands in the line."""
    spot, lines = mistake.spot, mistake.document
    if isinstance(spot.parent, Mapping):
        name = next(key for key, one in spot.parent.values.items() if one is spot.node)
        key = spot.parent.keys[name]
        return lines.as_it_stands(f"{name}: {scalar(text)}", key) if lines.alone(key) else ""
    in_list = isinstance(spot.parent, Sequence) and lines.alone(spot.node)
    return lines.as_it_stands(scalar(text), spot.node) if in_list else ""


def block_of(mistake: Mistake) -> tuple[tuple[str | int, ...], Mapping] | None:
    """Return the nearest block around the value that is written, and its keys."""
    for length in range(len(mistake.keys) - 1, -1, -1):
        keys = mistake.keys[:length]
        node = locate(mistake.document.root, (*mistake.path, *keys))
        outer = locate(mistake.document.root, (*mistake.path, *keys[:-1])) if keys else None
        if isinstance(node, Mapping) and node is not outer:
            return keys, node
    return None


def _known(mistake: Mistake, block: tuple[tuple[str | int, ...], Mapping]) -> set[str]:
    shape = shape_at(mistake.model, block[0])
    shape = shape.item if isinstance(shape, ListOf) else shape
    return set(fields_of(shape.model)) if isinstance(shape, Fields) else set()


def _items(mistake: Mistake, values: list[Any]) -> bool:
    """Put items in place of the one that is wrong, or of a value that should be a list."""
    spot = mistake.spot
    new = [node_of(value, spot.node) for value in values]
    if isinstance(spot.parent, Sequence):
        spot.parent.items[:] = [one for item in spot.parent.items for one in (new if item is spot.node else [item])]
        return True
    spot.put(Sequence(spot.node.line, spot.node.column, new))
    return isinstance(spot.parent, Mapping)


def _set(block: Mapping, key: str, node: Node) -> None:
    block.keys.setdefault(key, Scalar(line=node.line, column=node.column, text=key, plain=True))
    block.values[key] = node


def _merge(block: Mapping, key: str, value: Any, at: Node) -> None:
    """Set a field; of a block only what the value says, so that its other fields stay."""
    old = block.values.get(key)
    if key == "bedingungen" and old is not None:
        _set(block, key, _with_notes(block, value, at, key))
    elif isinstance(value, dict) and isinstance(old, Mapping) and not absent(old):
        for name, inner in value.items():
            _merge(old, name, inner, at)
    else:
        _set(block, key, node_of(value, at))
