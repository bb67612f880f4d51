"""Letters that the fonts of the booklets do not have."""

from collections.abc import Iterator
from datetime import date
from unicodedata import category

from directory.model import Directory
from directory.model.base import Record
from directory.model.sentences import texts
from directory.output.fonts import missing_glyphs
from directory.problems import Problem, quoted

LETTERS = "Im Heft steht dort ein Kästchen. Schreiben Sie es mit lateinischen Buchstaben oder mit einem Wort."
PICTURE = "Das ist ein Bildchen. Im Heft steht dort ein Kästchen. Löschen Sie es."
# What never gets on paper.
UNPRINTED = frozenset({"trotzdem", "fruehere_namen_der_datei", "url", "worte"})


def check(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield what readers of a booklet would not see; a box stands there."""
    for record in (directory.city, *directory.records()):
        yield from _unprintable(record)


def _unprintable(record: Record) -> Iterator[Problem]:
    for keys, text in texts(record, without=UNPRINTED):
        for gap in missing_glyphs(text):
            codes = " ".join(f"U+{ord(character):04X}" for character in gap.text)
            yield Problem.at(
                record.position(*keys, offset=gap.start),
                "zeichen-nicht-druckbar",
                f"{quoted(gap.text)} kann im Heft nicht stehen. Die Schrift hat diese Zeichen nicht: {codes}",
                PICTURE if all(category(sign) == "So" for sign in gap.text) else LETTERS,
            )
