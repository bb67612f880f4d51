"""Values that do not fit their fields: what is wrong with them, and what to write instead."""

import re
from dataclasses import replace

from directory.model.text import NOT_KNOWN
from directory.problems import Hint, quoted
from directory.problems.written import in_quotes
from directory.source.fields.costs import FREE
from directory.source.fields.days import dated, days_meant
from directory.source.fields.fixed_words import fixed_word
from directory.source.fields.following import follow, in_place, leave_out
from directory.source.fields.hours import hour_meant
from directory.source.fields.in_words import in_fields, listed
from directory.source.fields.mistake import Answer, Mistake
from directory.source.fields.noted import notes_of
from directory.source.fields.notes import note_of
from directory.source.fields.other_fields import YES
from directory.source.fields.rhythms import rhythm
from directory.source.fields.taking_part import CLASSES
from directory.source.shape import Fields, fields_of
from directory.source.tree import Mapping, Scalar, Sequence, absent, locate, spot

OF_WORDS = frozenset({"themen", "zielgruppen", "sprachen"})
COLON = "Steht im Text ein Doppelpunkt? Dann setzen Sie den ganzen Text in Anführungszeichen"
NO_AGE = (
    "Ein Alter ist eine Zahl. Zum Beispiel:\nalter: {ab: 14, bis: 27}\n"
    "Für welche Menschen es ist, steht bei „zielgruppen“. Kennen Sie keine Zahl? Dann löschen Sie „alter“."
)
DELETE = "Ist das nicht bekannt? Dann löschen Sie die Zeile."


def explained(mistake: Mistake) -> Answer:
    """Return what is wrong with a value, and carry out what the message says where it leaves no choice."""
    if isinstance(mistake.node, Scalar) and _unknown(mistake):
        inside = f"Im Feld „{mistake.name}“ steht {mistake.shown}."
        if _needed(mistake) and isinstance(mistake.parent, Mapping) and len(mistake.keys) > 1:
            # Without it the other fields of the block say nothing.
            block = spot(mistake.document.root, (*mistake.path, *mistake.keys[:-1]))
            hint = f"Ist das nicht bekannt? Dann löschen Sie „{mistake.block}“ mit allen Zeilen darin."
            return mistake.answer(_code(mistake), inside, hint, change=block.remove)
        return mistake.answer(_code(mistake), inside, DELETE, change=mistake.spot.remove)
    return _answer(mistake, *_said(mistake))


def in_a_rule(mistake: Mistake) -> Answer | None:
    """Return the answer to all words under one field of a rule of times; None where they are no rhythm."""
    if not (found := dated(mistake) or rhythm(mistake)):
        return None
    text, hint = found
    return _answer(mistake, _code(mistake), f"Im Feld „{mistake.name}“ steht {quoted(text)}.", hint, ())


def _answer(mistake: Mistake, code: str, message: str, hint: Hint, at: tuple[str | int, ...]) -> Answer:
    change = (lambda: _followed(mistake, hint)) if hint.instead is not None or hint.without else None
    notes = notes_of(mistake, hint)
    shown = notes.all_of_them if notes else in_place(mistake, hint)
    answer = mistake.answer(code, message, shown, *at, change=change)
    return replace(answer, noted=notes.where, without_notes=notes.none_of_them) if notes else answer


def _followed(mistake: Mistake, hint: Hint) -> None:
    written = hint.instead is not None and follow(mistake, hint.instead)
    leave_out(mistake, hint)
    if not written and not hint.without:
        mistake.spot.remove()


def _unknown(mistake: Mistake) -> bool:
    """Return whether a value says that nobody knows; what is required cannot be left out. No cost is known."""
    if mistake.names[:1] == ("kosten",) and FREE.search(mistake.text):
        return False
    if mistake.names[:1] == ("quelle",):
        return False  # every entry has one
    return bool(NOT_KNOWN.fullmatch(mistake.text.strip())) and not (_needed(mistake) and mistake.name not in BLOCK_FOR)


# The whole block is about them.
BLOCK_FOR = frozenset({"nummer", "url", "wie", "art"})


def _needed(mistake: Mistake) -> bool:
    return mistake.field is not None and mistake.field.is_required()


def _code(mistake: Mistake) -> str:
    if mistake.type == "refused":
        return str(mistake.error["ctx"]["code"])
    return "wert-unbekannt" if mistake.type == "literal_error" else "wert-falsch"


Said = tuple[str, str, Hint, tuple[str | int, ...]]


def _said(mistake: Mistake) -> Said:
    inside = f"Im Feld „{mistake.name}“" if mistake.name else "Hier"
    if found := in_fields(mistake):
        written, said, hint = found
        return _code(mistake), f"Im Feld „{written}“ steht {_shown_here(mistake, written)}. {said}".strip(), hint, ()
    if mistake.type == "refused":
        said_by_model = mistake.error["ctx"]
        hint = said_by_model["hint"] if isinstance(said_by_model["hint"], Hint) else Hint(said_by_model["hint"])
        hint = days_meant(mistake, hint) if said_by_model["code"] == "wochentag" else hour_meant(mistake, hint)
        return (
            said_by_model["code"],
            said_by_model["message"],
            hint,
            tuple(said_by_model["at"]),
        )
    if mistake.type == "literal_error":
        words = re.findall(r"'([^']*)'", str(mistake.error["ctx"]["expected"]))
        message = f"{inside} steht {mistake.shown}. Das gibt es hier nicht."
        return "wert-unbekannt", message, fixed_word(mistake, words), ()
    if isinstance(mistake.shape, Fields):
        if found := listed(mistake):
            _, said, hint = found
            message = f"{inside} steht {_shown_here(mistake, mistake.name)}. {said}".strip()
            return _code(mistake), message, hint, ()
        message = f"{inside} steht {mistake.shown}. Dort gehören mehrere Felder hin."
        hint = Hint(mistake.explained or f"Erlaubt ist: {', '.join(fields_of(mistake.shape.model))}.")
        return "wert-falsch", message, hint, ()
    message = f"{inside} steht {mistake.shown}. Das passt dort nicht."
    return "wert-falsch", message, _one_value(mistake), ()


def _shown_here(mistake: Mistake, field: str) -> str:
    node = locate(mistake.document.root, (*mistake.path, field)) if field in mistake.names[:1] else mistake.node
    texts = [one.text for one in node.items if isinstance(one, Scalar)] if isinstance(node, Sequence) else []
    return quoted(", ".join(texts)) if texts and not isinstance(mistake.node, Scalar) else mistake.shown


def _one_value(mistake: Mistake) -> Hint:
    """Return what to write where one text or number belongs."""
    node = mistake.node
    if isinstance(node, Sequence) and (listed := _listed(mistake, node)):
        return listed
    if isinstance(node, Mapping):
        return _one_of_fields(mistake, node)
    return _number(mistake) or Hint(mistake.explained)


def _number(mistake: Mistake) -> Hint | None:
    """Return the number that a text names where only a number belongs."""
    numbers = re.findall(r"\d+", mistake.text)
    if mistake.names[:1] == ("alter",) and (not numbers or CLASSES.search(mistake.text)):
        return Hint(NO_AGE)
    if mistake.type == "int_parsing" and len(numbers) == 1:
        return Hint("Schreiben Sie nur die Zahl:", numbers[0])
    if mistake.name != "betrag" or not numbers:
        return None
    amounts = re.findall(r"\d+(?:[.,]\d{1,2})?", mistake.text)
    if len(amounts) > 1:
        words = "Das ist nicht nur ein Betrag. Schreiben Sie statt „betrag“:"
        return Hint(words, {"hinweis": note_of(mistake.text)}, without=("betrag",))
    return Hint("Schreiben Sie nur die Zahl:", {"betrag": amounts[0].replace(".", ",")})


def _one_of_fields(mistake: Mistake, node: Mapping) -> Hint:
    """Return the text, or the values, that stand like fields where none belong."""
    if node.keys and all(map(absent, node.values.values())):
        return Hint("Für mehrere Werte nehmen Sie eckige Klammern:", {mistake.name: [*node.keys]})
    texts = [(node.keys[key].text, one.text) for key, one in node.values.items() if isinstance(one, Scalar)]
    if mistake.name in OF_WORDS and len(texts) == len(node.keys) and not isinstance(mistake.spot.parent, Sequence):
        words = [key if YES.fullmatch(text) else f"{key} {text}" for key, text in texts]
        return Hint("Für mehrere Werte nehmen Sie eckige Klammern:", {mistake.name: words})
    if len(node.values) == 1 and isinstance(value := next(iter(node.values.values())), Scalar):
        sentence = f"{next(iter(node.keys.values())).text}: {value.text}"
        if re.fullmatch("„[^„“”]*[“”]", sentence):  # a word processor has made them of the quotation marks
            sentence = sentence[1:-1]
        parent = mistake.spot.parent
        line = (
            mistake.document.as_it_stands(f"{mistake.name}: {in_quotes(sentence)}", parent.keys[mistake.name])
            if isinstance(parent, Mapping)
            else mistake.document.as_it_stands(in_quotes(sentence), node)
        )
        return Hint(f"{COLON}:", sentence, shown=line)
    return Hint(f"{mistake.explained}\n{COLON}.")


def _listed(mistake: Mistake, node: Sequence) -> Hint | None:
    """Return the values of a list where one value belongs: a single one, or those of a list in a list."""
    texts = [item.text for item in node.items if isinstance(item, Scalar)]
    if isinstance(mistake.spot.parent, Sequence) and texts:
        return Hint("Vor jedem Wert steht nur ein Strich:", texts)
    return Hint("Hier steht nur ein Wert, ohne Strich:", texts[0]) if len(texts) == 1 else None
