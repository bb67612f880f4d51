"""Hard words: marked where they first stand on a page, explained at its foot and in the dictionary."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from directory.easy_language import Glossary
from directory.model.vocabulary import GlossaryTerm
from directory.output.typography import keep_units_together
from directory.pages.render import render


class GlossaryLinks:
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
                text = sentence[use.start : use.end]
                word = Markup(render("word.html", term=use.term, text=text).strip())  # noqa: S704 - escaped by the template
                parts += [escape(keep_units_together(sentence[end : use.start])), word]
                end = use.end
        return Markup("").join([*parts, escape(keep_units_together(sentence[end:]))])
