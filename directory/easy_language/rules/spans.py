"""Which stretches of a sentence a rule may point at."""

from collections.abc import Iterator
from re import Match as Found
from re import Pattern

from directory.easy_language.text import Kind, Sentence

_CLOSED = (Kind.ADDRESS, Kind.PHONE)


def found(pattern: Pattern[str], sentence: Sentence, *, quoted: bool = False) -> Iterator[Found[str]]:
    """Yield where the pattern matches outside of names, addresses, phone numbers and, unless `quoted`, quotations."""
    for match in pattern.finditer(sentence.text):
        start, end = match.span()
        if not any(
            token.start < end
            and token.end > start
            and ((token.name and not (quoted and token.quoted)) or token.kind in _CLOSED)
            for token in sentence.tokens
        ):
            yield match
