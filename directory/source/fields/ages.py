"""Ages that are no whole years: "3 Monate bis anderthalb" is a sentence, for the fields have years."""

import re

from directory.problems import Hint
from directory.problems.written import short_field
from directory.source.fields.misplaced import take
from directory.source.fields.mistake import Answer, Mistake
from directory.source.fields.notes import one_more
from directory.source.tree import Mapping, Scalar, joined, node_of

NO_WHOLE_YEARS = re.compile(r"\b(?:Mon|Woche|Tage?\b)|anderthalb|\bhalb|½|\d[.,]\d", re.IGNORECASE)
UNITS = (
    (re.compile(r"\bMon(?:\.|\b)"), "Monate"),
    (re.compile(r"\bJ(?:\.|\b)"), "Jahre"),
    (re.compile(r"½"), "einhalb"),
)


def not_in_years(mistake: Mistake) -> Answer | None:
    """Return the answer to an age that is no number of years; it becomes a sentence with all that is said there.

    None where the age is in years.
    """
    record = mistake.record
    node = record.values.get("alter") if isinstance(record, Mapping) and mistake.names[:1] == ("alter",) else None
    if not isinstance(record, Mapping) or node is None:
        return None
    parts = {key: joined(one) for key, one in node.values.items()} if isinstance(node, Mapping) else {}
    texts = list(parts.values()) if parts else [node.text] if isinstance(node, Scalar) else []
    if not any(map(NO_WHOLE_YEARS.search, texts)):
        return None
    sentence = f"Die Kinder sind {_in_words(parts, texts)} alt."
    whole = one_more(record, "fuer_wen", sentence)
    message = f"Im Feld „alter“ steht „{' bis '.join(texts)}“. Dort stehen nur ganze Jahre."
    hint = Hint(
        "Löschen Sie „alter“ mit allen Zeilen darin. Schreiben Sie das Alter als Satz, zum Beispiel:",
        {"fuer_wen": whole},
        shown=short_field("fuer_wen", whole),
    )

    def change() -> None:
        at = take(record, "alter")
        record.keys.setdefault("fuer_wen", Scalar(line=at.line, column=at.column, text="fuer_wen", plain=True))
        record.values["fuer_wen"] = node_of(whole, at)

    position = mistake.document.position(*mistake.path, "alter")
    return Answer(position=position, code="wert-falsch", message=message, hint=hint, change=change)


def _in_words(parts: dict[str, str], texts: list[str]) -> str:
    said = {key: _unit(text) for key, text in parts.items() if key in {"ab", "bis"}}
    if len(said) > 1:
        return f"{said['ab']} bis {said['bis']}"
    if said:
        return f"{'mindestens' if 'ab' in said else 'höchstens'} {next(iter(said.values()))}"
    return _unit(" ".join(texts))


def _unit(text: str) -> str:
    for short, word in UNITS:
        text = short.sub(word, text)
    return text if re.search(r"Monat|Woche|Tag|Jahr", text, re.IGNORECASE) else f"{text} Jahre"
