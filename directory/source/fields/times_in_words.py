"""Sentences in place of the fields of times: which fields they mean, or what is asked about them."""

import re
from collections.abc import Sequence
from typing import Any

from directory.model.time_phrases import Question
from directory.problems import WRITE, Hint
from directory.problems.written import field_lines
from directory.source.fields.everyday_times import ALWAYS, Everyday, in_order, read_everyday
from directory.source.fields.mistake import Mistake
from directory.source.fields.notes import note_of, one_more
from directory.source.tree import Mapping

SEVERAL = "Für die Zeit gibt es mehrere Felder."
SINCE_WHEN = "Bei „stand“ steht: Seit wann stimmt das?"
OPEN = re.compile(
    rf"öffnung|geöffnet|geschlossen|offen|sprechzeit|sprechstunde|oeffnung|{ALWAYS.pattern}", re.IGNORECASE
)
A_DAY = "Dienstag"


def times_in_words(mistake: Mistake, texts: Sequence[str], *, whole: bool = True) -> tuple[str, str, Hint]:
    """Return the field, what is said of texts about times, and the fields that they mean or a question.

    `whole`: the texts are all that stands in the field.
    """
    text = _text(texts)
    found = read_everyday(text, mistake.as_of)
    if found.reading.questions:
        question = found.reading.questions[0]
        return "zeiten", question.message, _asked(mistake, found, question)
    rules = _rules(mistake, found, texts)
    more = "\n".join((SINCE_WHEN, *found.look))
    if whole:
        return "zeiten", SEVERAL, Hint(WRITE, {"zeiten": rules}, more, shown=field_lines("zeiten", rules))
    return "zeiten", SEVERAL, Hint("Schreiben Sie unter „zeiten“:", rules, more)


def rules_of(mistake: Mistake, texts: Sequence[str]) -> list[dict[str, Any]] | None:
    """Return the items of the field of times that texts mean; None where something must be asked."""
    found = read_everyday(_text(texts), mistake.as_of)
    return None if found.reading.questions else _rules(mistake, found, texts)


def _text(texts: Sequence[str]) -> str:
    return "\n".join(re.sub(r"\bd\. (?=[A-ZÄÖÜ])", "den ", text) for text in texts)


def _rules(mistake: Mistake, found: Everyday, texts: Sequence[str]) -> list[dict[str, Any]]:
    return in_order(found, mistake.as_of, _purpose(mistake, texts))


def _asked(mistake: Mistake, found: Everyday, question: Question) -> Hint:
    """Return the fields for each answer to a question; an example where there is no end of answers."""
    text = found.text
    shown = []
    for words in question.meanings:
        rules = _read(mistake, text.replace(question.part, words)) if question.part in text else None
        if rules is None:
            continue
        shown.append(f"Meinen Sie: {words}? Dann schreiben Sie:\n{field_lines('zeiten', rules)}")
        if any("alle_wochen" in rule for rule in rules):
            shown.append("Schreiben Sie dazu einen Tag, an dem es ist, zum Beispiel: ab: 2026-12-02")
    if shown:
        return Hint("\n".join(shown))
    if question.part and (rules := _read(mistake, text.replace(question.part, f"{question.part} Uhr", 1))):
        return Hint(f"Dann schreiben Sie:\n{field_lines('zeiten', rules)}")
    rules = _read(mistake, f"{A_DAY} {text}")
    if rules and all("von" in rule for rule in rules):
        return Hint(f"An welchem Tag ist das? Schreiben Sie den Tag statt „{A_DAY}“:\n{field_lines('zeiten', rules)}")
    rhythm = {"im_monat": ["1"]} if re.search(r"monat", text, re.IGNORECASE) else {}
    purpose = _purpose(mistake, [text])
    example = {"zweck": purpose, "tage": [A_DAY]} | rhythm | {"von": "15:00", "bis": "17:00", "stand": mistake.as_of}
    instead = one_more(mistake.record, "bedingungen", note_of(text))
    return Hint(
        f"Schreiben Sie mit Ihrem Tag und Ihrer Uhrzeit zum Beispiel:\n{field_lines('zeiten', [example])}\n"
        "Sind Tag und Uhrzeit nicht bekannt? Dann löschen Sie „zeiten“. Schreiben Sie dafür:\n"
        f"{field_lines('bedingungen', instead)}"
    )


def _read(mistake: Mistake, text: str) -> list[dict[str, Any]] | None:
    found = read_everyday(text, mistake.as_of)
    return None if found.reading.questions or not found.reading.rules else _rules(mistake, found, [text])


def _purpose(mistake: Mistake, texts: Sequence[str]) -> str:
    """Return whether the words say that somebody is there, or that a group meets."""
    called = mistake.record.keys["zeiten"].text if _has_times(mistake.record) else ""  # type: ignore[union-attr]
    return "offen" if any(map(OPEN.search, (called, *texts))) else "treffen"


def _has_times(record: object) -> bool:
    return isinstance(record, Mapping) and "zeiten" in record.keys
