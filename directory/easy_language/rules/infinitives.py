"""Groups of words with „zu“ and an infinitive."""

from collections.abc import Iterator, Sequence

from directory.easy_language.finding import Match
from directory.easy_language.grammar import COORDINATORS, PERSONAL, PREPOSITIONS
from directory.easy_language.rules.clauses import behind_comma
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.verbs import infinitive, surely_finite
from directory.easy_language.wordlist import word_set


def infinitive_group(sentence: Sentence, _limits: Limits) -> Iterator[Match]:
    """Yield each group with „zu“ and an infinitive: with „um“, „ohne“, „statt“, or behind a comma."""
    for index, segment in enumerate(sentence.segments):
        zu = next((i for i in range(1, len(segment) + 1) if _zu_infinitive(segment, i - 1)), None)
        if zu is None:
            continue
        place = zu - 1
        opener = next((i for i, token in enumerate(segment[: place + 1]) if token.lower in _GROUP_OPENERS), None)
        end = segment[min(place + 1, len(segment) - 1)] if segment[place].lower == "zu" else segment[place]
        if opener is not None and not segment[opener].name:
            yield Match(start=segment[opener].start, end=end.end)
        elif place and segment[place - 1].lower in _MUCH:
            continue
        elif index and behind_comma(sentence, segment) and not _any_surely(segment) and _closes_group(segment, place):
            yield Match(start=segment[0].start, end=end.end)
        elif index == 0 and _asking(segment[:place]) and place > 1:
            yield Match(start=segment[place].start, end=end.end)


_GROUP_OPENERS = frozenset(("um", "ohne", "statt", "anstatt"))
_MUCH = word_set("viel etwas nichts genug wenig alles")
_ASKERS = word_set(
    """versuchen versucht versuche versuchte helfen hilft anbieten bittet bitten hoffen hofft planen plant beginnen
    beginnt anfangen lernen lernt empfehlen empfiehlt vergessen erlauben erlaubt verspricht versprechen fangen
    fängt vor"""
)


def _asking(before: Sequence[Token]) -> bool:
    return any(token.lower in _ASKERS for token in before)


def _any_surely(segment: Sequence[Token]) -> bool:
    return any(not token.capital and surely_finite(token.lower) for token in segment)


def _closes_group(segment: Sequence[Token], place: int) -> bool:
    after = segment[place + (2 if segment[place].lower == "zu" else 1) :]
    return not after or after[0].lower in COORDINATORS | PREPOSITIONS | {"haben", "sein", "können", "werden"}


def _zu_infinitive(segment: Sequence[Token], i: int) -> bool:
    word = segment[i]
    if word.kind is not Kind.WORD or word.capital:
        return False
    if word.lower == "zu":
        after = segment[i + 1] if i + 1 < len(segment) else None
        follows = segment[i + 2] if i + 2 < len(segment) else None
        return (
            after is not None
            and not after.capital
            and infinitive(after.lower)
            and not (follows is not None and follows.capital and follows.lower not in PERSONAL)
        )
    inner = word.lower.find("zu", 2)
    return (
        inner > 0
        and word.lower.endswith("n")
        and len(word.text) > 7  # noqa: PLR2004 - counts words or letters
        and infinitive(word.lower)
        and infinitive(word.lower[inner + 2 :])
        and not word.lower.startswith(("hinzu", "dazu"))
    )
