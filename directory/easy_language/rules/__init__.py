"""One function a rule. A rule sees one sentence, or all sentences of a text, and yields what it finds."""

from collections.abc import Mapping

from directory.easy_language.rules.abbreviations import abbreviation
from directory.easy_language.rules.characters import all_caps, gender_sign, quotes, special_character, wordmark_mix
from directory.easy_language.rules.clauses import subordinate
from directory.easy_language.rules.compounds import hyphen_form, long_word
from directory.easy_language.rules.coordination import enumeration, statements
from directory.easy_language.rules.formats import date, phone, time
from directory.easy_language.rules.genitive import genitive
from directory.easy_language.rules.infinitives import infinitive_group
from directory.easy_language.rules.kinds import Limits, SentenceRule, TextRule
from directory.easy_language.rules.length import paragraph_length, sentence_length, sentence_per_item
from directory.easy_language.rules.mood import konjunktiv
from directory.easy_language.rules.number_words import number_word
from directory.easy_language.rules.numbers import decimal, high_number, percent, roman
from directory.easy_language.rules.pronouns import address_mix, address_reader, pronoun
from directory.easy_language.rules.tense import future, plusquamperfekt, praeteritum
from directory.easy_language.rules.terms import question_answer, rare_word, same_term
from directory.easy_language.rules.voice import passive
from directory.easy_language.rules.words import foreign_word, jargon, negation, nominal_style, references

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
    "sentence-per-item": sentence_per_item,
    "sentence-length": sentence_length,
    "abbreviation": abbreviation,
    "number-word": number_word,
    "roman": roman,
    "high-number": high_number,
    "percent": percent,
    "decimal": decimal,
    "date": date,
    "time": time,
    "phone": phone,
    "special-character": special_character,
    "gender-sign": gender_sign,
    "quotes": quotes,
    "all-caps": all_caps,
    "long-word": long_word,
    "hyphen-form": hyphen_form,
    "jargon": jargon,
    "foreign-word": foreign_word,
    "negation": negation,
    "references": references,
    "nominal-style": nominal_style,
    "rare-word": rare_word,
}
TEXT_RULES: Mapping[str, TextRule] = {
    "address-reader": address_reader,
    "address-mix": address_mix,
    "paragraph-length": paragraph_length,
    "wordmark-mix": wordmark_mix,
    "same-term": same_term,
    "question-answer": question_answer,
}
