"""What every rule looks like."""

from collections.abc import Callable, Iterator

from directory.easy_language.finding import Match
from directory.easy_language.text import Sentence, Text

# The second argument are the limits of a rule's steps in the profile; empty for rules that do not count.
Limits = tuple[int, ...]
SentenceRule = Callable[[Sentence, Limits], Iterator[Match]]
TextRule = Callable[[Text, Limits], Iterator[tuple[Sentence, Match]]]
