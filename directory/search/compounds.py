"""Compounds: which words stand inside a word."""

from collections.abc import Callable, Iterable, Iterator

from directory.search.analysis import Word, stem
from directory.search.rules import rules

Known = Callable[[str], bool]


def split(word: str, known: Known) -> tuple[str, ...]:
    """Return the stems of the parts of a folded word, all of them known as stems; empty for a word without parts.

    The longest last part wins, for it says what the thing is. language.js does exactly the same.
    """
    shared = rules()
    for cut in range(shared.first_part, len(word) - shared.part + 1):
        head = stem(word[cut:])
        if known(head):
            if first := _first(word[:cut], known):
                return (first, head)
            if rest := split(word[:cut], known):
                return (*rest, head)
    return ()


def _first(text: str, known: Known) -> str:
    for link in rules().linking:
        kept = len(text) - len(link)
        if text.endswith(link) and kept >= rules().first_part and known(found := stem(text[:kept])):
            return found
    return ""


class Compounds:
    """What a corpus teaches about compounds: a part must occur as a word, or be a frequent last part."""

    def __init__(self, corpus: Iterable[Word]) -> None:
        """Learn from the words of all texts, and from where authors set hyphens."""
        shared = rules()
        self.heads = shared.heads
        shortest = shared.part
        written = {part for word in corpus for part in word.parts}
        real = {part for part in written if len(part) >= shortest and not part.isdecimal()} - shared.stop_words
        self.known = frozenset({*map(stem, real), *map(stem, shared.heads)})
        self._found: dict[str, frozenset[str]] = {}

    def parts(self, word: str) -> frozenset[str]:
        """Return the stems of all words inside a folded word, parts of parts too, without its own stem."""
        if word not in self._found:
            self._found[word] = frozenset(self._parts(word)) - {stem(word)}
        return self._found[word]

    def _parts(self, word: str) -> Iterator[str]:
        found = split(word, self.known.__contains__)
        if found:
            for part in found:
                yield part
                yield from split(part, self.known.__contains__)
            return
        for head in self.heads:
            for form in (head, head + "n", head + "en", head + "s"):
                rest = word.removesuffix(form)
                if rest != word and len(rest) >= rules().part:
                    yield from (stem(_without_link(rest)), stem(head))
                    return


def _without_link(text: str) -> str:
    return text[:-1] if text.endswith("s") and len(text) > rules().part else text
