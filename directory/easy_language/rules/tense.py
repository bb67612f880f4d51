"""Tenses that easy language avoids."""

from collections.abc import Iterator, Sequence

from directory.easy_language.finding import Match
from directory.easy_language.grammar import COORDINATORS, DETERMINERS, PERSONAL, PREPOSITIONS
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.verbs import (
    HABEN,
    MODALS,
    SEIN,
    WERDEN,
    WERDEN_PRESENT,
    infinitive,
    listed_participle,
    moving_participle,
    participle,
    past,
    strong_past,
)
from directory.easy_language.wordlist import word_set, words

# These are easier in the past tense than in the perfect.
_FREE = word_set(
    """war warst waren wart hatte hattest hatten hattet wurde wurdest wurden wurdet konnte konntest konnten konntet
    musste musstest mussten musstet durfte durftest durften durftet sollte solltest sollten solltet wollte
    wolltest wollten wolltet mochte mochtest mochten mochtet möchte möchten"""
)
_HAD = word_set("hatte hattest hatten hattet")
_WAS = word_set("war warst waren wart")
# With „war“ and „hatte“ they say how something was.
_STATES = word_set("geöffnet geschlossen verboten")
_JOINING = word_set("und oder sowie aber sondern")


def praeteritum(sentence: Sentence, _limits: Limits) -> Iterator[Match]:
    """Yield each verb in the past tense but „sein“, „haben“, „werden“ and the modal verbs."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        word = token.lower
        if token.kind is not Kind.WORD or token.name or word in _FREE or word.endswith("wart"):
            continue
        if token.capital and (not sentence.first(token) or not _before_subject(tokens, i)):
            continue
        if past(word) and not _adjective(tokens, i) and not _perfect(tokens, word):
            yield Match(start=token.start, end=token.end)


def _before_subject(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a capital word at the beginning is a verb: a subject follows („Kam der Bus?“)."""
    return i + 1 < len(tokens) and tokens[i + 1].lower in PERSONAL | DETERMINERS


def _perfect(tokens: Sequence[Token], word: str) -> bool:
    """Return whether „entstanden“, „verstanden“ are participles here: „sein“, „haben“ or „werden“ stands with them."""
    if listed_participle(word):
        return True
    helped = any(token.lower in SEIN | HABEN | WERDEN or token.lower == "worden" for token in tokens)
    return helped and (participle(word) or moving_participle(word))


def _adjective(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a form in -te is an adjective: „der besuchte Kurs“, „gesuchte Personen“, „das Gesuchte“."""
    word = tokens[i].lower
    if strong_past(word) and not word.endswith(("te", "ten")):
        return False
    stems = {word[:-1], word[:-2]}
    if not any(participle(stem) for stem in stems) and stems.isdisjoint(words("no-participles")):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    before = tokens[i - 1].lower if i else ""
    follows = after is not None and after.kind is Kind.WORD and (after.capital or after.lower.endswith(("e", "en")))
    if before in DETERMINERS | PREPOSITIONS:
        return True
    if not follows:
        return False
    return not i or (before not in PERSONAL and not tokens[i - 1].capital)


def future(sentence: Sentence, _limits: Limits) -> Iterator[Match]:
    """Yield „werden“ with an infinitive: from the first of both to the last."""
    if sentence.lowers.isdisjoint(WERDEN_PRESENT):
        return
    for segment in sentence.segments:
        for i, token in enumerate(segment):
            if token.lower not in WERDEN_PRESENT or token.name or (token.capital and not sentence.first(token)):
                continue
            found = _infinitive_of(segment, i)
            if found is not None:
                first, last = sorted((i, found))
                yield Match(start=segment[first].start, end=segment[last].end)
                break


def _infinitive_of(segment: Sequence[Token], i: int) -> int | None:
    """Return the place of the infinitive that „werden“ opens, or that stands before it at the end of the clause."""
    if any(token.lower in MODALS for token in segment[:i]) and segment[i].lower == "werden":
        return None
    for j in range(i + 1, len(segment)):
        token = segment[j]
        if token.capital or token.kind is not Kind.WORD:
            continue
        if token.lower in {"werden", "haben", "sein"} and _ends(segment, j):
            return None if j > i and participle(segment[j - 1].lower) and token.lower == "werden" else j
        if infinitive(token.lower) and _ends(segment, j) and segment[j - 1].lower != "zu":
            return None if _passive_word(segment, j) else j
        followed = j + 1 < len(segment) and segment[j + 1].lower in {"haben", "sein"}
        if participle(token.lower) and _ends(segment, j) and not followed:
            return None
    if i == len(segment) - 1 and i > 1 and infinitive(segment[i - 1].lower) and not participle(segment[i - 1].lower):
        return None if segment[i - 1].capital or segment[i - 1].lower == "sein" else i - 1
    return None


def _passive_word(segment: Sequence[Token], j: int) -> bool:
    """Return whether the infinitive is a participle all the same: „werden beraten“, but „wir werden … beraten“."""
    word = segment[j].lower
    lowers = {token.lower for token in segment[:j]}
    if not participle(word):
        return bool(j and participle(segment[j - 1].lower) and word in {"können", "müssen", "sollen", "dürfen"})
    return not (lowers & {"wir", "ich", "eine", "einen", "mich", "uns", "euch", "dich"} or _object_sie(segment, j))


def _object_sie(segment: Sequence[Token], j: int) -> bool:
    return any(
        token.text == "Sie" and k > 1 and segment[k - 1].lower in WERDEN_PRESENT for k, token in enumerate(segment[:j])
    )


def _ends(segment: Sequence[Token], j: int) -> bool:
    return j + 1 >= len(segment) or segment[j + 1].lower in COORDINATORS | PREPOSITIONS | {
        "werden",
        "haben",
        "sein",
        "können",
        "müssen",
        "als",
        "wie",
    }


def plusquamperfekt(sentence: Sentence, _limits: Limits) -> Iterator[Match]:
    """Yield „hatte“ or „war“ with the participle of a verb: from the first of both to the last."""
    if sentence.lowers.isdisjoint(_HAD | _WAS):
        return
    for segment in sentence.segments:
        for i, token in enumerate(segment):
            if token.lower not in _HAD | _WAS or token.name or (token.capital and not sentence.first(token)):
                continue
            found = _participle_of(segment, i)
            if found is not None:
                first, last = sorted((i, found))
                yield Match(start=segment[first].start, end=segment[last].end)
                break


def _participle_of(segment: Sequence[Token], i: int) -> int | None:
    had = segment[i].lower in _HAD
    places = [j for j in range(i + 1, len(segment)) if _ends(segment, j)]
    if i and i == len(segment) - 1:
        places.append(i - 1)
    for j in places:
        word = segment[j]
        if word.capital or word.kind is not Kind.WORD or word.lower in _STATES:
            continue
        if moving_participle(word.lower) or word.lower == "worden":
            return j
        if had and participle(word.lower) and (j < 1 or segment[j - 1].lower not in {"als", "wie"}):
            return j
    return None
