"""Forms of German verbs. Every function takes one word in small letters."""

from collections.abc import Iterator
from functools import cache

from directory.easy_language.lemmas import known, lemma
from directory.easy_language.wordlist import rows, word_set, words

SEPARABLE = tuple(
    sorted(
        word_set("""ab an auf aus bei dar ein fest fort frei heim her herab heran herauf heraus herbei herein herum
    herunter hervor hin hinab hinauf hinaus hinein hinterher hinunter hinzu los mit nach nahe nieder statt teil um
    unter vor voran voraus vorbei vorüber weg weiter wieder zu zurecht zurück zusammen zuvor zwischen über
    durch wahr klar kennen bereit bekannt gut hoch kaputt sauber sicher still tot voll warm wett dazu davon
    daran durcheinander auseinander aneinander entgegen gegenüber empor vorweg vorher schief krank offen trocken
    leid preis schwarz satt lahm glatt lieb raus rein rauf runter rüber rum ran drauf"""),
        key=lambda prefix: (-len(prefix), prefix),
    )
)
INSEPARABLE = ("be", "ver", "er", "ent", "zer", "ge", "miss", "über", "unter", "um", "durch", "wider", "hinter", "voll")

WERDEN = word_set("""werde wirst wird werden werdet wurde wurdest wurden wurdet würde würdest würden würdet""")
WERDEN_PRESENT = word_set("werde wirst wird werden werdet")
SEIN = word_set("bin bist ist sind seid war warst waren wart sei seien wäre wärst wären wärt")
HABEN = word_set("""habe hab hast hat haben habt hatte hattest hatten hattet hätte hättest hätten hättet""")
MODALS = word_set(
    """kann kannst können könnt konnte konntest konnten konntet könnte könntest könnten könntet muss musst müssen
    müsst musste musstest mussten musstet müsste müsstest müssten müsstet soll sollst sollen sollt sollte
    solltest sollten solltet will willst wollen wollt wollte wolltest wollten wolltet darf darfst dürfen dürft
    durfte durftest durften durftet dürfte dürftest dürften dürftet mag magst mögen mögt mochte mochten möchte
    möchtest möchten möchtet"""
)
AUXILIARIES = WERDEN | SEIN | HABEN | MODALS
# With these an infinitive stands without „zu“.
_BARE = WERDEN_PRESENT | MODALS | word_set("würde würdest würden würdet lässt lass lasst lassen ließ ließen")
OPENERS = _BARE - {"lassen"}
# Present forms that begin like a participle.
WITH_GE = word_set("gehört gefällt gelingt genügt gewinnt genießt geschieht gelangt gewährt gestaltet")
# „sein“ builds the perfect of these; the present of the passive is not possible.
MOVING = word_set(
    """gehen kommen fahren laufen bleiben sein werden reisen sterben fallen fliegen wachsen steigen sinken springen
    wandern passieren geschehen gelingen verschwinden rennen reiten schwimmen einschlafen aufwachen umziehen
    entstehen ziehen treten erscheinen scheitern flüchten fliehen starten landen explodieren folgen begegnen
    stürzen kriechen schreiten gleiten gelangen geraten auftauchen aufstehen zurückkehren kehren wechseln
    einziehen ausziehen ertrinken verunglücken"""
)
# Strong verbs whose participle has the vowel of the infinitive: with „be-“, „ver-“ … the two are the same word.
_SAME_VOWEL = word_set(
    """raten lassen fallen halten fangen laufen rufen stoßen fahren graben laden schlagen tragen wachsen waschen
    schlafen geben treten lesen sehen messen fressen essen gessen kommen blasen braten backen hauen salzen"""
)


@cache
def _strong() -> dict[str, dict[str, str]]:
    """Return by kind (present, past, subjunctive, participle): form -> infinitive, without prefixes."""
    kinds: dict[str, dict[str, str]] = {"present": {}, "past": {}, "subjunctive": {}, "participle": {}}
    for infinitive, present, past, subjunctive, participle in rows("strong-verbs"):
        for kind, forms in zip(kinds, (present, past, subjunctive, participle), strict=True):
            for form in forms.split("/"):
                if form != "-":
                    kinds[kind].setdefault(form, infinitive)
    return kinds


@cache
def _prefixes() -> dict[str, tuple[tuple[str, bool], ...]]:
    """Return by first letter all prefixes, with whether they are inseparable."""
    found: dict[str, tuple[tuple[str, bool], ...]] = {}
    for prefixes, inseparable in ((SEPARABLE, False), (INSEPARABLE, True)):
        for prefix in prefixes:
            found[prefix[0]] = (*found.get(prefix[0], ()), (prefix, inseparable))
    return found


def _stems(word: str) -> Iterator[tuple[str, bool]]:
    """Yield the word and what is left of it without prefixes, with whether the last of these was inseparable."""
    yield word, False
    for prefix, inseparable in _prefixes().get(word[:1], ()):
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            rest = word.removeprefix(prefix)
            yield rest, inseparable
            for inner in INSEPARABLE:
                if rest.startswith(inner) and len(rest) > len(inner) + 2:
                    yield rest.removeprefix(inner), True


def _is_verb(infinitive: str) -> bool:
    if infinitive in words("hidden-verbs"):
        return True
    return known(infinitive) and lemma(infinitive).endswith(infinitive) and infinitive not in words("no-infinitives")


@cache
def infinitive(word: str) -> bool:
    """Return whether it is an infinitive, also one with „zu“ inside: „anzurufen“."""
    if word in {"sein", "tun"} or word in words("hidden-verbs"):
        return True
    if not word.endswith(("en", "ern", "eln", "tun")) or word in words("no-infinitives"):
        return False
    if _strong_participle(word) and not like_infinitive(word):
        return False
    base = lemma(word)
    # the word list gives some verbs another prefix: „bügeln“ is „glattbügeln“ there
    return base.endswith((word, word.replace("zu", "", 1))) and (known(word) or _separable_of_known(word))


def _separable_of_known(word: str) -> bool:
    return any(word.startswith(p) and _is_verb(word.removeprefix(p)) for p in SEPARABLE if len(word) > len(p) + 3)


@cache
def like_infinitive(word: str) -> bool:
    """Return whether it is both a participle and the infinitive: „beraten“, „vergessen“, „erhalten“."""
    if not word.endswith("en"):
        return False
    if word.startswith("ge"):
        return word in {"gefallen", "geraten"}
    rest = next((word.removeprefix(p) for p in INSEPARABLE if word.startswith(p) and len(word) > len(p) + 3), "")
    return any(rest.endswith(stem) and rest in (stem, "ein" + stem) for stem in _SAME_VOWEL) or any(
        word.startswith(p) and like_infinitive(word.removeprefix(p))
        for p in ("an", "vor", "auf", "ein", "zurück", "mit")
    )


@cache
def participle(word: str) -> bool:
    """Return whether it is a second participle that can stand in a passive."""
    if not word.endswith(("t", "en", "an")) or len(word) < 5 or word in words("no-participles"):  # noqa: PLR2004 - counts words or letters
        return False
    if word.startswith("un") and not word.startswith("unter"):
        return False
    if like_infinitive(word):
        return True
    return _strong_participle(word) or (word.endswith("t") and _weak_participle(word))


def _strong_participle(word: str) -> bool:
    forms = _strong()["participle"]
    # „verboten“: no „ge“ after an inseparable prefix
    return any(stem in forms or (bound and "ge" + stem in forms) for stem, bound in _stems(word))


def _weak_participle(word: str) -> bool:
    base = lemma(word)
    if word.startswith("ge") and base != word and base.islower() and base.endswith("n"):
        return True
    if "ge" in word:
        head, _, tail = word.partition("ge")
        if (not head or head in SEPARABLE or head in _COMPOUND_HEADS) and _weak_stem(tail):
            return True
        # a verb with a prefix that the word list lacks: „angeleint“, „eingetütet“
        if head in SEPARABLE and len(tail) > _SHORTEST_STEM and not tail.endswith("iert"):
            return True
    if word.endswith("iert"):
        return base != word or _is_verb(word[:-1] + "en")
    if not word.startswith((*INSEPARABLE, *_TWO_PREFIXES)):
        return False
    # the word list gives some participles as adjectives, such as „verzehrt“
    return _fits(word, base) if base != word else _is_verb(word[:-1] + "en") or _is_verb(word[:-1] + "n")


_COMPOUND_HEADS = word_set("""fertig bekannt wert maß sicher schlecht ruhig kurz lang tief groß klein neu rad""")
_SHORTEST_STEM = 3
_TWO_PREFIXES = tuple(
    s + i
    for s in ("an", "vor", "auf", "aus", "ein", "ab", "mit", "zu", "wieder", "zurück", "über")
    for i in ("be", "ver", "er", "ent", "über")
)


def _weak_stem(tail: str) -> bool:
    """Return whether „ge“ + this is the participle of a weak verb: „mach|t“, „öffn|et“, „bastel|t“."""
    return any(_is_verb(stem) for stem in (tail[:-1] + "en", tail[:-1] + "n", tail[:-2] + "en")) or any(
        past.endswith("te") and past[:-1] == tail for past in _strong()["past"]
    )


def _fits(word: str, base: str) -> bool:
    """Return whether a form in -t belongs to this infinitive by the rules of weak verbs."""
    return base in (word[:-1] + "en", word[:-1] + "n", word[:-2] + "en") and base.endswith("n")


@cache
def third_person(word: str) -> bool:
    """Return whether it can be „er/sie/es …“ in the present: „macht“, „gibt“, „arbeitet“, also „besucht“."""
    if word in {"ist", "hat", "wird", *WITH_GE, *_strong()["present"]} and word != "weicht":
        return True
    if not word.endswith(("t", "ß", "st")) or word in words("no-participles"):
        return False
    base = lemma(word)
    if base == word or not base.endswith("n") or base != base.lower():
        return False
    return _fits(word, base) or any(stem in _strong()["present"] for stem, _ in _stems(word) if stem != word)


@cache
def past(word: str) -> bool:
    """Return whether it is a past tense (Präteritum) of any verb; adjectives from participles are not parted."""
    if strong_past(word):
        return True
    if not word.endswith(("te", "ten", "test", "tet")) or word.startswith("ge"):
        return False
    base = lemma(word)
    if base == word or not base.endswith("n") or not base.islower():
        return False
    stems = {base[:-2], base[:-1]} if base.endswith(("eln", "ern")) else {base[:-2]}
    return any(word in (s + t, s + "e" + t) for s in stems for t in ("te", "ten", "test", "tet")) and _is_verb(base)


@cache
def strong_past(word: str) -> bool:
    """Return whether it is the past of a strong or mixed verb: „kam“, „gingen“, „brachte“, „bekam“."""
    forms = _strong()["past"]
    if word.startswith("gebraucht"):
        return False
    if word in forms:
        return True
    for stem, _ in _stems(word):
        for ending in ("", "en", "n", "st", "t"):
            cut = stem.removesuffix(ending) if ending else stem
            if cut in forms and (not ending or cut != stem) and (ending != "n" or cut.endswith("e")):
                return lemma(word) != word
    return False


@cache
def subjunctive(word: str) -> str:
    """Return the infinitive if the form is clearly Konjunktiv II („wäre“, „bekämen“, „ginge“), else nothing."""
    for stem, _ in _stems(word):
        for ending in ("e", "est", "en", "et", "st", "t"):
            cut = stem.removesuffix(ending)
            if cut != stem and (found := _strong()["subjunctive"].get(cut + "e")):
                if ending in {"en", "et", "st", "t"} and cut in _strong()["past"]:
                    continue
                return found
    return ""


@cache
def finite(word: str) -> bool:
    """Return whether it can be a finite verb; infinitives and some participles have the same form."""
    return (
        word in AUXILIARIES
        or third_person(word)
        or past(word)
        or bool(subjunctive(word))
        or first_person(word)
        or infinitive(word)
    )


@cache
def first_person(word: str) -> bool:
    """Return whether it can be „ich …“, „du …“ or Konjunktiv I: „komme“, „machst“, „prüfe“."""
    if word.endswith("e"):
        base = lemma(word)
        return base in (word + "n", word[:-1] + "n") and base.islower() and _is_verb(base)
    if word.endswith("st"):
        present = _strong()["present"]
        if any(stem[:-2] + "t" in present or stem[:-2] in present for stem, _ in _stems(word)):
            return True
        base = lemma(word)
        return base.islower() and base in (word[:-2] + "en", word[:-2] + "n", word[:-3] + "en")
    return False


@cache
def surely_finite(word: str) -> bool:
    """Return whether it is a finite verb in any sentence: no infinitive, no participle, no adjective."""
    if word in AUXILIARIES:
        return word not in {"haben", "werden", "können", "müssen", "sollen", "wollen", "dürfen", "mögen", "sein"}
    return (third_person(word) and not participle(word)) or strong_past(word)


def listed_participle(word: str) -> bool:
    """Return whether it is the participle of a strong verb without prefix: „geschrieben“."""
    return word in _strong()["participle"]


@cache
def moving_participle(word: str) -> bool:
    """Return whether it is the participle of a verb with „sein“: „gekommen“, „umgezogen“, „verreist“."""
    if word in {"gewesen", "geworden", "verreist", "gelungen", "misslungen", "gestorben", "verstorben"}:
        return True
    if not word.endswith(("en", "t")) or ("ge" not in word and not word.startswith(("ent", "er", "ver", "passiert"))):
        return False
    base = lemma(word)
    stem = next((form for form, _ in _stems(word) if form in _strong()["participle"]), "")
    return base in MOVING or _strong()["participle"].get(stem) in MOVING
