"""Texts in fields that have a few fixed words: which of them is meant, and what else the text says."""

import re
from collections.abc import Mapping as Table
from functools import cache
from importlib.resources import files

import yaml

from directory.model.choices import labels
from directory.model.meanings import folded
from directory.problems import WRITE, Hint, allowed
from directory.source.fields.barriers import barrier
from directory.source.fields.mistake import Mistake
from directory.source.fields.notes import note_of, one_more

NEGATED = re.compile(r"\b(?:kein|keine|nicht|ohne|nie)\b", re.IGNORECASE)
MOST_LABELS = 8
REMOVE = """\
Gibt es das Angebot nicht mehr? Dann schreiben Sie:
status: geschlossen
Gibt es das Angebot, und es soll hier nicht stehen? Dann sagen Sie es der Redaktion.
Oder nehmen Sie das Formular „Bitte entfernen“."""
NO_STATUS = (
    (
        re.compile(r"\blösch|\bentfern|\braus\b|\bweg\b", re.IGNORECASE),
        REMOVE,
    ),
    (
        re.compile(r"\bumgezogen|\bumzug|neue adresse|\bzieht um", re.IGNORECASE),
        "Schreiben Sie den neuen Ort bei „orte“. Löschen Sie diese Zeile: Das Angebot gibt es noch.",
    ),
)
IN_FREE_TIME = {"feiertage": "Am Feiertag:", "schulferien": "In den Schul-Ferien:"}


def fixed_word(mistake: Mistake, words: list[str]) -> Hint:
    """Return what to write instead of a text that is none of the fixed values of a field."""
    return _no_status(mistake) or _meant(mistake, words) or _inside(mistake, words)


def _no_status(mistake: Mistake) -> Hint | None:
    """Return what to do where somebody says of a status what is said elsewhere."""
    asked = (
        (words for way, words in NO_STATUS if way.search(mistake.text)) if mistake.names == ("status",) else iter(())
    )
    return next((Hint(words) for words in asked), None)


def _meant(mistake: Mistake, words: list[str]) -> Hint | None:
    """Return the word that a text means, by its label or by what people call it."""
    text, path = mistake.text, mistake.names
    named = labels(path)
    if match := next((word for word in words if folded(named.get(word, word)) == folded(text)), ""):
        return Hint(WRITE, match)
    for word, ways in _other_values().get(".".join(path), {}).items():
        if word in words and any(re.search(rf"\b{way}", f"{text} ", re.IGNORECASE) for way in ways):
            return _with_more(mistake, word)
    return barrier(mistake) if set(words) == {"ja", "teilweise", "nein"} else _only_a_note(mistake, words)


def _inside(mistake: Mistake, words: list[str]) -> Hint:
    """Return the only word that stands in a text, or all that there are."""
    text, named = mistake.text, labels(mistake.names)
    inside = [word for word in words if folded(word) in folded(text)]
    inside = [word for word in inside if not any(word != other and word in other for other in inside)]
    if len(inside) == 1 and not NEGATED.search(text):
        return Hint(WRITE, inside[0])
    if not named or len(words) > MOST_LABELS:
        return Hint(allowed(text, words))
    listing = "\n".join(f"{word} ({named[word]})" if word in named else word for word in words)
    return Hint(f"Schreiben Sie eins von diesen Wörtern:\n{listing}")


def _only_a_note(mistake: Mistake, words: list[str]) -> Hint | None:
    """Return what else somebody says of holidays than open or closed, as a note."""
    text = mistake.text
    near = any(folded(word) in folded(text) for word in words)
    if mistake.name not in IN_FREE_TIME or near or not re.search(r"\w{3}\s+\w+", text):
        return None
    note = note_of(f"{IN_FREE_TIME[mistake.name]} {text}")
    instead = {"hinweis": one_more(mistake.parent, "hinweis", note)}
    return Hint(f"Das ist ein Hinweis. Schreiben Sie statt „{mistake.name}“:", instead, without=(mistake.name,))


def _with_more(mistake: Mistake, word: str) -> Hint:
    """Return the fixed value; until when, and when not, is a note."""
    if mistake.names == ("status",):
        return _with_conditions(mistake, word)
    if mistake.name not in {"feiertage", "schulferien"} or not re.search(r"\w\s+\w+\s+\w+\s+\w", mistake.text):
        return Hint(WRITE, word)
    in_part = re.search(r"\bnur\b|\bmanchmal\b|\bteil", mistake.text, re.IGNORECASE)
    notes = {"hinweis": one_more(mistake.parent, "hinweis", note_of(mistake.text))}
    if in_part:
        return Hint(f"Das ist ein Hinweis. Schreiben Sie statt „{mistake.name}“:", notes, without=(mistake.name,))
    return Hint(WRITE, {mistake.name: word} | notes)


def _with_conditions(mistake: Mistake, status: str) -> Hint:
    """Return the status; until when it is so, as a sentence of its own."""
    if not re.search(r"\d", mistake.text):
        return Hint(WRITE, status)
    sentences = one_more(mistake.record, "bedingungen", note_of(mistake.text))
    return Hint(WRITE, {"status": status, "bedingungen": sentences})


@cache
def _other_values() -> Table[str, Table[str, list[str]]]:
    found: Table[str, Table[str, list[str]]] = yaml.safe_load(
        files(__package__).joinpath("other_values.yaml").read_text("utf-8")
    )
    return found
