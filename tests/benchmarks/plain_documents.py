"""The offers as plain documents, as any search engine takes them; and BM25 on them, as it is in textbooks."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from directory.search.analysis import stem, words
from directory.search.documents import documents
from directory.search.rules import rules
from directory.search.synonyms import concepts
from directory.view.day import DayView
from directory.view.outline import outline_of

# The usual values (Robertson and Zaragoza 2009); a name counts as if it stood there three times.
K1, B = 1.2, 0.75
NAME = 3


@dataclass(frozen=True, slots=True)
class PlainDocument:
    """An offer: its names, what it says on paper, and the everyday words of its topics, kinds and audiences."""

    id: str
    name: str
    text: str
    words: str


def plain_documents(view: DayView) -> list[PlainDocument]:
    """Return all listed offers."""
    spoken = {concept: " · ".join((label, *said)) for concept, label, said in concepts(view.directory)}
    return [
        PlainDocument(
            document.entry.slug,
            " · ".join((document.entry.name, *document.entry.other_names)),
            "\n".join(_lines(view, document.entry.slug)),
            " · ".join(spoken[term] for term in document.fields["terms"] if term in spoken),
        )
        for document in documents(view.directory, view.listed)
    ]


def _lines(view: DayView, slug: str) -> list[str]:
    """Return what a booklet says of an offer, a line for each question."""
    outline = outline_of(view.of(view.directory.entry[slug]), view.directory.city)
    groups = [f"{group.label} {' '.join(line.text for line in group.lines if line.text)}" for group in outline.groups]
    return [outline.kind, *(line.text for line in outline.lead if line.text), *groups]


def as_rows(found: Sequence[PlainDocument]) -> list[dict[str, str]]:
    """Return the documents as JSON takes them."""
    return [asdict(one) for one in found]


class Bm25:
    """BM25 with stems and without stop words."""

    def __init__(self, found: Sequence[PlainDocument]) -> None:
        """Count the words of all documents."""
        self.counts: Mapping[str, Counter[str]] = {
            one.id: Counter([*_terms(one.name) * NAME, *_terms(one.text), *_terms(one.words)]) for one in found
        }
        self.average = sum(counts.total() for counts in self.counts.values()) / (len(found) or 1)
        self.containing = Counter(term for counts in self.counts.values() for term in counts)

    def first(self, text: str, count: int) -> list[str]:
        """Return the ids of the best documents, best first; those without any word of the text are left out."""
        scores = {id_: self._score(counts, set(_terms(text))) for id_, counts in self.counts.items()}
        found = sorted((id_ for id_, score in scores.items() if score), key=lambda id_: (-scores[id_], id_))
        return found[:count]

    def _score(self, counts: Counter[str], terms: set[str]) -> float:
        length = K1 * (1 - B + B * counts.total() / self.average)
        return sum(
            self._rarity(term) * counts[term] * (K1 + 1) / (counts[term] + length) for term in sorted(terms & {*counts})
        )

    def _rarity(self, term: str) -> float:
        number = self.containing[term]
        return math.log(1 + (len(self.counts) - number + 0.5) / (number + 0.5))


def _terms(text: str) -> list[str]:
    stop = rules().stop_words
    return [stem(part) for word in words(text) for part in word.parts if part not in stop]
