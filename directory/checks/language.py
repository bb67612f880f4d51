"""Sentences that are hard to read. What rules without mistakes find stops a build; the rest is advice."""

from collections.abc import Iterator
from datetime import date

from directory.language import Finding, Profile, explanations, profile
from directory.language import check as find
from directory.model import Directory
from directory.model.base import Record
from directory.model.texts import Keys, reading_texts
from directory.problems import Problem, Severity
from directory.wording import glossary, known_names, records

# Hard words are allowed where the glossary explains them.
EXPLAINABLE = frozenset({"abbreviation", "foreign-word", "jargon", "long-word", "rare-word"})

# Rules that look at everything that is said of an offer; the others look at one field.
WHOLE = frozenset({"address-mix", "address-reader", "same-term", "wordmark-mix"})


def exact(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield what no reader must meet: several sentences in one line, special characters, far too long sentences."""
    known = explanations()
    full = profile(directory.city.language_profile)
    wanted = full.only(rule for rule in full.rules if known[rule].exact)
    for record, keys, _sentence, finding in findings(directory, wanted):
        if finding.severity == Severity.ERROR:
            yield _problem(record, keys, finding, Severity.ERROR)


def advice(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield everything else that the city's profile calls an error or a warning, as a warning; hints are left out."""
    known = explanations()
    for record, keys, _sentence, finding in findings(directory, profile(directory.city.language_profile)):
        stops = finding.severity == Severity.ERROR and known[finding.rule].exact
        if finding.severity != Severity.HINT and not stops:
            yield _problem(record, keys, finding, Severity.WARNING)


def everything(directory: Directory, wanted: Profile) -> Iterator[Problem]:
    """Yield all findings of a profile, hints too, each as grave as the profile says."""
    for record, keys, _sentence, finding in findings(directory, wanted):
        yield _problem(record, keys, finding, Severity(finding.severity))


def findings(directory: Directory, wanted: Profile) -> Iterator[tuple[Record, Keys, str, Finding]]:
    """Yield what the rules find, with the record and the keys of the sentence; not what the glossary explains."""
    known, explained = known_names(directory), glossary(directory)
    each, together = wanted.only(set(wanted.rules) - WHOLE), wanted.only(WHOLE)
    for record in records(directory):
        fields = list(reading_texts(record))
        texts = [(each, [((*keys, at), line) for at, line in enumerate(lines)]) for keys, lines in fields]
        texts.append((together, [sentence for _, field in texts for sentence in field]))
        for rules, text in texts:
            for finding in find([line for _, line in text], rules, known) if rules.rules else ():
                if finding.rule not in EXPLAINABLE or not explained.explains(finding.text):
                    yield record, *text[finding.item], finding


def _problem(record: Record, keys: Keys, finding: Finding, severity: Severity) -> Problem:
    at = record.position(*keys, offset=finding.start)
    return Problem(at.path, at.line, at.column, finding.rule, severity, finding.message, finding.suggestion)
