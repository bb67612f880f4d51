"""Base forms of words, from simplemma's word list. It is loaded when the first word is asked for (about 1 second)."""

from functools import cache


@cache
def lemma(word: str) -> str:
    """Return the base form: the infinitive of a verb, the nominative singular of a noun; else the word itself."""
    from simplemma import lemmatize  # noqa: PLC0415 - many texts need no base form, and loading takes a second

    return lemmatize(word, lang="de")


@cache
def known(word: str) -> bool:
    """Return whether the word list has this form."""
    from simplemma import is_known  # noqa: PLC0415 - as above

    return is_known(word, lang="de")
