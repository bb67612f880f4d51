"""Base forms of words, from simplemma's word list. It is loaded when the first word is asked for (about 1 second)."""

from functools import cache
from types import ModuleType


@cache
def _simplemma() -> ModuleType:
    import simplemma  # noqa: PLC0415 - many texts need no base form, and loading takes a second

    return simplemma


@cache
def lemma(word: str) -> str:
    """Return the base form: the infinitive of a verb, the nominative singular of a noun; else the word itself."""
    base: str = _simplemma().lemmatize(word, lang="de")
    return base


@cache
def known(word: str) -> bool:
    """Return whether the word list has this form."""
    found: bool = _simplemma().is_known(word, lang="de")
    return found
