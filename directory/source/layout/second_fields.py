"""Fields that stand twice: what becomes of both, and a second entry in one file."""

from directory.model.slugs import slug
from directory.problems import Position, Problem, quoted
from directory.problems.written import field_lines, short_field
from directory.source.field_names import is_list
from directory.source.tree import Mapping, Node, Scalar, Sequence, absent, plain

# A file in which so many fields stand twice, and the name too, has two entries in it.
SECOND_ENTRY = 3
TWICE = "yaml-doppeltes-feld"


def second_field(block: Mapping, name: str, key: Scalar, value: Node) -> tuple[str, str]:
    """Return what is wrong with a field that stands a second time, and what to write; both values are kept if they can.

    Changes the block: the field in it then has both.
    """
    first, old = block.keys[name], block.values[name]
    message = f"Das Feld {quoted(key.text)} steht 2 Mal da. Zum ersten Mal steht es in Zeile {first.line}."
    if absent(old) or plain(old) == plain(value):
        block.values[name] = value if absent(old) else old
        return message, f"Löschen Sie {'die Zeile ' + str(first.line) if absent(old) else 'dieses zweite'}."
    both = _both(name, old, value)
    if both is None:
        if name == "name" and isinstance(value, Scalar):
            lines = field_lines("weitere_namen", [value.text])
            return message, f"Ist das ein anderer Name vom gleichen Angebot? Dann schreiben Sie hier:\n{lines}"
        return message, "Löschen Sie eins von beiden."
    block.values[name] = both
    shown = (field_lines if isinstance(both, Mapping) else short_field)(name, plain(both))
    return message, f"Schreiben Sie alles zusammen, und löschen Sie das zweite Feld:\n{shown}"


def _both(name: str, old: Node, new: Node) -> Node | None:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        if name in {"orte", "zeiten"}:
            return Sequence(old.line, old.column, [old, new])
        if old.keys.keys() & new.keys.keys():
            return None
        return Mapping(line=old.line, column=old.column, keys=old.keys | new.keys, values=old.values | new.values)
    if is_list(name):
        items = [one for node in (old, new) for one in (node.items if isinstance(node, Sequence) else [node])]
        return Sequence(old.line, old.column, items)
    return None


def second_entry(twice: list[tuple[Scalar, Node]], path: str) -> Problem | None:
    """Return where a second entry begins in a file, by the fields at its top that stand twice."""
    names = [value for key, value in twice if key.text.casefold() == "name"]
    if len(twice) < SECOND_ENTRY or not names:
        return None
    first = twice[0][0]
    own = slug(names[0].text) if isinstance(names[0], Scalar) else ""
    message = f"In Zeile {first.line} beginnt ein 2. Angebot. In einer Datei steht nur ein Angebot."
    hint = (
        f"Schneiden Sie alles ab Zeile {first.line} aus. Fügen Sie es in eine neue Datei ein, zum Beispiel: "
        f"{own or 'haus-im-park'}.yaml"
    )
    return Problem.at(Position(path, first.line, first.column), "yaml-mehrere-teile", message, hint)
