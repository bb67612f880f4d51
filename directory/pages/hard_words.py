"""Hard words: explained in place, under the sentence in which they first stand on a page."""

from collections.abc import Mapping

from markupsafe import Markup

from directory.easy_language import Glossary
from directory.model.vocabulary import GlossaryTerm
from directory.output.typography import keep_units_together
from directory.pages.render import render


class HardWords:
    """The words of one page that the glossary explains: each once, as it stands there."""

    def __init__(self, glossary: Glossary, terms: Mapping[str, GlossaryTerm]) -> None:
        self._glossary, self._terms = glossary, terms
        self._explained: set[str] = set()

    def explained(self, sentence: str) -> Markup:
        """Return the explanations of the words in a sentence that no sentence before it had, to open under it."""
        parts = []
        for use in self._glossary.uses(sentence):
            if use.term not in self._explained:
                self._explained.add(use.term)
                word = keep_units_together(sentence[use.start : use.end])
                parts.append(render("word.html", word=word, term=self._terms[use.term]).strip())
        return Markup("\n".join(parts))  # noqa: S704 - escaped by the template
