"""Sentences that are hard to read. What rules without mistakes find stops a build; the rest is advice."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from directory.language import Finding, Glossary, Names, Profile, explanations, profile
from directory.language import check as find
from directory.model import Directory, Entry
from directory.model.base import Record
from directory.model.provider import Provider
from directory.model.texts import reading_texts
from directory.model.vocabulary import Locality
from directory.problems import Problem, Severity

# Hard words are allowed where the glossary explains them.
EXPLAINABLE = frozenset({"abbreviation", "foreign-word", "jargon", "long-word", "rare-word"})


def exact(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield what no reader must meet: several sentences in one line, special characters, far too long sentences."""
    full = profile(directory.city.language_profile)
    known = explanations()
    rules = {rule: setting for rule, setting in full.rules.items() if known[rule].exact}
    for record, keys, finding in _findings(directory, replace(full, rules=rules)):
        if finding.severity == Severity.ERROR:
            yield _problem(record, keys, finding, Severity.ERROR)


def advice(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield everything else that the city's profile calls an error or a warning, as a warning; hints are left out."""
    known = explanations()
    for record, keys, finding in _findings(directory, profile(directory.city.language_profile)):
        stops = finding.severity == Severity.ERROR and known[finding.rule].exact
        if finding.severity != Severity.HINT and not stops:
            yield _problem(record, keys, finding, Severity.WARNING)


def names(directory: Directory) -> Names:
    """Return everything in the directory that is called by a name, so that no rule looks at it."""
    words = directory.vocabulary
    called: tuple[Entry | Provider | Locality, ...] = (
        *directory.entries,
        *directory.providers.values(),
        *words.localities.values(),
    )
    return Names(
        [
            *(name for item in called for name in (item.name, *item.other_names)),
            *(street.name for street in words.streets.values()),
            *(area.name for area in words.areas.values()),
            *(place.stop for entry in directory.entries for place in entry.places if place.stop),
            directory.city.name,
        ]
    )


def glossary(directory: Directory) -> Glossary:
    """Return the words that the directory explains."""
    terms = directory.vocabulary.glossary
    return Glossary({term.id: (term.name, *term.other_forms) for term in terms.values()})


def records(directory: Directory) -> Iterator[Record]:
    """Yield everything that was written for readers."""
    yield from directory.entries
    yield from directory.providers.values()
    words: Mapping[str, Mapping[str, Record]] = vars(directory.vocabulary)
    for terms in words.values():
        yield from terms.values()


def _findings(directory: Directory, wanted: Profile) -> Iterator[tuple[Record, tuple[str | int, ...], Finding]]:
    known, explained = names(directory), glossary(directory)
    for record in records(directory):
        for keys, sentences in reading_texts(record):
            for finding in find(sentences, wanted, known):
                if finding.rule in EXPLAINABLE and explained.explains(finding.text):
                    continue
                yield record, (*keys, finding.item), finding


def _problem(record: Record, keys: tuple[str | int, ...], finding: Finding, severity: Severity) -> Problem:
    at = record.position(*keys, offset=finding.start)
    return Problem(at.path, at.line, at.column, finding.rule, severity, finding.message, finding.suggestion)
