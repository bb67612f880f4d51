"""Gender and number of German nouns, as far as the form and short lists show them."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from directory.easy_language.lemmas import known, lemma

_FEMININE_ENDINGS = (
    "ung", "heit", "keit", "schaft", "tät", "ion", "enz", "anz", "ie", "ik", "ur", "age", "ose", "thek", "ei", "in",
)  # fmt: skip
# Masculine or neuter all the same.
_NOT_FEMININE = (
    "ein", "termin", "kamin", "urin", "zin", "vitamin", "delfin", "cousin", "rubin", "robin", "jasmin", "berlin",
    "insulin",
    "sprung", "schwung", "tanz", "kranz", "glanz", "schwanz", "flur", "schwur", "abitur", "brei", "blei",
    "büfett",
    "bistum", "termin", "satin", "latin", "stein", "spion", "champion", "stadion", "skorpion", "knie", "papagei",
    "mosaik",
    "purpur", "geschrei", "drei", "atlantik", "osterei", "spiegelei", "frühstücksei",
)  # fmt: skip
# Adjectives as nouns: „der Jugendliche“ is a man, „der Jugendlichen“ many.
_ADJECTIVES = (
    "liche", "tragte", "stellte", "rechtigte", "hinderte", "sitzende", "wachsene", "kranke", "nehmende", "tslose",
    "fremde", "wandte", "kannte", "liebte", "lobte", "fangene", "ordnete", "sandte", "hörige", "jährige", "gläubige",
    "deutsche", "amte", "studierende", "lernende", "reisende", "flüchtete", "ziehende", "beitende", "suchende",
    "lehrende",
    "troffene", "letzte", "dürftige", "flegende", "storbene", "sicherte", "schäftigte", "schuldigte", "klagte", "achte",
    "ratende", "teressierte", "ständige", "enteignete", "bildende", "willige", "tätige", "angehörige",
    "obdachlose", "ältere",
    "jüngere", "nächste", "einzelne", "weise", "freiwillige", "arme", "reiche", "alte", "neue",
)  # fmt: skip
# Plurals without a singular, and neuter nouns: after „der“ these can only be many.
_PLURAL_WITH_DER = (
    "eltern", "leute", "ferien", "kosten", "geschwister", "daten", "medien", "chen", "lein", "zimmer", "fenster",
    "theater",
    "messer", "opfer", "ufer", "gitter", "kloster", "wasser", "muster", "mittel", "kapitel", "möbel", "rätsel",
    "viertel",
    "zeichen", "verfahren", "unternehmen", "vorhaben", "treffen", "leben", "essen", "rennen", "schreiben", "ergebnisse",
    "gebäude", "getränke", "semester", "register", "lager", "alter", "pflaster", "segel", "modell", "zeugnisse",
)  # fmt: skip
_LONGEST_TAIL = 12


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    text = files(__package__).joinpath("data", "nouns.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {kind: frozenset(words.split()) for kind, words in yaml.load(text, Loader=loader).items()}  # noqa: S506 - our own file, both loaders are safe


@cache
def head(noun: str) -> str:
    """Return the last part of a hyphenated noun: it decides about gender and number."""
    last = (
        noun.replace("‐", "-").replace("·", "-").replace("•", "-").replace("\u00ad", "").rstrip("-").rsplit("-", 1)[-1]
    )
    return last[:1].upper() + last[1:]


def _listed(word: str) -> str:
    """Return the list that has the word or, for compounds, the longest ending of it."""
    for cut in range(max(0, len(word) - _LONGEST_TAIL), len(word) - 2):
        tail = word[cut:]
        if cut and len(tail) < 4:  # noqa: PLR2004 - counts words or letters
            break
        for kind, nouns in _lists().items():
            if tail in nouns:
                return kind
    return next((kind for kind, nouns in _lists().items() if word in nouns), "")


@cache
def base(noun: str) -> str:
    """Return the nominative singular; of compounds that the word list lacks, by their last part."""
    word = head(noun)
    if known(word):
        return lemma(word)
    for cut in range(2, len(word) - 3):
        tail = word[cut:].capitalize()
        if known(tail) and lemma(tail)[:1].isupper():
            return word[:cut] + lemma(tail).lower()
    return lemma(word)


@cache
def plural(noun: str) -> bool:
    """Return whether the form is surely no nominative singular: „Vereine“, „Frauen“, „Jugendlichen“."""
    word, singular = head(noun), base(noun)
    if word.lower().endswith(_PLURAL_WITH_DER):
        return True
    if _listed(word.lower()) == "masculine" and not word.endswith("e"):
        return False
    if word.lower().endswith(_ADJECTIVES) or (singular.endswith("r") and singular[:-1] == word):
        return False
    return singular != word


@cache
def feminine(noun: str) -> bool:
    """Return whether the form is a feminine singular: „Gruppe“, „Stadt“, „Leiterin“."""
    word = head(noun).lower()
    listed = _listed(word)
    if listed:
        return listed == "feminine"
    if word.endswith(_FEMININE_ENDINGS):
        return not word.endswith(_NOT_FEMININE) or word.endswith("partei")
    return (word.endswith("e") and not word.endswith((*_ADJECTIVES, "ende", "auge", "interesse"))) or word.endswith(
        ("spende", "wende", "legende", "stunde")
    )


@cache
def same_plural(noun: str) -> bool:
    """Return whether the form may be „der …“ as one man or as many: „der Lehrer“, „der Helfer“."""
    word = head(noun).lower()
    if _listed(word) in ("feminine", "masculine"):
        return False
    return _listed(word) == "both" or word.endswith(("er", "ler", "ner"))


_WEAK = (
    "isten", "anten", "enten", "menschen", "jungen", "kunden", "kollegen", "nachbarn", "herrn", "zeugen", "experten",
    "soldaten", "piloten", "helden", "bauern", "paten", "partners", "erben", "löwen", "hasen", "bären", "affen",
)  # fmt: skip


@cache
def weak(noun: str) -> bool:
    """Return whether the form ends in -(e)n in all cases but one: „jedes Menschen“, „jedes Einzelnen“."""
    word = head(noun).lower()
    return (
        word.endswith("n") and (word.endswith(_WEAK) or word[:-1].endswith(_ADJECTIVES)) and not word.endswith("tenten")
    )


@cache
def people(noun: str) -> bool:
    """Return whether it is an adjective as a noun in the genitive of many, or one man: „Erwachsener“, „Fremder“."""
    word = head(noun).lower()
    return word.endswith("er") and word[:-1].endswith(_ADJECTIVES) and not word[:-1].endswith(_NO_PEOPLE)


# „Neuer“, „Reicher“ are often family names; „ein Teil Deutscher“ is rare, „von Geburt Deutscher“ is not.
_NO_PEOPLE = ("weise", "neue", "alte", "arme", "reiche", "deutsche", "amte", "achte", "letzte", "nächste", "wandte")


@cache
def genitive_form(noun: str) -> bool:
    """Return whether the form has the -s of the genitive: „Jahres“, „Vereins“; „Autos“ may be a plural."""
    word = head(noun)
    if not word.endswith("s"):
        return False
    singular = base(noun)
    return singular != word and word in (
        singular + "s",
        singular + "es",
        singular + "ses",
        singular[:-1] + "ses",
        singular + "ns",
    )
