"""Subordinate clauses."""

from collections.abc import Iterator, Sequence

from directory.easy_language.finding import Match
from directory.easy_language.grammar import (
    DETERMINERS,
    DOUBTFUL_SUBORDINATORS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.rules.main_clauses import new_clause
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.verbs import AUXILIARIES, OPENERS, WITH_GE, finite, infinitive, participle, surely_finite
from directory.easy_language.wordlist import word_set

_LEADERS = word_set(
    """und oder aber sondern denn auch nur nicht erst immer besonders selbst zum beispiel vor allem außer also dann
    egal"""
)
_ELLIPTIC = word_set(
    """möglich nötig gewünscht ja nein vorhanden erforderlich gewollt überhaupt nicht bekannt erlaubt"""
)
_W_WORDS = word_set(
    """wo wer was wen wem wessen wann warum wieso weshalb weswegen woher wohin wie welche welcher welches welchen
    welchem"""
)
_SUBJECTS = word_set("ich du er sie es wir ihr man sich jemand niemand alle jeder")
_VERB_FIRST = word_set(
    """haben sind ist hat wird sollten sollte möchten wollen können müssen dürfen kann muss darf brauchen will soll
    werden hätten wären war hast bist kannst willst musst darfst sollst möchtest habt seid könnt wollt müsst dürft"""
)


def subordinate(sentence: Sentence, limits: Limits) -> Iterator[Match]:
    """Yield each subordinate clause; its step counts the clauses of the sentence up to it."""
    count = 0
    for index, segment in enumerate(sentence.segments):
        found = _clause(sentence, index, segment)
        if found is None and index == 0:
            found = _verb_first(sentence)
        if found is None or segment[found].name:
            continue
        count += 1
        if limits and count < limits[0]:
            continue
        level = sum(1 for limit in limits[1:] if count >= limit)
        yield Match(start=segment[found].start, end=segment[-1].end, level=level)


def _clause(sentence: Sentence, index: int, segment: Sequence[Token]) -> int | None:
    """Return the place of the word that opens a subordinate clause in this segment."""
    if (place := _conjunction(sentence, segment)) is not None:
        return place
    start = 0
    while start < len(segment) - 1 and segment[start].lower in _LEADERS:
        start += 1
    rest = segment[start:]
    if _asking(sentence, index, rest):
        return start
    # a relative clause stands behind a comma
    if len(rest) < _SHORTEST or rest[0].capital or sentence.first(segment[0]) or not behind_comma(sentence, segment):
        return None
    leaders = {token.lower for token in segment[:start]}
    if not leaders <= {"und", "oder"} or (leaders and not _clause_before(sentence, index)):
        return None
    return start if _any_relative(sentence, index, rest) else None


_SHORTEST = 3


def _conjunction(sentence: Sentence, segment: Sequence[Token]) -> int | None:
    """Return the place of a conjunction that can open nothing but a subordinate clause."""
    for i, token in enumerate(segment):
        if token.lower in SUBORDINATORS and (not token.capital or sentence.first(token)):
            return i if _sure(segment, i) else None
    return None


def _asking(sentence: Sentence, index: int, rest: Sequence[Token]) -> bool:
    """Return whether a word that may open a question or a clause opens a clause: „wer …“, „mit wem …“, „so viel …“."""
    if len(rest) < 2 or rest[0].kind is not Kind.WORD or (rest[0].capital and not sentence.first(rest[0])):  # noqa: PLR2004 - counts words
        return False
    word = rest[0].lower
    if len(rest) == 2:  # noqa: PLR2004 - „Wer will, …“
        return word in {"wer", "was"} and surely_finite(rest[1].lower) and (index > 0 or _answered(sentence))
    if word == "so" and rest[1].lower in _MEASURES:
        return rest[2].lower in _SUBJECTS | DETERMINERS and _ends_in_verb(rest, 1) and not _earlier_finite(rest)
    if word in DOUBTFUL_SUBORDINATORS and _doubtful(sentence, index, rest):
        return True
    return word in PREPOSITIONS and rest[1].lower in _W_WORDS and _indirect_question(sentence, rest[1:])


def _any_relative(sentence: Sentence, index: int, rest: Sequence[Token]) -> bool:
    """Return whether a relative pronoun opens a clause here, with or without a preposition."""
    word = rest[0].lower
    if word in RELATIVES and _relative(sentence, index, rest) and not new_clause(sentence, index, rest):
        return True
    bound = word in PREPOSITIONS and rest[1].lower in RELATIVES - {"was", "wo"} and len(rest) > _SHORTEST
    return bound and _relative(sentence, index, rest[1:], bound=True)


_MEASURES = word_set("viel weit lang lange oft bald gut")


def _answered(sentence: Sentence) -> bool:
    """Return whether a verb follows the first comma: „Wer will, kann mitmachen“."""
    if len(sentence.segments) == 1 or sentence.text.rstrip().endswith("?"):
        return False
    return finite(sentence.segments[1][0].lower)


def _clause_before(sentence: Sentence, index: int) -> bool:
    """Return whether a relative clause stands before „und die …“, so that this may be its second one."""
    return any(segment[0].lower in RELATIVES and _ends_in_verb(segment, 0) for segment in sentence.segments[1:index])


def _indirect_question(sentence: Sentence, rest: Sequence[Token]) -> bool:
    """Return whether „mit wem …“ and the like are a clause with the verb at its end, and no question."""
    if not _ends_in_verb(rest, 0) or _earlier_finite(rest):
        return False
    if sentence.text.rstrip(' “”"').endswith("?") and len(sentence.segments) == 1:
        return False
    return rest[1].capital or not _second_place(rest[1].lower, rest)


def behind_comma(sentence: Sentence, segment: Sequence[Token]) -> bool:
    """Return whether a comma, a bracket or a dash stands before this part of the sentence."""
    return sentence.text[: segment[0].start].rstrip().endswith((",", "(", "–", "—"))


def _sure(segment: Sequence[Token], i: int) -> bool:
    """Return whether a sure conjunction opens a clause: not „wenn möglich“, „ob jung oder alt“, „je nachdem“."""
    word, rest = segment[i].lower, segment[i + 1 :]
    if not rest:
        return word not in {"nachdem", "ob", "wenn"}
    if word == "nachdem" and i and segment[i - 1].lower == "je" and not _ends_in_verb(segment, i):
        return False
    if word == "ob" and rest[0].lower == "der":
        return False
    if len(rest) <= 3 and (rest[-1].lower in _ELLIPTIC or rest[0].lower in _ELLIPTIC) and not _any_finite(rest):  # noqa: PLR2004 - counts words or letters
        return False
    if word == "ob" and not _any_finite(rest):
        return not any(token.lower in {"oder", "mit", "als", "ohne"} for token in rest)
    return True


def _any_finite(tokens: Sequence[Token]) -> bool:
    return any(not token.capital and token.kind is Kind.WORD and finite(token.lower) for token in tokens)


def _doubtful(sentence: Sentence, index: int, rest: Sequence[Token]) -> bool:  # noqa: PLR0911 - one reading after the other
    """Return whether a word like „damit“, „seit“ or „wer“ opens a clause: the verb comes last, and not second."""
    word = rest[0].lower
    joint = next((i for i, token in enumerate(rest) if i > 2 and token.lower in {"und", "oder"}), 0)  # noqa: PLR2004 - counts words or letters
    if joint and _doubtful(sentence, index, rest[:joint]):
        return True
    if not _ends_in_verb(rest, 0):
        return False
    if not rest[1].capital and rest[1].kind is Kind.WORD and _second_place(rest[1].lower, rest):
        return False
    if word in _W_WORDS and index == 0 and sentence.text.rstrip(' “”"').endswith("?") and len(sentence.segments) == 1:
        return False
    if word in {"als", "wie", "bis", "seit", "während", "damit", "da"} and _earlier_finite(rest):
        return False
    if word in _W_WORDS and _earlier_finite(rest):
        return False
    last = rest[-1].lower
    if word in {"als", "wie"} and participle(last) and last not in AUXILIARIES and not infinitive(last):
        return rest[1].lower in _SUBJECTS | DETERMINERS
    return True


def _second_place(word: str, rest: Sequence[Token]) -> bool:
    """Return whether the word behind the opener is the finite verb of a main clause."""
    if word in AUXILIARIES:
        return True
    if word in DETERMINERS | PERSONAL | PREPOSITIONS:
        return False
    return surely_finite(word) or (infinitive(word) and len(rest) > 2 and rest[2].lower in {"sie", "wir"})  # noqa: PLR2004 - counts words or letters


def _ends_in_verb(rest: Sequence[Token], i: int) -> bool:
    last = rest[-1]
    if last.kind is not Kind.WORD or last.capital or len(rest) - i < 3:  # noqa: PLR2004 - counts words or letters
        return False
    word = last.lower
    if word in DETERMINERS | PREPOSITIONS | PERSONAL:
        return False
    return finite(word) and (surely_finite(word) or not participle(word) or _finite_too(word))


def _finite_too(word: str) -> bool:
    return word in WITH_GE or (not word.startswith("ge") and (word.endswith("t") or infinitive(word)))


def _earlier_finite(rest: Sequence[Token]) -> bool:
    """Return whether a finite verb stands before, so that the last word is only its infinitive or participle."""
    last = rest[-1].lower
    if last in AUXILIARIES and not infinitive(last):
        return False
    if not (infinitive(last) or participle(last)):
        return False
    return any(token.lower in AUXILIARIES or (not token.capital and surely_finite(token.lower)) for token in rest[1:-1])


def _relative(sentence: Sentence, index: int, rest: Sequence[Token], *, bound: bool = False) -> bool:  # noqa: PLR0911 - one reading after the other
    """Return whether „der …“ behind a comma is a relative clause, and no new main clause and no list."""
    if not _ends_in_verb(rest, 0):
        return _extended(rest)
    second = rest[1]
    if not second.capital and _second_place(second.lower, rest):
        return False
    if _earlier_finite(rest):
        return False
    if second.lower in _SUBJECTS or rest[0].lower in {"denen", "dessen", "deren", "was", "wo"}:
        return True
    last = rest[-1].lower
    # „Die Oma liest, das Kind schläft“: no noun to relate to
    previous = sentence.segments[index - 1][-1]
    if second.capital and not previous.capital and surely_finite(previous.lower) and not participle(previous.lower):
        return False
    others = [token for segment in sentence.segments if segment[-1] is not rest[-1] for token in segment]
    if second.capital and any(token.lower in {"und", "oder"} for token in rest) and not _any_finite(others):
        return False
    if bound and surely_finite(last):
        return True
    before = [token for segment in sentence.segments[:index] for token in segment]
    if infinitive(last) and any(token.lower in OPENERS for token in before):
        return _behind_bracket(sentence, index, rest, before)
    if participle(last) and any(token.lower in AUXILIARIES for token in before):
        return not (before and participle(before[-1].lower))
    return rest[-2].lower != "zu"


def _behind_bracket(sentence: Sentence, index: int, rest: Sequence[Token], before: Sequence[Token]) -> bool:
    """Return whether a part with an infinitive, behind a modal verb, is a relative clause and no list."""
    if not infinitive(before[-1].lower) or before[-1].capital:
        # the bracket is open: the infinitive closes it, unless more follows
        return index + 1 < len(sentence.segments)
    if any(token.lower in {"und", "oder"} for token in rest):
        return False
    opener = max(i for i, token in enumerate(before) if token.lower in OPENERS)
    antecedents = {"alle", "allen", "jeden", "jedem", "jemanden", "jemandem", "niemanden", "die", "den", "denen"}
    return any(
        token.lower in antecedents or (token.capital and token.lower not in {"sie", "ihnen"})
        for token in before[opener + 1 :]
    )


def _extended(rest: Sequence[Token]) -> bool:
    """Return whether the first of two verbs closes a relative clause: „…, die Hilfe brauchen und allein sind“."""
    return any(
        token.lower in {"und", "oder"}
        and i > 2  # noqa: PLR2004 - counts words or letters
        and _ends_in_verb(rest[:i], 0)
        and not _second_place(rest[1].lower, rest)
        and not rest[1].capital
        for i, token in enumerate(rest)
    )


def _finite_or_call(word: str) -> bool:
    return finite(word) or infinitive(word + "en")


def _verb_first(sentence: Sentence) -> int | None:
    """Return 0 for a condition without „wenn“, such as „Haben Sie Fragen, rufen Sie an“."""
    if len(sentence.segments) < 2 or sentence.text.rstrip().endswith(("?", "!")):  # noqa: PLR2004 - counts words or letters
        return None
    first, second = sentence.segments[0], sentence.segments[1]
    word = first[0].lower
    short = len(first) == 2 and first[1].lower in _SUBJECTS  # noqa: PLR2004 - „Regnet es, …“
    if first[0].kind is not Kind.WORD or (len(first) < 3 and not short) or not behind_comma(sentence, second):  # noqa: PLR2004 - counts words or letters
        return None
    opens = word in _VERB_FIRST or (surely_finite(word) and word != "bitte")
    answer = second[0].lower in {"dann", "so"} or (not second[0].capital and _finite_or_call(second[0].lower))
    noun_verb = first[1].lower in DETERMINERS | PERSONAL or first[1].capital
    if not (opens and answer and noun_verb):
        return None
    return 0
