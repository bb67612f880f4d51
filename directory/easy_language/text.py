"""A sentence as words and marks with their places, so that no rule has to take text apart a second time."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from directory.easy_language.wordlist import word_set


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    ADDRESS = "address"  # of a web page or a mailbox
    PHONE = "phone"
    MARK = "mark"


# The order matters: what is longer and more certain comes first. A hyphenated word is one word, with or without
# Mediopunkt or soft hyphens, also if it begins with a number („2-Zimmer-Wohnung“); „Kinder-“ and „-gruppe“ in
# „Kinder- und Jugend-Gruppe“ keep their hyphen; „10-12“ are two numbers. A word with a gender sign is one word.
# „plain“ are words too: nearly all are only letters, and need none of the other patterns.
_TOKEN = re.compile(
    r"""
    (?P<plain>[^\W\d_]+(?=[ ,;?!]|\.?$))
    | (?P<address>(?:https?://|www\.)\S*[\w/] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
        | \b[\w-]+(?:\.[\w-]+)*\.(?:de|org|com|net|eu|info|at|ch)\b(?:/\S*[\w/])?)
    | (?P<phone>(?<![\w.,])(?:(?:\+|00)\d{2}(?:[ ]?\(0\))?[ ]?\d{1,5}|\(0\d{2,5}\)|0\d{2,5})
        (?:(?:[ ]?[/–-][ ]?|[ ])\d+)*(?:[ ]?[/–-][ ]?|[ ])\d{2,}(?![.,:]?\d|\w))
    | (?P<number>\d+(?:[.,:]\d+)*(?![\w]|[-‐][^\W\d]|[.,]\d+[-‐][^\W\d]))
    | (?P<word>(?:[-‐](?=[^\W\d]))?(?:\d+[.,](?=\d+[-‐][^\W\d]))?
        \w+(?:[-‐·•\u00ad'’]\w+|[*:](?:innen|in|nen|n|r|e|m|s)\b|/-?(?:innen|in)\b)*[-‐]?)
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One word, number, address or mark; `start` counts characters from 0.

    `lower` is the text in small letters, `capital` says that it begins with a capital one: rules ask for both often.
    `name` says that it belongs to a name or stands in quotation marks; `quoted`, that it is only there for the marks.
    """

    text: str
    start: int
    kind: Kind
    lower: str
    capital: bool
    name: bool = False
    quoted: bool = False

    @property
    def end(self) -> int:
        """Where the token ends: the place after its last character."""
        return self.start + len(self.text)


class Sentence:
    """One item of a text: nearly always one sentence, with what every rule asks of it.

    `index` is its place in the text. `words` are all tokens but marks; `lowers` is every token in small letters, to see
    quickly that a rule has nothing to look for; `digits` says whether there is any digit; `segments` are the tokens
    between commas and other marks that part clauses, without these marks.
    """

    __slots__ = ("digits", "index", "lowers", "segments", "text", "tokens", "words")

    def __init__(self, text: str, tokens: tuple[Token, ...], index: int = 0) -> None:
        self.text, self.tokens, self.index = text, tokens, index
        self.words = tuple(token for token in tokens if token.kind is not Kind.MARK)
        self.lowers = frozenset(token.lower for token in tokens)
        self.digits = _DIGIT.search(text) is not None
        self.segments = _segments(tokens)

    def first(self, token: Token) -> bool:
        """Return whether the token is the first word, or the first after a mark that ends a sentence."""
        before = self.text[: token.start].rstrip(" „“\"»«'")
        return not before or (before[-1] in ".!?:" and not _NO_END.search(before))


def _segments(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], ...]:
    parts: list[tuple[Token, ...]] = []
    part: list[Token] = []
    for i, token in enumerate(tokens):
        if token.text not in _PARTING:
            part.append(token)
        elif part and not inner_dot(tokens, i):
            parts.append(tuple(part))
            part = []
    if part:
        parts.append(tuple(part))
    return tuple(parts)


_PARTING = frozenset(",;:.!?–—()")
_DIGIT = re.compile(r"\d")
# A dot behind these ends no sentence: „3. Mai“, „z. B.“, „Dr. Abbe“.
_SHORT = word_set("dr prof nr str tel bzw ca evtl ggf inkl exkl mind max min st abs art usw vgl sog zzgl bspw")
_NO_END = re.compile(r"(?:\b\d{1,2}|\b\w|\b(?:" + "|".join(sorted(_SHORT)) + r"))\.$", re.IGNORECASE)


def inner_dot(tokens: Sequence[Token], i: int) -> bool:
    """Return whether the mark is a dot inside a sentence: of an ordinal number or an abbreviation."""
    if tokens[i].text != "." or i == 0 or i + 1 >= len(tokens):
        return False
    before = tokens[i - 1]
    short = len(before.text) == 1 or before.lower in _SHORT
    return short or (before.kind is Kind.NUMBER and len(before.text) <= 2)  # noqa: PLR2004 - counts words or letters


_KINDS: Mapping[str | None, Kind] = {"plain": Kind.WORD, **{kind.value: kind for kind in Kind}}


def tokenize(text: str) -> list[Token]:
    """Return the tokens of a text in order."""
    return [
        Token(word := match.group(), match.start(), _KINDS[match.lastgroup], word.lower(), word[0].isupper())
        for match in _TOKEN.finditer(text)
    ]


@dataclass(frozen=True)
class Text:
    """All sentences that stand together: one entry, one page."""

    sentences: Sequence[Sentence]
