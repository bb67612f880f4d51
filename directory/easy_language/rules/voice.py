"""The passive with „werden“."""

from collections.abc import Iterator, Sequence

from directory.easy_language.finding import Match
from directory.easy_language.grammar import PREPOSITIONS, RELATIVES, SUBORDINATORS
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.rules.subjects import active
from directory.easy_language.text import Kind, Sentence, Token, inner_dot
from directory.easy_language.verbs import (
    HABEN,
    MODALS,
    SEIN,
    WERDEN,
    infinitive,
    like_infinitive,
    participle,
    surely_finite,
)
from directory.easy_language.wordlist import word_set

_PASSIVE = WERDEN | frozenset(("worden", "wird's", "wird’s", "wurde's", "wurde’s"))
_JOINING = word_set("und oder sowie aber sondern bzw beziehungsweise")
# „größer als gedacht“, „wie geplant“ are no part of the predicate.
_COMPARING = frozenset(("als", "wie"))
# Adverbs that look like participles; as the last word of a clause they are participles all the same.
_ADVERBS = word_set("""bestimmt vermehrt verstärkt getrennt wiederholt gezielt unerwartet ungefragt""")
_CLOSERS = (
    word_set("""kann können konnte konnten könnte könnten muss müssen musste mussten müsste müssten""") | MODALS | SEIN
)


def passive(sentence: Sentence, _limits: Limits) -> Iterator[Match]:
    """Yield each „werden“ that builds a passive with a participle, from the first of both to the last."""
    if not sentence.lowers & _PASSIVE:
        return
    tokens = sentence.tokens
    used: set[int] = set()
    for i, token in enumerate(tokens):
        if token.lower not in _PASSIVE or token.name or (token.capital and not sentence.first(token)):
            continue
        found = _before(tokens, i)
        if found is None and token.lower != "worden":
            found = _after(tokens, i)
        if found is not None and found not in used and not tokens[found].name:
            used.add(found)
            first, last = sorted((i, found))
            yield Match(start=tokens[first].start, end=tokens[last].end)


def _before(tokens: Sequence[Token], i: int) -> int | None:
    """Return the place of a participle directly before „werden“: „geprüft wird“, „zu prüfen … geprüft zu werden“."""
    j = i - 1
    while j >= 0 and tokens[j].lower in {"zu", "nicht", "jetzt", "hier", "auch"} and tokens[i].lower != "worden":
        j -= 1
    if j < 0 or tokens[j].kind is not Kind.WORD or not _participle(tokens, j):
        return None
    if j > 0 and tokens[j - 1].lower in _COMPARING:
        return None
    if tokens[i].lower not in {"werden", "worden"} and j and tokens[j].capital:
        return None
    if tokens[i].lower in {"werden", "wird"} and like_infinitive(tokens[j].lower) and not _zu(tokens, i):
        start = _clause_start(tokens, j)
        # „Vergessen wird das niemand“: the clause follows
        clause = tokens[start:j] if j > start else tokens[i + 1 : _clause_end(tokens, i)]
        if any(token.lower in MODALS for token in tokens[start:i]) or (
            i + 1 < len(tokens) and tokens[i + 1].lower in MODALS | SEIN
        ):
            return j
        return None if active(clause, tokens[i].lower) else j
    return j


def _zu(tokens: Sequence[Token], i: int) -> bool:
    return i > 0 and tokens[i - 1].lower == "zu"


def _clause_start(tokens: Sequence[Token], end: int) -> int:
    for j in range(end - 1, -1, -1):
        if tokens[j].kind is Kind.MARK and tokens[j].text in ",;:.!?–—()" and not inner_dot(tokens, j):
            return j + 1
    return 0


def _clause_end(tokens: Sequence[Token], begin: int) -> int:
    return next(
        (
            j
            for j in range(begin, len(tokens))
            if tokens[j].kind is Kind.MARK and tokens[j].text in ",;:.!?–—()" and not inner_dot(tokens, j)
        ),
        len(tokens),
    )


def _after(tokens: Sequence[Token], i: int) -> int | None:
    """Return the place of the participle that closes the clause that „werden“ opens."""
    bracket = _right_bracket(tokens, i)
    if bracket is None:
        return None
    word = tokens[bracket].lower
    if like_infinitive(word):
        follows = tokens[bracket + 1].lower if bracket + 1 < len(tokens) else ""
        if follows == "werden":
            return bracket
        start = _clause_start(tokens, i)
        if tokens[i].lower in {"wurde", "wurden", "wurdest", "wurdet"}:
            return bracket
        clause = [token for j, token in enumerate(tokens[start:bracket], start) if j != i]
        return None if active(clause, tokens[i].lower) else bracket
    return bracket


def _right_bracket(tokens: Sequence[Token], i: int) -> int | None:  # noqa: C901, PLR0912 - one reading after the other
    """Return the first participle that stands where the predicate of the clause ends."""
    found = None
    j = i + 1
    while j < len(tokens):
        token = tokens[j]
        if token.kind is Kind.MARK:
            if inner_dot(tokens, j):
                j += 1
                continue
            if token.text in ".!?;:" and j + 1 < len(tokens):
                break
            if token.text == ",":
                j = _over(tokens, j)
                if j < 0:
                    break
                continue
        elif token.kind is Kind.WORD and not token.capital:
            if found is not None and token.lower in {"haben", "sein"} and j == found + 1:
                return None
            if _participle(tokens, j) and _closes(tokens, j) and tokens[j - 1].lower not in _COMPARING:
                if found is None:
                    found = j
            elif (
                found is None
                and infinitive(token.lower)
                and _closes(tokens, j)
                and token.lower != "werden"
                and tokens[j - 1].lower != "zu"
            ):
                return None
            elif (
                j > i + 1
                and (surely_finite(token.lower) or token.lower in WERDEN)
                and not _participle(tokens, j)
                and tokens[j].lower != "werden"
            ):
                break
        j += 1
    if found is not None and _later_infinitive(tokens, found):
        return None
    return found


def _over(tokens: Sequence[Token], comma: int) -> int:
    """Return where to go on after a comma: in a list, or behind a clause put in; -1 if the clause ends here."""
    end = next(
        (
            k
            for k in range(comma + 1, len(tokens))
            if tokens[k].text in {",", ".", "!", "?", ";", ":"} and not inner_dot(tokens, k)
        ),
        len(tokens),
    )
    part = tokens[comma + 1 : end]
    if not part:
        return comma + 1
    opens = part[0].lower in SUBORDINATORS or (part[0].lower in RELATIVES | _RELATIVE_MORE and _verb_last(part))
    opens = opens or (
        part[0].lower in PREPOSITIONS and len(part) > 1 and part[1].lower in RELATIVES and _verb_last(part)
    )
    opens = opens or (len(part) > 1 and part[-2].lower == "zu")
    if opens:
        return end + 1 if end < len(tokens) and tokens[end].text == "," else -1
    # „…, versprochen!“
    if len(part) == 1 and participle(part[0].lower) and not participle(tokens[comma - 1].lower):
        return -1
    # a clause of its own: it has its own finite verb
    if any(_own_verb(token) for token in part):
        return -1
    return comma + 1


def _own_verb(token: Token) -> bool:
    if token.capital or token.kind is not Kind.WORD:
        return False
    return token.lower in HABEN | SEIN | MODALS or (surely_finite(token.lower) and not participle(token.lower))


_RELATIVE_MORE = word_set("""damit während da seit bis als wie wer wen wem wann warum wofür womit worüber""")


def _verb_last(part: Sequence[Token]) -> bool:
    last = part[-1]
    return (
        last.kind is Kind.WORD
        and not last.capital
        and (
            last.lower in MODALS | SEIN | HABEN | WERDEN
            or surely_finite(last.lower)
            or infinitive(last.lower)
            or last.lower.endswith(("t", "te"))
        )
    )


def _later_infinitive(tokens: Sequence[Token], found: int) -> bool:
    """Return whether an infinitive closes the clause after all: „wird getrennt von den Eltern leben“."""
    for j in range(found + 1, len(tokens)):
        token = tokens[j]
        if token.kind is Kind.MARK or token.lower in _JOINING:
            return False
        if token.lower in {"werden", "können", "müssen", "sollen", "dürfen"}:
            return False
        if token.lower in {"haben", "sein"} or (
            not token.capital and infinitive(token.lower) and tokens[j - 1].lower != "zu"
        ):
            return True
    return False


def _closes(tokens: Sequence[Token], j: int) -> bool:
    """Return whether a verb may end the clause here: a mark, a conjunction, a preposition or more verbs follow."""
    if j + 1 >= len(tokens):
        return True
    after = tokens[j + 1]
    if tokens[j].lower in _ADVERBS:
        return after.kind is Kind.MARK
    if after.kind is Kind.MARK:
        return True
    if after.kind is not Kind.WORD:
        return False
    return (
        after.lower in _JOINING
        or after.lower in _COMPARING
        or (after.lower in PREPOSITIONS and not after.capital)
        or after.lower in SUBORDINATORS
        or after.lower in _CLOSERS
        or after.lower in WERDEN
        or after.lower in {"denn", "haben", "damit", "dadurch", "dafür", "daran", "darüber", "davon", "dazu"}
    )


def _participle(tokens: Sequence[Token], j: int) -> bool:
    token = tokens[j]
    if (
        token.capital
        and any(other.kind is Kind.WORD for other in tokens[:j])
        and tokens[j - 1].text not in {":", "„", "."}
    ):
        return False
    if token.lower == "gelassen":
        return j > 0 and tokens[j - 1].lower in _LEFT
    return participle(token.lower)


# „ruhig“ is „gelassen“ too, but with these it is the participle of „lassen“.
_LEFT = word_set("allein offen frei stehen liegen hängen ruhe stich warten laufen leben spielen schlafen zurück los")
