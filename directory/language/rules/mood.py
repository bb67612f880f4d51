"""Konjunktiv: what is only possible, wished or said by others."""

import re
from collections.abc import Iterator, Sequence

from directory.language.finding import Match
from directory.language.grammar import DETERMINERS
from directory.language.lemmas import lemma
from directory.language.rules.kinds import Limits
from directory.language.text import Kind, Sentence, Token
from directory.language.verbs import AUXILIARIES, first_person, infinitive, participle, past, strong_past, subjunctive
from directory.language.wordlist import word_set

_FIRST_KIND = word_set("""könne müsse dürfe solle wolle möge wisse könnest müssest dürfest sollest wollest mögest""")
_ACCORDING = word_set("angeblich zufolge laut angaben auskunft aussage bericht berichten meldung")
_BE = word_set("sei seien seiest seist seiet")
# The same form as with „ich“.
_LIKE_I = word_set("habe werde")
_SHOULD = word_set("sollte sollten solltest solltet")
_WISH = word_set("möchte möchten möchtest möchtet")
_I = word_set("ich mich mir mein meine meinen meinem meiner meines wir uns unser unsere")
_THIRD = word_set("er sie es man")
_PAST_TIMES = word_set(
    """gestern vorgestern damals früher einst ursprünglich seinerzeit vorhin letzte letzten letztes letzter
    vergangene vergangenen zuerst"""
)
_PAST_VERBS = word_set(
    """war waren hatte hatten wurde wurden konnte konnten musste mussten durfte durften wollte wollten kam kamen
    ging gab"""
)
_SAYING = re.compile(
    r"\b(?:"
    r"sag|mein|erklär|bericht|behaupt|frag|schreib|schrieb|glaub|denk|dachte|erzähl|antwort|teil|heißt|hieß|"
    r"laut|hoff|versprach|versprich|versicher|beton|gab an|gibt an|kündig|forder|mitgeteilt|gesagt|gehört|"
    r"angeblich|auskunft|angaben|aussage|meldung|ruf|rief|findet|fand|warn|bat\b|bitt|wünsch|riet|rät|"
    r"schlägt vor|schlug vor|vermut|bestätig|kritisier|ergänz|wissen wollen|wollte wissen"
    r")",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20[01]\d|202[0-5])\b")
# Present forms of other verbs, and nouns, that look like Konjunktiv II.
_OTHER = word_set(
    """dränge zwänge tränke trüge schiene schienen wiese griffe hiebe triebe söffe bisse risse tue kaufe laufe"""
)
_WEAK_SIGHT = word_set("bittere bessere leere ferne")


def konjunktiv(sentence: Sentence, _limits: Limits) -> Iterator[Match]:
    """Yield each verb in Konjunktiv II or I; „möchte“ is free, and so is „sollte“ where it is past."""
    for segment in sentence.segments:
        for i, token in enumerate(segment):
            if token.kind is not Kind.WORD or token.name or len(token.text) < 3:  # noqa: PLR2004 - counts words or letters
                continue
            if token.capital and not sentence.first(token):
                continue
            if _is_konjunktiv(sentence, segment, i):
                yield Match(token.start, token.end)


def _is_konjunktiv(sentence: Sentence, segment: Sequence[Token], i: int) -> bool:  # noqa: PLR0911 - one reading after the other
    word = segment[i].lower
    if not word.endswith(("e", "en", "st", "t", "i")):
        return False
    if word in _SHOULD:
        return _advice(sentence, segment, i)
    if word in _WISH:
        return False
    if word in _BE:
        return _said_to_be(sentence, segment, i)
    if word in _FIRST_KIND:
        return not _noun_first(segment, i)
    if word in _LIKE_I:
        return _not_i(sentence, segment, i)
    if _second_kind(word):
        if segment[i].capital and word not in AUXILIARIES and lemma(segment[i].text)[:1].isupper():
            return False
        return not (segment[i].capital and (word in _MAYBE_NOUNS and _noun_first(segment, i)))
    return word.endswith("e") and _reported(sentence, segment, i)


_MAYBE_NOUNS = word_set("""würde würden bände stände flüsse schlüsse zöge lüge läge lägen sänge säfte böte gäste""")


def _second_kind(word: str) -> bool:
    return (
        word not in _OTHER
        and word[-1] in "ent"
        and subjunctive(word) not in ("", "sollen", "wollen", "senden", "mögen")
    )


def _advice(sentence: Sentence, segment: Sequence[Token], i: int) -> bool:
    """Return whether „sollte“ gives advice or a condition, and is not the past of „soll“."""
    if segment[i].lower in {"solltest", "solltet"}:
        return not sentence.lowers & _PAST_TIMES
    lowers = sentence.lowers
    if lowers & {"wenn", "falls"} or (segment[-1].lower == "haben" and participle(segment[-2].lower)):
        return True
    others = {token.lower for token in sentence.tokens if token.kind is Kind.WORD and not token.capital} - _SHOULD
    if (
        "als kind" in sentence.text.lower()
        or lowers & _PAST_TIMES
        or lowers & _PAST_VERBS
        or _YEAR.search(sentence.text)
    ):
        return False
    return not any(strong_past(word) or (word.endswith(("te", "ten")) and past(word)) for word in others)


def _said_to_be(sentence: Sentence, segment: Sequence[Token], i: int) -> bool:
    """Return whether „sei“ or „seien“ is no imperative: „Seien Sie pünktlich“, „Sei leise“."""
    before, after = _around(segment, i)
    if segment[i].lower == "seien":
        return not (
            after == "sie" and segment[i + 1].capital and before in {"", "bitte", "und", "dann", "also", "aber"}
        )
    if before in {"gott", "dank"} or (i > 0 and segment[i - 1].text == "Gott"):
        return False
    if "du" in sentence.lowers and before not in {"er", "sie", "es", "man"} and not _SAYING.search(sentence.text):
        return False
    if segment[i].lower == "sei" and before in {"", "bitte", "und", "dann", "also", "aber"}:
        return after in {"es", "er", "sie", "das", "der", "die", "ein", "eine"}
    return True


def _noun_first(segment: Sequence[Token], i: int) -> bool:
    """Return whether a capital word at the beginning is a noun („Würde ist …“), as no subject follows."""
    if not segment[i].capital or i > 0:
        return False
    if i + 1 >= len(segment):
        return True
    after = segment[i + 1]
    return not (
        after.capital or after.lower in DETERMINERS or after.lower in _THIRD | _I | {"du", "ihr", "das", "jemand"}
    ) or (after.lower in {"der", "des"} and after.lower == "des")


def _not_i(sentence: Sentence, segment: Sequence[Token], i: int) -> bool:
    """Return whether „habe“ or „werde“ goes with a third person."""
    here = {token.lower for token in segment}
    before, after = _around(segment, i)
    if "ich" in here:
        return False
    if segment[i].capital:
        return after in {"er", "man", "es"} and not sentence.text.rstrip().endswith("!")
    if before in _THIRD or after in {"er", "man"}:
        return True
    if "ich" in sentence.lowers:
        # „Ich bin krank, habe aber gearbeitet“ leaves „ich“ out
        return (
            i > 0
            and here.isdisjoint(_I)
            and (
                segment[0].lower in {"dass", "ob"}
                or (
                    segment[0].lower in DETERMINERS
                    and not segment[0].capital
                    and _SAYING.search(sentence.text) is not None
                )
            )
        )
    if before in {"", "und", "oder", "aber"}:
        return bool(_SAYING.search(sentence.text)) and before != ""
    return True


def _reported(sentence: Sentence, segment: Sequence[Token], i: int) -> bool:  # noqa: PLR0911 - one reading after the other
    """Return whether a form in -e is Konjunktiv I: „er komme“, „…, die Stadt prüfe den Antrag“."""
    word = segment[i].lower
    if segment[i].capital or not i:
        return False
    before, after = _around(segment, i)
    here = {token.lower for token in segment}
    if "ich" in here or "du" in here:
        return False
    near = (before in {"er", "man", "es"} or after in {"er", "man"}) or (
        before == "sie" and "ich" not in sentence.lowers
    )
    if not near and (sentence.lowers & _I or not _SAYING.search(sentence.text)):
        return False
    if not first_person(word) or word in {"bitte", "danke", "heute"}:
        return False
    if near:
        return before != "es" or not _adjective(segment, i)
    last = i == len(segment) - 1
    if segment[0].lower in {"dass", "ob", "weil", "wenn", "wie", "wo", "wann", "warum", "was"}:
        return last or infinitive(segment[i - 1].lower)
    # the verb comes second in reported speech without „dass“; the clause of saying itself is not reported
    return (
        not _adjective(segment, i)
        and not _SAYING.match(word)
        and (segment is not sentence.segments[0] or bool(sentence.lowers & _ACCORDING))
    )


def _adjective(segment: Sequence[Token], i: int) -> bool:
    before, _after = _around(segment, i)
    return (before in DETERMINERS or before.endswith("e")) and i + 1 < len(segment) and segment[i + 1].capital


def _around(segment: Sequence[Token], i: int) -> tuple[str, str]:
    return (segment[i - 1].lower if i else ""), (segment[i + 1].lower if i + 1 < len(segment) else "")
