"""German for the search: folding, words, stems. language.js does exactly the same."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from directory.search.rules import rules

# Parts of a word that authors set apart: hyphens, the dots of easy language, the slash.
CHUNK = re.compile(r"[^\W_]+(?:[-‐·‧•/]+[^\W_]+)*")
SEPARATOR = re.compile(r"[-‐·‧•/]+")
GENDER = re.compile(r"[*:_](?=in)")
APOSTROPHE = re.compile(r"['’`´]")
# ue after a vowel or q is no ü: neue, Frauen, Quelle.
TRANSLITERATED = re.compile(r"(?:a|o|(?<![aeq])u)e")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: written as one, and its parts where the author set them apart."""

    joined: str
    parts: tuple[str, ...]


@lru_cache(2**12)
def fold(text: str) -> str:
    """Return the text in small letters without diacritics and invisible characters; ß becomes ss."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower().replace("ß", "ss"))
    return "".join(letter for letter in letters if unicodedata.category(letter) not in {"Mn", "Mc", "Me", "Cf"})


def words(text: str) -> list[Word]:
    """Return the words of a text, folded; single letters are no words."""
    folded = GENDER.sub("", APOSTROPHE.sub("", fold(text)))
    found = [(SEPARATOR.sub("", chunk), SEPARATOR.split(chunk)) for chunk in CHUNK.findall(folded)]
    return [Word(joined, tuple(filter(_is_word, parts))) for joined, parts in found if _is_word(joined)]


def transliterated(word: str) -> str:
    """Return what the folded word is if ae, oe and ue stand for ä, ö and ü."""
    return TRANSLITERATED.sub(lambda match: match[0][0], word)


@cache
def stem(word: str) -> str:
    """Return the folded word without its endings; words with the same stem mean much the same."""
    shared = rules()
    if word in shared.unchanged:
        return word
    word = _strip(word, shared.inflections, shared.inflections_leave)
    return _strip(word, shared.derivations, shared.derivations_leave)


def stems(text: str) -> list[str]:
    """Return the stems of the parts of all words, in order, those without a meaning too."""
    return [stem(part) for word in words(text) for part in word.parts]


def _strip(word: str, endings: tuple[str, ...], leave: int) -> str:
    for ending in endings:
        kept, _, goes = ending.rpartition("|")
        if word.endswith(kept + goes) and len(word) - len(goes) >= leave:
            return word[: len(word) - len(goes)]
    return word


def _is_word(text: str) -> bool:
    return len(text) > 1 or text.isdecimal()
