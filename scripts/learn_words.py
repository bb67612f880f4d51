"""Work open lexical data into the tables of `directory/search/lexical/`; no build needs the data.

    .venv/bin/pip install wordfreq
    apt-get download mythes-de && dpkg -x mythes-de_*.deb unpacked
    .venv/bin/python scripts/learn_words.py unpacked/usr/share/mythes/th_de_DE_v2.dat

`synonyms.tsv`: other words for the topics, kinds and audiences of the vocabulary, from OpenThesaurus. A set of synonyms
means a term if it has at least 2 of its words; a word that means several terms equally is left out, and so is one that
the vocabulary or wordfreq does not know. `stop_words.tsv`: words that say nothing, by language. `stems.tsv`: what all
forms of a name in another language begin with, where few other words begin so. `area_codes.tsv`: German places.
`frequent.tsv`: how frequent the forms of a German word are together.
"""

import math
import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import takewhile
from pathlib import Path

import simplemma
import yaml
from phonenumbers.geodata import GEOCODE_DATA
from wordfreq import top_n_list, zipf_frequency

from directory.model import Directory
from directory.search.analysis import fold, stem, stems, words
from directory.search.documents import documents
from directory.search.rules import rules
from directory.search.synonyms import concepts, facets
from directory.source import load

SEARCH = Path("directory/search")
TABLES = SEARCH / "lexical"
LANGUAGES = ("ar", "en", "ru", "tr", "uk")
# How many of the most frequent words say little, and from which frequency on a word is one of every day (Zipf's scale).
FREQUENT = {"de": 300} | dict.fromkeys(LANGUAGES, 140)
EVERYDAY, COMMON = 2.2, 3
# Words above this say less the more frequent they are.
WORTH_LESS = 4.5
# A set of synonyms needs so many words of a term.
SHARED = 2
SHORTEST, SHORTEST_ARABIC = 4, 3
# Marks of words that are no everyday words for the same.
LEFT_OUT = re.compile(r"begriff|Antonym|derb|vulg|geh\.|fachspr")


def main() -> None:
    """Write all tables; the argument is the file of OpenThesaurus."""
    directory = load(Path("entries")).directory
    if not directory:
        raise SystemExit("entries/ cannot be read")
    terms = {concept: (label, *spoken) for concept, label, spoken in concepts(directory)}
    names = {language: _names(language) for language in LANGUAGES}
    _write("synonyms.tsv", _synonyms(Path(sys.argv[1]), terms))
    _write("stop_words.tsv", _stop_words(directory, terms, names))
    _write("area_codes.tsv", _area_codes())
    _write("frequent.tsv", _frequent())
    _write("stems.tsv", ((language, *row) for language in LANGUAGES for row in _stems(language, names[language])))


def _write(name: str, rows: Iterator[tuple[str, ...]]) -> None:
    lines = sorted("\t".join(row) for row in rows)
    (TABLES / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _names(language: str) -> Mapping[str, list[str]]:
    data: Mapping[str, list[str]] = yaml.safe_load((SEARCH / "names" / f"{language}.yaml").read_text(encoding="utf-8"))
    return {concept: names for concept, names in data.items() if concept != "little"}


def _synonyms(file: Path, terms: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    known = {stem(word.joined) for spoken in terms.values() for text in spoken for word in words(text)}
    own = {concept: {text.lower() for text in spoken} for concept, spoken in terms.items() if concept[0] in "tkz"}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for synset in _synsets(file):
        low = {word.lower() for word in synset}
        for concept, spoken in own.items():
            shared = len(low & spoken)
            if shared >= SHARED:
                for word in synset:
                    found[word][concept] += shared
    for word, means in found.items():
        (best, most), *others = means.most_common()
        single = word.isalpha() and stem(fold(word)) not in known
        if single and zipf_frequency(word, "de") >= EVERYDAY and not (others and others[0][1] == most):
            yield best, word


def _synsets(file: Path) -> Iterator[list[str]]:
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("-|"):
            kept = [word for word in line[2:].split("|") if not LEFT_OUT.search(word)]
            yield [text for word in kept if (text := re.sub(r"\s*\([^)]*\)", "", word).strip())]


def _stop_words(
    directory: Directory, terms: Mapping[str, tuple[str, ...]], names: Mapping[str, Mapping[str, list[str]]]
) -> Iterator[tuple[str, ...]]:
    """Yield the most frequent words of each language that mean no term; in German with all their forms."""
    meant = {stem(part) for spoken in terms.values() for text in spoken for word in words(text) for part in word.parts}
    meant |= {part for phrase, *_ in facets(directory) for part in stems(phrase)}
    named = {stem(term) for document in documents(directory, directory.entries) for term in document.fields["name"]}
    listed = {fold(word) for word in rules().stop_words | rules().weak_words}
    little = [word for word in top_n_list("de", FREQUENT["de"]) if word.isalpha() and not _noun(word)]
    lemmas = {simplemma.lemmatize(word, "de").lower() for word in little}
    forms = {word for word in top_n_list("de", 20_000) if simplemma.lemmatize(word, "de").lower() in lemmas}
    for word in sorted({fold(form) for form in {*little, *forms} if form.isalpha() and not _noun(form)}):
        if stem(word) not in meant | named and word not in listed and len(word) > 1:
            yield "de", word
    for language in LANGUAGES:
        own = {part for spoken in names[language].values() for text in spoken for part in fold(text).split()}
        frequent = {fold(word) for word in top_n_list(language, FREQUENT[language]) if word.isalpha()}
        yield from ((language, word) for word in sorted(frequent - own) if len(word) > 1)


def _area_codes() -> Iterator[tuple[str, ...]]:
    """Yield German area codes without the leading 0, each with its place."""
    for prefix, names in GEOCODE_DATA.items():
        if prefix.startswith("49"):
            yield prefix.removeprefix("49"), names.get("de") or names.get("en") or ""


def _frequent() -> Iterator[tuple[str, ...]]:
    """Yield the stems of frequent German words with how frequent they are, in steps of a quarter."""
    total: dict[str, float] = defaultdict(float)
    for word in top_n_list("de", 30_000):
        if word.isalpha():
            total[stem(fold(word))] += 10 ** zipf_frequency(word, "de")
    for term, sum_ in total.items():
        if (zipf := round(4 * math.log10(sum_)) / 4) > WORTH_LESS:
            yield term, str(zipf)


def _noun(word: str) -> bool:
    lemma = simplemma.lemmatize(word.capitalize(), "de")
    return lemma[0].isupper() and simplemma.lemmatize(word, "de")[0].isupper()


def _stems(language: str, names: Mapping[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield each single word of the names that has several forms, with what they begin with."""
    forms: dict[str, set[str]] = defaultdict(set)
    frequent = sorted({fold(word): word for word in top_n_list(language, 60_000) if word.isalpha()}.items())
    for folded, word in frequent:
        forms[simplemma.lemmatize(word, language).lower()].add(folded)
    parts = {part for spoken in names.values() for text in spoken for part in text.lower().split() if part.isalpha()}
    for part in sorted(parts):
        own = {fold(part), *forms[simplemma.lemmatize(part, language).lower()]}
        begin = "".join(letters[0] for letters in takewhile(lambda of: len({*of}) == 1, zip(*own, strict=False)))
        shortest = SHORTEST_ARABIC if language == "ar" else SHORTEST
        if len(own) == 1 or len(begin) < max(shortest, len(part) - SHORTEST):
            continue
        total = {True: 0.0, False: 0.0}
        for folded, word in frequent[bisect_left(frequent, (begin, "")) :]:
            if not folded.startswith(begin):
                break
            total[folded in own] += 10 ** zipf_frequency(word, language)
        # Words that only begin alike must be rarer than those that are meant.
        if total[False] < total[True]:
            yield fold(part), begin


if __name__ == "__main__":
    main()
