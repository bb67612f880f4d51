"""Names that look like others, hide signs, or still have the marks of a copy from another program."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from html import unescape

from directory.model import Directory, Entry
from directory.model.provider import Provider
from directory.model.text import INVISIBLE
from directory.problems import Problem, quoted
from directory.source.parsing.decode import TWICE_ENCODED, decoded_again

# A heading of more characters fills the screen of a phone; the longest shipped name has 80.
LONGEST_NAME = 100
# Unicode, "Tags" and variation selectors: they are allowed in emoji and cannot be seen elsewhere.
TAGS = re.compile("[\U000e0000-\U000e01ef]")
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
COPY_DAMAGE = re.compile(rf"&(?:amp|nbsp|lt|gt|quot|#\d+);|</?\w{{1,6}}\s*/?>|\ufffd|{TWICE_ENCODED.pattern}")


def check(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield what readers would see wrong, or not see, in a name."""
    records: tuple[Entry | Provider, ...] = (*directory.entries, *directory.providers.values())
    for record in records:
        names = ((("name",), record.name), *((("weitere_namen", i), name) for i, name in enumerate(record.other_names)))
        for keys, name in names:
            for message, hint in _doubts(name):
                yield Problem.at(record.position(*keys), "name-auffaellig", message, hint)


def _doubts(name: str) -> Iterator[tuple[str, str]]:
    if len(name) > LONGEST_NAME:
        yield f"Der Name hat {len(name)} Zeichen.", f"Gut sind höchstens {LONGEST_NAME} Zeichen. Kürzen Sie den Namen."
    if TAGS.search(name) or INVISIBLE.search(name):
        yield "In dem Namen stehen Zeichen, die niemand sieht.", f"Schreiben Sie den Namen neu: {TAGS.sub('', name)}"
    for word in re.findall(r"\w+", name):
        scripts = {script for sign in word if sign.isalpha() if (script := _script(sign)) in SCRIPTS}
        if len(scripts) > 1:
            yield (
                f"In {quoted(word)} stehen Buchstaben aus verschiedenen Schriften. Sie sehen nur gleich aus.",
                "Tippen Sie das Wort neu.",
            )
    if damage := COPY_DAMAGE.search(name):
        mended = " ".join(re.sub(r"</?\w+\s*/?>", " ", decoded_again(unescape(name))).split())
        hint = f"Schreiben Sie: {mended}" if not COPY_DAMAGE.search(mended) else "Tippen Sie den Namen neu."
        yield f"{quoted(damage.group())} kommt aus einem anderen Programm.", hint
    if re.search(r"[,;:=]$", name):
        yield f"Der Name endet mit {quoted(name[-1])}.", f"Schreiben Sie: {name.rstrip(',;:= ')}"


def _script(sign: str) -> str:
    """Return the first word of the name of a letter, which is its script: "LATIN SMALL LETTER A"."""
    return unicodedata.name(sign, "").partition(" ")[0]
