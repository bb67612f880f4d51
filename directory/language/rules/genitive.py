"""The genitive: with articles, after prepositions, of names, of adjectives without an article."""

from collections.abc import Iterator, Sequence
from functools import cache

from directory.language.finding import Match
from directory.language.grammar import COORDINATORS, DETERMINERS, PERSONAL, PREPOSITIONS, SUBORDINATORS, TIMES
from directory.language.lemmas import known, lemma
from directory.language.nouns import base, feminine, genitive_form, plural, same_plural
from directory.language.rules.kinds import Limits
from directory.language.text import Kind, Sentence, Token
from directory.language.verbs import finite, infinitive, participle, surely_finite
from directory.language.wordlist import words

_SURE = frozenset("des wessen dessen deren jemandes niemandes".split())
# In „-es“ these have no other use before a noun …
_OWN = frozenset("eines meines deines seines ihres unseres unsres eures keines".split())
# … these also are nominative and accusative of neuter nouns.
_NEUTER = frozenset("dieses jenes jedes manches solches welches".split())
# In „-er“ these are never the subject before a noun …
_NO_SUBJECT = frozenset("einer meiner deiner seiner ihrer unserer unsrer eurer keiner".split())
# … these are, before masculine nouns.
_DER = frozenset("der dieser jener jeder welcher mancher solcher".split())
_ER = _NO_SUBJECT | _DER
_MANY = frozenset("vieler mehrerer einiger aller zweier dreier beider anderer weiterer verschiedener zahlreicher sämtlicher".split())
_GENITIVE_PREPOSITIONS = frozenset(
    """wegen trotz während statt anstatt innerhalb außerhalb oberhalb unterhalb aufgrund anhand mithilfe mittels infolge
    anlässlich bezüglich hinsichtlich zugunsten zuungunsten zulasten seitens einschließlich inklusive jenseits diesseits
    ungeachtet angesichts inmitten dank zwecks abseits beiderseits namens mangels unweit entlang anstelle um seit-nie
    hinsichtlich ausschließlich exklusive kraft""".split()
) - {"seit-nie", "um", "ausschließlich"}
# These open a clause too, or are something else as well: only plainly feminine or plural nouns count.
_UNSURE_PREPOSITIONS = frozenset(("während", "statt", "dank", "entlang"))
_PART_OF = frozenset(
    "viele einige alle manche beide mehrere jede jeder jedes eine einer eines keine keiner keines welche welcher wer meisten "
    "zwei drei vier fünf zwölf zehn die-nie teil hälfte drittel viertel mehrzahl niemand jemand wenige".split()
)
_POSTPOSITIONS = frozenset("zuliebe gegenüber zufolge nach entlang".split())
_AFTER = frozenset("wegen halber willen".split())
# Verbs and words with a dative that may stand behind the subject.
_DATIVE_ONLY = frozenset(
    """hilft helfen half halfen geholfen dankt danken dankte gedankt gehört gehören gehörte gefällt gefallen gefiel folgt
    folgen folgte gefolgt gratuliert gratulieren gratulierte antwortet antworten antwortete geantwortet dient dienen schadet
    schaden geschadet nützt nützen vertraut vertrauen vertraute begegnet begegnen begegnete zustimmt zustimmen stimmt zugestimmt
    fehlt fehlen fehlte droht drohen passt passen schmeckt schmecken geschmeckt beisteht beistehen zuhört zuhören zugehört hört
    beitreten beigetreten tritt glaubt glauben ähnelt ähnlich entspricht entsprechen nahe gratis-nie beitritt nützlich
    nachgehen zusieht zusehen widerspricht widersprechen widersprach""".split()
)
_GIVING = frozenset(
    """gibt geben gab gaben gegeben zeigt zeigen zeigte zeigten gezeigt schenkt schenken schenkte geschenkt sagt sagen sagte gesagt
    erzählt erzählen erzählte erklärt erklären erklärte bringt bringen brachte gebracht schickt schicken schickte geschickt leiht
    leihen lieh geliehen mitteilt mitteilen teilt mitgeteilt bietet bieten anbieten bot angeboten ermöglicht ermöglichen empfiehlt
    empfehlen empfahl empfohlen erlaubt erlauben verbietet verbieten überlässt übergibt übergeben übergab widmet widmen kauft kaufen
    kaufte gekauft vorliest vorlesen liest vorgelesen vorstellt vorstellen stellt vorgestellt schreibt schreiben schrieb geschrieben
    spendet spenden spendete gespendet schuldet verspricht versprochen zusagt beibringt beibringen beigebracht""".split()
)
_DATIVES = frozenset("ihnen mir dir ihm uns euch dem einem meinem seinem ihrem unserem diesem sich".split())
_GENITIVE_VERBS = frozenset("bedarf bedürfen bedurfte gedenkt gedenken gedachte gedachten entbehrt entledigt".split())
_OPINIONS = frozenset("meinung ansicht auffassung überzeugung".split())
# Words that can begin a sentence with a capital letter and are no nouns.
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
                yield Match(token.start, end)


def _genitive_at(sentence: Sentence, segment: Sequence[Token], i: int) -> int | None:
    """Return the place of the last word of the genitive that begins here."""
    word = segment[i].lower
    if word in _TRIGGERS:
        return _with_article(sentence, segment, i)
    if word in _GENITIVE_PREPOSITIONS and (not segment[i].capital or sentence.first(segment[i])):
        return _bare_after_preposition(segment, i)
    if segment[i].capital and word.endswith("s"):
        return _with_name(sentence, segment, i)
    if not segment[i].capital or sentence.first(segment[i]):
        if word.endswith("en") and i + 1 < len(segment):
            return _bare_time(segment, i)
        if word.endswith("er") and 0 < i < len(segment) - 1:
            return _bare_plural(sentence, segment, i)
    return None


def _with_article(sentence: Sentence, segment: Sequence[Token], i: int) -> int | None:
    word = segment[i].lower
    noun = _noun_after(segment, i)
    if word in _SURE:
        if word in {"dessen", "deren", "wessen", "jemandes", "niemandes"}:
            return i if noun is None else noun
        return None if _foreign(sentence, segment, i) else (i if noun is None else noun)
    if noun is None:
        return None
    if segment[noun].name and word not in _OWN:
        return None
    if word in _OWN:
        return noun
    if word in _NEUTER:
        inner = segment[i + 1 : noun]
        if inner:
            return noun if all(token.lower.endswith(("en", "er")) for token in inner) else None
        return noun if genitive_form(segment[noun].text) else None
    return noun if _er_is_genitive(sentence, segment, i, noun) else None


def _foreign(sentence: Sentence, segment: Sequence[Token], i: int) -> bool:
    """Return whether „des“ is French: „Café des Arts“ has no German noun behind it."""
    if i and segment[i - 1].lower in _FRENCH:
        return True
    after = segment[i + 1] if i + 1 < len(segment) else None
    return after is not None and after.capital and not after.text.endswith(("s", "n")) and not known(after.text)


_FRENCH = frozenset("café cafe rue place maison palais hôtel cour jardin salon".split())


def _er_is_genitive(sentence: Sentence, segment: Sequence[Token], i: int, noun: int) -> bool:
    """Return whether „der …“ and the like are a genitive, and not a subject, a dative or part of a relative clause."""
    word, before = segment[i].lower, segment[i - 1] if i else None
    after = segment[noun + 1].lower if noun + 1 < len(segment) else ""
    if after in _AFTER:
        return True
    if after in _POSTPOSITIONS and not (after == "nach" and before is not None and _is_noun(sentence, before)):
        return False
    if word in _MANY:
        return _many(sentence, segment, i, noun)
    if before is None:
        return False
    if before.lower in _GENITIVE_PREPOSITIONS and not (before.capital and i > 1):
        if before.lower in _UNSURE_PREPOSITIONS:
            return word in _NO_SUBJECT or _weak(segment, i, noun) or feminine(segment[noun].text) or plural(segment[noun].text)
        return True
    if before.lower in _GENITIVE_VERBS or (segment[noun].lower in _OPINIONS and before.lower in _BEING):
        return True
    if before.lower in _PART_OF or (before.kind is Kind.NUMBER and _many_noun(segment, noun)):
        return _partitive(sentence, segment, i, noun)
    if not _is_noun(sentence, before):
        return False
    if word in _DER and not _weak(segment, i, noun) and not _fits_der(sentence, segment, i, noun):
        return False
    return not _dative(sentence, segment, i, noun)


_BEING = frozenset("bin bist ist sind war waren sei seien wäre".split())


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
        return segment[i].lower in {"aller"} and _is_noun(sentence, before)
    return _is_noun(sentence, before) or before.lower in {"und", "oder"}


def _partitive(sentence: Sentence, segment: Sequence[Token], i: int, noun: int) -> bool:
    """Return whether „einige der Frauen“: the noun must be many, or a whole."""
    text = segment[noun].text
    word = segment[i - 1].lower
    if segment[i].lower in _DER and not (plural(text) or same_plural(text) or _weak(segment, i, noun)):
        return False
    if word in {"wer", "jeder", "alle", "welche"} and i == 1 and not plural(text):
        return False
    if i > 1 and word in {"jede", "jeder", "eine", "einer"} and segment[i - 2].lower in PREPOSITIONS and not _many_noun(segment, noun):
        return False
    return True


def _weak(segment: Sequence[Token], i: int, noun: int) -> bool:
    """Return whether an adjective in -en stands between: „der neuen Gruppe“ is never the subject."""
    inner = [token for token in segment[i + 1 : noun] if token.kind is Kind.WORD and not token.capital]
    return bool(inner) and inner[-1].lower.endswith("en")


def _fits_der(sentence: Sentence, segment: Sequence[Token], i: int, noun: int) -> bool:
    """Return whether „der“ + this noun can be a genitive at all: feminine or many, not one man or thing."""
    text = segment[noun].text
    if segment[i + 1 : noun] and not _weak(segment, i, noun):
        return False
    if feminine(text) or plural(text):
        return True
    return same_plural(text) and _has_subject(sentence, segment, i)


def _has_subject(sentence: Sentence, segment: Sequence[Token], i: int) -> bool:
    """Return whether „der Lehrer“ needs not be the subject, because there is another, or the noun before has an article."""
    before = segment[i - 1]
    if before.lower in TIMES or any(before.lower.endswith(day) for day in ("tag", "woche", "uhr")):
        return False
    opener = next((segment[j] for j in range(i - 2, -1, -1) if segment[j].lower in DETERMINERS or segment[j].lower in PREPOSITIONS or not _inside(segment[j])), None)
    if opener is None:
        return True
    start = segment.index(opener)
    if opener.lower in DETERMINERS and (start == 0 or segment[start - 1].lower not in PREPOSITIONS):
        return True
    pronouns = {token.lower for token in segment[:start]} & {"ich", "du", "er", "wir", "sie", "es", "man", "ihr"}
    return bool(pronouns) or not any(finite(token.lower) and not token.capital for token in segment[:i])


def _inside(token: Token) -> bool:
    return token.kind is Kind.WORD and (token.lower.endswith(("e", "en", "er", "es", "em")) and not token.capital)


def _dative(sentence: Sentence, segment: Sequence[Token], i: int, noun: int) -> bool:
    """Return whether the noun is more likely the person to whom something is given or said."""
    before = segment[i - 1]
    if before.lower in {"uhr"} or (before.lower in TIMES and i > 1 and segment[i - 2].lower in {"am", "im", "um"} and before.lower not in {"anfang", "mitte"}):
        return segment[noun].lower not in {"woche", "jahre", "monate"}
    lowers = sentence.lowers
    strict = bool(lowers & _DATIVE_ONLY)
    if not strict and not lowers & _GIVING:
        return False
    if _in_first_field(segment, noun) or lowers & _DATIVES - {"sich"} or _in_phrase(segment, i):
        return False
    if strict:
        return True
    # „gibt Peter der Nachbarin den Schlüssel“: the thing given comes right behind
    after = segment[noun + 1 :]
    return bool(after) and (after[0].lower in DETERMINERS or (after[0].capital and after[0].kind is Kind.WORD) or after[0].kind is Kind.NUMBER)


def _in_first_field(segment: Sequence[Token], noun: int) -> bool:
    """Return whether the finite verb comes right behind: then all before it is one part of the sentence."""
    if noun + 1 >= len(segment):
        return not any(surely_finite(token.lower) and not token.capital for token in segment[:noun])
    if segment[0].lower in SUBORDINATORS or segment[0].lower in PERSONAL:
        return False
    after = segment[noun + 1].lower
    return finite(after) and not participle(after) and not any(finite(token.lower) and not token.capital for token in segment[:noun])


def _in_phrase(segment: Sequence[Token], i: int) -> bool:
    """Return whether the noun before stands behind a preposition: „bei der Arbeit der Gruppe“."""
    for token in reversed(segment[: i - 1]):
        if token.lower in PREPOSITIONS:
            return True
        if token.capital or not (token.lower in DETERMINERS or _inside(token)):
            return False
    return False


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
        if token.lower in DETERMINERS | PREPOSITIONS | COORDINATORS or not token.lower.endswith(("e", "en", "er", "es")):
            return None
    return None


def _is_noun(sentence: Sentence, token: Token) -> bool:
    """Return whether the word is a noun: a capital letter, and at the beginning of a sentence no other reading."""
    if token.kind is not Kind.WORD or not token.capital or token.lower in PERSONAL | {"ihnen", "ihr", "ihre", "ihren", "ihrer"}:
        return False
    return not sentence.first(token) or _noun_at_start(token.text)


_REQUESTS = frozenset("danke folge traue vertraue schreibe gebe gib hilf zeige sage glaube nimm können".split())


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
    return lemma(lower).endswith("n") and lower not in _GIVING | _DATIVE_ONLY | _REQUESTS and not lower.endswith("t")


def _bare_plural(sentence: Sentence, segment: Sequence[Token], i: int) -> int | None:
    """Return the noun of „Treffen junger Eltern“: an adjective in -er without an article, behind a noun."""
    before = segment[i - 1]
    if not _is_noun(sentence, before) or before.lower in TIMES or before.name:
        return None
    j = i
    while j < len(segment) and segment[j].lower.endswith("er") and not segment[j].capital and _adjective(segment[j].lower):
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
    """Return whether „ein“ and the like open the phrase with the adjective: „ein Paar alter Schuhe“ keeps its genitive."""
    return segment[i - 1].lower in DETERMINERS


@cache
def _adjective(word: str) -> bool:
    bases = lemma(word)
    if word in {"immer", "wieder", "aber", "über", "unter", "hier", "oder", "nur", "weiter", "sicher", "leider", "außer", "hinter", "mehr", "eher", "später", "früher", "lieber", "unser", "euer", "besser", "länger", "daher", "bisher", "woher"}:
        return False
    return word.endswith("erer") or bases in (word[:-2], word[:-2] + "e", word[:-1]) or participle(word[:-2]) or (word.endswith(("ender", "iger", "licher", "ischer")) and word not in {"weniger"})


def _bare_time(segment: Sequence[Token], i: int) -> int | None:
    """Return the noun of „Ende nächsten Jahres“, „guten Mutes“: -en and a genitive in -es, without an article."""
    noun = segment[i + 1]
    if not noun.capital or not noun.text.endswith("s") or segment[i].lower in DETERMINERS | PREPOSITIONS or noun.kind is not Kind.WORD:
        return None
    if i and (segment[i - 1].lower in DETERMINERS):
        return None
    sure = noun.lower in {"jahres", "monats", "tages", "sommers", "winters", "herbstes", "semesters", "schuljahres", "quartals", "jahrhunderts"}
    if not sure and (not noun.text.endswith("es") or not genitive_form(noun.text)):
        return None
    return i + 1


def _bare_after_preposition(segment: Sequence[Token], i: int) -> int | None:
    """Return the noun of „wegen Umbaus“, „trotz schlechten Wetters“, „innerhalb Jenas“."""
    for j in range(i + 1, min(i + 4, len(segment))):
        token = segment[j]
        if token.capital:
            sure = genitive_form(token.text) and not _s_plural(token.text)
            return j if sure or _place(token.text[:-1]) and token.text.endswith("s") else None
        if token.lower in DETERMINERS | PREPOSITIONS or not token.lower.endswith(("en", "er")):
            return None
        if token.lower.endswith("er") and j + 1 < len(segment) and segment[j + 1].capital and _adjective(token.lower):
            return j + 1
    return None


def _s_plural(noun: str) -> bool:
    """Return whether the -s may be a plural: „Autos“, „Kitas“, „Tests“."""
    word = base(noun).lower()
    return (word.endswith(("a", "i", "o", "u", "y", "é", "ee")) and not word.endswith(("au", "eu", "ei"))) or word in {"test", "club", "team", "chef", "park", "streik", "tipp", "shop", "treff", "job", "flyer", "workshop"}


def _place(name: str) -> bool:
    return name in words("places.txt")


def _with_name(sentence: Sentence, segment: Sequence[Token], i: int) -> int | None:
    """Return the noun of „Jenas Vereine“, „Omas alter Garten“, „Anna’s Café“."""
    text = segment[i].text
    stem = text.removesuffix("’s").removesuffix("'s") if text.endswith(("’s", "'s")) else text.removesuffix("s")
    if stem == text or not (_place(stem) or stem in words("first-names.txt")):
        return None
    if i and _place(stem) and _is_noun(sentence, segment[i - 1]) and segment[i - 1].lower not in {"herr", "frau", "familie"}:
        return i
    if i + 1 >= len(segment):
        return None
    if i and (segment[i - 1].lower in {"des", "dieses", "das", "die", "den", "der", "eines", "ein", "zwei", "viele"} or segment[i - 1].kind is Kind.NUMBER):
        return None
    for j in range(i + 1, min(i + 4, len(segment))):
        token = segment[j]
        if token.kind is Kind.NUMBER:
            continue
        if token.kind is not Kind.WORD:
            return None
        if token.capital:
            return j
        if token.lower in DETERMINERS | PREPOSITIONS | COORDINATORS | PERSONAL or not token.lower.endswith(("e", "en", "er", "es")) or surely_finite(token.lower):
            return None
    return None
