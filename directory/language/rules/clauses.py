"""Sentences made of several clauses, and lists inside a sentence."""

from collections.abc import Iterator, Sequence

from directory.language.finding import Match
from directory.language.grammar import (
    COORDINATORS,
    DETERMINERS,
    DOUBTFUL_SUBORDINATORS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from directory.language.rules.kinds import Limits
from directory.language.text import Kind, Sentence, Token
from directory.language.verbs import AUXILIARIES, MODALS, OPENERS, finite, infinitive, participle, past, surely_finite

_LEADERS = frozenset("und oder aber sondern denn auch nur nicht erst immer besonders selbst zum beispiel vor allem außer also dann egal".split())
_ELLIPTIC = frozenset("möglich nötig gewünscht ja nein vorhanden erforderlich gewollt überhaupt nicht bekannt erlaubt".split())
_W_WORDS = frozenset(
    "wo wer was wen wem wessen wann warum wieso weshalb weswegen woher wohin wie welche welcher welches welchen welchem".split()
)
_SUBJECTS = frozenset("ich du er sie es wir ihr man sich jemand niemand alle jeder".split())
_RELATIVE_TRIGGERS = RELATIVES | PREPOSITIONS
_VERB_FIRST = frozenset(
    "haben sind ist hat wird sollten sollte möchten wollen können müssen dürfen kann muss darf brauchen will soll werden hätten wären war".split()
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
        yield Match(segment[found].start, segment[-1].end, level=level)


def _clause(sentence: Sentence, index: int, segment: Sequence[Token]) -> int | None:
    """Return the place of the word that opens a subordinate clause in this segment."""
    for i, token in enumerate(segment):
        if token.kind is Kind.WORD and token.lower in SUBORDINATORS and not (token.capital and not sentence.first(token)):
            if _sure(segment, i):
                return i
            break
    start = 0
    while start < len(segment) - 1 and segment[start].lower in _LEADERS:
        start += 1
    rest = segment[start:]
    if len(rest) < 3 or rest[0].kind is not Kind.WORD or (rest[0].capital and not sentence.first(rest[0])):  # noqa: PLR2004
        return None
    word = rest[0].lower
    if word in DOUBTFUL_SUBORDINATORS and _doubtful(sentence, index, rest):
        return start
    # a relative clause stands behind a comma
    if sentence.first(segment[0]) or not _behind_comma(sentence, segment):
        return None
    if any(token.lower not in COORDINATORS for token in segment[:start]):
        return None
    if word in RELATIVES and _relative(sentence, index, rest):
        return start
    if word in PREPOSITIONS and rest[1].lower in RELATIVES - {"was", "wo"} and len(rest) > 3 and _relative(sentence, index, rest[1:], bound=True):  # noqa: PLR2004
        return start
    return None


def _behind_comma(sentence: Sentence, segment: Sequence[Token]) -> bool:
    return sentence.text[: segment[0].start].rstrip().endswith((",", "(", "–", "—"))


def _sure(segment: Sequence[Token], i: int) -> bool:
    """Return whether a sure conjunction opens a clause: not „wenn möglich“, „ob jung oder alt“, „je nachdem“."""
    word, rest = segment[i].lower, segment[i + 1 :]
    if not rest:
        return word != "nachdem" and word != "ob" and word != "wenn"
    if word == "nachdem" and i and segment[i - 1].lower == "je" and not _ends_in_verb(segment, i):
        return False
    if word == "ob" and rest[0].lower == "der":
        return False
    if len(rest) <= 3 and (rest[-1].lower in _ELLIPTIC or rest[0].lower in _ELLIPTIC) and not _any_finite(rest):  # noqa: PLR2004
        return False
    if word == "ob" and not _any_finite(rest):
        return not any(token.lower in {"oder", "mit", "als", "ohne"} for token in rest)
    return True


def _any_finite(tokens: Sequence[Token]) -> bool:
    return any(not token.capital and token.kind is Kind.WORD and finite(token.lower) for token in tokens)


def _doubtful(sentence: Sentence, index: int, rest: Sequence[Token]) -> bool:
    """Return whether a word like „damit“, „seit“ or „wer“ opens a clause: the verb comes last, and not second."""
    word = rest[0].lower
    if not _ends_in_verb(rest, 0):
        return False
    if not rest[1].capital and rest[1].kind is Kind.WORD and _second_place(rest[1].lower, rest):
        return False
    if word in _W_WORDS and index == 0 and sentence.text.rstrip(" “”\"").endswith("?") and len(sentence.segments) == 1:
        return False
    if word in {"als", "wie", "bis", "seit", "während", "damit", "da"} and _earlier_finite(rest):
        return False
    if word in _W_WORDS and _earlier_finite(rest):
        return False
    if word in {"als", "wie"} and participle(rest[-1].lower) and rest[-1].lower not in AUXILIARIES:
        return len(rest) > 2 and rest[1].lower in _SUBJECTS | DETERMINERS and not infinitive(rest[-1].lower)  # noqa: PLR2004
    return True


def _second_place(word: str, rest: Sequence[Token]) -> bool:
    """Return whether the word behind the opener is the finite verb of a main clause."""
    if word in AUXILIARIES:
        return True
    if word in DETERMINERS | PERSONAL | PREPOSITIONS:
        return False
    return surely_finite(word) or (infinitive(word) and len(rest) > 2 and rest[2].lower in {"sie", "wir"})  # noqa: PLR2004


def _ends_in_verb(rest: Sequence[Token], i: int) -> bool:
    last = rest[-1]
    if last.kind is not Kind.WORD or last.capital or len(rest) - i < 3:  # noqa: PLR2004 - opener, subject, verb
        return False
    word = last.lower
    if word in DETERMINERS | PREPOSITIONS | PERSONAL:
        return False
    return finite(word) and (surely_finite(word) or not participle(word) or _finite_too(word))


def _finite_too(word: str) -> bool:
    return not word.startswith("ge") and (word.endswith("t") or infinitive(word))


def _earlier_finite(rest: Sequence[Token]) -> bool:
    """Return whether a finite verb stands before the last word, so that this one is only its infinitive or participle."""
    last = rest[-1].lower
    if last in AUXILIARIES and not infinitive(last):
        return False
    if not (infinitive(last) or participle(last)):
        return False
    return any(token.lower in AUXILIARIES or (not token.capital and surely_finite(token.lower)) for token in rest[1:-1])


def _relative(sentence: Sentence, index: int, rest: Sequence[Token], *, bound: bool = False) -> bool:
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
    if bound and surely_finite(last):
        return True
    before = [token for segment in sentence.segments[:index] for token in segment]
    if infinitive(last) and any(token.lower in OPENERS for token in before):
        return _behind_bracket(sentence, index, rest, before)
    if participle(last) and any(token.lower in AUXILIARIES for token in before):
        return not (before and participle(before[-1].lower))
    return rest[-2].lower != "zu"


def _behind_bracket(sentence: Sentence, index: int, rest: Sequence[Token], before: Sequence[Token]) -> bool:
    """Return whether, behind a modal verb, a part with an infinitive is a relative clause and no list of infinitives."""
    if not infinitive(before[-1].lower) or before[-1].capital:
        # the bracket is open: the infinitive closes it, unless more follows
        return index + 1 < len(sentence.segments)
    if any(token.lower in {"und", "oder"} for token in rest):
        return False
    opener = max(i for i, token in enumerate(before) if token.lower in OPENERS)
    return any(token.capital for token in before[opener + 1 :] if token.lower not in {"sie", "ihnen"})


def _extended(rest: Sequence[Token]) -> bool:
    """Return whether something follows the verb: „…, die helfen bei der Suche“ is none; „der kommt und hilft“ neither."""
    return any(
        token.lower in {"und", "oder"} and i > 2 and _ends_in_verb(rest[:i], 0) and not _second_place(rest[1].lower, rest) and not rest[1].capital  # noqa: PLR2004
        for i, token in enumerate(rest)
    )


def _verb_first(sentence: Sentence) -> int | None:
    """Return 0 for a condition without „wenn“: „Haben Sie Fragen, rufen Sie an.“"""
    if len(sentence.segments) < 2 or sentence.text.rstrip().endswith(("?", "!")):  # noqa: PLR2004
        return None
    first, second = sentence.segments[0], sentence.segments[1]
    word = first[0].lower
    if first[0].kind is not Kind.WORD or len(first) < 3 or not _behind_comma(sentence, second):  # noqa: PLR2004
        return None
    opens = word in _VERB_FIRST or (surely_finite(word) and word not in {"bitte"})
    answer = second[0].lower in {"dann", "so"} or (finite(second[0].lower) and not second[0].capital)
    noun_verb = first[1].lower in DETERMINERS | PERSONAL or first[1].capital
    if not (opens and answer and noun_verb):
        return None
    return 0


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
            yield Match(segment[opener].start, end.end)
        elif place and segment[place - 1].lower in _MUCH:
            continue
        elif index and _behind_comma(sentence, segment) and not _any_surely(segment) and _closes_group(segment, place):
            yield Match(segment[0].start, end.end)
        elif index == 0 and _asking(segment[:place]) and place > 1:
            yield Match(segment[place].start, end.end)


_GROUP_OPENERS = frozenset(("um", "ohne", "statt", "anstatt"))
_MUCH = frozenset("viel etwas nichts genug wenig alles".split())
_ASKERS = frozenset(
    """versuchen versucht versuche versuchte helfen hilft anbieten bittet bitten hoffen hofft planen plant beginnen beginnt
    anfangen lernen lernt empfehlen empfiehlt vergessen erlauben erlaubt verspricht versprechen fangen fängt vor""".split()
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
        return after is not None and not after.capital and infinitive(after.lower) and not (follows is not None and follows.capital and follows.lower not in PERSONAL)
    inner = word.lower.find("zu", 2)
    return inner > 0 and word.lower.endswith("n") and len(word.text) > 7 and infinitive(word.lower) and infinitive(word.lower[inner + 2 :]) and not word.lower.startswith(("hinzu", "dazu"))  # noqa: PLR2004


def statements(sentence: Sentence, _limits: Limits) -> Iterator[Match]:
    """Yield each conjunction that joins two clauses with a finite verb of their own."""
    tokens = [token for token in sentence.tokens if token.kind is Kind.WORD or token.kind is Kind.MARK]
    if sentence.lowers.isdisjoint(_JOINERS):
        return
    for i, token in enumerate(tokens):
        if token.lower not in _JOINERS or token.name or token.capital or i == 0:
            continue
        comma = tokens[i - 1].text == ","
        if token.lower in {"aber", "denn", "sondern", "doch"} and not comma:
            continue
        left = _back(tokens, i - (1 if comma else 0))
        right = _forth(tokens, i + 1)
        if _has_verb(left) and _opens_statement(left, right):
            yield Match(token.start, token.end)
            return


_JOINERS = frozenset("und oder aber sondern denn doch".split())


def _back(tokens: Sequence[Token], i: int) -> Sequence[Token]:
    start = next((j + 1 for j in range(i - 1, -1, -1) if tokens[j].text in {".", ":", "!", "?", ";"}), 0)
    return tokens[start:i]


def _forth(tokens: Sequence[Token], i: int) -> Sequence[Token]:
    end = next((j for j in range(i, len(tokens)) if tokens[j].kind is Kind.MARK and tokens[j].text in ",.:!?;"), len(tokens))
    return tokens[i:end]


def _has_verb(left: Sequence[Token]) -> bool:
    return any(
        (not token.capital or j == 0)
        and (surely_finite(token.lower) or token.lower in AUXILIARIES or past(token.lower) or (infinitive(token.lower) and _by_subject(left, j)))
        for j, token in enumerate(left)
    )


def _by_subject(tokens: Sequence[Token], j: int) -> bool:
    """Return whether a plural subject stands beside the verb: „Sie kochen“, „Montags kochen wir“."""
    near = {tokens[k].lower for k in (j - 1, j + 1) if 0 <= k < len(tokens)}
    return bool(near & {"sie", "wir"}) or (j > 0 and tokens[j - 1].capital and not any(token.lower in OPENERS for token in tokens[:j]))


_WITH_INFINITIVE = frozenset("zu lernen lernt geht gehen hilft bleibt".split())


def _opens_statement(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Return whether the part behind the conjunction has its own finite verb."""
    bracket = any(token.lower in OPENERS | _WITH_INFINITIVE for token in left)
    for j, token in enumerate(right):
        if token.capital or token.kind is not Kind.WORD:
            continue
        word = token.lower
        if word in {"zu", "um", "weil", "dass", "wenn", "ob"}:
            return False
        if surely_finite(word) or word in AUXILIARIES - {"haben", "sein", "werden", "können"} or (past(word) and not _attribute(right, j)):
            return True
        if word in {"haben", "werden", "können", "sollen", "müssen"} and (j == 0 or _by_subject(right, j)):
            return j == 0 and not bracket or _by_subject(right, j)
        if infinitive(word) and (_by_subject(right, j) if j else not bracket and len(right) > 1 or (_plain(left) and not bracket)):
            return True
    return False


def _plain(left: Sequence[Token]) -> bool:
    """Return whether the verb before is the finite one: „Wir kochen und essen“."""
    return bool(left) and any(infinitive(token.lower) and _by_subject(left, j) for j, token in enumerate(left))


def _attribute(tokens: Sequence[Token], j: int) -> bool:
    return j + 1 < len(tokens) and tokens[j + 1].capital and (j == 0 or tokens[j - 1].lower in DETERMINERS)


def enumeration(sentence: Sentence, limits: Limits) -> Iterator[Match]:
    """Yield a list in a sentence that has as many things as the limit says (4 if none is given) or more."""
    least = limits[0] if limits else 4
    tokens = sentence.tokens
    run: list[int] = []
    for i, token in enumerate(tokens):
        if token.text == "," and i + 1 < len(tokens):
            item = _item(tokens, i)
            if _thing(item):
                run.append(i)
                continue
            run = []
        elif token.kind is Kind.MARK and token.text in ".:;!?":
            run = []
        elif token.lower in {"und", "oder", "sowie"} and run and len(run) + 2 >= least and _thing(_item(tokens, run[-1])):
            start = tokens[run[0] - 1] if run[0] else tokens[0]
            last = tokens[min(i + 1, len(tokens) - 1)]
            yield Match(start.start, last.end, values={"number": len(run) + 2})
            return


def _item(tokens: Sequence[Token], comma: int) -> Sequence[Token]:
    end = next((j for j in range(comma + 1, len(tokens)) if tokens[j].text in {",", "und", "oder", "sowie", ".", "!", "?", ":"}), len(tokens))
    return tokens[comma + 1 : end]


def _thing(item: Sequence[Token]) -> bool:
    if not item or item[0].lower in SUBORDINATORS:
        return False
    return not any(not token.capital and (surely_finite(token.lower) or token.lower in AUXILIARIES) for token in item)
