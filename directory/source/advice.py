"""What to write instead: for fields that do not exist, and for a text where a field needs several values."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from directory.model.address import read_address
from directory.model.base import Model
from directory.model.choices import labels
from directory.model.meanings import folded
from directory.model.text import IDENTIFIER
from directory.model.time_phrases import read_times
from directory.model.values import AMOUNT, amount_written
from directory.problems import allowed, quoted
from directory.source.shape import Fields, ListOf, fields_of
from directory.source.tree import Mapping as Block
from directory.source.tree import Node, Scalar, Sequence

PERSON = "person"
PATH = tuple[str, ...]
# These mean something else in each block.
SHARED = frozenset({"art", "name", "id", "hinweis", "stand", "quelle", "laut", "ab", "bis", "was", "zweck"})
MOST_LABELS = 8
# What people write where they do not know: "?", "k. A.", "weiß ich nicht".
NOT_KNOWN = re.compile(
    r"[?\-–. ]+|k\. ?A\.|unbekannt|keine Angabe|(?:das )?wei(?:ß|ss) (?:ich |man |noch )*nicht", re.IGNORECASE
)
NEGATED = re.compile(r"\b(?:kein|keine|nicht|ohne|nie)\b", re.IGNORECASE)


def unknown_field(key: str, node: Node, root: Block, model: type[Model], known: list[str]) -> tuple[str, str]:
    """Return what is wrong with a field that does not exist here, and what to write; both in German."""
    message = f"Das Feld {quoted(key)} gibt es hier nicht."
    field = field_called(key)
    if field == PERSON:
        return message, "Namen von Menschen stehen hier nicht. Löschen Sie die Zeile."
    text = _lines(node)
    if field in known:
        small = "Feld-Namen haben nur kleine Buchstaben.\n" if key.casefold() == field else ""
        return message, f"{small}Das Feld heißt hier „{field}“. Schreiben Sie:\n{_written((field,), text)}"
    path = next((path for path in _paths(model) if path[-1] == field), ())
    if not path or field in SHARED:
        return message, allowed(key, known)
    if len(path) == 1:
        return message, f"Das Feld heißt „{field}“. Es steht ganz links:\n{_written(path, text)}"
    below = path[-2]
    there = "Rücken Sie die Zeile ein" if path[0] in root.keys else "Schreiben Sie"
    return message, f"{quoted(field)} gehört zu „{below}“. {there}:\n{_written(path, text)}"


def _lines(node: Node) -> str:
    """Return a text, or the texts of a list in one line each."""
    items = node.items if isinstance(node, Sequence) else [node]
    return "\n".join(item.text for item in items if isinstance(item, Scalar))


def text_for_block(key: str, text: str) -> tuple[str, str]:
    """Return what is wrong and what to write where a text stands in for several fields; empty where it is not known."""
    reader = READERS.get(key)
    return reader(text) if reader else ("", "")


def unknown_choice(path: PATH, text: str, words: list[str]) -> str:
    """Return what to write instead of a text that is none of the fixed values of a field."""
    if NOT_KNOWN.fullmatch(text.strip()):
        return "Ist das nicht bekannt? Dann löschen Sie die Zeile."
    named = labels(path)
    if match := next((word for word in words if folded(named.get(word, word)) == folded(text)), ""):
        return f"Schreiben Sie: {match}"
    if path == ("kosten", "art") and (costs := _amount(text)):
        return f"Schreiben Sie:\nkosten: {{art: preis, {costs}}}"
    inside = [word for word in words if folded(word) in folded(text)]
    if len(inside) == 1 and not NEGATED.search(text):
        return f"Schreiben Sie: {inside[0]}"
    if not named or len(words) > MOST_LABELS:
        return allowed(text, words)
    listing = "\n".join(f"{word} ({named[word]})" if word in named else word for word in words)
    return f"Schreiben Sie eins von diesen Wörtern:\n{listing}"


def _amount(text: str) -> str:
    """Return a price as fields: its amount, and all words as a note where there are more."""
    match = re.match(rf"({AMOUNT.pattern})(?=\s|$)(.*)", text.strip(), re.IGNORECASE)
    if not match:
        return ""
    amount = amount_written(match[1].strip())
    shown = f'"{amount}"' if "," in amount else amount
    words = f", hinweis: {scalar_in_braces(text.strip())}" if match.groups()[-1].strip() else ""
    return f"betrag: {shown}{words}"


def scalar_in_braces(text: str) -> str:
    """Return a text as it stands between braces, where a comma would divide it."""
    return f'"{text}"' if re.search(r"[,:{}\[\]#]", text) else text


def _times(text: str) -> tuple[str, str]:
    reading = read_times(text)
    if reading.questions:
        question = reading.questions[0]
        return question.message, question.hint
    rules = [
        {"zweck": "treffen", **{key: value for key, value in rule.items() if key != "hinweis"}, "stand": "2026-10"}
        for rule in reading.rules
    ]
    lines = "\n".join(f"- {in_braces(rule)}" for rule in rules)
    hint = f"Schreiben Sie unter „zeiten“:\n{lines}\nBei „stand“ steht: Seit wann stimmt das?"
    if reading.kept:
        hint += f"\nDas ist keine Zeit: {', '.join(map(quoted, reading.kept))}. Das gehört in „hinweis“."
    return "Für die Zeit gibt es mehrere Felder.", hint


def in_braces(rule: Mapping[str, object]) -> str:
    """Return fields as one line of a file."""
    parts = (
        f"{key}: [{', '.join(value)}]" if isinstance(value, list) else f"{key}: {value}" for key, value in rule.items()
    )
    return f"{{{', '.join(parts)}}}"


def _place(text: str) -> tuple[str, str]:
    address = read_address(text)
    known = {"strasse": address.street, "hausnummer": address.number, "plz": address.postal_code}
    parts = ", ".join(f"{key}: {value}" for key, value in known.items() if value)
    if not address.street:
        return "Für den Ort gibt es mehrere Felder.", "Schreiben Sie:\norte: {strasse: Beispielstraße, hausnummer: 3}"
    return "Für den Ort gibt es mehrere Felder.", f"Schreiben Sie:\norte: {{{parts}}}"


def _contact(text: str) -> tuple[str, str]:
    key = "mail" if "@" in text else "webseite" if re.search(r"[a-z]\.[a-z]{2,}|www", text) else "telefon"
    return "Für den Kontakt gibt es mehrere Felder.", f"Schreiben Sie:\nkontakt: {{{key}: {text}}}"


READERS = MappingProxyType({"zeiten": _times, "orte": _place, "kontakt": _contact})


def _written(path: PATH, text: str) -> str:
    """Return lines with the value in its place; an address in one line in its parts."""
    if path == ("orte",) and text:
        return _place(text.replace("\n", ", "))[1].partition("\n")[2]
    if path == ("zeiten",):
        return _times(text)[1] if text else "zeiten: …"
    if path == ("orte", "zugang"):
        return "orte:\n  - zugang: {rollstuhl: ja}\nDas ist ein Beispiel. Schreiben Sie nur, was sicher stimmt."
    if path[-1] == "webseite" and re.match(r"[\w.-]+\.[a-z]{2,}", text):
        text = f"https://{text}"
    value = f'"{text}"' if re.search(r": |^[\[{@*&!%#`\'\"|>-]", text) else text
    value = f"[{', '.join(text.splitlines())}]" if "\n" in text else value
    lines = [f"{'  ' * depth}{key}:" for depth, key in enumerate(path)]
    return "\n".join([*lines[:-1], f"{lines[-1]} {value}".rstrip()])


def field_called(key: str) -> str:
    """Return the key of the field that people call so; the key itself where nobody does."""
    low = key.casefold().replace(" ", "").replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    return next((field for field, words in _words().items() if low in words), low)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    found = yaml.safe_load(files("directory.source").joinpath("other_words.yaml").read_text("utf-8"))
    return MappingProxyType({field: frozenset(words) for field, words in found.items()})


def _paths(model: type[Model], above: PATH = ()) -> Iterator[PATH]:
    """Yield the paths of all fields of a record, those at the top first."""
    shapes = fields_of(model)
    yield from ((*above, key) for key in shapes)
    for key, shape in shapes.items():
        inner = shape.item if isinstance(shape, ListOf) else shape
        if isinstance(inner, Fields) and re.fullmatch(IDENTIFIER, key) and len(above) < 2:  # noqa: PLR2004 - orte.zugang
            yield from _paths(inner.model, (*above, key))
