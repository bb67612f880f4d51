"""The genitive: with articles, after prepositions, of names, of adjectives without an article."""

from collections.abc import Iterator, Sequence

from directory.easy_language.finding import Match
from directory.easy_language.grammar import COORDINATORS, DETERMINERS, PERSONAL, PREPOSITIONS, TIMES
from directory.easy_language.lemmas import known
from directory.easy_language.nouns import feminine, genitive_form, plural, same_plural, weak
from directory.easy_language.rules.bare_genitive import bare_after_preposition, bare_plural, bare_time, is_noun
from directory.easy_language.rules.datives import dative, inside
from directory.easy_language.rules.fixed_genitive import fixed, many_people, with_object
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.rules.name_genitive import TITLES, with_name
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.verbs import finite
from directory.easy_language.wordlist import word_set

_SURE = word_set("des wessen dessen deren jemandes niemandes")
# In „-es“ these have no other use before a noun …
_OWN = word_set("eines meines deines seines ihres unseres unsres eures keines")
# … these also are nominative and accusative of neuter nouns.
_NEUTER = word_set("dieses jenes jedes manches solches welches")
# In „-er“ these are never the subject before a noun …
_NO_SUBJECT = word_set("einer meiner deiner seiner ihrer unserer unsrer eurer keiner")
# … these are, before masculine nouns.
_DER = word_set("der dieser jener jeder welcher mancher solcher")
_ER = _NO_SUBJECT | _DER
_MANY = word_set(
    """vieler mehrerer einiger aller zweier dreier beider anderer weiterer verschiedener zahlreicher sämtlicher"""
)
_GENITIVE_PREPOSITIONS = word_set(
    """wegen trotz während statt anstatt innerhalb außerhalb oberhalb unterhalb aufgrund anhand mithilfe mittels
    infolge anlässlich bezüglich hinsichtlich zugunsten zuungunsten zulasten seitens einschließlich inklusive
    jenseits diesseits ungeachtet angesichts inmitten dank zwecks abseits beiderseits namens mangels unweit
    entlang anstelle hinsichtlich exklusive kraft"""
)
# These open a clause too, or are something else as well: only plainly feminine or plural nouns count.
_UNSURE_PREPOSITIONS = frozenset(("während", "statt", "dank", "entlang"))
_PART_OF = word_set(
    """viele einige alle manche beide mehrere jede jeder jedes eine einer eines keine keiner keines welche welcher wer
    meisten zwei drei vier fünf zwölf zehn niemand jemand wenige"""
)
_POSTPOSITIONS = word_set("zuliebe entgegen gegenüber zufolge nach entlang")
_AFTER = word_set("wegen halber willen")
_OPINIONS = word_set("meinung ansicht auffassung überzeugung")
_TRIGGERS = _SURE | _OWN | _NEUTER | _ER | _MANY


def genitive(sentence: Sentence, _limits: Limits) -> Iterator[Match]:
    """Yield each genitive, from its article (or preposition, or name) to its noun."""
    end = 0
    for segment in sentence.segments:
        for i, token in enumerate(segment):
            if token.kind is not Kind.WORD or token.name or token.start < end:
                continue
            last = _genitive_at(sentence, segment, i)
            if last is not None:
                end = segment[last].end
                yield Match(start=token.start, end=end)


def _genitive_at(sentence: Sentence, segment: Sequence[Token], i: int) -> int | None:
    """Return the place of the last word of the genitive that begins here."""
    word, first = segment[i].lower, not segment[i].capital or sentence.first(segment[i])
    if word.endswith(("en", "er")) and (adverbial := fixed(segment, i)):
        return adverbial
    if word in _TRIGGERS:
        return _with_article(sentence, segment, i)
    if word in _GENITIVE_PREPOSITIONS and first:
        return bare_after_preposition(segment, i)
    if segment[i].capital and (found := _capital(sentence, segment, i)) is not None:
        return found
    if not first or not word.endswith(("en", "er")) or i + 1 >= len(segment):
        return None
    return bare_time(segment, i) if word.endswith("en") else bare_plural(sentence, segment, i) if i else None


def _capital(sentence: Sentence, segment: Sequence[Token], i: int) -> int | None:
    """Return the end of a genitive that begins with a name or with „Erwachsener“."""
    word = segment[i].lower
    if word in TITLES or word[-1] in "szxß":
        return with_name(sentence, segment, i)
    if word.endswith("er") and i and is_noun(sentence, segment[i - 1]):
        return many_people(segment, i)
    return None


def _with_article(sentence: Sentence, segment: Sequence[Token], i: int) -> int | None:  # noqa: PLR0911 - one reading after the other
    word = segment[i].lower
    noun = _noun_after(segment, i)
    if word in _SURE:
        if word in {"dessen", "deren", "wessen", "jemandes", "niemandes"}:
            return i if noun is None else noun
        return None if _foreign(segment, i) else (i if noun is None else _whole(segment, noun))
    if noun is None:
        return i if _of_all(sentence, segment, i) else None
    if segment[noun].name and word not in _OWN:
        return None
    if word in _OWN:
        return noun
    if word in _NEUTER:
        inner = segment[i + 1 : noun]
        if inner:
            return noun if all(token.lower.endswith(("en", "er")) for token in inner) else None
        return noun if genitive_form(segment[noun].text) or weak(segment[noun].text) else None
    return noun if _er_is_genitive(sentence, segment, i, noun) else None


def _of_all(sentence: Sentence, segment: Sequence[Token], i: int) -> bool:
    """Return whether „aller“ stands alone behind a noun: „zum Wohl aller“."""
    ends = i + 1 == len(segment) or finite(segment[i + 1].lower)
    return segment[i].lower in {"aller", "vieler", "beider"} and i > 0 and ends and is_noun(sentence, segment[i - 1])


def _whole(segment: Sequence[Token], noun: int) -> int:
    """Return the place of the noun behind a capital adjective: „des Sozialpsychiatrischen Dienstes“."""
    after = segment[noun + 1] if noun + 1 < len(segment) else None
    longer = segment[noun].text.endswith("en") and after is not None and after.kind is Kind.WORD and after.capital
    return noun + 1 if longer else noun


def _foreign(segment: Sequence[Token], i: int) -> bool:
    """Return whether „des“ is French: „Café des Arts“ has no German noun behind it."""
    if i and segment[i - 1].lower in _FRENCH:
        return True
    after = segment[i + 1] if i + 1 < len(segment) else None
    return after is not None and after.capital and not after.text.endswith(("s", "n")) and not known(after.text)


_FRENCH = word_set("café cafe rue place maison palais hôtel cour jardin salon")


def _er_is_genitive(sentence: Sentence, segment: Sequence[Token], i: int, noun: int) -> bool:  # noqa: C901, PLR0911 - one reading after the other
    """Return whether „der …“ and the like are a genitive, and not a subject, a dative or part of a relative clause."""
    word, before = segment[i].lower, segment[i - 1] if i else None
    after = segment[noun + 1].lower if noun + 1 < len(segment) else ""
    if after in _AFTER:
        return True
    if after in _POSTPOSITIONS and not (after == "nach" and before is not None and is_noun(sentence, before)):
        return False
    if word in _MANY:
        return _many(sentence, segment, i, noun)
    if with_object(segment, i, noun) and (
        word in _NO_SUBJECT or _weak(segment, i, noun) or _fits_der(segment, i, noun)
    ):
        return True
    if before is None:
        return False
    if before.lower == "beispiel" and i > 1 and segment[i - 2].lower == "zum":
        return False
    if before.lower in _GENITIVE_PREPOSITIONS and not (before.capital and i > 1):
        if before.lower in _UNSURE_PREPOSITIONS:
            return (
                word in _NO_SUBJECT
                or _weak(segment, i, noun)
                or feminine(segment[noun].text)
                or plural(segment[noun].text)
            )
        return True
    if segment[noun].lower in _OPINIONS and before.lower in _BEING:
        return True
    if before.lower in _PART_OF or (before.kind is Kind.NUMBER and _many_noun(segment, noun)):
        return _partitive(segment, i, noun)
    if not is_noun(sentence, before):
        return False
    if word in _DER and not _weak(segment, i, noun) and not _fits_der(segment, i, noun):
        return False
    return not dative(sentence, segment, i, noun)


_BEING = word_set("bin bist ist sind war waren sei seien wäre")


def _many_noun(segment: Sequence[Token], noun: int) -> bool:
    return plural(segment[noun].text) or same_plural(segment[noun].text)


def _many(sentence: Sentence, segment: Sequence[Token], i: int, noun: int) -> bool:
    """Return whether „vieler Menschen“ and the like are a genitive: never after other prepositions."""
    before = segment[i - 1] if i else None
    if before is None:
        return False
    if before.lower in _GENITIVE_PREPOSITIONS:
        return True
    if before.lower in DETERMINERS or not _many_noun(segment, noun):
        return segment[i].lower == "aller" and is_noun(sentence, before)
    return is_noun(sentence, before) or before.lower in {"und", "oder"}


def _partitive(segment: Sequence[Token], i: int, noun: int) -> bool:
    """Return whether „einige der Frauen“: the noun must be many, or a whole."""
    text = segment[noun].text
    word = segment[i - 1].lower
    if segment[i].lower in _DER and not (plural(text) or same_plural(text) or _weak(segment, i, noun)):
        return False
    if word in {"wer", "alle", "welche"} and i == 1 and not plural(text):
        return False
    behind_preposition = i > 1 and segment[i - 2].lower in PREPOSITIONS
    return not (behind_preposition and word in {"jede", "jeder", "eine", "einer"} and not _many_noun(segment, noun))


def _weak(segment: Sequence[Token], i: int, noun: int) -> bool:
    """Return whether an adjective in -en stands between: „der neuen Gruppe“ is never the subject."""
    inner = [token for token in segment[i + 1 : noun] if token.kind is Kind.WORD and not token.capital]
    return bool(inner) and inner[-1].lower.endswith("en")


def _fits_der(segment: Sequence[Token], i: int, noun: int) -> bool:
    """Return whether „der“ + this noun can be a genitive at all: feminine or many, not one man or thing."""
    text = segment[noun].text
    if segment[i + 1 : noun] and not _weak(segment, i, noun):
        return False
    if feminine(text) or plural(text):
        return True
    return same_plural(text) and _has_subject(segment, i)


def _has_subject(segment: Sequence[Token], i: int) -> bool:
    """Return whether „der Lehrer“ need not be the subject: there is another, or the noun before has an article."""
    before = segment[i - 1]
    if before.lower in TIMES or any(before.lower.endswith(day) for day in ("tag", "woche", "uhr")):
        return False
    opener = next(
        (
            segment[j]
            for j in range(i - 2, -1, -1)
            if segment[j].lower in DETERMINERS or segment[j].lower in PREPOSITIONS or not inside(segment[j])
        ),
        None,
    )
    if opener is None:
        return True
    start = segment.index(opener)
    if opener.lower in DETERMINERS and (start == 0 or segment[start - 1].lower not in PREPOSITIONS):
        return True
    pronouns = {token.lower for token in segment[:start]} & {"ich", "du", "er", "wir", "sie", "es", "man", "ihr"}
    return bool(pronouns) or not any(finite(token.lower) and not token.capital for token in segment[:i])


def _noun_after(segment: Sequence[Token], i: int) -> int | None:
    """Return the place of the noun that an article belongs to, over adjectives and „und“ between adjectives."""
    for j in range(i + 1, min(i + 6, len(segment))):
        token = segment[j]
        if token.kind is Kind.NUMBER or token.lower in {"sehr", "gut", "neu", "ganz", "besonders", "beiden"}:
            continue
        if token.kind is not Kind.WORD:
            return None
        if token.capital:
            return j if token.lower not in PERSONAL | {"ihnen", "ihre", "ihr"} else None
        if token.lower in {"und", "oder"} and j > i + 1 and segment[j - 1].lower.endswith(("en", "er", "e")):
            continue
        if token.lower in DETERMINERS | PREPOSITIONS | COORDINATORS or not token.lower.endswith(
            ("e", "en", "er", "es")
        ):
            return None
    return None
