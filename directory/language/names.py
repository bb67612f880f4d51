"""Names and quotations: words that nobody may change, so no rule looks at them."""

import re
from collections.abc import Iterable

from directory.language.text import Sentence, Token, tokenize

_QUOTED = re.compile(r"„[^“”\"]*[“”\"]|»[^«]*«|\"[^\"]*\"")


class Names:
    """A set of names, each of one or more words, as they are written."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for name in {*names}:
            words = tuple(token.text for token in tokenize(name))
            if words:
                self._by_first.setdefault(words[0], []).append(words)
        for known in self._by_first.values():
            known.sort(key=len, reverse=True)

    def sentence(self, text: str, index: int = 0) -> Sentence:
        """Return the sentence with every token marked that belongs to a name or stands in quotation marks."""
        tokens = tokenize(text)
        inside = {i for i, token in enumerate(tokens) if any(a < token.start < b for a, b in _quotations(text))}
        for i, token in enumerate(tokens):
            for words in self._by_first.get(token.text, ()):
                if tuple(other.text for other in tokens[i : i + len(words)]) == words:
                    inside.update(range(i, i + len(words)))
                    break
        marked: list[Token] = [token._replace(name=True) if i in inside else token for i, token in enumerate(tokens)]
        return Sentence(text, tuple(marked), index)


def _quotations(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _QUOTED.finditer(text)] if _QUOTED.search(text) else []
