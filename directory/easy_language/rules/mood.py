"""Konjunktiv: what is only possible, wished or said by others."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from directory.easy_language.finding import Match
from directory.easy_language.grammar import DETERMINERS
from directory.easy_language.lemmas import lemma
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.rules.speech import SAYING, I, around, reported
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.verbs import AUXILIARIES, participle, past, strong_past, subjunctive
from directory.easy_language.wordlist import word_set

_FIRST_KIND = word_set("""könne müsse dürfe solle wolle möge wisse könnest müssest dürfest sollest wollest mögest""")
_BE = word_set("sei seien seiest seist seiet")
# The same form as with „ich“.
_LIKE_I = word_set("habe werde")
_SHOULD = word_set("sollte sollten solltest solltet")
_WISH = word_set("möchte möchten möchtest möchtet")
_THIRD = word_set("er sie es man")
_PAST_TIMES = word_set(
    """gestern vorgestern damals früher einst ursprünglich seinerzeit vorhin letzte letzten letztes letzter
    vergangene vergangenen zuerst"""
)
_PAST_VERBS = word_set(
    """war waren hatte hatten wurde wurden konnte konnten musste mussten durfte durften wollte wollten kam kamen
    ging gab"""
)
_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20[01]\d|202[0-5])\b")
# Present forms of other verbs, and nouns, that look like Konjunktiv II.
_OTHER = word_set(
    """dränge drängen zwänge zwängen tränke trüge schiene schienen wiese griffe hiebe triebe söffe bisse risse tue kaufe
    laufe"""
)


def konjunktiv(sentence: Sentence, _limits: Limits) -> Iterator[Match]:
    """Yield each verb in Konjunktiv II or I; „möchte“ is free, and so is „sollte“ where it is past."""
    for segment in sentence.segments:
        for i, token in enumerate(segment):
            if token.kind is not Kind.WORD or token.name or len(token.text) < 3:  # noqa: PLR2004 - counts words or letters
                continue
            if token.capital and not sentence.first(token):
                continue
            if _is_konjunktiv(sentence, segment, i):
                yield Match(start=token.start, end=token.end)


def _is_konjunktiv(sentence: Sentence, segment: Sequence[Token], i: int) -> bool:
    word = segment[i].lower.removesuffix("'s").removesuffix("’s")
    if word in _CLIPPED | _MAYBE_CLIPPED:
        return _clipped(sentence, segment, i, word)
    if not word.endswith(("e", "en", "st", "t", "i")) or word in _WISH:
        return False
    if special := _SPECIAL.get(word):
        return special(sentence, segment, i)
    if not _second_kind(word):
        return word.endswith("e") and reported(sentence, segment, i)
    if segment[i].capital and word not in AUXILIARIES and lemma(segment[i].text)[:1].isupper():
        return False
    return not (segment[i].capital and (word in _MAYBE_NOUNS and _noun_first(segment, i)))


def _clipped(sentence: Sentence, segment: Sequence[Token], i: int, word: str) -> bool:
    """Return whether a form without -e is spoken Konjunktiv: „das wär schön“, „er könnt“, but not „ihr könnt“."""
    if word in _CLIPPED:
        return not segment[i].capital or i + 1 < len(segment)
    return not sentence.lowers & {"ihr", "euch", "euer"} and bool(set(around(segment, i)) & _ONE_PERSON)


# Spoken forms without -e; some are also „ihr könnt“.
_CLIPPED = word_set("wär wärs hätt hätts würd würds gäb gäbs käm tät täts wüsst säh fänd bräucht stünd nähm")
_MAYBE_CLIPPED = word_set("könnt müsst dürft möcht sollt wollt")
_ONE_PERSON = word_set("ich er man es das")
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
    before, after = around(segment, i)
    if segment[i].lower == "seien":
        return not (
            after == "sie" and segment[i + 1].capital and before in {"", "bitte", "und", "dann", "also", "aber"}
        )
    if before in {"gott", "dank"} or (i > 0 and segment[i - 1].text == "Gott"):
        return False
    if "du" in sentence.lowers and before not in {"er", "sie", "es", "man"} and not SAYING.search(sentence.text):
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
        after.capital or after.lower in DETERMINERS or after.lower in _THIRD | I | {"du", "ihr", "das", "jemand"}
    ) or (after.lower in {"der", "des"} and after.lower == "des")


def _not_i(sentence: Sentence, segment: Sequence[Token], i: int) -> bool:
    """Return whether „habe“ or „werde“ goes with a third person."""
    here = {token.lower for token in segment}
    before, after = around(segment, i)
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
            and here.isdisjoint(I)
            and (
                segment[0].lower in {"dass", "ob"}
                or (
                    segment[0].lower in DETERMINERS
                    and not segment[0].capital
                    and SAYING.search(sentence.text) is not None
                )
            )
        )
    if before in {"", "und", "oder", "aber"}:
        return bool(SAYING.search(sentence.text)) and before != ""
    return True


_SPECIAL: Mapping[str, Callable[[Sentence, Sequence[Token], int], bool]] = MappingProxyType(
    {
        **dict.fromkeys(_SHOULD, _advice),
        **dict.fromkeys(_BE, _said_to_be),
        **dict.fromkeys(_FIRST_KIND, lambda _, segment, i: not _noun_first(segment, i)),
        **dict.fromkeys(_LIKE_I, _not_i),
    }
)
