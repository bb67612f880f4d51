"""Words that are left over, as a sentence of their own."""

import re

from directory.source.tree import Mapping, texts_of


def trimmed(text: str) -> str:
    """Return a text without the signs around it; a bracket that opens in it is closed."""
    bare = text.strip(" ,;:.()-–/<>")
    return f"{bare})" if bare.count("(") > bare.count(")") else bare


def note_of(words: str) -> str:
    """Return words as a sentence without the usual abbreviations; nothing where there are none."""
    plain = re.sub(r"(?<=Euro)\s*/\s*", " pro ", " ".join(words.replace("€", " Euro ").split()))
    said = trimmed(" ".join(SHORT.sub(_in_full, plain).split()))
    dot = "" if said.endswith(("!", "?")) else "."
    return f"{said[:1].upper()}{said[1:]}{dot}" if re.search(r"\w{3}", said) else ""


def one_more(block: object, field: str, note: str) -> str | list[str]:
    """Return the sentences of a field of a block with one more; a text where it is the only one."""
    there = block.values.get(field) if isinstance(block, Mapping) else None
    notes = [*(texts_of(there) if there else []), note]
    return notes if len(notes) > 1 else note


# These have no other meaning in a note of an entry.
IN_FULL = {
    "max.": "höchstens",
    "min.": "mindestens",
    "ca.": "ungefähr",
    "inkl.": "mit",
    "exkl.": "ohne",
    "bzw.": "oder",
    "evtl.": "vielleicht",
    "ggf.": "vielleicht",
    "z.b.": "zum Beispiel",
    "z. b.": "zum Beispiel",
    "std.": "Stunden",
    "pers.": "Personen",
    "tn": "Menschen",
    "u.": "und",
    "o.": "oder",
    "&": "und",
}
SHORT = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, IN_FULL))})(?=\s)", re.IGNORECASE)
NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "",
            "ein|eine|einen|eins",
            "zwei",
            "drei",
            "vier",
            "fünf",
            "sechs",
            "sieben",
            "acht",
            "neun",
            "zehn",
            "elf",
            "zwölf",
        )
    )
    for word in filter(None, words.split("|"))
} | {"fünfzehn": 15, "sechzehn": 16, "achtzehn": 18, "zwanzig": 20, "dreißig": 30, "fünfzig": 50, "sechzig": 60}
NUMBER = re.compile(rf"\b(?:{'|'.join(NUMBERS)})\b", re.IGNORECASE)
# "Frau Müller", "bei Herrn Dr. Anders Schmidt".
PERSON = re.compile(
    r"(?:\b(?:bei|von|an|zu)\s+)?\b(?:Frau|Herrn?|Fr\.|Hr\.)\s+(?:Dr\.\s+)?[A-ZÄÖÜ][\w-]+(?:\s+[A-ZÄÖÜ][\w-]+)?"
    r"|^\W*[A-ZÄÖÜ][a-zäöüß]+\s+[A-ZÄÖÜ][a-zäöüß-]+\W*$"
)


def _in_full(found: re.Match[str]) -> str:
    return IN_FULL[found.group().lower()]


def in_digits(text: str) -> str:
    """Return a text with digits in place of the words for numbers: "sechs bis zwölf"."""
    return NUMBER.sub(lambda word: str(NUMBERS[word.group().lower()]), text)


def without_names(text: str) -> str:
    """Return a text without those that it names with "Frau" or "Herr"."""
    return " ".join(PERSON.sub(" ", text).split())
