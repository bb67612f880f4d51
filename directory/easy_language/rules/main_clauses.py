"""Tells main clauses in a row („Die Kleinen malen, die Großen bauen“) from relative ones („…, die Hilfe brauchen“)."""

from collections.abc import Sequence

from directory.easy_language.lemmas import lemma
from directory.easy_language.nouns import feminine, plural, same_plural
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.verbs import infinitive
from directory.easy_language.wordlist import word_set

_CALLS = word_set(
    """nein ja oh ach hallo na hey he gut okay klar schade bitte danke moin tja nun also doch juhu hurra halt stopp los
    vorsicht achtung mensch mann du komm schau sieh guck genau richtig stimmt ups igitt puh"""
)
# These have no meaning without an object: with them „der Hunger hat“ is a relative clause.
_NEED_OBJECTS = word_set(
    """haben brauchen suchen machen treiben lieben mögen kennen tragen verkaufen kaufen bekommen beziehen sprechen
    lernen hassen drehen nehmen geben anbieten erhalten besitzen benutzen nutzen halten züchten sammeln herstellen
    verstehen wollen möchten leisten bieten vermieten mieten erleben erleiden vermissen verdienen zahlen bezahlen
    anbauen spenden betreiben produzieren sein werden bringen enthalten ergeben unterrichten"""
)
_OTHERS = word_set(
    """eine einen andere anderen beiden meisten übrigen restlichen erste ersten zweite zweiten dritte dritten letzte
    letzten nächste nächsten kleine kleinen große großen ältere älteren jüngere jüngeren"""
)


def new_clause(sentence: Sentence, index: int, rest: Sequence[Token]) -> bool:
    """Return whether „der …“ behind a comma is the article of a subject, so that a new main clause begins."""
    before = sentence.segments[index - 1]
    previous = before[-1]
    more = index + 1 < len(sentence.segments)
    if len(before) == 1 and previous.lower in _CALLS and index == 1:
        return True
    if rest[0].lower not in {"der", "die", "das"} or not _subject(rest):
        return False
    alone = len(before) == 1 and index == 1 and not more  # „Mama, das Baby weint“
    noun = previous.capital and previous.kind is Kind.WORD and previous.lower not in {"sie", "ihnen"}
    if noun and not alone and _fits(rest[0].lower, previous.text):
        return False
    return previous.kind is Kind.NUMBER or lemma(rest[-1].lower) not in _NEED_OBJECTS


def _subject(rest: Sequence[Token]) -> bool:
    """Return whether all words before the verb can be its subject: article, adjectives, noun."""
    inner, many = rest[1:-1], infinitive(rest[-1].lower) or rest[-1].lower in {"sind", "waren", "hatten"}
    if not inner or any(token.kind is not Kind.WORD for token in inner):
        return False
    last = inner[-1]
    adjectives = inner[:-1] if last.capital else inner
    ending = "en" if rest[0].lower == "die" and many else "e"
    if any(token.capital or not token.lower.endswith(ending) for token in adjectives):
        return False
    if not last.capital:
        return len(inner) == 1 and last.lower in _OTHERS
    if rest[0].lower == "die":
        return plural(last.text) or same_plural(last.text) if many else feminine(last.text)
    return not many and not feminine(last.text) and (not plural(last.text) or last.lower.endswith(("chen", "lein")))


def _fits(article: str, noun: str) -> bool:
    """Return whether a relative pronoun can mean this noun: „die Ärztin, der …“ cannot."""
    if article == "die":
        return feminine(noun) or plural(noun) or same_plural(noun)
    return not (feminine(noun) and not plural(noun))
