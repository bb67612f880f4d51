"""Words in place of fields: an address, times or a price as people write them, and the fields that they mean."""

import re
from types import MappingProxyType
from typing import Any

from directory.problems import WRITE, Hint, quoted
from directory.problems.written import field_lines, short_field
from directory.source.fields.dates import exceptions_asked, has_year
from directory.source.fields.mistake import Answer, Mistake
from directory.source.fields.notes import note_of, one_more, without_names
from directory.source.fields.phones_in_words import phones_in_words
from directory.source.fields.places_in_words import places, places_value
from directory.source.fields.readers import READERS
from directory.source.fields.times_in_words import rules_of, times_in_words
from directory.source.tree import Mapping, Node, Scalar, Sequence, node_of, texts_of

# On a door stand fewer; so many texts are something else.
MOST_LINES = 30
SEVERAL = {
    "kontakt": "Für den Kontakt gibt es mehrere Felder.",
    "ausnahmen": "Für diese Tage gibt es mehrere Felder.",
    "gueltig": "Für den Zeitraum gibt es 2 Felder.",
    "bestaetigt": "Dafür gibt es 2 Felder: am und von.",
}


def whole_field(mistake: Mistake) -> Answer | None:
    """Return the answer to a list of texts, or to texts under days, that together are an address or times.

    Nothing where the field is something else, or holds no more than one text.
    """
    field = str(mistake.keys[0]) if mistake.keys else ""
    record = mistake.record
    if field not in {"orte", "zeiten"} or not isinstance(record, Mapping) or field not in record.values:
        return None
    node = record.values[field]
    if isinstance(node, Mapping) and (field == "orte" or mistake.type != "extra_forbidden"):
        return None
    texts = _lines(node)
    if not (1 if isinstance(node, Mapping) else 2) <= len(texts) <= MOST_LINES:
        return None
    found = places(texts) if field == "orte" else times_in_words(mistake, texts)
    hint = found[2]
    value = rules_of(mistake, texts) if field == "zeiten" else places_value(texts)
    if value is None:
        return None
    message = f"Im Feld „{field}“ steht {quoted(', '.join(texts))}. {found[1]}"

    def change() -> None:
        record.values[field] = node_of(value, node)

    position = mistake.document.position(*mistake.path, field)
    return Answer(position=position, code="wert-falsch", message=message, hint=hint, change=change)


def _lines(node: Node) -> list[str]:
    """Return the texts of a list that has nothing else; of a block each with the word before its colon."""
    if isinstance(node, Sequence):
        each = [[item.text] if isinstance(item, Scalar) else _lines(item) for item in node.items]
        return [text for texts in each for text in texts] if all(each) else []
    if not isinstance(node, Mapping):
        return []
    lines = []
    for key, value in node.values.items():
        if key == "stand":
            continue
        items = value.items if isinstance(value, Sequence) else [value]
        for item in items:
            if not isinstance(item, Scalar):
                return []
            lines.append(f"{node.keys[key].text}: {item.text}")
    return lines


Said = tuple[str, str, Hint]


def in_fields(mistake: Mistake) -> Said | None:
    """Return where a text stands in place of several fields, what is said of that, and the fields that it means."""
    keys, node = _written(mistake)
    field = next((key for key in reversed(keys) if isinstance(key, str)), "")
    if not isinstance(node, Scalar) or (mistake.type == "refused" and field == "zeiten"):
        return None
    if field == "art" and keys[:1] == ("kosten",):
        value = READERS["kosten"](node.text, mistake.as_of)
        return _fields("kosten", value if isinstance(value, dict) else None) or _choice_with_note("kosten", node.text)
    if field == "orte":
        return places([node.text])
    if field == "zeiten":
        return times_in_words(mistake, [node.text], whole=len(keys) == 1)
    return _read(mistake, field, node.text)


def _read(mistake: Mistake, field: str, text: str) -> Said | None:
    reader = READERS.get(field)
    value = reader(text, mistake.as_of) if reader else None
    if value is None:
        return _not_understood(mistake, field, text)
    if field == "telefon":
        return phones_in_words(mistake, value)
    if field == "alter" and isinstance(value, dict) and (beside := re.search(r"\((.*)\)|[,;]\s*(.*)$", text)):
        condition = one_more(mistake.record, "bedingungen", note_of(beside[1] or beside[2]))
        return field, "", Hint(WRITE, {"alter": value, "bedingungen": condition})
    if field in {"ausnahmen", "wie"} and not isinstance(value, str):
        return _in_its_block(mistake, field, value)
    if isinstance(value, str):
        asked = "Gibt es das Angebot ohne ein Ende?" if field == "gueltig" else "Gilt das für alle?"
        hint = Hint(WRITE, value) if value else Hint(f"{asked} Dann löschen Sie die Zeile.")
        return (field, "", hint) if value != text else None
    item = field == "quelle" and isinstance(mistake.spot.parent, Sequence)
    return _fields(field, value, "Prüfen Sie das Jahr." if field == "gueltig" and not has_year(text) else "", item=item)


def _not_understood(mistake: Mistake, field: str, text: str) -> Said | None:
    if field == "quelle":
        example = {"angabe": "Der Verein selbst", "stand": mistake.as_of}
        return field, WHO, Hint(f"Schreiben Sie zum Beispiel:\n{short_field(field, example)}")
    if field == "kontakt":
        return _through(text)
    if field == "ausnahmen" and (days := exceptions_asked(text, mistake.as_of)):
        return field, SEVERAL[field], Hint(f"{ASK_FOR_HOURS}\n{field_lines(field, days)}")
    return _choice_with_note(mistake.names[0], text) if field in {"wie", *CHOICES} else None


ASK_FOR_HOURS = (
    "Ist an so einem Tag geschlossen? Dann steht dort keine „uhrzeit“. Ist offen? Dann schreiben Sie Anfang und Ende. "
    "Zum Beispiel, mit Ihren Uhrzeiten:"
)


def listed(mistake: Mistake) -> Said | None:
    """Return the fields that the texts of a list mean together, where a block belongs; prices are notes."""
    node, field = mistake.node, mistake.name
    texts = texts_of(node) if isinstance(node, Sequence) else []
    if not texts or len(texts) < len(getattr(node, "items", [])):
        return None
    if field == "kosten":
        return _fields(field, {"art": "preis", "hinweis": [note_of(text) for text in texts]})
    return _fields(field, READERS[field](", ".join(texts), mistake.as_of)) if field in READERS else None


def _in_its_block(mistake: Mistake, field: str, value: Any) -> Said:
    """Return items that stand in a list already, or fields that stand beside the value."""
    more = "" if has_year(mistake.text) or field != "ausnahmen" else NO_YEAR
    if isinstance(value, list) and "jedes_jahr" in value[0]:
        more = "Ist das nicht jedes Jahr so? Dann schreiben Sie Tage mit Jahr, und löschen Sie „jedes_jahr“."
    listed = isinstance(value, list) and not isinstance(mistake.spot.parent, Sequence)
    return field, SEVERAL.get(field, ""), Hint(WRITE, {field: value} if listed else value, more)


WHO = "Wer hat gesagt, was hier steht? Jede Angabe hat eine Quelle."
# Where a sentence stands in place of a word, and nothing says which one is meant.
CHOICES = MappingProxyType(
    {
        "kosten": (("Kostet es Geld?", {"art": "preis"}), ("Kostet es nichts?", {"art": "kostenlos"})),
        "mitmachen": (
            ("Muss man vorher fragen?", {"wie": "anmeldung"}),
            ("Kann man einfach kommen?", {"wie": "offen"}),
        ),
    }
)


def _choice_with_note(block: str, text: str) -> Said | None:
    """Return the fields for each answer, with the sentence that somebody wrote; None where it is but one word."""
    if block not in CHOICES or not re.search(r"\w{3}.*\s.*\w{3}", text):
        return None
    note = {"hinweis": note_of(without_names(text))}
    shown = (f"{asked} Dann schreiben Sie:\n{short_field(block, word | note)}" for asked, word in CHOICES[block])
    return block, "", Hint("\n".join(shown))


THROUGH = re.compile(
    r"^\W*(?:nur\s+)?(?:über|ueber|via|bei|beim|durch)\s+(?:die\s+|den\s+|das\s+|der\s+|dem\s+)?(?P<name>.{3,})$"
)


def _through(text: str) -> Said:
    """Return how to write that another offer helps to reach somebody, or an example of a way."""
    example = "Schreiben Sie zum Beispiel:\nkontakt: {telefon: 01234 567890}"
    if not (found := THROUGH.match(text)):
        return "kontakt", SEVERAL["kontakt"], Hint(example)
    words = f"{example}\nHilft ein Angebot aus dem Verzeichnis beim Kontakt? Dann reicht sein Datei-Name:"
    return "kontakt", SEVERAL["kontakt"], Hint(words, {"kontakt": {"ueber": found["name"].strip(" .")}})


NO_YEAR = "Prüfen Sie das Jahr. Ist das jedes Jahr so? Dann schreiben Sie dazu: jedes_jahr: ja"


def _fields(field: str, value: Any, more: str = "", *, item: bool = False) -> Said | None:
    if value is None:
        return None
    return field, SEVERAL.get(field, ""), Hint(WRITE, [value] if item else {field: value}, more)


def _written(mistake: Mistake) -> tuple[tuple[str | int, ...], Node]:
    """Return the keys that are written on the way to the value, and what stands there."""
    node, keys = mistake.record, []
    for key in mistake.keys:
        if isinstance(node, Mapping) and isinstance(key, str) and key in node.values:
            node = node.values[key]
        elif isinstance(node, Sequence) and isinstance(key, int) and key < len(node.items):
            node = node.items[key]
        elif isinstance(node, Scalar):
            break
        else:
            continue
        keys.append(key)
    return tuple(keys), node
