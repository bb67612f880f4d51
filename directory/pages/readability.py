"""The last touch to the text of a page: negations in bold, the mark inside long words, and where these may break."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from directory.easy_language import profile
from directory.model import Directory
from directory.output.typography import NEGATION, with_seams

# Plain paragraphs are sentences; what has a class is something else.
_SENTENCE = re.compile(r"(?<=<p>).*?(?=</p>)", re.DOTALL)
# Begins after a tag, or where the body begins: within a tag it is over at the first letter, however long a drawing is.
_TEXT = re.compile(r"(?<![^>])[^<>]+")
_COMPOUND = re.compile(r"(?<![\w-])[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)+(?![\w-])")
# What is large or stands in a narrow box: headings and tiles.
_LARGE = re.compile(r"<(h[1-4])\b[^>]*>.*?</\1>|<ul class=\"tiles.*?</ul>", re.DOTALL)
SEAM = '<span class="seam"></span>'
_SLASH = re.compile(r"(?<=[^\W\d]/)(?=[^\W\d])")


@dataclass(frozen=True, slots=True)
class Readability:
    """What a city wants; `names` are words with hyphens that stay as they are."""

    bold_negation: bool
    mediopunkt: bool
    names: frozenset[str]

    @classmethod
    def of(cls, directory: Directory) -> "Readability":
        """Return what the settings and the names of a directory say."""
        wanted = profile(directory.city.language_profile)
        mediopunkt = directory.city.compound_mark == "mediopunkt"
        return cls(wanted.bold_negation, mediopunkt, _with_hyphen(directory.names) if mediopunkt else frozenset())

    def apply(self, body: str) -> str:
        """Return the HTML body with its sentences as the city wants them."""
        if self.bold_negation:
            body = _SENTENCE.sub(self._bold, body)
        if self.mediopunkt:
            body = _TEXT.sub(self._dotted, body)
        return _LARGE.sub(lambda large: _TEXT.sub(lambda text: divided(text.group()), large.group()), body)

    def _bold(self, sentence: re.Match[str]) -> str:
        return _TEXT.sub(lambda text: NEGATION.sub(r"<b>\g<0></b>", text.group()), sentence.group())

    def _dotted(self, text: re.Match[str]) -> str:
        return _COMPOUND.sub(self._dot, text.group())

    def _dot(self, word: re.Match[str]) -> str:
        if word.group() in self.names:
            return word.group()
        first, *others = word.group().split("-")
        # The dot is drawn by the style sheet: what is copied, searched and read aloud is the plain word.
        return '<span class="dot"></span>'.join([first, *(part.lower() for part in others)])


def divided(text: str) -> str:
    """Return the text as HTML in which long compounds may break at their seams, and words after a slash.

    The hyphen is drawn by the style sheet, as the dot is: soft hyphens in the text would be copied, and screen readers
    read what is around them as words of their own (https://github.com/nvaccess/nvda/issues/9343).
    """
    return _SLASH.sub("<wbr>", with_seams(text, SEAM))


def _with_hyphen(called: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in called for word in _COMPOUND.findall(name))
