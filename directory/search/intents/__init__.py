"""What people come with, learnt from how they say it: several words that mean a topic only together.

Each file has intents by their ids: what the intent is called, the controlled words and the German words of an offer
that answers it, and training phrases by language. `weights.txt` has what was learnt of the phrases. See README.md.
Entry points: `intents_file`, and `answers_of` and `answers_file` in answers.py.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from directory.search.analysis import stem, words
from directory.search.compounds import Compounds
from directory.search.index import digits, front_coded, number_of
from directory.search.rules import read, rules

HERE = Path(__file__).parent
WEIGHTS = HERE / "weights.txt"
# So many letters of a word of another language count: what follows is an ending.
BEGINNING = 4
# Ukrainian and Russian share a script, and many words.
SCRIPTS = {"ar": "ar", "en": "en", "ru": "ru", "tr": "tr", "uk": "ru"}
# What Arabic writes in front of a word without a space: and, with, for, the; names.js has the same.
PREFIXES = re.compile("^(وال|بال|كال|فال|لل|ال|و|ب|ل)(?=...)")
# In how many steps a weight is sent, one character each, and how many are 1 in a logarithm of the odds.
STEPS, STEP = 15, 1.58


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


def intents_file() -> str:
    """Return what the intents are called, what each German word says about them, and how other words are cut."""
    content = {
        "names": [one.name for one in intents().values()],
        **said_by(),
        "step": STEP,
        "beginning": BEGINNING,
        "scripts": SCRIPTS,
        "prefixes": PREFIXES.pattern,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def said_by(languages: Iterable[str] = ()) -> Mapping[str, str]:
    """Return what the words of other languages say about the intents; without languages, the German ones.

    `terms`: words, front coded; `weights`: for each word the numbers of intents, as gaps, each with its weight.
    """
    scripts = {SCRIPTS[language] for language in languages} or {""}
    weights = {term: of for term, of in learnt().items() if term.rpartition(":")[0] in scripts}
    return {"terms": front_coded([*weights]), "weights": " ".join(map(packed, weights.values()))}


@cache
def learnt() -> Mapping[str, Mapping[int, int]]:
    """Return for each word, in alphabetical order, how much it says about which intent, by number: 1 to STEPS."""
    _, *lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    return {term: unpacked(coded) for term, coded in (line.split(" ") for line in lines)}


def is_learnt_of(phrases: Iterable[tuple[int, Sequence[str]]]) -> bool:
    """Return whether the weights were learnt of these phrases, with these stems."""
    return WEIGHTS.read_text(encoding="utf-8").partition("\n")[0] == _digest(phrases)


def write_learnt(phrases: Iterable[tuple[int, Sequence[str]]], weights: Mapping[str, Mapping[int, int]]) -> None:
    """Write what was learnt of the phrases, and a mark of these."""
    lines = (f"{term} {packed(of)}" for term, of in sorted(weights.items()) if of)
    WEIGHTS.write_text("\n".join((_digest(phrases), *lines)) + "\n", encoding="utf-8")


def _digest(phrases: Iterable[tuple[int, Sequence[str]]]) -> str:
    return hashlib.sha256(repr([(number, *terms) for number, terms in phrases]).encode()).hexdigest()[:16]


def training_phrases() -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each phrase that says something: the number of its intent, and what stands for its words, sorted."""
    found = [*intents().values()]
    german = (text for one in found for text in (*one.words, *one.phrases["de"]))
    compounds = Compounds(word for text in german for word in words(text))
    for number, one in enumerate(found):
        for language, phrases in ({**one.phrases, "de": (*one.words, *one.phrases["de"])}).items():
            for phrase in phrases:
                terms = german_terms(phrase, compounds) if language == "de" else _foreign(phrase, language)
                if kept := tuple(sorted({*terms})):
                    yield number, kept


def german_terms(phrase: str, compounds: Compounds) -> Iterator[str]:
    """Yield the stems of words and of what is inside them, without words that say nothing; negations say something."""
    for word in words(phrase):
        for text in (word.joined, *word.parts):
            if text not in rules().stop_words - rules().negations:
                yield stem(text)
                yield from compounds.parts(text)


def _foreign(phrase: str, language: str) -> Iterator[str]:
    for word in words(phrase):
        yield foreign_term(language, word.joined)


def packed(weights: Mapping[int, int]) -> str:
    """Return numbers, as gaps, each with its weight, as data.js reads them."""
    before, text = 0, ""
    for number, weight in sorted(weights.items()):
        text += digits(number - before) + digits(weight)
        before = number
    return text


def unpacked(text: str) -> Mapping[int, int]:
    """Return the numbers with their weights that `packed` wrote."""
    numbers = [*map(number_of, re.findall(r"[A-Z]*[0-9a-v]", text))]
    return dict(zip(accumulate(numbers[::2]), numbers[1::2], strict=True))
