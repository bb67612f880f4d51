"""What people come with, learnt from how they say it: several words that mean a topic only together.

Each file has intents by their ids: what the intent is called, the controlled words and the German words of an offer
that answers it, and training phrases by language. See README.md. Entry point: `intents_file`.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from directory.model import Directory
from directory.search.analysis import stem, words
from directory.search.compounds import Compounds
from directory.search.index import digits, front_coded
from directory.search.rules import read, rules
from directory.search.synonyms import concepts

HERE = Path(__file__).parent
# So many letters of a word of another language count: what follows is an ending.
BEGINNING = 4
# Ukrainian and Russian share a script, and many words.
SCRIPTS = {"ar": "ar", "en": "en", "ru": "ru", "tr": "tr", "uk": "ru"}
# What Arabic writes in front of a word without a space: and, with, for, the; names.js has the same.
PREFIXES = re.compile("^(وال|بال|كال|فال|لل|ال|و|ب|ل)(?=...)")
# A word that stands in one training phrase says half of what its frequency says, one in two two thirds.
DOUBT = 1.0
# The highest weight of a word, and in how many steps it is sent: one character of 0 to v.
HIGHEST, STEPS = 6.0, 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What people come with: the ids of controlled words, German words of fitting offers, and phrases by language."""

    name: str
    concepts: tuple[str, ...]
    words: tuple[str, ...]
    phrases: Mapping[str, tuple[str, ...]]


@cache
def intents() -> Mapping[str, Intent]:
    """Return all intents by id, in alphabetical order of their files."""
    found: dict[str, Intent] = {}
    for file in sorted(HERE.glob("*.yaml")):
        for key, data in read(f"{HERE.name}/{file.name}").items():
            phrases = {language: tuple(map(str, data.get(language, ()))) for language in ("de", *SCRIPTS)}
            found[key] = Intent(
                name=data["name"],
                concepts=tuple(data["concepts"]),
                words=tuple(map(str, data["words"])),
                phrases=phrases,
            )
    return found


def foreign_term(language: str, word: str) -> str:
    """Return what stands for a folded word of another language: the name of its script, and how it begins."""
    own = PREFIXES.sub("", word) if language == "ar" else word
    return f"{SCRIPTS[language]}:{own[:BEGINNING]}"


def intents_file(directory: Directory) -> str:
    """Return the intents with the numbers of their controlled words, and what each word says about them.

    `terms`: words, front coded; `weights`: for each word the numbers of intents, as gaps, each with its weight.
    """
    numbers = {concept: at for at, (concept, *_) in enumerate(concepts(directory))}
    terms, weights = _learnt()
    content = {
        "intents": [
            [one.name, [numbers[concept] for concept in one.concepts if concept in numbers], "|".join(one.words)]
            for one in intents().values()
        ],
        "terms": terms,
        "weights": weights,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


@cache
def _learnt() -> tuple[str, str]:
    """Return the words and their weights, packed: no city changes them, and they take a second to learn."""
    weights = _weights([*intents().values()])
    return front_coded([*weights]), " ".join(map(_packed, weights.values()))


def _weights(found: Sequence[Intent]) -> Mapping[str, Mapping[int, float]]:
    """Return for each word, in alphabetical order, how much more often it stands with an intent than elsewhere.

    It is the logarithm of how much likelier the word is in a phrase of the intent than in any phrase, less where few
    phrases have it.
    """
    german = (text for one in found for text in (*one.words, *one.phrases["de"]))
    compounds = Compounds(word for text in german for word in words(text))
    phrases = [[*_phrases(one, compounds)] for one in found]
    counts = [Counter(term for phrase in of for term in phrase) for of in phrases]
    everywhere = Counter(term for own in counts for term in own.elements())
    total = sum(map(len, phrases))
    usual = {term: count / total for term, count in everywhere.items()}
    weights: dict[str, dict[int, float]] = {}
    for number, (own, of) in enumerate(zip(counts, phrases, strict=True)):
        for term, count in own.items():
            likelier = count / len(of) / usual[term]
            weights.setdefault(term, {})[number] = math.log1p(likelier) * count / (count + DOUBT)
    return dict(sorted(weights.items()))


def _phrases(intent: Intent, compounds: Compounds) -> Iterator[set[str]]:
    for language, phrases in ({**intent.phrases, "de": (*intent.words, *intent.phrases["de"])}).items():
        for phrase in phrases:
            terms = _german(phrase, compounds) if language == "de" else _foreign(phrase, language)
            yield {*terms}


def _german(phrase: str, compounds: Compounds) -> Iterator[str]:
    """Yield the stems of words and of what is inside them, without words that say nothing; negations say something."""
    for word in words(phrase):
        for text in (word.joined, *word.parts):
            if text not in rules().stop_words - rules().negations:
                yield stem(text)
                yield from compounds.parts(text)


def _foreign(phrase: str, language: str) -> Iterator[str]:
    for word in words(phrase):
        yield foreign_term(language, word.joined)


def _packed(weights: Mapping[int, float]) -> str:
    before, packed = 0, ""
    for number, weight in sorted(weights.items()):
        packed += digits(number - before) + digits(min(STEPS, round(weight / HIGHEST * STEPS)))
        before = number
    return packed
