"""The index: made by lunr, packed for the way, and unpacked in the browser into what lunr.js 2.3.9 loads."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from lunr.builder import Builder  # type: ignore[import-untyped]  # it has no types

from directory.search.documents import BOOSTS, Document

# Numbers in a packed index: 0 to 31 are one character; before it stand capital letters, worth 32, 32 * 26 and so on.
SMALL = "0123456789abcdefghijklmnopqrstuv"
CAPITALS = 26
# Which field the numbers after it belong to, in the order of BOOSTS.
MARKS = "!#%&*+-."
# How much a long field lowers the score of its words (lunr's b).
LENGTH = 0.4


def build(documents: Sequence[Document]) -> dict[str, Any]:
    """Return lunr's own index of the documents; their numbers are the references."""
    if not documents:  # which lunr cannot do
        return {"fields": list(BOOSTS), "fieldVectors": [], "invertedIndex": []}
    builder = Builder()
    builder.ref("number")
    builder.b(LENGTH)
    for field, boost in BOOSTS.items():
        builder.field(field, boost)
    for number, document in enumerate(documents):
        builder.add({"number": str(number), **{field: list(terms) for field, terms in document.fields.items()}})
    index: dict[str, Any] = builder.build().serialize()
    return index


def compressed(index: Mapping[str, Any], chosen: Sequence[int]) -> str:
    """Return the index of the chosen documents, numbered anew, with the scores they have among all documents.

    Every word stands once in a field, so lunr's score of a word in a document follows from how long the field is, and
    in how many fields of all documents the word stands. Only that is sent.
    """
    renumbered = {str(number): place for place, number in enumerate(chosen)}
    lengths = _lengths(index)
    terms, postings = [], []
    for term, fields in index["invertedIndex"]:
        kept = [[renumbered[number] for number in fields[field] if number in renumbered] for field in BOOSTS]
        if any(kept):
            everywhere = sum(len(fields[field]) for field in BOOSTS)
            here = sum(map(len, kept))
            terms.append(term)
            postings.append(
                "".join(mark + _gaps(numbers) for mark, numbers in zip(MARKS, kept, strict=True) if numbers)
                + ("" if everywhere == here else "=" + _number(everywhere))
            )
    content = {
        "length": LENGTH,
        "documents": len(lengths[next(iter(BOOSTS))]),
        "fields": [[field, boost, sum(lengths[field]) / (len(lengths[field]) or 1)] for field, boost in BOOSTS.items()],
        "lengths": ["".join(_number(lengths[field][number]) for number in chosen) for field in BOOSTS],
        "terms": _front_coded(terms),
        "postings": " ".join(postings),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _lengths(index: Mapping[str, Any]) -> dict[str, list[int]]:
    lengths: dict[str, list[int]] = {field: [] for field in BOOSTS}
    for reference, vector in index["fieldVectors"]:
        field = reference.partition("/")[0]
        lengths[field].append(len(vector) // 2)
    return lengths


def _gaps(numbers: list[int]) -> str:
    ordered = sorted(numbers)
    return "".join(_number(number - before) for before, number in zip([0, *ordered], ordered, strict=False))


def _number(value: int) -> str:
    high, low = divmod(value, len(SMALL))
    text = SMALL[low]
    while high:
        high, letter = divmod(high - 1, CAPITALS)
        text = chr(ord("A") + letter) + text
    return text


def _front_coded(terms: Sequence[str]) -> str:
    """Return the words in order, each as the number of letters it shares with the one before, and the rest."""
    coded, before = [], ""
    for term in terms:
        shared = 0
        while shared < min(len(term), len(before), len(SMALL) - 1) and term[shared] == before[shared]:
            shared += 1
        coded.append(SMALL[shared] + term[shared:])
        before = term
    return " ".join(coded)
