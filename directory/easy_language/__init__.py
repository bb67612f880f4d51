"""Rules of easy German: sentences in, findings out. Knows no entries and no files; `check` is the entry point."""

from directory.easy_language.catalogue import Explanation, explanations, measured
from directory.easy_language.check import check
from directory.easy_language.finding import Finding
from directory.easy_language.fix import Rewrite, fixed, rewrites
from directory.easy_language.glossary import Glossary
from directory.easy_language.lines import proofread, rewritten
from directory.easy_language.names import Names
from directory.easy_language.profile import Profile, profile, profile_names

__all__ = [
    "Explanation",
    "Finding",
    "Glossary",
    "Names",
    "Profile",
    "Rewrite",
    "check",
    "explanations",
    "fixed",
    "measured",
    "profile",
    "profile_names",
    "proofread",
    "rewrites",
    "rewritten",
]
