"""Where one item holds several sentences: a dot is no end after numbers, initials and abbreviations."""

from functools import cache

from directory.easy_language.lemmas import known
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.wordlist import lines, words

ENDS = frozenset(".!?")
_OPENING = frozenset("„»\"“'‚([")


@cache
def _dotted() -> dict[str, bool]:
    """Map the last part of each dotted abbreviation to whether it often ends a sentence."""
    found: dict[str, bool] = {}
    for line in lines("abbreviations"):
        left = line.replace(" ~ ", " = ").partition(" = ")[0]
        for spelling in left.split(" | "):
            if spelling.endswith("."):
                last = spelling.rstrip(".").rsplit(".", 1)[-1].strip(" -")
                found[last] = found.get(last, False) or line.endswith("+")
    for line in lines("units"):
        found[line.partition(" = ")[0]] = True
    return found


def parts(sentence: Sentence) -> list[tuple[Token, ...]]:
    """Return the sentences of one item, each as its tokens; nearly always one."""
    tokens = sentence.tokens
    found: list[tuple[Token, ...]] = []
    begin = 0
    for i, token in enumerate(tokens[:-1]):
        if token.text in ENDS and not token.name and _ends(tokens, i, begin):
            found.append(tokens[begin : i + 1])
            begin = i + 1
    found.append(tokens[begin:])
    return found


def _ends(tokens: tuple[Token, ...], i: int, begin: int) -> bool:
    following = tokens[i + 1]
    after = next((token for token in tokens[i + 1 :] if token.kind is not Kind.MARK), None)
    if after is None or following.text in ENDS or following.text in ")]}“”«,;:/–-·":
        return False
    if following.kind is Kind.MARK and following.text not in _OPENING:
        return after.capital and _starts(after)
    if i == begin or not any(token.kind is not Kind.MARK for token in tokens[begin:i]):
        return False
    if tokens[i].text != ".":
        return after.capital or after.kind is not Kind.WORD
    if tokens[i - 1].text in ENDS:
        return after.capital and _starts(after)
    return _dot_ends(tokens[i - 1], tokens[i], after, first=i - 1 == begin)


def _dot_ends(before: Token, dot: Token, after: Token, *, first: bool) -> bool:  # noqa: PLR0911 - one line a case
    glued = after.start == dot.end
    if before.end != dot.start:
        return after.capital
    if before.kind is Kind.NUMBER:
        return not first and not glued and _number_ends(before.text, after)
    if before.kind is not Kind.WORD:
        return after.capital
    word = before.text
    if len(word) == 1:
        return word.isupper() and not glued and _starts(after)
    last = word.lstrip("-‐").rsplit("-", 1)[-1]
    may_end = _dotted().get(last)
    if may_end is None and word.lower().endswith("str"):
        may_end = True
    if may_end is not None:
        return may_end and not glued and _starts(after)
    if glued:
        return _starts(after) or (after.capital and all(known(one.text) for one in (before, after)))
    if after.kind is not Kind.WORD:
        return True
    if after.capital:
        return before.capital or _starts(after) or known(word)
    return known(word) and len(word) > 2  # noqa: PLR2004 - short ones are mostly abbreviations


def _number_ends(number: str, after: Token) -> bool:
    """Return whether a dot after this number ends a sentence: „am 5. Mai“ does not, „um 18 Uhr 30. Dann“ does."""
    if number.isdigit() and len(number) <= 3:  # noqa: PLR2004 - ordinals have 1 to 3 digits
        return _starts(after)
    if "." in number and all(part.isdigit() and len(part) < 3 for part in number.split(".")):  # noqa: PLR2004
        return _starts(after)
    return after.capital


def _starts(token: Token) -> bool:
    return token.capital and token.lower in words("starters")
