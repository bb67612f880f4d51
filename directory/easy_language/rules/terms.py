"""Rare words, two words for one thing, and questions without an answer."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from importlib import import_module

from directory.easy_language.finding import Match
from directory.easy_language.lemmas import lemma
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.text import Kind, Sentence, Text, Token
from directory.easy_language.wordlist import lines

_SHORT = 4


@cache
def _usual() -> AbstractSet[str] | None:
    """Return the words that are read at least once in a million words, or None where wordfreq is not installed."""
    try:
        wordfreq = import_module("wordfreq")  # optional, and most texts are checked without it
    except ImportError:
        return None
    # The small list has exactly these; the other one needs 80 MB.
    return frozenset(wordfreq.get_frequency_dict("de", "small"))


def rare_word(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find words that are seldom read; needs the package wordfreq and finds nothing without it."""
    if _usual() is None:
        return
    for token in sentence.tokens:
        if token.kind is Kind.WORD and not token.name and _rare(token.text):
            yield Match(start=token.start, end=token.end)


@cache
def _rare(word: str) -> bool:
    """Return whether a part of the word is rare in all its forms."""
    usual = _usual() or frozenset()
    parts = [part for part in re.split(r"[-·•]", word) if len(part) >= _SHORT and part.isalpha()]
    # wordfreq writes ss for ß.
    return any(part.casefold() not in usual and lemma(part).casefold() not in usual for part in parts)


@cache
def _groups() -> dict[str, int]:
    """Map each word that has synonyms to the number of its group."""
    return {word: number for number, line in enumerate(lines("synonyms")) for word in line.split()}


def same_term(text: Text, _: Limits) -> Iterator[tuple[Sentence, Match]]:
    """Find a second word for a thing that already has one in the same text."""
    used: dict[int, str] = {}
    for sentence in text.sentences:
        for token in sentence.tokens:
            if token.kind is not Kind.WORD or token.name or not token.capital or _explains(sentence, token):
                continue
            word = _term(token)
            if word is None:
                continue
            first = used.setdefault(_groups()[word], word)
            if first.replace("-", "").lower() != word.replace("-", "").lower() and not _same_root(first, word):
                yield (
                    sentence,
                    Match(
                        start=token.start,
                        end=token.end,
                        suggestion=f"Schreiben Sie auch hier: {first}.",
                        values={"first": first},
                    ),
                )


_IS = re.compile(r"\b(?:ist|sind|heißt|bedeutet) (?:(?:ein|eine|auch|der|die|das|kleine|kleiner|große|großer) ){0,3}$")


def _explains(sentence: Sentence, token: Token) -> bool:
    """Return whether the word says what a thing is: „Das Begegnungs-Zentrum ist ein Treffpunkt“."""
    return _IS.search(sentence.text[: token.start]) is not None


def _term(token: Token) -> str | None:
    if token.text in _groups():
        return token.text
    for ending in ("s", "es", "n", "en", "e", "in", "innen"):
        if token.text.endswith(ending) and token.text.removesuffix(ending) in _groups():
            return token.text.removesuffix(ending)
    return None


def _same_root(one: str, other: str) -> bool:
    return one.removesuffix("in") == other.removesuffix("in")


def question_answer(text: Text, _: Limits) -> Iterator[tuple[Sentence, Match]]:
    """Find questions after which no answer comes."""
    sentences = [sentence for sentence in text.sentences if sentence.text.strip()]
    for i, sentence in enumerate(sentences):
        following = sentences[i + 1] if i + 1 < len(sentences) else None
        if sentence.text.rstrip(' “”"»«)').endswith("?") and (
            following is None or following.text.rstrip(' “”"»«)').endswith("?")
        ):
            yield sentence, Match(start=0, end=len(sentence.text))
