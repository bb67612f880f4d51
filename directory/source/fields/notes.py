"""Words that are left over, as a sentence of their own."""

import re

from directory.source.tree import Mapping, texts_of


def trimmed(text: str) -> str:
    """Return a text without the signs around it; a bracket that opens in it is closed."""
    bare = text.strip(" ,;:.()-–/<>")
    return f"{bare})" if bare.count("(") > bare.count(")") else bare


def note_of(words: str) -> str:
    """Return words as a sentence; nothing where there are none."""
    said = trimmed(" ".join(words.replace("€", " Euro ").split()))
    dot = "" if said.endswith(("!", "?")) else "."
    return f"{said[:1].upper()}{said[1:]}{dot}" if re.search(r"\w{3}", said) else ""


def one_more(block: object, field: str, note: str) -> str | list[str]:
    """Return the sentences of a field of a block with one more; a text where it is the only one."""
    there = block.values.get(field) if isinstance(block, Mapping) else None
    notes = [*(texts_of(there) if there else []), note]
    return notes if len(notes) > 1 else note
