"""Genitives that no noun and no preposition governs: „schweren Herzens“, „der Opfer gedenken“, „der Sache sicher“."""

from collections.abc import Sequence

from directory.easy_language.grammar import DETERMINERS, PREPOSITIONS
from directory.easy_language.nouns import people
from directory.easy_language.text import Kind, Token
from directory.easy_language.wordlist import word_set

# Behind an adjective in -en: „schweren Herzens“, „schnellen Schrittes“.
_HOW = word_set(
    """herzens mutes schrittes fußes blickes glaubens willens weges erachtens wissens sinnes gewissens hauptes blutes
    tages abends morgens nachts stückes ernstes endes"""
)
_MOODS = word_set("dinge laune hoffnung")
_OPINIONS = word_set("meinung ansicht auffassung überzeugung")
_PERIODS = word_set("woche saison")
_CLASS = word_set("erster zweiter dritter")


def fixed(segment: Sequence[Token], i: int) -> int | None:
    """Return the place of the noun of a genitive that says how or when, which begins here with its adjective."""
    if i + 1 >= len(segment) or segment[i].kind is not Kind.WORD or segment[i].name:
        return None
    word, noun = segment[i].lower, segment[i + 1]
    if not noun.capital or noun.name or (segment[i].capital and i):
        return None
    if word == "allen" and noun.lower == "ernstes":
        return i + 1
    before = segment[i - 1].lower if i else ""
    if before in PREPOSITIONS | DETERMINERS or word in DETERMINERS:
        return None
    found = noun.lower in _HOW if word.endswith("en") else _feminine(word, noun.lower, before)
    return i + 1 if found else None


def _feminine(word: str, noun: str, before: str) -> bool:
    """Return whether an adjective in -er and a feminine noun are one: „Anfang nächster Woche“, „guter Dinge sein“."""
    if not word.endswith("er"):
        return False
    if noun in _PERIODS:
        return before in {"anfang", "mitte", "ende"}
    if noun == "klasse":
        return word in _CLASS and before != "" and not before.endswith("er")
    return (noun in _OPINIONS and word in _OF_OPINIONS) or (noun in _MOODS and before != "")


_OF_OPINIONS = word_set("anderer gleicher verschiedener geteilter")
_VERBS = word_set(
    """bedarf bedürfen bedurfte bedurften bedürfe gedenkt gedenke gedenken gedachte gedachten gedacht entbehrt entbehren
    harrt harren"""
)
_REFLEXIVE = word_set("sich mir dir uns euch mich dich")
_REFLEXIVE_VERBS = word_set(
    """erinnert erinnerte erinnerten erinnern erinnere bedient bediente bedienten bedienen erfreut erfreute erfreuen
    enthält enthalten enthielt rühmt rühmte rühmen schämt schäme schämte schämen entledigt entledigte bemächtigt
    bemächtigte bemächtigen entsann entsinnt entsinnen besinnt besann vergewissert vergewissern vergewisserte"""
)
_TAKING = word_set("nimmt nahm nahmen nehmen nehme")
_SURE = word_set("bewusst sicher gewiss")
_ADJECTIVES = word_set("mächtig würdig unwürdig überdrüssig kundig schuldig eingedenk ledig habhaft verdächtig fähig")
_CRIMES = word_set("beschuldigt bezichtigt überführt angeklagt verdächtigt beschuldigen bezichtigen beraubt")


def with_object(segment: Sequence[Token], i: int, noun: int) -> bool:
    """Return whether a verb or an adjective of the clause asks for a genitive, and no preposition stands before it."""
    if i and (segment[i - 1].lower in PREPOSITIONS or segment[i - 1].lower in DETERMINERS):
        return False
    if noun + 1 < len(segment) and segment[noun + 1].lower in _ADJECTIVES:
        return True
    lowers = {token.lower for token in segment}
    if lowers & (_VERBS | _CRIMES):
        # „Der Rat gedenkt …“: what stands before the verb alone is its subject
        return i > 0 or bool(lowers & {"wir", "ich", "sie", "er", "es"})
    if lowers.isdisjoint(_REFLEXIVE) or i == 0:
        return False
    if lowers & _SURE:
        return True
    taking = bool(lowers & _TAKING) and segment[-1].lower == "an"
    return bool(lowers & _REFLEXIVE_VERBS) or taking or bool(lowers & {"annehmen", "angenommen", "anzunehmen"})


_NO_HEADS = word_set("herr herrn frau familie geburt beruf")


def many_people(segment: Sequence[Token], i: int) -> int | None:
    """Return `i` for „der Rat Erwachsener“, „die Pflege Angehöriger“: an adjective as a noun right behind a noun."""
    before = segment[i - 1]
    if before.lower in _NO_HEADS or before.name or segment[i].name or not people(segment[i].text):
        return None
    after = segment[i + 1] if i + 1 < len(segment) else None
    return None if after is not None and after.capital else i
