"""Names and quotations: words that nobody may change, so no rule looks at them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from directory.easy_language.text import Sentence, Token, tokenize

_QUOTED = re.compile(r"„[^“”\"]*[“”\"]|»[^«]*«|\"[^\"]*\"")

RECENT = 1000  # sentences that are kept as tokens


# A directory is made anew again and again in a live preview, with the same names.
@lru_cache(2**15)
def _words(name: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokenize(name))


class Names:
    """A set of names, each of one or more words, as they are written."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        # Thousands of names may begin with the same word: of each first word the lengths, the longest name first.
        self._names = {_words(name) for name in {*names}} - {()}
        lengths: dict[str, set[int]] = {}
        for words in self._names:
            lengths.setdefault(words[0], set()).add(len(words))
        self._recent: dict[str, tuple[Token, ...]] = {}
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def sentence(self, text: str, index: int = 0) -> Sentence:
        """Return the sentence with every token marked that belongs to a name or stands in quotation marks."""
        # Each sentence is asked for twice: alone, and among all of its text.
        tokens = self._recent.get(text)
        if tokens is None:
            if len(self._recent) >= RECENT:
                self._recent.clear()
            tokens = self._recent[text] = self._marked(text)
        return Sentence(text, tokens, index)

    def _marked(self, text: str) -> tuple[Token, ...]:
        tokens = tokenize(text)
        named = self._named(tokens)
        quotations = _quotations(text)
        if not named and not quotations:
            return tuple(tokens)
        marked: list[Token] = []
        for i, token in enumerate(tokens):
            quoted = any(start < token.start < end for start, end in quotations)
            known = i in named
            marked.append(token._replace(name=True, quoted=not known) if known or quoted else token)
        return tuple(marked)

    def _named(self, tokens: Sequence[Token]) -> set[int]:
        """Return the places of all tokens that belong to a name."""
        inside: set[int] = set()
        if not self._names:
            return inside
        for i, token in enumerate(tokens):
            for length in self._lengths.get(token.text, ()):
                if tuple(other.text for other in tokens[i : i + length]) in self._names:
                    inside.update(range(i, i + length))
                    break
        return inside


def _quotations(text: str) -> list[tuple[int, int]]:
    if not any(mark in text for mark in '„»"'):
        return []
    return [match.span() for match in _QUOTED.finditer(text)]
