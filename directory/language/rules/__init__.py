"""One function a rule. A rule sees one sentence, or all sentences of a text, and yields what it finds."""

from collections.abc import Callable, Iterator, Mapping

from directory.language.finding import Match
from directory.language.text import Sentence, Text

# The second argument are the limits of a rule's steps in the profile; empty for rules that do not count.
Limits = tuple[int, ...]
SentenceRule = Callable[[Sentence, Limits], Iterator[Match]]
TextRule = Callable[[Text, Limits], Iterator[tuple[Sentence, Match]]]

SENTENCE_RULES: Mapping[str, SentenceRule] = {}
TEXT_RULES: Mapping[str, TextRule] = {}
