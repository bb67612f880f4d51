"""Whether a clause has the subject and the object of an active verb."""

from collections.abc import Sequence

from directory.easy_language.grammar import DETERMINERS, PREPOSITIONS, TIMES
from directory.easy_language.lemmas import lemma
from directory.easy_language.nouns import feminine, plural
from directory.easy_language.text import Kind, Token
from directory.easy_language.wordlist import word_set

_SPEAKERS = frozenset(("ich", "wir", "du"))
_OBJECTS = word_set("""mich dich ihn uns euch es einen den diesen keinen meinen deinen seinen ihren unseren jeden""")


def active(clause: Sequence[Token], helper: str) -> bool:
    """Return whether the clause has the subject and the object of an active verb, so that „werden“ means the future."""
    lowers = {token.lower for token in clause}
    # „Vergessen wird diesen Abend niemand“
    if lowers & _SPEAKERS or (lowers & _ALONE and lowers & _OBJECTS):
        return True
    nominals = 0
    for j, token in enumerate(clause):
        before = clause[j - 1].lower if j else ""
        if before in PREPOSITIONS:
            continue
        if token.lower in _OBJECTS and not _time(clause, j):
            return True
        if token.lower in _ALONE or (token.lower == "das" and not _noun_follows(clause, j)):
            nominals += 1
        elif _opens_nominal(clause, j, before) and not _time(clause, j):
            nominals += 1
            # „Die Preise wird …“: many are no subject of „wird“
            noun = _noun(clause, j)
            if helper == "wird" and token.lower == "die" and noun and plural(noun.text) and not feminine(noun.text):
                return True
    return nominals > 1


_ALONE = word_set("sie er man niemand keiner jemand jeder wer")


def _noun(clause: Sequence[Token], j: int) -> Token | None:
    """Return the noun of an article, over adjectives."""
    for token in clause[j + 1 :]:
        if token.capital:
            return token
        if not token.lower.endswith(("e", "en", "er")):
            return None
    return None


def _noun_follows(clause: Sequence[Token], j: int) -> bool:
    return _noun(clause, j) is not None


def _opens_nominal(clause: Sequence[Token], j: int, before: str) -> bool:
    token = clause[j]
    if token.kind is not Kind.WORD:
        return False
    if token.lower in DETERMINERS:
        if token.lower == "der" and j:
            # a subject, if it is one man or thing; else a genitive or dative
            noun = _noun(clause, j)
            return noun is not None and not feminine(noun.text) and not plural(noun.text)
        # a genitive or dative is no second object: „die Anträge der Frauen“, „dem Verein“
        return token.lower not in {"der", "des", "dem", "einer", "einem", "eines"} or j == 0
    if not token.capital or before in DETERMINERS:
        return False
    if j == 0:
        return token.lower not in TIMES and lemma(token.text)[:1].isupper()
    return not (before and (before in {"und", "oder", ","} or before.endswith(("e", "en", "er", "es", "em"))))


def _time(clause: Sequence[Token], j: int) -> bool:
    if clause[j].lower == "den" and not (j + 1 < len(clause) and clause[j + 1].lower == "ganzen"):
        return False
    return any(token.lower in TIMES for token in clause[j : j + 3])
