"""What comes next in a line, past what changes nothing."""

from collections.abc import Iterator, Sequence

from directory.model.time_phrases.phrases import Days, Hours, Mark, Phrase

SOFT = frozenset({"filler", "colon", "comma", "and", "end", "from", "start", "every", "every_week", "now"})
After = Sequence[Phrase | None]


def is_mark(phrase: Phrase | None, *kinds: str) -> bool:
    """Return whether a phrase is a mark of one of these kinds."""
    return isinstance(phrase, Mark) and phrase.kind in kinds


def next_phrase(after: After) -> Phrase | None:
    """Return the next phrase that says something, or the end of a sentence."""
    return next((one for one in after if not is_mark(one, *SOFT - {"end"})), None)


def told_next(after: After) -> bool:
    """Return whether something is said of the days before: hours, closed, an appointment."""
    follows = next_phrase(after)
    return isinstance(follows, Hours) or is_mark(follows, "closed", "appointment")


def ordinal_next(after: After) -> bool:
    """Return whether a certain weekday of the month comes next."""
    follows = next_phrase(after)
    return isinstance(follows, Days) and bool(follows.ordinals)


def place_of_rhythm(between: Sequence[str], after: After) -> str:
    """Return "next" for "Di 16 Uhr, alle 14 Tage mittwochs 17 Uhr", and "unclear" where it may belong to both sides.

    Nothing where no days come, or where it stands with those before: "Mo 9-12 alle 14 Tage, Di 9-12".
    """
    if not isinstance(next_phrase(after), Days):
        return ""
    divided = "comma" in between or "end" in between
    at_once = isinstance(next((one for one in after if not is_mark(one, "filler", "from", "every")), None), Days)
    return "next" if divided and at_once else "unclear" if divided or at_once else ""


def bare_next(after: After) -> bool:
    """Return whether a time without an end comes next."""
    follows = next_phrase(after)
    return isinstance(follows, Hours) and follows.spans[0].end is None


def part_behind(after: After) -> str:
    """Return the part of the day that stands directly behind hours, and not before other ones."""
    at = next((place for place, one in enumerate(after) if not is_mark(one, "filler")), len(after))
    part = after[at] if at < len(after) else None
    if not isinstance(part, Mark) or part.kind != "part" or isinstance(next_phrase(after[at + 1 :]), Hours):
        return ""
    return part.value


def last_about_times(after: After) -> bool:
    """Return whether nothing else about times follows."""
    return all(one is None or is_mark(one, *SOFT, "word") for one in after)


def clauses(found: Sequence[Phrase]) -> Iterator[list[Phrase]]:
    """Yield what stands between commas and full stops, and each of these marks."""
    clause: list[Phrase] = []
    for phrase in found:
        if is_mark(phrase, "comma", "end"):
            yield clause
            yield [phrase]
            clause = []
        else:
            clause.append(phrase)
    yield clause
