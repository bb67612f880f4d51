"""Hard words that are explained somewhere, found in sentences in every form and spelling."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directory.easy_language.text import tokenize

# Endings of German nouns and adjectives; forms with another stem (Verband, Verbände) are listed by the glossary.
_ENDINGS = ("", "e", "en", "er", "ern", "es", "em", "n", "nen", "s", "in", "innen")
_SHORTEST = 4  # letters from which a word is read with endings


@dataclass(frozen=True, slots=True)
class Use:
    """A glossary word in a sentence: from `start` to before `end`, in characters."""

    start: int
    end: int
    term: str


class Glossary:
    """The words of a glossary, each with its forms; spellings with and without hyphen are the same."""

    def __init__(self, terms: Mapping[str, Iterable[str]]) -> None:
        self._forms: dict[str, dict[tuple[str, ...], str]] = {}
        for term, forms in terms.items():
            for form in forms:
                *first, last = (_plain(token.text) for token in tokenize(form))
                for ending in _inflected(last):
                    words = (*first, ending)
                    self._forms.setdefault(words[0], {}).setdefault(words, term)

    def uses(self, sentence: str) -> Iterator[Use]:
        """Yield the words of a sentence that are explained, in order; of two that overlap the longer one."""
        tokens = tokenize(sentence)
        plain = [_plain(token.text) for token in tokens]
        at = 0
        while at < len(tokens):
            fitting = [words for words in self._forms.get(plain[at], ()) if tuple(plain[at : at + len(words)]) == words]
            longest = max(fitting, key=len, default=())
            if longest:
                yield Use(tokens[at].start, tokens[at + len(longest) - 1].end, self._forms[plain[at]][longest])
            at += len(longest) or 1

    def explains(self, words: str) -> bool:
        """Return whether some of these words are in the glossary."""
        return next(self.uses(words), None) is not None


def _plain(word: str) -> str:
    return word.lower().translate({ord(mark): None for mark in "-‐·•\u00ad"})


def _inflected(word: str) -> Iterator[str]:
    if len(word) < _SHORTEST:
        yield word
        return
    base = word.removesuffix("e")
    yield from dict.fromkeys([word, *(word + ending for ending in _ENDINGS), *(base + ending for ending in _ENDINGS)])
