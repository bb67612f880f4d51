"""What people call the items of a list, and what to write for it."""

import re
from collections.abc import Mapping

from directory.checks.several_words import several_words
from directory.model.base import Record
from directory.model.meanings import MOST_MEANT, meant
from directory.model.text import NOT_KNOWN
from directory.problems import WRITE, Hint
from directory.source.fields.taking_part import age

WORDS_OF_AGE = re.compile(r"\b(?:ab|bis|von|über|unter|Jahren?)\b|\d+|[+–-]", re.IGNORECASE)


def with_age(text: str, items: Mapping[str, Record], key: str) -> Hint | None:
    """Return an audience and its age, which has a field of its own: "Senioren ab 60"."""
    limits = age(text) if key == "zielgruppen" else None
    if not limits:
        return None
    rest = " ".join(WORDS_OF_AGE.sub(" ", text).split())
    found = meant(rest, items).items[:1]
    several = None if found else several_words(rest, items, key)
    words = [*found] if found else several.instead[key] if several else []
    return Hint(f"Das Alter hat ein eigenes Feld. {WRITE}", {key: words, "alter": limits}) if words else None


LISTS = frozenset({"art", "themen", "zielgruppen", "sprachen"})


def what_to_write(text: str, items: Mapping[str, Record], key: str) -> Hint | None:
    """Return what to write for what people call items of a list; None where nothing is near."""
    if NOT_KNOWN.fullmatch(text.strip()):
        return Hint("Ist das nicht bekannt? Dann löschen Sie die Zeile.")
    said = meant(text, items)
    if said.certain:
        return Hint(WRITE, said.items[0])
    several = [part.strip() for part in re.split(r"[,;/]|\bund\b|\+|&", text) if part.strip()]
    each = [meant(part, items) for part in several] if len(several) > 1 else []
    words = [*dict.fromkeys(one.items[0] for one in each if one.certain)]
    certain = each and all(one.certain for one in each)
    sure = Hint(f"Das sind mehrere Wörter. {WRITE}", {key: words}) if certain else None
    if sure := several_words(text, items, key) if key in LISTS else sure:
        return sure
    if said.items or any(one.items for one in each):
        found = list(dict.fromkeys((*said.items, *(name for one in each for name in one.items))))[:MOST_MEANT]
        if len(found) == 1:
            return Hint(f"Meinten Sie „{getattr(items[found[0]], 'name', found[0])}“? Dann schreiben Sie:", found[0])
        listing = "\n".join(f"{name} ({getattr(items[name], 'name', name)})" for name in found)
        return Hint(f"Meinten Sie eins davon? Schreiben Sie das Wort vor der Klammer:\n{listing}")
    return None
