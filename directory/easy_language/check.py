"""Runs the rules of a profile over sentences."""

from collections.abc import Iterator, Sequence

from directory.easy_language.catalogue import explanations
from directory.easy_language.finding import Finding, Match
from directory.easy_language.names import Names
from directory.easy_language.profile import Profile
from directory.easy_language.rules import SENTENCE_RULES, TEXT_RULES
from directory.easy_language.text import Sentence, Text

NOBODY = Names()

LONGEST_QUOTATION = 60  # characters


def check(items: Sequence[str], profile: Profile, names: Names = NOBODY) -> list[Finding]:
    """Return what is hard to read in a text, in order; each item is one sentence of it.

    Rules about single sentences see each item alone, rules about texts see them together.
    """
    sentences = [names.sentence(text, index) for index, text in enumerate(items)]
    return sorted(_find(sentences, profile), key=_place)


def _place(finding: Finding) -> tuple[int, int, int, str]:
    return finding.item, finding.start, finding.end, finding.rule


def _find(sentences: Sequence[Sentence], profile: Profile) -> Iterator[Finding]:
    text = Text(sentences)
    for rule, setting in profile.rules.items():
        if by_sentence := SENTENCE_RULES.get(rule):
            for sentence in sentences:
                for match in by_sentence(sentence, setting.limits):
                    yield _finding(rule, sentence, match, profile)
        else:
            for sentence, match in TEXT_RULES[rule](text, setting.limits):
                yield _finding(rule, sentence, match, profile)


def _finding(rule: str, sentence: Sentence, match: Match, profile: Profile) -> Finding:
    explanation, setting = explanations()[rule], profile.rules[rule]
    text = sentence.text[match.start : match.end]
    return Finding(
        item=sentence.index,
        start=match.start,
        end=match.end,
        rule=rule,
        severity=setting.levels[min(match.level, len(setting.levels) - 1)],
        text=text,
        message=explanation.message.format(text=_shown(text), **match.values),
        suggestion=match.suggestion or explanation.suggestion,
        source=setting.source,
        replacement=match.replacement,
    )


def _shown(text: str) -> str:
    """Return the text as a message quotes it: as much as a person reads."""
    return text if len(text) <= LONGEST_QUOTATION else f"{text[:LONGEST_QUOTATION]}…"
