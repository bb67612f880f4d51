"""Fields that do not exist where they stand: which one is meant, where it belongs, and how it is written there."""

import re
from collections.abc import Callable
from collections.abc import Mapping as Table
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from directory.model.contact import MAIL
from directory.model.spoken_hours import CLOCK_PATTERN
from directory.problems import WRITE, Hint
from directory.problems.written import field_lines, in_one_line, short_field
from directory.source.field_names import (
    ADDRESS,
    LENGTH,
    NETWORK,
    PERSON,
    field_called,
    field_meant,
    fields_called,
    plain,
)
from directory.source.fields.dates import exceptions
from directory.source.fields.misplaced import add, answer, moved, nowhere, path_of, take
from directory.source.fields.mistake import Answer, Mistake, shape_at
from directory.source.fields.other_fields import length, no_such_field, renamed, said_as_field
from directory.source.fields.places_in_words import place
from directory.source.fields.readers import phones, times, web_in_full
from directory.source.shape import Fields, fields_of
from directory.source.tree import Mapping, Scalar, Sequence, joined, locate, node_of, texts_of
from directory.source.tree import plain as value_of

# Of "2,50 €" between braces the comma divides it.
REST_OF_A_NUMBER = "2,50"
REST_OF_AN_AMOUNT = re.compile(r"\d+(?:\s*(?:€|Euro|EUR))?", re.IGNORECASE)
WAYS = ("telefon", "mail", "webseite")
NETWORKS = {
    "facebook": "https://www.facebook.com/",
    "instagram": "https://www.instagram.com/",
    "insta": "https://www.instagram.com/",
}
WEB_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def unknown_field(mistake: Mistake) -> Answer:
    """Return what is wrong with a field that does not exist here, and what to write."""
    parent, key = mistake.parent, str(mistake.keys[-1])
    if not isinstance(parent, Mapping) or key not in parent.keys:
        return nowhere(mistake, "")
    if explain := PARTICULAR.get(
        REST_OF_A_NUMBER if REST_OF_AN_AMOUNT.fullmatch(key) else field_called(key, mistake.block)
    ):
        return explain(mistake, parent, key)
    known = _known(mistake)
    days = exceptions(f"{parent.keys[key].text}: {joined(parent.values[key])}", mistake.as_of)
    if mistake.block == "ausnahmen" and days and len(parent.keys) == 1:
        return _days_as_a_name(mistake, parent, key, days[0])
    if said := said_as_field(mistake, parent, key):
        return renamed(mistake, parent, key, said)
    field = field_meant(key, known, mistake.block)
    if mistake.block == "ausnahmen" and re.fullmatch(CLOCK_PATTERN, joined(parent.values[key]).strip()):
        field = "uhrzeit"
    field = _by_what_is_there(mistake, parent, key, field)
    path = () if field else path_of(mistake, parent, key)
    if field:
        found = renamed(mistake, parent, key, field)
    elif path:
        found = moved(mistake, parent, key, path)
    elif not mistake.block and (rules := times(f"{key} {joined(parent.values[key])}", mistake.as_of)):
        found = _times_of_a_day(mistake, parent, key, rules)
    else:
        found = no_such_field(mistake, parent, key, known)
    return found


def _days_as_a_name(mistake: Mistake, parent: Mapping, key: str, fields: dict[str, Any]) -> Answer:
    """Return the fields of days on which it is otherwise, where a colon stands behind the days."""
    shown = mistake.document.as_it_stands(in_one_line(fields), parent.keys[key])
    new = node_of(fields, parent.keys[key])

    def change() -> None:
        if isinstance(new, Mapping):
            parent.keys, parent.values = new.keys, new.values

    return answer(mistake, Hint(f"Für diese Tage gibt es mehrere Felder. {WRITE}", [fields], shown=shown), change)


A_SENTENCE = re.compile(r"\s.*[.!?]$|(?:\S+\s+){4}")


def _by_what_is_there(mistake: Mistake, parent: Mapping, key: str, field: str) -> str:
    """Return the field that is meant: a word for whom is a target group, and no field is meant by 2 names.

    "kategorie: Verein" beside "thema: Sport" is the kind of an offer.
    """
    if field == "fuer_wen" and not any(map(A_SENTENCE.search, texts_of(parent.values[key]))):
        return "zielgruppen"
    others = {field_meant(other, _known(mistake), mistake.block) for other in parent.keys if other != key}
    if field == "alle_wochen" and re.fullmatch(r"\W*(?:un)?gerade\w*\W*", joined(parent.values[key]), re.IGNORECASE):
        return "kalenderwochen"
    free = [one for one in fields_called(key, mistake.block) if one in _known(mistake) and one not in others]
    return free[0] if field in others and free else field


def _times_of_a_day(mistake: Mistake, parent: Mapping, key: str, rules: list[Any]) -> Answer:
    """Return that a day with its hours is a rule of times."""
    node = parent.values[key]

    def hint() -> Hint:
        whole = value_of(parent.values["zeiten"])
        return Hint(f"Das gehört zu „zeiten“. {WRITE}", {"zeiten": whole}, shown=field_lines("zeiten", whole))

    def change() -> None:
        take(parent, key)
        for rule in rules:
            add(parent, "zeiten", Sequence(node.line, node.column, [node_of(rule, node)]), several=True)

    return answer(mistake, hint, change, ("zeiten",))


def _known(mistake: Mistake) -> list[str]:
    shape = shape_at(mistake.model, mistake.keys[:-1])
    return list(fields_of(shape.model)) if isinstance(shape, Fields) else []


def _rest_of_a_number(mistake: Mistake, parent: Mapping, key: str) -> Answer:
    """Return what is wrong with `{betrag: 2,50}`, and the whole number in quotation marks."""
    hint = "In geschweiften Klammern trennt ein Komma 2 Felder. Setzen Sie die Zahl in Anführungszeichen:"
    keys = list(parent.keys)
    before = keys[keys.index(key) - 1] if key in keys[1:] else ""
    value = parent.values.get(before)
    if not isinstance(value, Scalar):
        return nowhere(mistake, f'{hint}\n"…,{key}"')
    whole = f"{value.text},{re.sub('[^0-9]', '', key)}"

    def change() -> None:
        take(parent, key)
        if before in parent.keys:  # it may be no field either
            parent.values[before] = node_of(whole, value)

    line = mistake.document.as_it_stands(f'{before}: "{whole}"', parent.keys[before])
    return answer(mistake, Hint(hint, {before: whole}, shown=line), change)


def _person(mistake: Mistake, parent: Mapping, key: str) -> Answer:
    inside = parent.values[key]
    if isinstance(inside, Mapping) and any(field_meant(name, WAYS, "kontakt") in WAYS for name in inside.keys):
        return renamed(mistake, parent, key, "kontakt")
    text = joined(parent.values[key])
    said = "Namen von Menschen stehen hier nicht."
    numbers, mails = phones(MAIL.sub(" ", text)) or [], MAIL.findall(text)
    if not numbers and not mails:
        row = "die Zeile" if isinstance(inside, Scalar) else f"„{parent.keys[key].text}“ mit allen Zeilen darin"
        return answer(mistake, f"{said} Löschen Sie {row}.", mistake.spot.remove)
    field, values = ("telefon", numbers) if numbers else ("mail", mails)
    parent.values[key] = node_of(values[0] if len(values) == 1 else values, parent.values[key])
    inner = (
        renamed(mistake, parent, key, field)
        if field in _known(mistake)
        else moved(mistake, parent, key, ("kontakt", field))
    )

    def hint() -> Hint:
        own = inner.hint() if callable(inner.hint) else inner.hint
        return replace(own, words=f"{said}\n{own.words}") if isinstance(own, Hint) else Hint(f"{said}\n{own}")

    return answer(mistake, hint, inner.change or mistake.spot.remove, inner.shows)


def _network(mistake: Mistake, parent: Mapping, key: str) -> Answer:
    """Return that the page of a group in a network is a web page, with its address if that can be told."""
    text = joined(parent.values[key]).strip()
    start = NETWORKS.get(plain(key), "")
    if WEB_ADDRESS.fullmatch(text):
        address = web_in_full(text)
    elif start and re.fullmatch(r"@?[\w.]+", text):
        address = start + text.removeprefix("@")
    else:
        example = f"{start or 'https://www.example.org/'}name-der-gruppe"

        def hint() -> str:
            there = locate(mistake.record, ("kontakt", "webseite"))
            written = (
                [*texts_of(there), example]
                if "webseite" in getattr(locate(mistake.record, ("kontakt",)), "keys", ())
                else example
            )
            return (
                "Das gehört zu „webseite“ unter „kontakt“, mit der ganzen Adresse. Zum Beispiel:\n"
                f"webseite: {in_one_line(written)}\nKennen Sie die Adresse nicht? Dann löschen Sie diese Zeile."
            )

        return answer(mistake, hint, mistake.spot.remove)
    parent.values[key] = node_of(address, parent.values[key])
    return (
        renamed(mistake, parent, key, "webseite")
        if "webseite" in _known(mistake)
        else moved(mistake, parent, key, ("kontakt", "webseite"))
    )


def _address(mistake: Mistake, parent: Mapping, key: str) -> Answer:
    """Return an address in the fields of a place; it may be the address of a web page."""
    node = parent.values[key]
    text = "\n".join(texts_of(node))
    if isinstance(node, Scalar) and WEB_ADDRESS.fullmatch(text.strip()):
        return moved(mistake, parent, key, ("kontakt", "webseite"))
    if isinstance(node, Mapping) or "strasse" not in _known(mistake):
        return (
            renamed(mistake, parent, key, "orte")
            if not mistake.block
            else moved(mistake, parent, key, ("orte", "strasse"))
        )
    fields = place(text) or {"strasse": text}

    def change() -> None:
        take(parent, key)
        for name, value in fields.items():
            add(parent, name, node_of(value, node), several=False)

    lines = "\n".join(short_field(name, value) for name, value in fields.items())
    shown = mistake.document.as_it_stands(lines, parent.keys[key])
    return answer(mistake, Hint("Schreiben Sie dafür diese Zeilen:", fields, shown=shown), change)


# What is no field in any block, by what it is.
PARTICULAR: Table[str, Callable[[Mistake, Mapping, str], Answer]] = MappingProxyType(
    {REST_OF_A_NUMBER: _rest_of_a_number, PERSON: _person, NETWORK: _network, ADDRESS: _address, LENGTH: length}
)
