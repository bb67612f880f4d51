"""Base forms of words, from simplemma's word list. It is loaded when the first word is asked for (half a second).

It stays packed: that takes half of the time to load and 35 instead of 125 MB, and a word is asked for once.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

from directory.parallel import share

ANSWERS = Path("build/sprache/woerter.json")  # what earlier runs have asked, in the folder of the project
# What was asked and answered already; the word list is the same as long as its version is.
_lemmas: dict[str, str] = {}
_known: dict[str, bool] = {}
_new: tuple[dict[str, str], dict[str, bool]] = ({}, {})


@cache
def _simplemma() -> ModuleType:
    import simplemma  # noqa: PLC0415 - many texts need no base form

    return simplemma


def lemma(word: str) -> str:
    """Return the base form: the infinitive of a verb, the nominative singular of a noun; else the word itself."""
    base = _lemmas.get(word)
    if base is None:
        base = _lemmas[word] = _new[0][word] = _simplemma().lemmatize(word, lang="de", low_memory=True)
    return base


def known(word: str) -> bool:
    """Return whether the word list has this form."""
    found = _known.get(word)
    if found is None:
        found = _known[word] = _new[1][word] = _simplemma().is_known(word, lang="de", low_memory=True)
    return found


@contextmanager
def remembered(file: Path = ANSWERS) -> Iterator[None]:
    """Take earlier answers from a file, and add the new ones at the end: a second check or build is quicker."""
    current = version("simplemma")
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        if kept["version"] == current:
            _lemmas.update(kept["lemmas"])
            _known.update(kept["known"])
    except (OSError, ValueError, KeyError, TypeError):
        pass  # there is none yet, or it is no good: then the word list answers
    before = len(_lemmas), len(_known)
    yield
    if (len(_lemmas), len(_known)) != before:
        file.parent.mkdir(parents=True, exist_ok=True)
        answers = {"version": current, "lemmas": _lemmas, "known": _known}
        whole = file.with_name(f"{file.name}.{os.getpid()}")
        whole.write_text(json.dumps(answers, ensure_ascii=False, sort_keys=True), encoding="utf-8")
        whole.replace(file)


def _take() -> tuple[dict[str, str], dict[str, bool]]:
    taken = dict(_new[0]), dict(_new[1])
    for answers in _new:
        answers.clear()
    return taken


def _learn(answers: tuple[dict[str, str], dict[str, bool]]) -> None:
    _lemmas.update(answers[0])
    _known.update(answers[1])


share("lemmas", _take, _learn)
