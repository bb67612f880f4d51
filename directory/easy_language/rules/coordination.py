"""Several statements or many things in one sentence."""

from collections.abc import Iterator, Sequence

from directory.easy_language.finding import Match
from directory.easy_language.grammar import DETERMINERS, SUBORDINATORS
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.verbs import AUXILIARIES, MODALS, OPENERS, infinitive, past, surely_finite
from directory.easy_language.wordlist import word_set


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
        if _has_verb(left) and not _two_verbs(left, right) and _opens_statement(left, right):
            yield Match(start=token.start, end=token.end)
            return


_JOINERS = word_set("und oder aber sondern denn doch")


def _two_verbs(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Return whether only two verbs are joined: „Hier finden oder gründen Sie eine Gruppe“."""
    verbs = [part[place] for part, place in ((left, -1), (right, 0)) if part]
    return (
        len(right) > 1
        and len(verbs) == 2  # noqa: PLR2004 - one on each side
        and all(not token.capital and token.kind is Kind.WORD and infinitive(token.lower) for token in verbs)
        and not any(token.lower in {"sie", "wir"} for token in left)
    )


def _back(tokens: Sequence[Token], i: int) -> Sequence[Token]:
    start = next((j + 1 for j in range(i - 1, -1, -1) if tokens[j].text in {".", ":", "!", "?", ";"}), 0)
    return tokens[start:i]


def _forth(tokens: Sequence[Token], i: int) -> Sequence[Token]:
    end = next(
        (j for j in range(i, len(tokens)) if tokens[j].kind is Kind.MARK and tokens[j].text in ",.:!?;"), len(tokens)
    )
    return tokens[i:end]


def _has_verb(left: Sequence[Token]) -> bool:
    return any(
        (not token.capital or j == 0)
        and (
            surely_finite(token.lower)
            or token.lower in AUXILIARIES
            or past(token.lower)
            or (infinitive(token.lower) and _by_subject(left, j))
        )
        for j, token in enumerate(left)
    )


def _by_subject(tokens: Sequence[Token], j: int) -> bool:
    """Return whether a plural subject stands beside the verb: „Sie kochen“, „Montags kochen wir“."""
    near = {tokens[k].lower for k in (j - 1, j + 1) if 0 <= k < len(tokens)}
    return bool(near & {"sie", "wir"}) or (
        j > 0 and tokens[j - 1].capital and not any(token.lower in OPENERS for token in tokens[:j])
    )


_WITH_INFINITIVE = word_set("zu lernen lernt geht gehen hilft bleibt")


def _opens_statement(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Return whether the part behind the conjunction has its own finite verb."""
    last = right[-1].lower if right else ""
    if last in MODALS and len(right) > 1 and infinitive(right[-2].lower) and infinitive(left[-1].lower):
        return False
    bracket = any(token.lower in OPENERS | _WITH_INFINITIVE for token in left)
    for j, token in enumerate(right):
        if token.capital or token.kind is not Kind.WORD:
            continue
        word = token.lower
        if word in {"zu", "um", "weil", "dass", "wenn", "ob"}:
            return False
        if (
            (surely_finite(word) and not (word.endswith(("te", "ten")) and _attribute(right, j)))
            or word in AUXILIARIES - {"haben", "sein", "werden", "können"}
            or (past(word) and not _attribute(right, j))
        ):
            return True
        if word in {"haben", "werden", "können", "sollen", "müssen"} and (j == 0 or _by_subject(right, j)):
            return (j == 0 and not bracket) or _by_subject(right, j)
        pronouns = {right[k].lower for k in (j - 1, j + 1) if 0 <= k < len(right)} & {"sie", "wir"}
        if infinitive(word) and (
            (_by_subject(right, j) and (not bracket or bool(pronouns)))
            if j
            else (not bracket and len(right) > 1) or (_plain(left) and not bracket)
        ):
            return True
    return False


def _plain(left: Sequence[Token]) -> bool:
    """Return whether the verb before is the finite one: „Wir kochen und essen“."""
    beside = [{left[k].lower for k in (j - 1, j + 1) if 0 <= k < len(left)} for j in range(len(left))]
    return any(infinitive(token.lower) and near & {"sie", "wir"} for token, near in zip(left, beside, strict=True))


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
        elif (
            token.lower in {"und", "oder", "sowie"} and run and len(run) + 2 >= least and _thing(_item(tokens, run[-1]))
        ):
            start = tokens[run[0] - 1] if run[0] else tokens[0]
            last = tokens[min(i + 1, len(tokens) - 1)]
            yield Match(start=start.start, end=last.end, values={"number": len(run) + 2})
            return


def _item(tokens: Sequence[Token], comma: int) -> Sequence[Token]:
    end = next(
        (
            j
            for j in range(comma + 1, len(tokens))
            if tokens[j].text in {",", "und", "oder", "sowie", ".", "!", "?", ":"}
        ),
        len(tokens),
    )
    return tokens[comma + 1 : end]


def _thing(item: Sequence[Token]) -> bool:
    if not item or item[0].lower in SUBORDINATORS:
        return False
    return not any(not token.capital and (surely_finite(token.lower) or token.lower in AUXILIARIES) for token in item)
