"""Fields that stand in the wrong block: where they belong, and how they are written there."""

from collections.abc import Callable
from dataclasses import replace

from directory.problems import Hint, quoted
from directory.problems.written import field_lines
from directory.source.field_names import PATH, field_called, field_meant, paths, plain
from directory.source.fields.barriers import degree_of
from directory.source.fields.mistake import Answer, Mistake, shape_at
from directory.source.fields.readers import READERS
from directory.source.shape import Fields, ListOf, fields_of
from directory.source.tree import Mapping, Node, Scalar, Sequence, absent, joined, node_of, texts_of
from directory.source.tree import plain as value_of

# These mean something else in each block.
SHARED = frozenset(
    {"art", "name", "id", "hinweis", "stand", "quelle", "laut", "ab", "bis", "was", "zweck", "beschreibung"}
)
# Where these belong that stand at the left edge, though other blocks have fields of their names.
USUALLY_IN = {"tage": "zeiten", "von": "zeiten", "bis": "zeiten", "zweck": "zeiten", "stand": "quelle"}


def answer(
    mistake: Mistake,
    hint: str | Hint | Callable[[], str | Hint],
    change: Callable[[], None],
    shows: tuple[str, ...] = (),
    scalar: bool = True,
) -> Answer:
    """Return what is said of a field that does not exist here."""
    position = mistake.document.key_position(*mistake.path, *mistake.keys)
    message = f"Das Feld {quoted(mistake.name)} gibt es hier nicht."
    return Answer(
        position=position,
        code="feld-unbekannt",
        message=message,
        hint=hint,
        change=change,
        shows=shows,
        shows_text=scalar,
    )


def nowhere(mistake: Mistake, hint: str) -> Answer:
    """Return that a field belongs nowhere; it is left out."""
    return answer(mistake, hint, mistake.spot.remove)


def path_of(mistake: Mistake, parent: Mapping, key: str) -> PATH:
    """Return where in the record the field belongs: to the block above it, to one that is there, or to the first."""
    record = mistake.record
    if not isinstance(record, Mapping) or (record.keys.get("name") is None and not record.keys):
        return ()
    every = [path for path in paths(mistake.model) if len(path) > 1 or mistake.block]
    above = _above(mistake, record, parent, key)
    empty = bool(above) and absent(record.values[above])
    shape = shape_at(mistake.model, (above,)) if above else None
    inner = shape.item if isinstance(shape, ListOf) else shape
    field = field_meant(key, fields_of(inner.model), above) if isinstance(inner, Fields) else ""
    if field and (empty or (field == plain(key) and field != "hinweis")):
        return above, field
    field = field_called(key)
    if field == "hinweis" and not mistake.block:
        return ("bedingungen",)  # of the whole offer
    if not mistake.block and field in USUALLY_IN:
        return USUALLY_IN[field], field
    fitting = [path for path in every if path[-1] == field and path[0] != mistake.names[0] and field not in SHARED]
    if not fitting:
        return ()
    return next((path for path in fitting if path[0] in record.keys), fitting[0])


def _above(mistake: Mistake, record: Mapping, parent: Mapping, key: str) -> str:
    """Return the field above one that has nothing but what was meant to be in it: its lines are not indented."""
    if parent is not record:
        return ""
    before = list(record.keys)[: list(record.keys).index(key)]
    known = {path[0] for path in paths(mistake.model)}
    last = next((name for name in reversed(before) if name in known), "")
    return last if last and (absent(record.values[last]) or record.values[last].line > record.keys[last].line) else ""


def moved(mistake: Mistake, parent: Mapping, key: str, path: PATH) -> Answer:
    """Return to which block a field belongs, and how it is written there."""
    record = mistake.record
    below, field = path[-2] if len(path) > 1 else "", path[-1]
    node = parent.values[key]
    value = node
    if field == "zugang":
        path = (*path, field_called(key, "zugang") if field_called(key, "zugang") != plain(key) else "rollstuhl")
        text = joined(node)
        value = node if isinstance(node, Mapping) else node_of(degree_of(text) or "ja", node)
        path = path[:-1] if isinstance(node, Mapping) else path
    if not isinstance(record, Mapping):
        return nowhere(mistake, "")
    in_words = _read_first(record, mistake, path)
    there = record.values.get(path[0])
    there = there.items[0] if isinstance(there, Sequence) and there.items else there
    written = there is not None and not absent(there)
    if written and not isinstance(there, Mapping):
        return nowhere(mistake, f"{quoted(field)} gehört zu „{below or path[0]}“ in Zeile {record.keys[path[0]].line}.")
    where = record.keys[path[0]].line if path[0] in record.keys else 0
    in_braces = isinstance(there, Mapping) and there.line == where
    blanks = " " * (there.column - 1) if isinstance(there, Mapping) else ""
    old = " Löschen Sie die Zeile hier." if written else ""

    def together(fields: list[str]) -> Hint:
        where_to = f"Sie gehören zu „{below}“." + (" Löschen Sie die Zeilen hier." if written else "")
        if written and isinstance(there, Mapping):
            values = {name: value_of(there.values[name]) for name in fields if name in there.values}
            shown = "\n".join(field_lines(name, one, blanks) for name, one in values.items())
            words = f"{where_to} Schreiben Sie unter „{path[0]}“ in Zeile {where}, mit Leerzeichen davor:"
            return Hint(words, values, shown=shown)
        whole = value_of(record.values.get(path[0], node))
        words = f"{where_to} {'Rücken Sie die Zeilen ein' if 0 < where < record_line else 'Schreiben Sie'}:"
        return Hint(words, {path[0]: whole}, shown=field_lines(path[0], whole))

    def hint() -> Hint:
        to = f"{quoted(field)} gehört zu „{below}“." if below else f"Das Feld heißt „{field}“. Es steht ganz links."
        if written and not in_braces and len(path) > 1 and isinstance(there, Mapping) and path[1] in there.values:
            shown = field_lines(path[1], value_of(there.values[path[1]]), blanks)
            words = f"{to}{old} Schreiben Sie unter „{path[0]}“ in Zeile {where}, mit Leerzeichen davor:"
            return Hint(words, {path[1]: value_of(there.values[path[1]])}, shown=shown)
        start = "Rücken Sie die Zeile ein" if 0 < where < record_line and not in_words else "Schreiben Sie"
        whole = value_of(record.values.get(path[0], node))
        return Hint(f"{to} {start}:", {path[0]: whole}, shown=field_lines(path[0], whole))

    record_line = parent.keys[key].line

    def change() -> None:
        take(parent, key)
        _read_first(record, mistake, path)  # the block may have got its name only now
        _put(record, mistake, path, value)

    said = answer(mistake, hint, change, path)
    return (
        replace(said, into=below, called=mistake.name, together=together)
        if (below,) == path[:-1] and not in_braces
        else said
    )


def _read_first(record: Mapping, mistake: Mistake, path: PATH) -> bool:
    """Put the fields that a text means in its place, so that one more can be added; return whether that was needed."""
    node, block = record.values.get(path[0]), path[0]
    texts = texts_of(node) if node is not None and not isinstance(node, Mapping) else []
    if len(path) < 2 or len(texts) != 1 or block not in READERS or path[0] in NO_BLOCK_OF_ITS_OWN:  # noqa: PLR2004
        return False
    value = READERS[block](texts[0], mistake.as_of)
    value = value[0] if isinstance(value, list) and len(value) == 1 else value
    if not isinstance(value, dict) or node is None:
        return False
    record.values[block] = node_of({key: one for key, one in value.items() if key != path[1]}, node)
    return True


# What is said there by one word stays one word.
NO_BLOCK_OF_ITS_OWN = frozenset({"telefon", "wie", "alter"})


def _put(record: Mapping, mistake: Mistake, path: PATH, value: Node) -> None:
    """Write a value under these keys, in the first item of a list of blocks; missing blocks come into being."""
    block: Mapping = record
    for key in path[:-1]:
        inner = block.values.get(key)
        if inner is None or absent(inner):
            inner = Mapping(line=value.line, column=value.column)
            if key not in block.keys:
                block.keys[key] = Scalar(line=value.line, column=value.column, text=key, plain=True)
            block.values[key] = inner
        if isinstance(inner, Sequence):
            inner = next((item for item in inner.items if isinstance(item, Mapping)), None)
        if not isinstance(inner, Mapping):
            return
        block = inner
    shape = shape_at(mistake.model, path)
    add(block, path[-1], value, several=isinstance(shape, ListOf))


def add(block: Mapping, key: str, value: Node, *, several: bool) -> None:
    """Write a value into a block; where a field can have several, beside the ones that are there."""
    there = block.values.get(key)
    if there is None or absent(there):
        block.keys.setdefault(key, Scalar(line=value.line, column=value.column, text=key, plain=True))
        block.values[key] = value
    elif several:
        items = [one for node in (there, value) for one in (node.items if isinstance(node, Sequence) else [node])]
        items = [one for at, one in enumerate(items) if value_of(one) not in map(value_of, items[:at])]
        block.values[key] = Sequence(there.line, there.column, items)


def take(parent: Mapping, key: str) -> Node:
    """Take a field out of a block."""
    parent.keys.pop(key, None)
    return parent.values.pop(key)
