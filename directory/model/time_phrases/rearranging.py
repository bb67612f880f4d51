"""Phrases of a line in another order than days and then hours: what was replaced, hours in front, nights."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from directory.model.time_phrases import asking
from directory.model.time_phrases.clock_times import DAY_END
from directory.model.time_phrases.doubts import EVENING, LONGEST_NIGHT
from directory.model.time_phrases.following import is_mark
from directory.model.time_phrases.phrases import Days, Hours, Mark, Phrase
from directory.model.time_phrases.statements import Ask, Line
from directory.model.time_phrases.tokens import Token

TAKES_PLACE = re.compile(r"\b(?:findet|finden|fand)\b", re.IGNORECASE)
BESIDE = ("filler", "from", "start", "colon", "every")


def rearranged(line: Line, text: str, tokens: Sequence[Token], found: Sequence[Phrase]) -> list[Phrase]:
    """Return the phrases with days before hours; what no longer holds is kept in words."""
    phrases = _one_time_words(text, tokens, found)
    phrases = _over_midnight(_of_nights(phrases))
    phrases = _without_replaced(line, text, tokens, phrases)
    _ask_about_change(line, phrases)
    return _hours_first(phrases)


def _words(text: str, tokens: Sequence[Token], first: Phrase, last: Phrase) -> str:
    return text[tokens[first.first].start : tokens[last.last].end]


def _one_time_words(text: str, tokens: Sequence[Token], found: Sequence[Phrase]) -> list[Phrase]:
    """Keep "nächster Termin: 12.12.2026" in words; ask about "nächster Termin: Donnerstag", which is no rule."""
    weekly = any(isinstance(one, Days) and not one.dates for one in found)
    once = [one for one in found if is_mark(one, "once")]
    if once and weekly:
        raise Ask(asking.not_understood(_words(text, tokens, once[0], once[0])))
    return [Mark(first=one.first, last=one.last, kind="word", value="thing") if one in once else one for one in found]


def _single(phrase: Phrase | None) -> int | None:
    """Return the weekday of days that are one weekday and nothing else."""
    if not isinstance(phrase, Days) or phrase.dates or phrase.holidays or phrase.school_holidays:
        return None
    return phrase.days[0] if len(phrase.days) == 1 else None


def _of_nights(found: list[Phrase]) -> list[Phrase]:
    """Take "Nacht von Samstag auf Sonntag 23 bis 5 Uhr" for Saturday, where it begins before midnight."""
    for at, (one, onto, other, hours) in enumerate(zip(found, found[1:], found[2:], found[3:], strict=False)):
        first, second = _single(one), _single(other)
        night = [place for place in range(at) if is_mark(found[place], "part") and _is_night(found[place])]
        if not night or first is None or second is None or not is_mark(onto, "onto"):
            continue
        if (first + 1) % 7 == second and isinstance(hours, Hours) and hours.spans[0].start >= EVENING:
            return [*found[: night[-1]], *found[night[-1] + 1 : at + 1], *found[at + 3 :]]
    return found


def _is_night(phrase: Phrase) -> bool:
    return isinstance(phrase, Mark) and phrase.value == "nacht"


def _over_midnight(found: list[Phrase]) -> list[Phrase]:
    """Take "Fr 22 Uhr bis Sa 5 Uhr" for hours of Friday."""
    plain = [place for place, one in enumerate(found) if not is_mark(one, *BESIDE)]
    for places in zip(plain, plain[1:], plain[2:], plain[3:], plain[4:], strict=False):
        one, begin, dash, other, end = (found[place] for place in places)
        first, second = _single(one), _single(other)
        if first is None or second is None or (first + 1) % 7 != second or not is_mark(dash, "dash"):
            continue
        if not (isinstance(begin, Hours) and isinstance(end, Hours) and len(begin.spans) == len(end.spans) == 1):
            continue
        start, until = begin.spans[0], end.spans[0]
        if start.end is None and until.end is None and until.start + DAY_END - start.start <= LONGEST_NIGHT:
            whole = replace(start, end=until.start or DAY_END, end_twelve=until.twelve, exact=True)
            night = Hours(first=begin.first, last=end.last, spans=(whole,), joins=())
            return [*found[: places[1]], night, *found[places[4] + 1 :]]
    return found


def _without_replaced(line: Line, text: str, tokens: Sequence[Token], found: list[Phrase]) -> list[Phrase]:
    """Keep "statt Mo 18 Uhr" and "nicht mehr mittwochs" in words."""
    at = next((place for place, one in enumerate(found) if is_mark(one, "replaced")), None)
    if at is None:
        return found
    mark, before = found[at], found[:at]
    last = _next_place(found, at + 1)
    what = found[last] if last < len(found) else None
    if TAKES_PLACE.search(text[: tokens[mark.first].start]) and _words(text, tokens, mark, mark).lower() == "statt":
        if isinstance(what, Days | Hours) and any(isinstance(one, Days) for one in before):
            raise Ask(asking.not_understood(_words(text, tokens, mark, what)))
        filler = Mark(first=mark.first, last=mark.last, kind="filler")
        return [*before, filler, *_without_replaced(line, text, tokens, found[at + 1 :])]
    if not isinstance(what, Days | Hours) or (isinstance(what, Days) and len(what.groups) != 1):
        return found
    rest = found[last + 1 :]
    hours = _next_place(found, last + 1)
    if isinstance(what, Days) and hours < len(found) and isinstance(found[hours], Hours) and not _waiting(before):
        last, rest = hours, found[hours + 1 :]
    elif isinstance(what, Days) and _named_again(what, [*before, *rest]):
        raise Ask(asking.contradicting(line.text))
    line.kept.append(_words(text, tokens, mark, found[last]))
    rest = [one for one in rest if not is_mark(one, "instead")]
    return [*before, *_without_replaced(line, text, tokens, rest)]


def _ask_about_change(line: Line, found: Sequence[Phrase]) -> None:
    """Ask about "Mo 17 Uhr, jetzt Di 18 Uhr": whether Monday is over is not said."""
    changes = [place for place, one in enumerate(found) if is_mark(one, "now")]
    days = [place for place, one in enumerate(found) if isinstance(one, Days | Hours)]
    if days and any(days[0] < place < days[-1] for place in changes):
        raise Ask(asking.contradicting(line.text))


def _next_place(found: Sequence[Phrase], at: int) -> int:
    return next((place for place in range(at, len(found)) if not is_mark(found[place], *BESIDE)), len(found))


def _waiting(before: Sequence[Phrase]) -> bool:
    """Return whether days before have no hours yet: "Do statt Mi 18 Uhr"."""
    told = [one for one in before if isinstance(one, Days | Hours)]
    return bool(told) and isinstance(told[-1], Days)


def _named_again(days: Days, others: Sequence[Phrase]) -> bool:
    return any(isinstance(one, Days) and {*one.days} & {*days.days} for one in others)


def _hours_first(found: list[Phrase]) -> list[Phrase]:
    """Put days before their hours in "9-12 Uhr Mo, 14-18 Uhr Do": hours and days by turns, divided after each day."""
    about = [place for place, one in enumerate(found) if not isinstance(one, Mark)]
    pairs = list(zip(about[::2], about[1::2], strict=False))
    by_turns = len(about) % 2 == 0 and all(
        isinstance(found[one], Hours) and isinstance(found[other], Days) and _close(found[one + 1 : other])
        for one, other in pairs
    )
    apart = all(
        any(is_mark(one, "comma", "end", "and") for one in found[day + 1 : hours])
        for (_, day), (hours, _) in pairwise(pairs)
    )
    plain = not any(isinstance(one, Mark) and one.kind in {"closed", "except", "opened", "others"} for one in found)
    if len(pairs) < 2 or not (by_turns and apart and plain):  # noqa: PLR2004 - one pair is read elsewhere
        return found
    result = list(found)
    for hours, day in pairs:
        result[hours], result[day] = found[day], found[hours]
    return result


def _close(between: Sequence[Phrase]) -> bool:
    return all(is_mark(one, *BESIDE) for one in between)
