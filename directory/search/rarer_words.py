"""Words that no entry has: the browser loads them all together, once somebody types a word that it does not know.

All together: a file for each letter or topic would tell a server what somebody types. What other languages call German
words is loaded with the language in which somebody asks: a server learns no more than that.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from directory.model import Directory
from directory.search.analysis import fold
from directory.search.intents import PREFIXES, said_by
from directory.search.rules import read, table
from directory.search.synonyms import concepts, known_stems, knows

LANGUAGES = ("ar", "en", "ru", "tr", "uk")
# What is loaded together: languages with the same letters, which only their words tell apart.
LETTERS: Mapping[str, tuple[str, ...]] = {"arabisch": ("ar",), "kyrillisch": ("ru", "uk"), "lateinisch": ("en", "tr")}
# So many letters may follow what all forms of a name begin with.
ENDINGS = {"ar": 4, "en": 3, "ru": 4, "tr": 6, "uk": 4}


def rarer_words(directory: Directory, written: AbstractSet[str], outside: Sequence[str]) -> str:
    """Return what people call each controlled word, by its number.

    `spoken`: with words that stand in no entry; `guesses`: from lexical data; `names`: in other languages, where "*"
    stands for any ending; `stop`: words of these languages that say nothing; `outside`: what is handed in.
    """
    known = known_stems(directory, written)
    terms = [*concepts(directory)]
    number = {concept: at for at, (concept, *_) in enumerate(terms)}
    content = {
        "spoken": ["|".join(text for text in spoken if not knows(text, known)) for _, _, spoken in terms],
        "guesses": _by_number(_grouped("synonyms.tsv"), number),
        "names": {language: _by_number(_names(language), number) for language in LANGUAGES},
        "outside": outside,
        "stop": {language: " ".join(_little(language)) for language in LANGUAGES},
        "endings": ENDINGS,
        "prefixes": PREFIXES.pattern,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def foreign_words(letters: str) -> str:
    """Return what words of the languages with these letters are in German, and what they say about the intents."""
    languages = LETTERS[letters]
    content = {"translations": {language: _translations(language) for language in languages}, **said_by(languages)}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _by_number(texts: Mapping[str, Sequence[str]], number: Mapping[str, int]) -> dict[int, str]:
    return {number[concept]: "|".join(found) for concept, found in texts.items() if concept in number}


def _names(language: str) -> dict[str, list[str]]:
    """Return the names in one language, folded, with their beginnings where forms differ."""
    return {
        concept: [" ".join(_open(language, part) for part in fold(text).split()) for text in texts]
        for concept, texts in read(f"names/{language}.yaml").items()
    }


def _translations(language: str) -> dict[str, str]:
    """Return what each German word is in one language, as the names are."""
    found: dict[str, list[str]] = defaultdict(list)
    for of, text, word in table("translations.tsv"):
        if of == language:
            found[word].append(" ".join(_open(language, part) for part in text.split()))
    return {word: "|".join(texts) for word, texts in found.items()}


def _little(language: str) -> list[str]:
    return [*_grouped("stop_words.tsv")[language], *map(fold, read(f"names/{language}.yaml")["little"])]


def _open(language: str, part: str) -> str:
    """Return a word, or what all its forms begin with and an asterisk."""
    begin = _stems().get((language, part))
    return f"{begin}*" if begin else part


@cache
def _stems() -> Mapping[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in table("stems.tsv")}


@cache
def _grouped(name: str) -> Mapping[str, list[str]]:
    found = defaultdict(list)
    for first, second in table(name):
        found[first].append(fold(second))
    return found
