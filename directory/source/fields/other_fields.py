"""Fields by other names: what they are called here, and what to do with those that there are not at all."""

import re
from dataclasses import replace
from functools import cache
from typing import get_args

from directory.model.base import Model
from directory.model.entry import Entry
from directory.problems import WRITE, Hint, allowed
from directory.problems.written import short_field
from directory.source.field_names import field_called, plain, stands_at_top
from directory.source.fields.capitals import all_capitals
from directory.source.fields.costs import cost
from directory.source.fields.everyday_times import LONG, NUMBERS, about_note, later
from directory.source.fields.misplaced import add, answer, nowhere, take
from directory.source.fields.mistake import Answer, Mistake, shape_at
from directory.source.fields.notes import note_of, one_more
from directory.source.shape import Fields, ListOf, fields_of
from directory.source.tree import Mapping, Node, Scalar, absent, joined, node_of, texts_of
from directory.source.tree import plain as value_of

KINDS_OF_NUMBERS = {"fax": "fax", "telefax": "fax", "faxnummer": "fax", "whatsapp": "whatsapp", "sms": "sms"}
YES = re.compile(r"\W*(?:ja|yes|x|true|stimmt)?\W*", re.IGNORECASE)
# As many as a person reads at once.
MOST_NAMED = 12
OVER = re.compile(r"(?:gelöscht|geloescht|aufgelöst|aufgeloest|geschlossen|beendet|eingestellt)", re.IGNORECASE)


def renamed(mistake: Mistake, parent: Mapping, key: str, field: str) -> Answer:
    """Return how a field is called here; where it stands already, both values go there."""
    _say_all(parent, key, field)
    node = before = parent.values[key]
    several = isinstance(shape_at(mistake.model, (*mistake.keys[:-1], field)), ListOf)
    place = parent.keys[key]
    small = "Feld-Namen haben nur kleine Buchstaben.\n" if key.casefold() == field else ""
    there = [parent.keys[field].line] if field in parent.keys and not absent(parent.values[field]) else []

    def both() -> Hint:
        said = f"„{field}“ steht schon in Zeile {there[0]}."
        if not several:
            return Hint(f"{said} Behalten Sie nur eins von beiden.")
        words = f"{said} Schreiben Sie alles dort, und löschen Sie diese Zeile:"
        return Hint(words, {field: value_of(parent.values[field])})

    def hint() -> Hint:
        if there:
            return both()
        now = parent.values.get(field)
        below = not isinstance(before, Scalar) and before.line > place.line
        if now is None and below:  # it was left out for what is wrong in it; its name is still to be mended
            lines = mistake.document.as_it_stands(f"{field}:", place)
            return Hint(f"{small}Das Feld heißt hier „{field}“. {WRITE}", {field: ""}, shown=lines)
        if now is None:
            return Hint(f"{small}Das Feld heißt hier „{field}“. Was dort stehen kann, sagt eine andere Meldung.")
        # What stands in the lines below stays as it is.
        same = now is before and not isinstance(before, Scalar) and before.line > place.line
        shown = f"{field}:" if same else short_field(field, value_of(now))
        lines = mistake.document.as_it_stands(shown, place)
        return Hint(f"{small}Das Feld heißt hier „{field}“. {WRITE}", {field: value_of(now)}, shown=lines)

    def change() -> None:
        if field in parent.keys and not absent(parent.values[field]):  # another name of it may have come first
            there[:] = there or [parent.keys[field].line]
            _join(parent, field, take(parent, key), several=several)
            return
        old = parent.keys[key]
        pairs = [(field if name == key else name, value) for name, value in parent.values.items() if name != field]
        keys = {field if name == key else name: own for name, own in parent.keys.items() if name != field}
        keys[field] = old
        parent.keys, parent.values = keys, dict(pairs)

    if there:
        return answer(mistake, both, change)
    said = answer(mistake, hint, change, (*mistake.names[:-1], field), isinstance(node, Scalar))
    return all_capitals(mistake, parent, key, said) if small else replace(said, renames=True)


def _say_all(parent: Mapping, key: str, field: str) -> None:
    """Write what the name of a field says into its value: a fax is a number of that kind."""
    node = parent.values[key]
    if field == "telefon" and isinstance(node, Scalar) and (kind := KINDS_OF_NUMBERS.get(plain(key))):
        parent.values[key] = node_of({"nummer": node.text, "art": kind}, node)
    elif isinstance(node, Scalar) and (whole := _whole(key, field, node.text)):
        parent.values[key] = node_of(whole, node)


def _join(parent: Mapping, field: str, value: Node, *, several: bool) -> None:
    """Write a value beside one that is there; words about times are one text: "Dienstag" and "15 Uhr"."""
    old = parent.values[field]
    if field == "zeiten" and isinstance(old, Scalar) and isinstance(value, Scalar):
        parent.values[field] = node_of(f"{old.text} {value.text}", old)
    else:
        add(parent, field, value, several=several)


def _whole(key: str, field: str, text: str) -> str:
    """Return a text with what the name of its field says about it: "anmeldung: nicht nötig", "mitbringen: Wolle"."""
    if field in {"mitmachen", "wie"} and "anmeld" in plain(key) and "anmeld" not in text.casefold():
        return f"Anmeldung {text}"
    if "mitbringen" in plain(key) and not re.search(r"[.!]\s*$|bringen", text):
        return f"Bringen Sie {text} mit."
    if field == "bedingungen" and re.search(r"teilnehmer|plaetze|groesse", plain(key)) and re.search(r"\d", text):
        number = note_of(text).rstrip(".")
        return f"Es gibt {number[:1].lower()}{number[1:]} Plätze."
    return ""


def said_as_field(mistake: Mistake, parent: Mapping, key: str) -> str:
    """Return the field of which a name is one of the values, and write it as that: "kostenlos: ja", "gelöscht: ja"."""
    node = parent.values[key]
    shape = shape_at(mistake.model, mistake.keys[:-1])
    if not isinstance(node, Scalar) or not isinstance(shape, Fields):
        return ""
    values = fixed_values(shape.model)
    field = values.get(key.casefold(), "")
    if not mistake.block and OVER.fullmatch(parent.keys[key].text):
        field = "status"
    own = field_called(key, mistake.block)
    if not field or field in parent.keys or (own in fields_of(shape.model) and field != "status"):
        return ""
    if YES.fullmatch(node.text):
        text = key if key.casefold() in values else parent.keys[key].text
    elif field == "status":
        text = f"{parent.keys[key].text} {node.text}"
    else:
        return ""
    parent.values[key] = node_of(text, node)
    return field


@cache
def fixed_values(model: type[Model]) -> dict[str, str]:
    """Return the field of each word that only one field of a block can have as its value."""
    found: dict[str, list[str]] = {}
    for field in model.model_fields.values():
        for inner in (field.annotation, *get_args(field.annotation)):
            for word in get_args(inner):
                if isinstance(word, str) and field.alias:
                    found.setdefault(word, []).append(field.alias)
    return {word: fields[0] for word, fields in found.items() if len(set(fields)) == 1}


IN_AN_OFFER = (
    "„{field}“ gehört in die Datei von einem Angebot. Gibt es ein Angebot, für das das gilt? Dann schreiben Sie die "
    "Zeilen in seine Datei. Löschen Sie danach hier „{field}“ mit allen Zeilen darin."
)


def no_such_field(mistake: Mistake, parent: Mapping, key: str, known: list[str]) -> Answer:
    """Return what to do with a field that means none of those that there are; what it says becomes a note."""
    listing = allowed(key, known)
    text = joined(parent.values[key]).strip()
    field = "hinweis" if "hinweis" in known else "bedingungen"
    if mistake.model is not Entry and not mistake.block and stands_at_top(field_called(key)):
        return nowhere(mistake, IN_AN_OFFER.format(field=parent.keys[key].text))
    if len(known) <= MOST_NAMED or not text or field not in known:
        whole = isinstance(parent.values[key], Mapping) or len(texts_of(parent.values[key])) > 1
        row = f"„{parent.keys[key].text}“ mit allen Zeilen darin" if whole else "die Zeile"
        delete = f"Gehört es zu keinem anderen Feld? Dann löschen Sie {row}."
        return nowhere(mistake, f"{listing}\n{delete}" if len(known) <= MOST_NAMED else delete)
    called = f"{parent.keys[key].text[:1].upper()}{parent.keys[key].text[1:].replace('_', ' ')}: {text}"
    note = note_of(called) or f"{called}."
    words = "Gehört es zu keinem anderen Feld? Dann löschen Sie die Zeile. Ist es wichtig? Dann schreiben Sie dafür:"
    return nowhere(mistake, f"{words}\n{short_field(field, one_more(parent, field, note))}")


def prices(mistake: Mistake) -> Answer | None:
    """Return the price where several stand under names of one's own: "erwachsene: 5 Euro", "kinder: frei"."""
    block, record = mistake.parent, mistake.record
    if mistake.names[:1] != ("kosten",) or not isinstance(block, Mapping) or {"art", "betrag"} & block.keys.keys():
        return None
    lines = [(key, joined(value)) for key, value in block.values.items() if key not in {"stand", "quelle", "laut"}]
    texts = [
        text if field_called(key, "kosten") == "betrag" else f"{_called(block, key)} {text}" for key, text in lines
    ]
    value = cost(", ".join(texts)) if any(re.search(r"\d", text) for _, text in lines) and len(lines) > 1 else None
    if not isinstance(value, dict) or not isinstance(record, Mapping):
        return None
    kept = {key: joined(one) for key, one in block.values.items() if key in {"stand", "quelle", "laut"}}
    whole = value | kept
    new = node_of(whole, block)

    def change() -> None:
        record.values["kosten"] = new

    return answer(mistake, Hint(WRITE, {"kosten": whole}), change)


def _called(block: Mapping, key: str) -> str:
    text = block.keys[key].text
    return f"{text[:1].upper()}{text[1:]}"


def length(mistake: Mistake, parent: Mapping, key: str) -> Answer:
    """Return the end of a time in place of its length."""
    begin, found = parent.values.get("von"), LONG.search(joined(parent.values[key]))
    end, fields = "", dict[str, str | list[str]]()
    if isinstance(begin, Scalar) and found and re.fullmatch(r"\s*\d{1,2}(?:[:.]\d\d)?(?:\s*Uhr)?\s*", begin.text):
        number = NUMBERS.get(found["number"].lower()) or float(found["number"].replace(",", "."))
        minutes = int(number * (60 if found["unit"].lower().startswith("st") else 1))
        end = later(re.sub(r"\s*Uhr", "", begin.text).strip(), minutes)
    if not end or not found or "bis" in parent.keys:
        note = note_of(f"Es dauert {joined(parent.values[key])}")
        fields = {"hinweis": one_more(parent, "hinweis", note)}
    else:
        fields = {"bis": end}
        fields |= {"hinweis": one_more(parent, "hinweis", about_note(end, ends=True))} if found["about"] else {}
    node = parent.values[key]

    def change() -> None:
        take(parent, key)
        for name, value in fields.items():
            parent.keys.setdefault(name, Scalar(line=node.line, column=node.column, text=name, plain=True))
            parent.values[name] = node_of(value, node)

    line = "\n".join(short_field(name, value) for name, value in fields.items())
    shown = mistake.document.as_it_stands(line, parent.keys[key])
    return answer(mistake, Hint(WRITE, fields, shown=shown), change)
