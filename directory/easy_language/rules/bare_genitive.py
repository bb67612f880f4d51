"""The genitive without an article: of names, of adjectives, after prepositions."""

from collections.abc import Sequence
from functools import cache

from directory.easy_language.grammar import COORDINATORS, DETERMINERS, PERSONAL, PREPOSITIONS, SUBORDINATORS, TIMES
from directory.easy_language.lemmas import known, lemma
from directory.easy_language.nouns import base, feminine, genitive_form, plural, same_plural
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.verbs import participle
from directory.easy_language.wordlist import word_set, words

_REQUESTS = word_set("danke folge traue vertraue schreibe gebe gib hilf zeige sage glaube nimm können")


def is_noun(sentence: Sentence, token: Token) -> bool:
    """Return whether the word is a noun: a capital letter, and at the beginning of a sentence no other reading."""
    if (
        token.kind is not Kind.WORD
        or not token.capital
        or token.lower in PERSONAL | {"ihnen", "ihr", "ihre", "ihren", "ihrer"}
    ):
        return False
    return not sentence.first(token) or _noun_at_start(token.text)


@cache
def _noun_at_start(text: str) -> bool:
    lower = text.lower()
    if lower in DETERMINERS | PREPOSITIONS | SUBORDINATORS | COORDINATORS | PERSONAL:
        return False
    if lemma(text)[:1].islower():
        return False
    if not known(lower) or lemma(lower)[:1].isupper():
        return True
    # „Haus der Begegnung“, „Treffen der Gruppe“: a verb of the same form would need a subject, or be a request
    return (
        lemma(lower).endswith("n")
        and lower not in words("giving-verbs") | words("dative-verbs") | _REQUESTS
        and not lower.endswith("t")
    )


def bare_plural(sentence: Sentence, segment: Sequence[Token], i: int) -> int | None:
    """Return the noun of „Treffen junger Eltern“: an adjective in -er without an article, behind a noun."""
    before = segment[i - 1]
    if not is_noun(sentence, before) or before.lower in TIMES or before.name:
        return None
    j = i
    while (
        j < len(segment) and segment[j].lower.endswith("er") and not segment[j].capital and _adjective(segment[j].lower)
    ):
        j += 1
        if j + 1 < len(segment) and segment[j].lower == "und" and segment[j + 1].lower.endswith("er"):
            j += 1
    if j == i or j >= len(segment):
        return None
    noun = segment[j]
    if not noun.capital or noun.kind is not Kind.WORD or noun.name:
        return None
    fits = plural(noun.text) or feminine(noun.text) or (same_plural(noun.text) and i > 1)
    return j if fits and not _article_before(segment, i) else None


def _article_before(segment: Sequence[Token], i: int) -> bool:
    """Return whether an article stands before the adjective."""
    return segment[i - 1].lower in DETERMINERS


@cache
def _adjective(word: str) -> bool:
    bases = lemma(word)
    if word in {
        "immer",
        "wieder",
        "aber",
        "über",
        "unter",
        "hier",
        "oder",
        "nur",
        "weiter",
        "sicher",
        "leider",
        "außer",
        "hinter",
        "mehr",
        "eher",
        "später",
        "früher",
        "lieber",
        "unser",
        "euer",
        "besser",
        "länger",
        "daher",
        "bisher",
        "woher",
    }:
        return False
    return (
        word.endswith("erer")
        or bases in (word[:-2], word[:-2] + "e", word[:-1])
        or participle(word[:-2])
        or (word.endswith(("ender", "iger", "licher", "ischer")) and word != "weniger")
    )


def bare_time(segment: Sequence[Token], i: int) -> int | None:
    """Return the noun of „Ende nächsten Jahres“, „guten Mutes“: -en and a genitive in -es, without an article."""
    noun = segment[i + 1]
    if (
        not noun.capital
        or not noun.text.endswith("s")
        or segment[i].lower in DETERMINERS | PREPOSITIONS
        or noun.kind is not Kind.WORD
    ):
        return None
    if i and (segment[i - 1].lower in DETERMINERS):
        return None
    sure = noun.lower in {
        "jahres",
        "monats",
        "tages",
        "sommers",
        "winters",
        "herbstes",
        "semesters",
        "schuljahres",
        "quartals",
        "jahrhunderts",
    }
    measured = i > 0 and segment[i - 1].capital and not _s_plural(noun.text)  # „ein Glas kalten Wassers“
    if not sure and not ((noun.text.endswith("es") or measured) and genitive_form(noun.text)):
        return None
    return i + 1


def bare_after_preposition(segment: Sequence[Token], i: int) -> int | None:
    """Return the noun of „wegen Umbaus“, „trotz schlechten Wetters“, „innerhalb Bremens“."""
    for j in range(i + 1, min(i + 4, len(segment))):
        token = segment[j]
        if token.capital:
            sure = genitive_form(token.text) and not _s_plural(token.text)
            return j if sure or (place(token.text[:-1]) and token.text.endswith("s")) else None
        if token.lower in DETERMINERS | PREPOSITIONS or not token.lower.endswith(("en", "er")):
            return None
        if token.lower.endswith("er") and j + 1 < len(segment) and segment[j + 1].capital and _adjective(token.lower):
            return j + 1
    return None


def _s_plural(noun: str) -> bool:
    """Return whether the -s may be a plural: „Autos“, „Kitas“, „Tests“."""
    word = base(noun).lower()
    return (word.endswith(("a", "i", "o", "u", "y", "é", "ee")) and not word.endswith(("au", "eu", "ei"))) or word in {
        "test",
        "club",
        "team",
        "chef",
        "park",
        "streik",
        "tipp",
        "shop",
        "treff",
        "job",
        "flyer",
        "workshop",
    }


def place(name: str) -> bool:
    """Return whether it is the name of a town or country."""
    return name in words("places")
