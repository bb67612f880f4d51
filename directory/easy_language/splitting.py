"""Takes German compounds apart: „Selbsthilfegruppe“ into Selbst, Hilfe, Gruppe."""

from functools import cache

from directory.easy_language.lemmas import known, lemma
from directory.easy_language.verbs import SEPARABLE, infinitive, participle
from directory.easy_language.wordlist import words

_INFLECTIONS = ("", "e", "en", "n", "s", "es", "er", "ern", "ens", "ten", "te", "em")
_SURE_NOUN = ("ungs", "heits", "keits", "schafts", "ions", "täts", "tums", "lings")
_HEADS_OF_PLACES = frozenset(
    [
        "deutschland",
        "britannien",
        "sachsen",
        "amerika",
        "afrika",
        "europa",
        "asien",
        "arabien",
        "pommern",
        "holstein",
        "anhalt",
        "franken",
        "bayern",
    ]
)
_PLACES = tuple(_HEADS_OF_PLACES)
_LINKS = ("s", "es", "n", "en", "ens", "ns")
_SHORTEST = 3
_SHORTEST_UNLISTED = 5
_LISTED, _DERIVED, _KNOWN, _STEM, _IMPOSSIBLE = 1.0, 1.3, 2.2, 2.6, 99.0
_SPLITTABLE = 2.5  # two listed parts
_MOST = 40  # letters: longer ones are no words


@cache
def _bound() -> frozenset[str]:
    """Return every ending of derived words with its inflections."""
    return frozenset(ending + form for ending in words("word-endings") for form in _INFLECTIONS) - {"bar", "bare"}


@cache
def split(word: str) -> tuple[str, ...]:
    """Return the parts of a compound noun in small letters, each with its linking letters; one part if it is none."""
    low = word.lower()
    if (
        not low.isalpha()
        or len(low) > _MOST
        or low.endswith(_PLACES)
        or "einander" in low
        or low.startswith("gegenüber")
        or low in words("simple-words")
        or lemma(word).lower() in words("simple-words")
    ):
        return (low,)
    cost, parts = _best(low)
    return parts if cost < _IMPOSSIBLE and len(parts) > 1 else (low,)


@cache
def split_adjective(word: str) -> tuple[str, ...]:
    """Return the parts of a compound adjective such as „barrierefrei“ with a known last part; else one part."""
    if len(word) > _MOST or not word.isalpha() or word in words("simple-words"):
        return (word,)
    stems = words("compound-adjectives")
    for i in range(_SHORTEST, len(word) - 2):
        head = word[i:]
        if not any(head.removesuffix(ending) in stems for ending in _ADJECTIVE_ENDINGS):
            continue
        front = word[:i]
        if modifier_cost(front) <= _KNOWN:
            return (front, head)
        cost, parts = _best_front(front)
        if cost < _IMPOSSIBLE:
            return (*parts, head)
    return _split_participle(word)


_ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em")
_LEAST_PARTICIPLE = 6


def _split_participle(word: str) -> tuple[str, ...]:
    """Return the parts of „schneebedeckt“ or „jugendgefährdend“: a noun and a participle, but no prefix of a verb."""
    stem = next(
        (word.removesuffix(end) for end in ("en", "em", "er", "es", "e") if word.endswith(("t" + end, "d" + end))), word
    )
    for i in range(_SHORTEST, len(stem) - _LEAST_PARTICIPLE + 1):
        front, head = word[:i], stem[i:]
        if front in SEPARABLE or front in _VERBAL or modifier_cost(front) > _DERIVED or not _any_noun(front):
            continue
        if participle(head) or (head.endswith("end") and infinitive(head[:-1])):
            return (front, word[i:])
    return (word,)


# Nouns that are the first part of verbs: „teilgenommen“ is no compound.
_VERBAL = frozenset(
    ("teil", "statt", "preis", "halt", "acht", "stand", "maß", "haus", "heim", "kopf", "eis", "rad", "krank")
)


def _any_noun(front: str) -> bool:
    return any(
        known(stem.capitalize()) and lemma(stem.capitalize())[:1].isupper()
        for stem in (front, front.rstrip("s"), front[:-1])
    )


def _best(low: str) -> tuple[float, tuple[str, ...]]:
    """Return the cheapest way to cut a word into modifiers and a head."""
    best: tuple[float, tuple[str, ...]] = (_IMPOSSIBLE, (low,))
    fronts = _fronts(low)
    for i, (cost, parts) in fronts.items():
        if low[i:].startswith("ende") and low[i - 1] not in "sn":
            continue  # „Vorsitzende“ has no end
        if low[:i].endswith(("ier", "gegen", "neben")) and low[i:].startswith(("test", "über", "einander")):
            continue  # „faszinierteste“, „Gegenüberstellung“
        if low[i:] == "weise" and low[i - 2 : i] == "er":
            continue  # „glücklicherweise“
        total = cost + head_cost(low[i:])
        if total < best[0]:
            best = (total, (*parts, low[i:]))
    return best


def _best_front(low: str) -> tuple[float, tuple[str, ...]]:
    fronts = _fronts(low + "___")
    return fronts.get(len(low), (_IMPOSSIBLE, ()))


def _fronts(low: str) -> dict[int, tuple[float, tuple[str, ...]]]:
    """Map each place where a head may begin to the cheapest way to cut what stands before it."""
    found: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for i in range(len(low) - _SHORTEST):
        if i not in found:
            continue
        cost, parts = found[i]
        for j in range(i + 2, len(low) - _SHORTEST + 1):
            total = cost + modifier_cost(low[i:j])
            if total < found.get(j, (_IMPOSSIBLE, ()))[0]:
                found[j] = (total, (*parts, low[i:j]))
    del found[0]
    return found


@cache
def modifier_cost(part: str) -> float:  # noqa: PLR0911 - one line a kind of part
    """Return how unlikely a stretch is as a part before the head; 99 means impossible."""
    listed = words("compound-parts")
    if part in listed:
        return _LISTED
    if len(part) < _SHORTEST or part in words("word-prefixes") or part in _bound():
        return _IMPOSSIBLE
    for link in _LINKS:
        stem = part.removesuffix(link)
        if stem != part and stem in listed:
            return _LISTED + 0.1
    if len(part) > _SHORTEST and part + "e" in listed:
        return _LISTED + 0.1
    if len(part) < _SHORTEST_UNLISTED or _derived_end(part) or _compound(part):
        return _IMPOSSIBLE
    if part.endswith(_SURE_NOUN) and known(part[:-1].capitalize()):
        return _DERIVED
    if _noun(part) or (part.endswith("s") and _noun(part[:-1])):
        return _KNOWN
    if len(part) > _SHORTEST_UNLISTED and (
        _noun(part + "e") or (known(part + "en") and lemma(part + "en") == part + "en")
    ):
        return _STEM
    return _IMPOSSIBLE


def _compound(part: str) -> bool:
    """Return whether an unlisted stretch is better taken apart further."""
    return len(part) > 2 * _SHORTEST and _best(part)[0] < _SPLITTABLE


_FALSE_STARTS = (
    "schaft", "heit", "keit", "ungs", "igkeit", "lichkeit", "innen", "ismus", "ation", "ition", "lings",
)  # fmt: skip


def _derived_end(part: str) -> bool:
    """Return whether a stretch begins with an ending: „schaftler“, „ungsort“ are cut in the wrong place."""
    return part.startswith(_FALSE_STARTS)


@cache
def head_cost(part: str) -> float:  # noqa: PLR0911 - one line a kind of part
    """Return how unlikely a stretch is as the last part of a compound; 99 means impossible."""
    listed = words("compound-parts")
    if (
        len(part) < _SHORTEST
        or part in words("word-prefixes")
        or part in _bound()
        or _derived_end(part)
        or part in _HEADS_OF_PLACES
    ):
        return _IMPOSSIBLE
    if part in listed:
        return _LISTED
    noun = part.capitalize()
    if known(noun) and lemma(noun).lower() in listed:
        return _LISTED
    if (
        any(part.removesuffix(end) in listed for end in ("s", "es", "n", "en", "in", "innen") if part.endswith(end))
        and len(part) > _SHORTEST + 1
    ):
        return _LISTED
    if _compound(part):
        return _IMPOSSIBLE
    if len(part) >= _SHORTEST_UNLISTED and _noun(part):
        return _KNOWN
    if part.endswith("innen") and _noun(part.removesuffix("innen")):
        return _KNOWN
    return _IMPOSSIBLE


def _noun(part: str) -> bool:
    """Return whether the word list has this noun, and it is more than a derived end."""
    if len(part) < _SHORTEST_UNLISTED or part in words("word-prefixes") or part in _bound():
        return False
    noun = part.capitalize()
    return known(noun) and lemma(noun)[:1].isupper()
