"""What a text says about barriers: yes, partly or no for each, and notes."""

import re
from types import MappingProxyType
from typing import Any

from directory.problems import WRITE, Hint
from directory.source.fields.mistake import Mistake
from directory.source.fields.notes import note_of, one_more
from directory.source.tree import Mapping, Scalar, texts_of

BARRIERS = MappingProxyType(
    {
        "aufzug": re.compile(r"aufzug|fahrstuhl|\blift", re.IGNORECASE),
        "toilette": re.compile(r"toilette|\bwc\b", re.IGNORECASE),
        "parkplatz": re.compile(r"parkpl", re.IGNORECASE),
        "ohne_stufen": re.compile(r"ohne stufen|stufenlos|stufenfrei|ebenerdig|keine stufe", re.IGNORECASE),
        "rollstuhl": re.compile(r"rollstuhl|\brolli|barrierefrei|barriere-frei", re.IGNORECASE),
    }
)
MAYBE = re.compile(r"(?:vielleicht|eventuell|manchmal|unklar|möglicherweise)\W*", re.IGNORECASE)
NOT_THERE = re.compile(r"\b(?:kein\w*|nein|nicht|leider|ohne (?!stufen))", re.IGNORECASE)


def access(text: str, _: str = "") -> Any:
    """Return what a text says about barriers; parts that are about none of them are notes."""
    fields: dict[str, Any] = {}
    notes: list[str] = []
    for part in filter(str.strip, re.split(r"[,;.]|\bund\b|\baber\b", text)):
        name = next((name for name, word in BARRIERS.items() if word.search(part)), "")
        if name and name not in fields and not re.search(r"\d", part):
            low = name == "ohne_stufen" and re.search("keine stufe", part, re.IGNORECASE)
            fields[name] = "ja" if low else "nein" if NOT_THERE.search(part) else degree_of(part) or "ja"
        else:
            notes += filter(None, [note_of(part)])
    if not fields:
        degree = degree_of(text)
        return {"rollstuhl": degree} if degree else {"hinweis": note_of(text)} if note_of(text) else None
    return fields | ({"hinweis": notes if len(notes) > 1 else notes[0]} if notes else {})


def degree_of(text: str) -> str:
    """Return yes, partly or no as a text begins with it; an empty text where it does not say that."""
    low = text.strip().casefold()
    if re.match(r"(?:nein|nicht|kein|leider|no\b|false)", low):
        return "nein"
    if re.match(r"(?:teil|zum teil|bedingt|eingeschränkt|halb|nur|mit hilfe|fast)", low):
        return "teilweise"
    yes = (
        r"(?:ja|yes|true|x$|vorhanden|voll|ist |barriere-?frei|rollstuhl-?gerecht|rolli-?gerecht|ebenerdig|möglich"
        r"|geeignet|ok|gibt es|genug|genügend|ausreichend|reichlich)"
    )
    return "ja" if re.match(yes, low) else ""


def barrier(mistake: Mistake) -> Hint | None:
    """Return yes, partly or no for a barrier; more words are notes beside the first of the barriers.

    What says none of them is a note, and a width is one.
    """
    text = mistake.text
    degree = _said(mistake.name, text)
    if not degree and (width := re.search(r"(\d{2,3})\s*(?:cm|Zentimeter)", text)):
        return Hint(f"Schreiben Sie statt „{mistake.name}“:", {"tuerbreite_cm": width[1]}, without=(mistake.name,))
    if not degree and (not re.search(r"\d|\w{4}", text) or MAYBE.fullmatch(text.strip())):
        return None
    if not degree:
        words = f"Das ist ein Hinweis. Schreiben Sie statt „{mistake.name}“:"
        return Hint(words, _note_on_barriers(mistake), without=(mistake.name,))
    return _degree(mistake, degree)


def _said(name: str, text: str) -> str:
    """Return yes, partly or no for one barrier; where a step is counted, it is not without steps."""
    steps = name == "ohne_stufen" and re.search(r"\bstufen?\b", text, re.IGNORECASE)
    return degree_of(text) or ("nein" if steps and not NOT_THERE.search(text) else "")


def _degree(mistake: Mistake, degree: str) -> Hint:
    parent = mistake.parent
    if not isinstance(parent, Mapping) or not _more(mistake.text):
        return Hint(WRITE, degree)
    notes = {
        name: note
        for name, one in parent.values.items()
        if isinstance(one, Scalar) and _said(name, one.text) and (note := _more(one.text))
    }
    if mistake.name != next(iter(notes)):  # they stand with the first
        return Hint(WRITE, degree)
    there = texts_of(parent.values["hinweis"]) if "hinweis" in parent.values else []
    written = [*there, *notes.values()] if there or len(notes) > 1 else notes[mistake.name]
    return Hint("Schreiben Sie dafür diese Zeilen:", {mistake.name: degree, "hinweis": written})


def _note_on_barriers(mistake: Mistake) -> dict[str, Any]:
    """Return the notes of a place with what is neither yes nor no: "3 Stufen."."""
    what = mistake.name.replace("_", " ").capitalize()
    note = f"{mistake.text} {what}." if mistake.text.isdigit() else f"{what}: {mistake.text.rstrip('.')}."
    return {"hinweis": one_more(mistake.parent, "hinweis", note)}


def _more(text: str) -> str:
    """Return what is said of a barrier beside yes, partly or no, as a sentence."""
    more = re.sub(r"^(?:ja|nein|teilweise|yes|no|zum teil)\b", "", text.strip(), flags=re.IGNORECASE)
    return note_of(more) if re.search(r"\S\s+\S", more.strip(" ,;:.()-–")) else ""
