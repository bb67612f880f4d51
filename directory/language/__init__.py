"""Rules of easy German: sentences in, findings out. Knows no entries and no files; `check` is its main door."""

from directory.language.catalogue import Explanation, explanations, measured
from directory.language.check import check
from directory.language.finding import Finding
from directory.language.fix import fixed
from directory.language.glossary import Glossary
from directory.language.lines import proofread, rewritten
from directory.language.names import Names
from directory.language.profile import Profile, profile, profile_names

__all__ = [
    "Explanation",
    "Finding",
    "Glossary",
    "Names",
    "Profile",
    "check",
    "explanations",
    "fixed",
    "measured",
    "profile",
    "profile_names",
    "proofread",
    "rewritten",
]
