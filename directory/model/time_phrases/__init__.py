"""Times as people write them, to rules, words that are kept, and questions: one grammar for all ways in.

A weekday phrase is a day, a range or an enumeration, with the ordinal in the month where there is one. A time phrase is
one or more spans. A rhythm is every n weeks, or even or odd weeks. An exception is a closed day, a holiday, a month. A
line is days with hours, again and again. What has no place in this is words: they are kept as a note, unless they can
change what the rest means; then nothing is read, and a question names them. Nothing is guessed. What has a number and
is no time, such as a room, stands in things.yaml; all other words stand in words.yaml.
"""

from directory.model.time_phrases.asking import Question
from directory.model.time_phrases.rules import Reading, read_times, rules_in_words

__all__ = ["Question", "Reading", "read_times", "rules_in_words"]
