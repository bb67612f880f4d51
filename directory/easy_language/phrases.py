"""Finds the words and phrases of a list in a sentence."""

from collections.abc import Iterator
from functools import cache

from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.wordlist import pairs

_ENDINGS = ("", "e", "en", "er", "es", "em", "n", "s", "in", "innen", "ern", "te", "ten")
_Phrase = tuple[tuple[frozenset[str], ...], str]


@cache
def _index(name: str) -> dict[str, list[_Phrase]]:
    found: dict[str, list[_Phrase]] = {}
    for phrase, meaning in pairs(name).items():
        forms = tuple(_forms(word) for word in phrase.split())
        for first in forms[0]:
            found.setdefault(first, []).append((forms, meaning))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: len(phrase[0]), reverse=True)
    return found


@cache
def _firsts(name: str) -> frozenset[str]:
    return frozenset(first.lower() for first in _index(name))


def _forms(word: str) -> frozenset[str]:
    stem = word.removesuffix("*")
    if stem == word:
        return frozenset({word})
    return frozenset(
        stem.removesuffix("e") + ending if stem.endswith("e") else stem + ending for ending in _ENDINGS
    ) | {stem}


def occurrences(sentence: Sentence, name: str) -> Iterator[tuple[Token, Token, str]]:
    """Yield the first token, the last token and the meaning of each phrase; nouns are listed with capitals."""
    if sentence.lowers.isdisjoint(_firsts(name)):
        return
    index = _index(name)
    tokens = sentence.tokens
    done = 0
    for i, token in enumerate(tokens):
        if i < done or token.kind is Kind.MARK or token.name:
            continue
        for forms, meaning in (
            index.get(token.text) or (index.get(token.lower) if _may_be_small(sentence, token) else None) or ()
        ):
            stretch = tokens[i : i + len(forms)]
            if len(stretch) == len(forms) and all(
                not other.name and (other.text in form or (k == 0 and other.lower in form))
                for k, (other, form) in enumerate(zip(stretch, forms, strict=True))
            ):
                yield token, stretch[-1], meaning
                done = i + len(forms)
                break


def _may_be_small(sentence: Sentence, token: Token) -> bool:
    return token.capital and (sentence.first(token) or token.text.isupper())
