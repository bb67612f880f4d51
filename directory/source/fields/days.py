"""Words that stand where weekdays belong: days of a rhythm, single dates, English names."""

import re

from directory.model.time_phrases import read_times
from directory.model.values import WEEKDAYS
from directory.problems import WRITE, Hint
from directory.problems.written import in_one_line
from directory.source.fields.dates import spans_in
from directory.source.fields.english_times import in_german
from directory.source.fields.hours import later_hours
from directory.source.fields.mistake import Mistake
from directory.source.fields.notes import note_of, one_more
from directory.source.tree import Mapping, Scalar, Sequence, locate

FIRST_OF_THE_MONTH = re.compile(r"\b(?:ersten|1\.)\s+(?:tag\s+)?(?:im|des|jedes|vom|eines)\s+monat", re.IGNORECASE)
EVERY_OTHER = re.compile(r"\bjede[nr]?\s+(?:[2-4]\.|zweite|dritte|vierte)", re.IGNORECASE)
# What says no more than the dates do.
NO_NOTE = re.compile(
    rf"\b(?:immer|jeweils|am|und|sowie|nur|an|den|dem|(?:{'|'.join(WEEKDAYS)})s?"
    rf"|(?:{'|'.join(one[:2] for one in WEEKDAYS)})\b\.?)(?!\w)|[,;]",
    re.IGNORECASE,
)
ASK_FOR_THE_DAY = """\
Ist es ein Wochen-Tag, zum Beispiel der erste Montag im Monat? Dann schreiben Sie mit Ihrem Tag:
tage: [Montag]
im_monat: [1]
Ist es immer der 1. Tag vom Monat? Dann löschen Sie „tage“. Schreiben Sie die nächsten Tage bei „termine“:
termine: [{dates}]"""


def days_meant(mistake: Mistake, hint: Hint) -> Hint:
    """Return the fields that are meant by words in place of weekdays; `hint` where none is certain.

    No weekday is made up: of single dates all are shown, with the field where they belong.
    """
    rule, texts = _written(mistake)
    text = ", ".join(texts)
    if FIRST_OF_THE_MONTH.search(text):
        year = mistake.as_of[:4] if re.match(r"\d{4}", mistake.as_of) else "2026"
        return Hint(ASK_FOR_THE_DAY.format(dates=in_one_line([f"{year}-12-01", f"{int(year) + 1}-01-01"])[1:-1]))
    german = [in_german(one) for one in texts]
    if german != texts:
        return Hint(WRITE, {"tage": german})
    return _rhythm(rule, texts) or hint


def dated(mistake: Mistake) -> tuple[str, Hint] | None:
    """Return all words under the days of a rule, and the single dates that they are; None where no date is named.

    What they say besides is kept as a note.
    """
    if mistake.names != ("zeiten", "tage"):
        return None
    rule, texts = _written(mistake)
    text = ", ".join(texts)
    if not isinstance(rule, Mapping):
        return None
    spans, rest = spans_in(text, mistake.as_of)
    if not spans or any(span.first != span.last for span in spans):
        return None
    fields: dict[str, object] = {"termine": [span.first.isoformat() for span in spans]}
    if note := note_of(" ".join(NO_NOTE.sub(" ", rest).split())):
        fields["hinweis"] = one_more(rule, "hinweis", note)
    words = "Einzelne Tage stehen bei „termine“. Schreiben Sie statt „tage“:"
    checked = "Prüfen Sie die Jahre." if any(span.guessed for span in spans) else ""
    return text, Hint(words, fields, checked, without=("tage",))


def _written(mistake: Mistake) -> tuple[object, list[str]]:
    """Return the rule of times and the texts that stand under its days."""
    rule = (
        mistake.parent
        if isinstance(mistake.keys[-1], str)
        else locate(mistake.document.root, (*mistake.path, *mistake.keys[:2]))
    )
    days = rule.values.get("tage") if isinstance(rule, Mapping) else None
    return rule, [one.text for one in (days.items if isinstance(days, Sequence) else [days]) if isinstance(one, Scalar)]


def _rhythm(rule: object, texts: list[str]) -> Hint | None:
    """Return the fields of days that are written in words: without one of them, or the first in the month."""
    hours = {key for key in ("von", "bis") if isinstance(rule, Mapping) and key in rule.values}
    if not texts or EVERY_OTHER.search(" ".join(texts)):
        return None
    reading = read_times(", ".join(texts))
    if reading.questions or reading.kept or len(reading.rules) != 1 or hours & reading.rules[0].keys():
        return None
    fields = {**reading.rules[0]} | later_hours(rule)
    return Hint(f"Schreiben Sie{f' {len(fields)} Zeilen' if len(fields) > 1 else ''}:", fields)
