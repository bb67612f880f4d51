"""How one joins and for which age it is, as people say it: "bitte vorher anrufen", "60+", "sechs bis zwölf Jahre"."""

import re
from typing import Any

from directory.source.fields.notes import in_digits, note_of, without_names

JOIN = (
    ("warteliste", re.compile(r"wart(?:e-?liste|en)|\bvoll\b(?!\s+(?:und|barrierefrei))|ausgebucht", re.IGNORECASE)),
    ("erstgespraech", re.compile(r"erst-?gespräch|vor-?gespräch|kennen-?lern", re.IGNORECASE)),
    ("nachweis", re.compile(r"nachweis|überweisung|rezept|verordnung|attest", re.IGNORECASE)),
    (
        "offen",
        re.compile(
            r"(?:ohne|keine?)\s+(?:vor-?)?anmeld|nicht (?:vorher )?anmelden|einfach|vorbei|offen|jederzeit|spontan"
            r"|anmeld\w*\W+(?:ist\W+)?(?:nein|nicht|keine?|ohne|entfällt)\b|nicht (?:nötig|erforderlich|notwendig)"
            r"|drop-?in|^\W*(?:ohne|nein|open)\W*$",
            re.IGNORECASE,
        ),
    ),
    (
        "anmeldung",
        re.compile(
            r"anmeld|anruf|rufen|vorher|bescheid|melden|termin|mail|nötig|erforderlich|registrier|registration",
            re.IGNORECASE,
        ),
    ),
)
DETAILS = re.compile(r"\d|spätestens|\b(?:tel|mail|telefon|per|bei|nur|tag)|tag\b", re.IGNORECASE)
CLASSES = re.compile(r"klasse|schul", re.IGNORECASE)
AGES = re.compile(r"(?P<from>\d{1,3})\s*(?:Jahren?\s*)?(?:-|–|bis(?: zu)?)\s*(?P<to>\d{1,3})", re.IGNORECASE)
FROM = re.compile(
    r"(?:ab|über|von|mindestens|min\.?)\s*(?P<from>\d{1,3})|(?P<plus>\d{1,3})\s*(?:\+|plus|und älter|Jahre und älter)",
    re.IGNORECASE,
)
TO = re.compile(r"\b(?P<how>unter|bis|höchstens|max)[a-z]*\.?\s*(?:zu\s*)?(?P<to>\d{1,3})", re.IGNORECASE)
ANY_AGE = re.compile(r"alle.*|jede[rs]?.*|egal|kein.*|beliebig|offen|jung und alt|für alle", re.IGNORECASE)


def joining(text: str, _: str = "") -> Any:
    """Return how one joins; until when, and where, is a note without names of persons."""
    how = next((word for word, pattern in JOIN if pattern.search(text)), None)
    return {"wie": how, "hinweis": note_of(without_names(text))} if how and DETAILS.search(text) else how


def age(text: str, _: str = "") -> Any:
    """Return the first and the last year of an age; an empty text where there is no limit. Classes are no age."""
    text = in_digits(text)
    if CLASSES.search(text):
        return None
    if both := AGES.search(text):
        if int(both["from"]) > int(both["to"]):
            return None
        return {"ab": both["from"], "bis": both["to"]}
    if first := FROM.search(text):
        return {"ab": first["from"] or first["plus"]}
    if last := TO.search(text):
        return {"bis": str(int(last["to"]) - (last["how"].lower() == "unter"))}
    return "" if ANY_AGE.fullmatch(text.strip()) else None
