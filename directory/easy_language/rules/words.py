"""Hard words and ways to say things."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from directory.easy_language.finding import Match
from directory.easy_language.phrases import occurrences
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.rules.spans import found
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.wordlist import lines, words


def jargon(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find words of offices and projects; the suggestion is an easier wording."""
    for match in _listed(sentence, "jargon"):
        if not _explained(sentence.text[match.end :]) or sentence.text[: match.start].strip():
            yield match


def _explained(rest: str) -> bool:
    """Return whether the sentence says what its first word means: „Teilhabe heißt mitmachen“."""
    return rest.startswith((" heißt ", " bedeutet ", " heißen ", " bedeuten "))


def foreign_word(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find words of other languages for which there is an easier German one."""
    yield from _listed(sentence, "foreign-words")


def _listed(sentence: Sentence, name: str) -> Iterator[Match]:
    for first, last, meaning in occurrences(sentence, name):
        yield Match(
            start=first.start,
            end=last.end,
            suggestion=f"Schreiben Sie zum Beispiel: {meaning}.",
            values={"meaning": meaning},
        )


_NEGATIONS = frozenset(
    [
        "nicht",
        "nichts",
        "nie",
        "niemals",
        "niemand",
        "niemanden",
        "niemandem",
        "nirgends",
        "nirgendwo",
        "kein",
        "keine",
        "keinen",
        "keinem",
        "keiner",
        "keines",
        "nein",
        "weder",
        "keinesfalls",
        "keineswegs",
        "ohne",
    ]
)
_NOT_NEGATIVE = frozenset(["nur", "wahr", "zuletzt", "selten"])
_SEVERE = 1
_UN = re.compile(r"un(?!d$|s$|ser|ter|ten|gefähr|bedingt|heimlich|längst|terschied)[a-zäöüß]{4,}")


def negation(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find words such as „nicht“ and „kein“; level 1 are two of them in one clause, and „weder … noch“."""
    if not sentence.lowers & _NEGATIONS:
        return
    for segment in sentence.segments:
        tokens = [token for i, token in enumerate(segment) if _negates(segment, i)]
        if not tokens:
            continue
        unlucky = _bound_after_not(segment)
        double = unlucky is not None or _twice(segment, tokens)
        end = unlucky or tokens[-1]
        if double:
            yield Match(
                start=tokens[0].start, end=end.end, suggestion="Sagen Sie es ohne doppelte Verneinung.", level=_SEVERE
            )
        elif tokens[0].lower == "weder":
            noch = next(
                (token for token in sentence.tokens if token.lower == "noch" and token.start > tokens[0].start), None
            )
            yield Match(
                start=tokens[0].start,
                end=noch.end if noch else tokens[0].end,
                suggestion="Schreiben Sie 2 Sätze mit „nicht“ oder „kein“.",
                level=_SEVERE,
            )
        else:
            yield Match(start=tokens[0].start, end=tokens[0].end)


def _negates(segment: tuple[Token, ...], i: int) -> bool:
    token = segment[i]
    if token.name or token.lower not in _NEGATIONS:
        return False
    following = segment[i + 1].lower if i + 1 < len(segment) else ""
    return not (token.lower == "nicht" and following in _NOT_NEGATIVE)


def _twice(segment: tuple[Token, ...], negations: list[Token]) -> bool:
    """Return whether two negations are more than a list: „keine Hunde und keine Katzen“ is one thing said twice."""
    joints = [token.start for token in segment if token.lower in ("und", "oder", "aber", "sondern")]
    return any(not any(one.start < joint < other.start for joint in joints) for one, other in pairwise(negations))


def _bound_after_not(segment: tuple[Token, ...]) -> Token | None:
    """Return the „un…“ word directly after „nicht“: „nicht unmöglich“."""
    for before, token in pairwise(segment):
        if before.lower in ("nicht", "nie", "kein", "keine") and _UN.fullmatch(token.lower) and not token.capital:
            return token
    return None


_REFERENCE = re.compile(
    r"\b(?:[Ss]iehe\b(?: (?:auch|oben|unten|Seite \d+|Punkt \d+|dort|dazu|hier|Abschnitt \d+|Kapitel \d+))*"
    r"|[Ss]\. ?[ou]\.|(?:[Ww]ie )?(?:weiter )?(?:[Oo]ben|unten) (?:genannt\w*|erwähnt\w*|beschrieben\w*)"
    r"|(?:[Ww]ie )?(?:weiter )?(?:oben|unten) (?:aufgeführt\w*|angegeben\w*|stehend\w*)"
    r"|(?:oben|unten)(?:genannt|erwähnt|stehend|beschrieben)\w*|[Ww]eiter (?:oben|unten)\b"
    r"|[Ww]ie (?:bereits|schon) (?:erwähnt|gesagt|beschrieben|genannt)"
    r"|(?:nach|vor)(?:folgend|stehend|genannt)\w*"
    r"|(?:auf|Seite) (?:der )?(?:nächsten|folgenden|vorigen|letzten|vorherigen) Seite"
    r"|\(?[Ss]\. ?\d+\)?|[Aa]uf Seite \d+|[Vv]ergleiche\b(?= auch| Seite| Kapitel| Punkt)"
    r"|vgl\.|[Oo]\. ?g\.|letztere[rnsm]?\b|erstere[rnsm]?\b)"
)
_HINT_OF_REFERENCE = re.compile(
    r"siehe|oben|unten|folgend|stehend|genannt|erwähnt|seite|vgl|vergleiche|[so]\. ?[oug0-9]|letztere|erstere|gesagt"
)


def references(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find references to other places of a text."""
    if _HINT_OF_REFERENCE.search(sentence.text.lower()):
        for match in found(_REFERENCE, sentence):
            yield Match.over(match)


@cache
def _function_verbs() -> dict[str, list[tuple[tuple[str, ...], frozenset[str], str]]]:
    """Map the noun of each phrase to its words, its verbs, and the plain verb."""
    phrases: dict[str, list[tuple[tuple[str, ...], frozenset[str], str]]] = {}
    for line in lines("function-verbs"):
        left, _, plain = line.partition(" = ")
        front, _, verbs = left.partition(" … ")
        split = tuple(front.split())
        phrases.setdefault(split[-1], []).append((split, frozenset(verbs.split()), plain))
    return phrases


_ABSTRACT = re.compile(r"[A-ZÄÖÜ]\w{3,}(?:ung|heit|keit|ierung|nahme)(?:en|s)?")
_LINK = frozenset(
    ["der", "des", "einer", "eines", "von", "zur", "zum", "bei", "für", "ihrer", "seiner", "unserer", "dieser"]
)
_MANY = 3
_SHORTEST = 7  # letters


def nominal_style(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find verbs that hide in nouns: „zur Anwendung kommen“, „Durchführung der Beratung“."""
    tokens = sentence.tokens
    done = 0
    if sentence.lowers.isdisjoint(_hiding()):
        tokens = ()
    for i, token in enumerate(tokens):
        for split, verbs, plain in _function_verbs().get(token.text, ()):
            begin = i - len(split) + 1
            stretch = tokens[max(begin, 0) : i + 1]
            if (
                begin < 0
                or any(one.name for one in stretch)
                or [one.lower for one in stretch] != [word.lower() for word in split]
            ):
                continue
            if sentence.lowers & verbs:
                yield Match(start=stretch[0].start, end=token.end, suggestion=f"Schreiben Sie zum Beispiel: {plain}.")
                done = token.end
                break
    yield from _chain([token for token in sentence.tokens if token.start >= done])


@cache
def _hiding() -> frozenset[str]:
    return frozenset(noun.lower() for noun in _function_verbs())


def _chain(tokens: list[Token]) -> Iterator[Match]:
    nouns = [i for i, token in enumerate(tokens) if _abstract(token)]
    for i, j in pairwise(nouns):
        between = tokens[i + 1 : j]
        if (
            between
            and len(between) <= _MANY
            and between[0].lower in _LINK
            and all(one.kind is Kind.WORD for one in between)
        ):
            yield Match(start=tokens[i].start, end=tokens[j].end)
            return


def _abstract(token: Token) -> bool:
    if len(token.text) < _SHORTEST or not token.capital or token.name or not _ABSTRACT.fullmatch(token.text):
        return False
    low = token.lower
    return not any(low.removesuffix(end) in words("concrete-nouns") for end in ("", "en", "s"))
