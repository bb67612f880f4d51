"""Blocks whose fields have a dash each: every field would be an item of its own."""

from collections.abc import Iterator

from directory.problems import Hint, Position, Problem
from directory.problems.written import field_lines
from directory.source.field_names import blocks, field_called, has_field, is_list
from directory.source.tree import Mapping, Node, Scalar, Sequence, plain

# Two of these are two items, also where each has only one field.
NAMES_AN_ITEM = {"orte": {"strasse", "bei", "art"}, "quelle": {"url", "angabe"}, "telefon": {"nummer"}}


def split_items(root: Mapping, path: str, lines: list[str]) -> Iterator[Problem]:
    """Yield each block that is split into items, with what to write; in the tree it becomes one block.

    Who writes braces around an item means an item.
    """
    for holder, blanks in ((root, ""), (root.values.get("kontakt"), "  ")):
        for field in list(holder.values) if isinstance(holder, Mapping) else []:
            node = holder.values[field] if isinstance(holder, Mapping) else None
            if isinstance(holder, Mapping) and isinstance(node, Sequence) and (whole := _joined(field, node, lines)):
                holder.values[field] = whole
                yield _problem(field, whole, holder.keys[field], path, blanks)


def _joined(field: str, node: Sequence, lines: list[str]) -> Mapping | None:
    items = [item for item in node.items if isinstance(item, Mapping) and _no_braces(item, lines)]
    if len(items) < len(node.items) or len(items) < 2 or field not in blocks():  # noqa: PLR2004 - one alone is right
        return None
    keys = [key for item in items for key in item.keys]
    if len(set(keys)) < len(keys) or (is_list(field) and any(len(item.keys) > 1 for item in items)):
        return None
    if is_list(field) and not any(has_field(field, field_called(key, field)) for key in keys):
        return None
    if len(NAMES_AN_ITEM.get(field, set()) & set(keys)) > 1:
        return None
    values: dict[str, Node] = {key: value for item in items for key, value in item.values.items()}
    written = {key: own for item in items for key, own in item.keys.items()}
    return Mapping(line=items[0].line, column=items[0].column, keys=written, values=values)


def _no_braces(item: Mapping, lines: list[str]) -> bool:
    return not lines[item.line - 1].startswith("{", item.column - 1)


def _problem(field: str, node: Mapping, key: Scalar, path: str, blanks: str) -> Problem:
    message = f"Unter „{field}“ steht vor jedem Feld ein Strich. So gehören die Felder nicht zusammen."
    fields = plain(node)
    hint = Hint(
        f"Schreiben Sie das ganze Feld „{field}“ so:", {field: fields}, shown=field_lines(field, fields, blanks)
    )
    return Problem.at(Position(path, key.line, key.column), "yaml-strich", message, hint)
