"""Words in a line about times that are no times: where they belong, and how they are kept as they were written."""

import re
from collections.abc import Iterator, Sequence

from directory.model.time_phrases import asking
from directory.model.time_phrases.following import clauses, is_mark, next_phrase
from directory.model.time_phrases.phrases import Days, Hours, Mark, Phrase
from directory.model.time_phrases.statements import Ask, Line, open_statements
from directory.model.time_phrases.tokens import Token, table

RULES_ON_HOLIDAYS = frozenset({"closed", "except", "opened", "appointment", "not_closed"})
# What a note may have in it between its words.
WITHIN = frozenset({"word", "outside", "filler", "and", "comma", "dash", "from", "start", "every", "now"})


def without_holiday_notes(line: Line, text: str, tokens: Sequence[Token], found: Sequence[Phrase]) -> list[Phrase]:
    """Keep what is only said of holidays and is no rule, such as "feiertags nach Aushang"; return the rest."""
    left: list[Phrase] = []
    for clause in clauses(found):
        about = [phrase for phrase in clause if isinstance(phrase, Days | Hours)]
        rule = any(is_mark(phrase, *RULES_ON_HOLIDAYS) for phrase in clause)
        only = all(isinstance(one, Days) and one.holidays and not one.groups for one in about)
        if about and only and not rule:
            line.kept.append(text[tokens[clause[0].first].start : tokens[clause[-1].last].end])
        else:
            left += clause
    return left


def keep_notes(line: Line, text: str, tokens: Sequence[Token], found: Sequence[Phrase]) -> None:
    """Keep what stands together of words; raise Ask where it is not clear to which days they belong."""
    for first, last in _runs(text, tokens, found):
        words = text[tokens[found[first].first].start : tokens[found[last].last].end]
        if "?" in words and not re.search(r"\w", words):
            raise Ask(asking.not_understood(words))
        told = [isinstance(one, Days | Hours) for one in found]
        near = (next_phrase(found[last + 1 :]), next_phrase(found[:first][::-1]))
        if line.by_appointment and any(is_mark(one, "appointment") for one in near):
            line.kept_by_appointment.append(words)
            continue
        apart = is_mark(found[first - 1], "comma", "end", "dash")
        general = not any(told[:first]) or (apart and not any(told[last + 1 :]))
        if told.count(True) and general and _another_begins(text, tokens, found, last):
            raise Ask(asking.which_day(words))  # "Anmeldung Mo 9-12 Uhr, Treffen Di 18 Uhr"
        if not general and len(list(open_statements(line))) > 1:
            raise Ask(asking.which_day(words))
        line.kept.append(words)


def _another_begins(text: str, tokens: Sequence[Token], found: Sequence[Phrase], at: int) -> bool:
    """Return whether a later part of the line names what it is about, such as "Treffen" or "offen"."""
    first = next((place for place, one in enumerate(found) if isinstance(one, Days | Hours)), len(found))
    later = range(max(at, first) + 2, len(found))
    return any(
        is_mark(found[place], "filler")
        and is_mark(found[place - 1], "comma", "end")
        and text[tokens[found[place].first].start : tokens[found[place].last].end].lower() in table()["about"]
        for place in later
    )


def _runs(text: str, tokens: Sequence[Token], found: Sequence[Phrase]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last place of each note among the phrases."""
    run: list[int] = []
    for at, phrase in enumerate([*found, None]):
        if isinstance(phrase, Mark) and phrase.kind in WITHIN:
            run.append(at)
            continue
        words = {place: text[tokens[found[place].first].start : tokens[found[place].last].end].lower() for place in run}
        own = [place for place in run if is_mark(found[place], "word", "filler", "outside")]
        first = next((place for place in own if words[place] not in {"uhr", "h"}), at)
        last = max((place for place in own if words[place] not in table()["joining"]), default=-1)
        if any(is_mark(one, "word", "outside") for one in found[first : last + 1]):
            yield first, last
        run = []
