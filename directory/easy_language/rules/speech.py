"""Reported speech: Konjunktiv I of any verb („der Zug komme später, sagt die Bahn“), and wishes of the same form."""

import re
from collections.abc import Sequence

from directory.easy_language.grammar import DETERMINERS
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.verbs import AUXILIARIES, first_person, infinitive, surely_finite
from directory.easy_language.wordlist import word_set

I = word_set("ich mich mir mein meine meinen meinem meiner meines wir uns unser unsere")  # noqa: E741 - it is the word
SAYING = re.compile(
    r"\b(?:"
    r"sag|mein|erklär|bericht|behaupt|frag|schreib|schrieb|glaub|denk|dachte|erzähl|antwort|teil|heißt|hieß|"
    r"laut|hoff|versprach|versprich|versicher|beton|gab an|gibt an|kündig|forder|mitgeteilt|gesagt|gehört|"
    r"angeblich|auskunft|angaben|aussage|meldung|ruf|rief|findet|fand|warn|bat\b|bitt|wünsch|riet|rät|"
    r"schlägt vor|schlug vor|vermut|bestätig|kritisier|ergänz|wissen wollen|wollte wissen"
    r")",
    re.IGNORECASE,
)
_ACCORDING = word_set(
    """angeblich zufolge laut angaben auskunft aussage aussagen bericht berichten meldung ansicht meinung auffassung
    einschätzung überzeugung darstellung medienberichten informationen schätzungen schätzung wort worten"""
)
# Verbs that stand behind what somebody says: „…, meldet der Wetterdienst“.
_FRAMES = word_set(
    """sagt sagte sagten sagen meint meinte meinten meinen erklärt erklärte berichtet berichtete berichten berichteten
    meldet meldete melden meldeten teilt teilte behauptet behauptete schreibt schrieb glaubt glaubte findet fand
    betont betonte versichert versicherte kündigt kündigte verrät verriet warnt warnte vermutet vermutete heißt hieß
    steht stand verspricht versprach erzählt erzählte antwortet antwortete ruft rief denkt dachte hofft hoffte fragt
    fragte gibt gab räumt räumte fügt fügte stellt stellte erläutert erläuterte ergänzt ergänzte bestätigt
    bestätigte kritisiert kritisierte lobt lobte klagt klagte beklagt beklagte fürchtet fürchtete befürchtet
    befürchtete schätzt schätzte informiert informierte verkündet verkündete urteilt urteilte weiß wusste erfuhr
    liest las hört hörte gesteht gestand begründet begründete mahnt mahnte vermeldet vermeldete beteuert beteuerte
    bekräftigt will wollte zitiert zitierte lautet lautete verlautet argumentiert argumentierte prophezeit rechnet
    rechnete unterstreicht so"""
)
_NOMINATIVE = word_set(
    """der die das ein eine kein keine dein deine sein seine ihr ihre unser unsere dieser diese dieses jeder jede jedes
    euer eure"""
)
_CALLS = word_set("bitte nun jetzt dann also danach zuerst und")


def reported(sentence: Sentence, segment: Sequence[Token], i: int) -> bool:
    """Return whether a form in -e is Konjunktiv I: „er komme“, „…, die Stadt prüfe den Antrag“, „Gott schütze dich“."""
    word = segment[i].lower
    if segment[i].capital or not i or word in _NO_VERBS | DETERMINERS or not word.endswith(("e", "st")):
        return False
    # Last, because it may ask the word list, which takes its time to load.
    return _in_its_place(sentence, segment, i) and first_person(word)


def _in_its_place(sentence: Sentence, segment: Sequence[Token], i: int) -> bool:
    """Return whether a Konjunktiv I stands where this word stands."""
    if any(token.lower in {"ich", "du"} for token in segment):
        return False
    opener = segment[0].lower
    if opener in _OPENING and (i == len(segment) - 1 or infinitive(segment[i - 1].lower)):
        # „ob er noch lebe“
        return opener in {"dass", "ob"} or not sentence.lowers & I
    before, after = around(segment, i)
    if before in {"er", "man", "es"} or after in {"er", "man"} or (before == "sie" and "ich" not in sentence.lowers):
        return before != "es" or not _adjective(segment, i)
    if _adjective(segment, i) or opener in _OPENING or SAYING.match(segment[i].lower):
        return False
    return _wish(sentence, segment, i) or _said(sentence, segment, i)


def _said(sentence: Sentence, segment: Sequence[Token], i: int) -> bool:
    """Return whether others say this clause, and its only finite verb stands here."""
    lowers = sentence.lowers
    if any(token.lower in _ACCORDING for token in segment):
        return not _any_other_verb(segment, i)
    if lowers & {"ich", "du"} or segment[i - 1].lower in _CALLS:
        return False
    if _framed(sentence, segment):
        return not _any_other_verb(segment, i)
    # the verb comes second in reported speech without „dass“; the clause of saying itself is not reported
    return segment is not sentence.segments[0] and not lowers & I and SAYING.search(sentence.text) is not None


_OPENING = word_set("dass ob weil wenn wie wo wann warum was")
_NO_VERBS = word_set("bitte danke heute beide alle")


def _framed(sentence: Sentence, segment: Sequence[Token]) -> bool:
    """Return whether a clause of saying follows: „…, heißt es“, „…, so der Minister“."""
    following = next((other for other in sentence.segments if other[0].start > segment[-1].start), None)
    return following is not None and len(following) > 1 and following[0].lower in _FRAMES


def _wish(sentence: Sentence, segment: Sequence[Token], i: int) -> bool:
    """Return whether one person or thing is the subject: „Das neue Jahr bringe Glück“, „Gott schütze dich“."""
    if segment[i - 1].text == "Gott" or (segment[i].lower == "lebe" and segment[0].lower in {"hoch", "lang", "lange"}):
        return True
    if segment[0].lower not in _NOMINATIVE or sentence.lowers & {"ich", "mich", "du"} or not segment[i - 1].capital:
        return False
    inner = segment[1 : i - 1]
    plain = all(token.kind is Kind.WORD and not token.capital and token.lower.endswith("e") for token in inner)
    return plain and not _any_other_verb(segment, i)


def _any_other_verb(segment: Sequence[Token], i: int) -> bool:
    return any(
        j != i
        and not token.capital
        and token.kind is Kind.WORD
        and (surely_finite(token.lower) or (token.lower in AUXILIARIES and j < len(segment) - 1))
        for j, token in enumerate(segment)
    )


def _adjective(segment: Sequence[Token], i: int) -> bool:
    before, _after = around(segment, i)
    return (before in DETERMINERS or before.endswith("e")) and i + 1 < len(segment) and segment[i + 1].capital


def around(segment: Sequence[Token], i: int) -> tuple[str, str]:
    """Return the words before and after, in small letters; empty where there is none."""
    return (segment[i - 1].lower if i else ""), (segment[i + 1].lower if i + 1 < len(segment) else "")
