"""One function a rule. A rule sees one sentence, or all sentences of a text, and yields what it finds."""

from collections.abc import Mapping

from directory.language.rules.clauses import subordinate
from directory.language.rules.coordination import enumeration, statements
from directory.language.rules.genitive import genitive
from directory.language.rules.infinitives import infinitive_group
from directory.language.rules.kinds import Limits, SentenceRule, TextRule
from directory.language.rules.mood import konjunktiv
from directory.language.rules.pronouns import address_mix, address_reader, pronoun
from directory.language.rules.tense import future, plusquamperfekt, praeteritum
from directory.language.rules.voice import passive

__all__ = ["SENTENCE_RULES", "TEXT_RULES", "Limits", "SentenceRule", "TextRule"]

SENTENCE_RULES: Mapping[str, SentenceRule] = {
    "passive": passive,
    "konjunktiv": konjunktiv,
    "genitive": genitive,
    "subordinate": subordinate,
    "infinitive-group": infinitive_group,
    "statements": statements,
    "enumeration": enumeration,
    "praeteritum": praeteritum,
    "future": future,
    "plusquamperfekt": plusquamperfekt,
    "pronoun": pronoun,
}
TEXT_RULES: Mapping[str, TextRule] = {"address-reader": address_reader, "address-mix": address_mix}
