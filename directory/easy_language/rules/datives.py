"""Datives that look like genitives: „gibt Peter der Nachbarin den Schlüssel“."""

from collections.abc import Sequence

from directory.easy_language.grammar import DETERMINERS, PERSONAL, PREPOSITIONS, SUBORDINATORS, TIMES
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.verbs import finite, participle, surely_finite
from directory.easy_language.wordlist import word_set, words

_DATIVES = word_set("""ihnen mir dir ihm uns euch dem einem meinem seinem ihrem unserem diesem""")


def dative(sentence: Sentence, segment: Sequence[Token], i: int, noun: int) -> bool:
    """Return whether the noun is more likely the person to whom something is given or said."""
    before = segment[i - 1]
    if before.lower == "uhr" or (
        before.lower in TIMES
        and i > 1
        and segment[i - 2].lower in {"am", "im", "um"}
        and before.lower not in {"anfang", "mitte"}
    ):
        return segment[noun].lower not in {"woche", "jahre", "monate"}
    lowers = sentence.lowers
    strict = bool(lowers & words("dative-verbs"))
    if not strict and not lowers & words("giving-verbs"):
        return False
    if _in_first_field(segment, noun) or _other_dative(segment, i) or _in_phrase(segment, i):
        return False
    if strict:
        return True
    # „gibt Peter der Nachbarin den Schlüssel“: the thing given comes right behind
    after = segment[noun + 1 :]
    # „liest der Klasse vor“
    if len(after) == 1 and after[0].lower in _PARTICLES:
        return True
    return bool(after) and (
        after[0].lower in DETERMINERS
        or (after[0].capital and after[0].kind is Kind.WORD)
        or after[0].kind is Kind.NUMBER
    )


_PARTICLES = word_set("vor bei mit zu ab an")


def _other_dative(segment: Sequence[Token], i: int) -> bool:
    """Return whether another word is the dative of the clause: no preposition stands before it."""
    return any(
        token.lower in _DATIVES and not (j and segment[j - 1].lower in PREPOSITIONS)
        for j, token in enumerate(segment)
        if j != i
    )


def _in_first_field(segment: Sequence[Token], noun: int) -> bool:
    """Return whether the finite verb comes right behind: then all before it is one part of the sentence."""
    if noun + 1 >= len(segment):
        return not any(surely_finite(token.lower) and not token.capital for token in segment[:noun])
    if segment[0].lower in SUBORDINATORS or segment[0].lower in PERSONAL:
        return False
    after = segment[noun + 1].lower
    return (
        finite(after)
        and not participle(after)
        and not any(finite(token.lower) and not token.capital for token in segment[:noun])
    )


def _in_phrase(segment: Sequence[Token], i: int) -> bool:
    """Return whether the noun before stands behind a preposition: „bei der Arbeit der Gruppe“."""
    for token in reversed(segment[: i - 1]):
        if token.lower in PREPOSITIONS:
            return True
        if token.capital or not (token.lower in DETERMINERS or inside(token)):
            return False
    return False


def inside(token: Token) -> bool:
    """Return whether a word may stand between an article and its noun."""
    return token.kind is Kind.WORD and (token.lower.endswith(("e", "en", "er", "es", "em")) and not token.capital)
