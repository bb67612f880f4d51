"""The index: which words stand where, packed for the way; data.js unpacks it and scores as lunr does."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from directory.search.documents import BOOSTS, Document

# Numbers in a packed index: 0 to 31 are one character; before it stand capital letters, worth 32, 32 * 26 and so on.
SMALL = "0123456789abcdefghijklmnopqrstuv"
CAPITALS = 26
# Which field the numbers after it belong to, in the order of BOOSTS.
MARKS = "!#%&*+-."
# How much a long field lowers the score of its words (lunr's b).
LENGTH = 0.4


@dataclass(frozen=True, slots=True)
class Index:
    """What scores follow from: each word stands at most once in a field of a document.

    `postings`: for each word, in alphabetical order, the ascending numbers of the documents in each field of BOOSTS.
    `lengths`: for each field the number of its words, by document.
    """

    postings: Mapping[str, Mapping[str, Sequence[int]]]
    lengths: Mapping[str, Sequence[int]]


def build(documents: Sequence[Document]) -> Index:
    """Return the index of the documents; a document's number is its place."""
    postings: dict[str, dict[str, list[int]]] = {}
    for number, document in enumerate(documents):
        for field, terms in document.fields.items():
            for term in terms:
                postings.setdefault(term, {name: [] for name in BOOSTS})[field].append(number)
    lengths = {field: [len(document.fields[field]) for document in documents] for field in BOOSTS}
    return Index(dict(sorted(postings.items())), lengths)


def compressed(index: Index, chosen: Sequence[int]) -> str:
    """Return the index of the chosen documents, numbered anew, with the scores they have among all documents.

    A word's score in a document is lunr's: it follows from how long the field is, and in how many fields of all
    documents the word stands. Only that is sent.
    """
    renumbered = {number: place for place, number in enumerate(chosen)}
    terms, postings = [], []
    for term, fields in index.postings.items():
        kept = [[renumbered[number] for number in numbers if number in renumbered] for numbers in fields.values()]
        if any(kept):
            everywhere = sum(map(len, fields.values()))
            here = sum(map(len, kept))
            terms.append(term)
            postings.append(
                "".join(mark + _gaps(numbers) for mark, numbers in zip(MARKS, kept, strict=True) if numbers)
                + ("" if everywhere == here else "=" + digits(everywhere))
            )
    content = {
        "length": LENGTH,
        "documents": len(next(iter(index.lengths.values()))),
        "fields": [[field, boost, _average(index.lengths[field])] for field, boost in BOOSTS.items()],
        "lengths": ["".join(digits(index.lengths[field][number]) for number in chosen) for field in BOOSTS],
        "terms": front_coded(terms),
        "postings": " ".join(postings),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _average(lengths: Sequence[int]) -> float:
    return sum(lengths) / (len(lengths) or 1)


def _gaps(numbers: list[int]) -> str:
    ordered = sorted(numbers)
    return "".join(digits(number - before) for before, number in zip([0, *ordered], ordered, strict=False))


def digits(value: int) -> str:
    """Return a number as data.js reads it: 0 to 31 as one character, more with capital letters before it."""
    high, low = divmod(value, len(SMALL))
    text = SMALL[low]
    while high:
        high, letter = divmod(high - 1, CAPITALS)
        text = chr(ord("A") + letter) + text
    return text


def number_of(text: str) -> int:
    """Return the number that `digits` wrote."""
    high = 0
    for letter in text[:-1]:
        high = high * CAPITALS + ord(letter) - ord("A") + 1
    return high * len(SMALL) + SMALL.index(text[-1])


def front_coded(terms: Sequence[str]) -> str:
    """Return the words in order, each as the number of letters it shares with the one before, and the rest."""
    coded, before = [], ""
    for term in terms:
        shared = 0
        while shared < min(len(term), len(before), len(SMALL) - 1) and term[shared] == before[shared]:
            shared += 1
        coded.append(SMALL[shared] + term[shared:])
        before = term
    return " ".join(coded)
