"""Hard words: marked where they first stand on a page, explained at its foot and in the dictionary."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from directory.easy_language import Glossary
from directory.model.vocabulary import GlossaryTerm
from directory.output.html import keep_units_together

# A topic may have the same name and leads elsewhere: who only hears the link must know which one it is.
LINK = Markup('<a class="word" href="#wort-{}" aria-label="{}, Erklärung">{}</a>')


class HardWords:
    """The words of one page that the glossary explains; `found` grows while the page is written."""

    def __init__(self, glossary: Glossary, terms: Mapping[str, GlossaryTerm]) -> None:
        self._glossary, self._terms = glossary, terms
        self.found: dict[str, GlossaryTerm] = {}

    def marked(self, sentence: str) -> Markup:
        """Return the sentence as HTML; a word that is hard and new leads to its explanation on the page."""
        parts, end = [], 0
        for use in self._glossary.uses(sentence):
            if use.term not in self.found:
                self.found[use.term] = self._terms[use.term]
                word = LINK.format(use.term, sentence[use.start : use.end], sentence[use.start : use.end])
                parts += [escape(keep_units_together(sentence[end : use.start])), word]
                end = use.end
        return Markup("").join([*parts, escape(keep_units_together(sentence[end:]))])
