"""Words that are no times and yet may change what times mean: somebody has to be asked about those."""

import re
from collections.abc import Collection, Sequence

from directory.model.time_phrases.clock_times import HOURS
from directory.model.time_phrases.following import After, is_mark
from directory.model.time_phrases.phrases import Days, Mark
from directory.model.time_phrases.tokens import Token, table


def is_hard(word: str, own: Collection[str], later: Sequence[Token], after: After, *, waiting: bool) -> bool:
    """Return whether nobody may read past a word.

    `own` are names of the days before it, `later` the tokens and `after` the phrases behind it. `waiting`: days have no
    hours yet, so that "acht" may be one.
    """
    low = word.lower().rstrip(".")
    stems = [stem for stem in table()["restricting_parts"] if stem in low and stem not in own]
    # A counted thing may be a limit of anything; only what has no digit is just a word.
    month = "-" in low and any(piece in months for piece in low.split("-") for months in table()["months"])
    hour = waiting and low in HOURS and low != "ein"
    said = bool(stems) and not (_soon(later, stems) or _is_name(word, stems, after))
    return bool(month or hour or said or low in table()["restricting"] or re.search(r"\d", word))


def _soon(later: Sequence[Token], stems: Sequence[str]) -> bool:
    """Return whether the day that a word has in it is the next that is named: "Sonntags-Café, Sonntag 15 Uhr"."""
    days = [token for token in later if token.kind == "weekday"]
    return bool(days) and all(stem in table()["weekdays"][days[0].value] for stem in stems)


def _is_name(word: str, stems: Sequence[str], after: After) -> bool:
    """Return whether a word is a name that has a day of its own: "Der Mittwochsclub trifft sich donnerstags"."""
    weekdays = {name for names in table()["weekdays"] for name in names}
    follows = next((one for one in after if not is_mark(one, "filler", "word", "colon")), None)
    return weekdays.issuperset(stems) and word[:1].isupper() and isinstance(follows, Days) and bool(follows.groups)


def is_thing(phrase: Mark) -> bool:
    """Return whether the digits of a word are known to be no time."""
    return phrase.value == "thing"
