"""Sentences that are hard to read. What rules without mistakes find stops a build; the rest is advice."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from directory.easy_language import Finding, Glossary, Names, Profile, explanations, profile
from directory.easy_language import check as find
from directory.easy_language.lemmas import known
from directory.model import Directory
from directory.model.base import Record
from directory.model.draft import Draft
from directory.model.sentences import Keys, sentence_lists
from directory.parallel import in_parallel
from directory.problems import Problem, Severity

# Hard words are allowed where the glossary explains them.
EXPLAINABLE = frozenset({"abbreviation", "foreign-word", "jargon", "long-word", "rare-word"})

Readable = Record | Draft

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

# Rules that look at everything that is said of an entry; the others look at one field.
WHOLE = frozenset({"address-mix", "address-reader", "same-term", "wordmark-mix"})


def check(
    directory: Directory,
    *,
    advice: bool,
    only: Collection[str] | None = None,
    on_record: Callable[[int], None] = lambda _: None,
) -> Iterator[Problem]:
    """Yield what no reader must meet: several sentences in one line, special characters, far too long sentences.

    With `advice` also everything else that the city's profile calls an error or a warning, as a warning; hints are left
    out. With `only` the sentences of other files are not read.
    """
    known = explanations()
    full = profile(directory.city.language_profile)
    wanted = full.more_than_hints() if advice else full.only(rule for rule in full.rules if known[rule].exact)
    for record, keys, sentence, finding in findings(directory, wanted, only, on_record):
        stops = finding.severity == Severity.ERROR and known[finding.rule].exact
        if stops or (advice and finding.severity != Severity.HINT):
            problem = _problem(record, keys, finding, Severity.ERROR if stops else Severity.WARNING)
            yield replace(problem, hint=_each_in_a_line(sentence)) if finding.rule == "sentence-per-item" else problem


def _each_in_a_line(text: str) -> str:
    """Return sentences as the list that they should be; a sentence is not divided behind "1." or "z. B."."""
    sentences: list[str] = []
    for part in re.split(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„])", text):
        if sentences and not _ends(sentences[-1]):
            sentences[-1] += f" {part}"
        else:
            sentences.append(part)
    if len(sentences) == 1:
        return (
            "Schreiben Sie Abkürzungen aus. Sind es danach noch mehrere Sätze? Dann schreiben Sie jeden Satz in eine "
            "neue Zeile, mit einem Strich davor."
        )
    lines = "\n".join(f"  - {sentence}" for sentence in sentences)
    return f"Schreiben Sie jeden Satz in eine neue Zeile, mit einem Strich davor:\n{lines}"


def _ends(text: str) -> bool:
    """Return whether a text is a whole sentence: its point is not that of a number, nor of a word that is shortened."""
    last = re.search(r"([\w.-]+)[.]$", text)
    if text.count("(") > text.count(")"):
        return False
    word = last[1] if last else ""
    if not word:
        return True
    return not word.isdigit() and "." not in word and len(word) > 1 and (len(word) > LONGEST_SHORT or known(word))


# Words that no list knows are mostly longer than what people shorten.
LONGEST_SHORT = 9


def everything(directory: Directory, wanted: Profile) -> Iterator[Problem]:
    """Yield all findings of a profile, hints too, each as grave as the profile says."""
    for record, keys, _sentence, finding in findings(directory, wanted):
        yield _problem(record, keys, finding, Severity(finding.severity))


def findings(
    directory: Directory,
    wanted: Profile,
    only: Collection[str] | None = None,
    on_record: Callable[[int], None] = lambda _: None,
) -> Iterator[tuple[Readable, Keys, str, Finding]]:
    """Yield what the rules find, with the record and the keys of the sentence; not what the glossary explains.

    A record with errors is read as far as it can be: its author learns everything at once.
    """
    every: Iterable[Readable] = (*directory.records(), *directory.drafts)
    readable = [record for record in every if only is None or record.path in only]
    readable = [record for record in readable if any(_lists(record))]
    each, together = wanted.only(set(wanted.rules) - WHOLE), wanted.only(WHOLE)
    reader = _Reader(
        records=readable,
        names=Names(directory.names),
        allowed=HardWords(directory),
        each=each,
        together=together,
    )
    found_in_each = in_parallel(
        _found,
        reader,
        range(len(readable)),
        work="Prüfen von den Sätzen",
        name=lambda index: readable[index].path,
    )
    for record, found in zip(readable, found_in_each, strict=True):
        on_record(len(readable))
        for keys, sentence, finding in found:
            yield record, keys, sentence, finding


class HardWords:
    """Findings that are right as they are: the glossary explains a word, or a name has a long one in this spelling."""

    def __init__(self, directory: Directory) -> None:
        self._glossary = Glossary(directory.vocabulary.spellings)
        self._called = frozenset(word for name in directory.names for word in WORD.findall(name))

    def __contains__(self, finding: Finding) -> bool:
        if finding.rule == "long-word" and finding.text in self._called:
            return True
        return finding.rule in EXPLAINABLE and self._glossary.explains(finding.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Everything that is needed to read the sentences of any of these records."""

    records: Sequence[Readable]
    names: Names
    allowed: HardWords
    each: Profile
    together: Profile


def _found(reader: _Reader, index: int) -> list[tuple[Keys, str, Finding]]:
    fields = list(_lists(reader.records[index]))
    texts = [(reader.each, [((*keys, at), line) for at, line in enumerate(lines)]) for keys, lines in fields]
    texts.append((reader.together, [sentence for _, field in texts for sentence in field]))
    return [
        (*text[finding.item], finding)
        for rules, text in texts
        if rules.rules
        for finding in find([line for _, line in text], rules, reader.names)
        if finding not in reader.allowed
    ]


def _lists(record: Readable) -> Iterable[tuple[Keys, tuple[str, ...]]]:
    return record.sentence_lists if isinstance(record, Draft) else sentence_lists(record)


def _problem(record: Readable, keys: Keys, finding: Finding, severity: Severity) -> Problem:
    at = record.position(*keys, offset=finding.start)
    return Problem(
        path=at.path,
        line=at.line,
        column=at.column,
        code=finding.rule,
        severity=severity,
        message=finding.message,
        hint=finding.suggestion,
    )
