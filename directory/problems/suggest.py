"""Wording that every message shares: quotations, lists of what is allowed, and the nearest right word."""

from collections.abc import Iterable, Sequence

# Half the letters right is the least that still looks like a slip and not like another word.
LIKENESS = 60
# Longer lists are no help: beside a likely meaning a short one is enough.
MOST_SHOWN = 60
MOST_SHOWN_BESIDE = 12
LONGEST_QUOTATION = 60
# Comparisons of a wrong word with a right one, about 3 seconds: 5,000 wrong words in a list of 1,000.
MOST_COMPARED = 5_000_000


def quoted(text: object) -> str:
    """Return the text in German quotation marks, on one line, with unprintable characters spelled out."""
    line = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in " ".join(str(text).split()))
    return f"„{line[:LONGEST_QUOTATION]}…“" if len(line) > LONGEST_QUOTATION else f"„{line}“"


def did_you_mean(word: str, candidates: Iterable[str], likeness: int = LIKENESS) -> str:
    """Return the candidate that the word was most likely meant to be, or an empty text; `likeness` is of 100."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - only a run with mistakes pays for it

    found = process.extractOne(
        word, sorted(candidates), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=likeness
    )
    return found[0] if found else ""


class Candidates:
    """A long list of words of which many wrong words may have meant one.

    After so much looking for a likely meaning that a person would not read the outcome, hints have no meaning any more:
    the time that is needed grows no faster than the list.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)
        self._left = max(MOST_COMPARED, len(self._words))

    def allowed(self, word: str) -> str:
        """Return a hint: the likely meaning of the word, then what may be written."""
        near = did_you_mean(word, self._words) if self._left > 0 else ""
        self._left -= len(self._words)
        return _hint(near, self._words)


def allowed(word: str, candidates: Iterable[str]) -> str:
    """Return a hint: the likely meaning of the word, then what may be written."""
    words = tuple(candidates)
    return _hint(did_you_mean(word, words), words)


def _hint(near: str, words: Sequence[str]) -> str:
    meaning = f"Meinten Sie „{near}“?" if near else ""
    most = MOST_SHOWN_BESIDE if near else MOST_SHOWN
    listing = f"Erlaubt ist: {', '.join(words)}." if 0 < len(words) <= most else ""
    return f"{meaning} {listing}".strip()
