"""Words that are no times and yet may change what times mean: somebody has to be asked about those."""

import re
from collections.abc import Collection, Sequence

from directory.model.time_phrases.clock_times import HOURS, MINUTE_WORDS
from directory.model.time_phrases.following import After, is_mark
from directory.model.time_phrases.phrases import Days, Mark
from directory.model.time_phrases.tokens import Token, table


def is_hard(word: str, own: Collection[str], later: Sequence[Token], after: After, *, waiting: bool) -> bool:
    """Return whether nobody may read past a word.

    `own` are names of the days before it, `later` the tokens and `after` the phrases behind it. `waiting`: an hour
    may stand here, or minutes behind one: "Mittwoch acht", "18 Uhr dreißig".
    """
    low = word.lower().rstrip(".")
    stems = [stem for stem in table()["restricting_parts"] if stem in low and stem not in own]
    # A counted thing may be a limit of anything; only what has no digit is just a word.
    month = "-" in low and any(piece in months for piece in low.split("-") for months in table()["months"])
    hour = waiting and (low in HOURS or low in MINUTE_WORDS) and low != "ein"
    own_day = bool(stems) and all(low.startswith(stem) for stem in stems)  # not "Ostermontag"
    said = bool(stems) and not (own_day and (_soon(later, stems) or _is_name(word, stems, after)))
    small = word in table()["small_days"]
    return bool(month or hour or said or small or low in table()["restricting"] or re.search(r"\d", word))


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


def is_perhaps_name(text: str, days: Sequence[Token]) -> bool:
    """Return whether the first of some days behind a word may be a name: "Gasthaus Sonntag, Di 10 Uhr".

    It is written in another way than the day after it, and nothing but a comma joins them.
    """
    named = [place for place, token in enumerate(days) if token.kind == "weekday"][:2]
    if len(named) < 2 or any(token.kind != "comma" for token in days[named[0] + 1 : named[1]]):  # noqa: PLR2004 - a pair
        return False
    first, second = (_way(text[days[place].start : days[place].end]) for place in named)
    return first == "name" and second != "name"


def _way(weekday: str) -> str:
    """Return how a weekday is written: by its name, as "montags", or short."""
    if len(weekday.rstrip(".")) < len("Montag"):
        return "short"
    return "often" if weekday.endswith("s") else "name"
