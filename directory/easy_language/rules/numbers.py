"""Numbers that are hard: Roman ones, high ones, parts of a hundred, and decimals."""

import re
from collections.abc import Iterator

from directory.easy_language.finding import Match
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.rules.spans import found
from directory.easy_language.text import Kind, Sentence, Token
from directory.easy_language.wordlist import word_set

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_SAFE = frozenset("IVX")
_LONG = 4
PLACEHOLDERS = frozenset({"XX", "XXX"})  # for a number or a name that is still to come
_NUMBERED = word_set(
    """kapitel artikel band teil buch stufe abschnitt phase sgb hartz paragraf klasse akt tabelle anlage anhang papst
    könig kaiser zar sultan herzog graf fürst ludwig louis friedrich wilhelm karl carl heinrich otto pius leo
    christian gustav gregor johannes johann benedikt klemens clemens innozenz sixtus ramses alfons philipp eduard
    georg rudolf august ferdinand franz joseph josef maximilian konrad peter paul katharina elisabeth erich erik
    olaf harald knut haakon gruppe modul lektion punkt nummer nr position ziffer übung aufgabe szene aufzug heft
    lied psalm strophe satz sonate sinfonie symphonie quartett opus zone block ebene etappe runde gang liga division
    regiment bereich abteilung"""
)

_PEOPLE = word_set(
    """papst könig kaiser zar sultan herzog graf fürst ludwig louis friedrich wilhelm karl carl heinrich otto pius leo
    christian gustav gregor johannes johann benedikt klemens clemens innozenz sixtus ramses alfons philipp eduard
    georg rudolf august ferdinand franz joseph josef maximilian konrad peter paul katharina elisabeth erich erik
    olaf harald knut haakon akt aufzug"""
)


def roman(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find Roman numbers of two or more letters, also inside „Hartz-IV-Gesetz“; single letters only as „Kapitel X“."""
    for i, token in enumerate(sentence.tokens):
        exempt = token.name and not token.quoted
        if exempt or token.kind is not Kind.WORD or (token.text[1:].islower() and "-" not in token.text):
            continue
        before = sentence.tokens[i - 1] if i else None
        place = token.start
        for piece in re.split(r"([-‐])", token.text):
            after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
            if piece and _is_roman(piece, before, after):
                digits = str(_value(piece))
                # A title is somebody's own words, a king is „der Zweite“, and „VI“ alone may be no number.
                counted = before is not None and before.lower in _NUMBERED - _PEOPLE
                mended = digits if not token.quoted and (counted or piece != token.text) else None
                yield Match(
                    start=place,
                    end=place + len(piece),
                    suggestion=f"Schreiben Sie: {digits}.",
                    replacement=mended,
                    values={"digits": digits},
                )
            place += len(piece)


def is_roman(text: str) -> bool:
    """Return whether a token can only be a Roman number."""
    return (
        len(text) > 1
        and text not in PLACEHOLDERS
        and bool(_SAFE.issuperset(text) or len(text) >= _LONG)
        and (_ROMAN.fullmatch(text) is not None)
    )


def may_be_roman(text: str) -> bool:
    """Return whether the letters can be read as a Roman number, also a short or a doubtful one („X“, „CD“)."""
    return bool(text) and _ROMAN.fullmatch(text) is not None


def _is_roman(text: str, before: Token | None, after: Token | None) -> bool:
    if is_roman(text):
        return True
    numbered = before is not None and before.lower in _NUMBERED
    if text in PLACEHOLDERS:
        return numbered or (after is not None and after.text == ".")
    return text == "X" and numbered


def _value(text: str) -> int:
    total = 0
    for letter, following in zip(text, [*text[1:], None], strict=True):
        worth = _VALUES[letter]
        total += -worth if following and _VALUES[following] > worth else worth
    return total


_HIGH = re.compile(r"(?<![\w.,:/-])(?:\d{1,3}(?:[. ]\d{3})+|\d{4,6})(?:,\d+)?(?![\w:/]|[.,]\d|[-–]\d)")
_MONEY = re.compile(r"\s?(?:Euro|€|EUR|Cent|Franken|Dollar|,-)")
_IDENTIFIER = re.compile(
    r"(?:\b(?:Nr|Nummer|Telefon|Tel|Telefonnummer|Telefon-Nummer|Raum|Zimmer|Postfach|PLZ|Postleit-?[zZ]ahl|Konto|Durchwahl|Apparat|Linie"
    r"|Code|PIN|Kennwort|Aktenzeichen|Kurs|DIN|ISO|EN|Fax|Handy|Version|Paragraf|Artikel|BGB|Windows|Agenda|Bus|Tram)"
    r"\b\.?:?|§|[A-ZÄÖÜ]{2,}|lautet:?|:) ?$"
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:seit|ab|bis|von|vor|nach|Jahr|Jahre|Jahren|Jahres|Jahrgang|Baujahr|Januar|Februar|März|April|Mai|Juni|Juli|August|September"
    r"|Oktober|November|Dezember|Frühling|Frühjahr|Sommer|Herbst|Winter|Anfang|Mitte|Ende|im|geboren|Ostern|Weihnachten|Silvester|und|zwischen"
    r"|[A-ZÄÖÜ]\w+)|[-–/.]) ?$"
)
_TIME_UNIT = re.compile(r"\s(?:Jahren?|Stunden|Tagen?|Meter|Kilometer|Menschen|Personen|Leuten?|Mitglieder\w?)\b")


def high_number(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find numbers from 1000 on that are no year, postcode, phone number, price or other number to be looked up."""
    if not sentence.digits:
        return
    if not any(len(token.text) > 3 and token.text[:1].isdigit() for token in sentence.tokens) and not re.search(  # noqa: PLR2004
        r"\d \d{3}", sentence.text
    ):
        return
    for match in found(_HIGH, sentence):
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        plain = match.group().isdigit()
        if _MONEY.match(after) or re.search(r"(?:€|EUR) ?$", before):
            continue
        if plain and (match.group()[0] == "0" or _IDENTIFIER.search(before) or _called(sentence)):
            continue
        if plain and len(match.group()) == 5 and _postcode(before, after):  # noqa: PLR2004
            continue
        if len(match.group()) == 4 and _is_year(int(match.group()), before, after):  # noqa: PLR2004
            continue
        yield Match.over(match)


def _called(sentence: Sentence) -> bool:
    return any(word.startswith(("anruf", "ruf", "wähl", "telefon")) for word in sentence.lowers)


def _postcode(before: str, after: str) -> bool:
    """Return whether a town follows: „20095 Hamburg“ at the start of a line, after a comma or after „in“."""
    if not re.match(r" [A-ZÄÖÜ]", after):
        return False
    return not before.strip() or bool(re.search(r"(?:,|\bin|\bnach|\d\w?|D-?) ?$", before))


def _is_year(number: int, before: str, after: str) -> bool:
    if not 1000 <= number <= 2100:  # noqa: PLR2004
        return False
    noun = re.match(r" [A-ZÄÖÜ]\w+", after) or re.match(r" [a-zäöü]+(?:e|en) [A-ZÄÖÜ]", after)
    if _TIME_UNIT.match(after):
        return bool(re.search(r"\b(?:im Jahr|Jahre?) ?$", before))
    if not noun or _BEFORE_YEAR.search(before):
        return True
    return not before.strip() and number % 100 != 0


_PERCENT = re.compile(
    r"(?<![\w.,])(?:\d+(?:[.,]\d+)? ?|\b[a-zäöüß]+ )?(?:%(?:ig\w*)?|(?<!\w)Promille\b|(?<!\w)Prozent(?:e|en|s)?\b)"
    r"|\b\w+prozentige?\w?\b|\b\d+[-‐]prozentige?\w?\b"
)
_NUMBER_BEFORE = re.compile(
    r"(?:\d|zig|ßig|zehn|zwei|drei|vier|fünf|sechs|sieben|acht|neun|elf|zwölf|hundert|wieviel|viel)"
)
_PARTS = {
    "100": "alle", "75": "3 von 4", "66": "2 von 3", "50": "die Hälfte", "33": "1 von 3", "25": "1 von 4",
    "20": "1 von 5", "10": "1 von 10", "90": "9 von 10", "80": "8 von 10", "60": "6 von 10", "40": "4 von 10",
    "70": "7 von 10", "30": "3 von 10", "5": "5 von 100", "1": "1 von 100",
}  # fmt: skip


def percent(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find parts of a hundred, with the number before them."""
    if "%" not in sentence.text and "rozent" not in sentence.text and "Promille" not in sentence.text:
        return
    for match in found(_PERCENT, sentence):
        start, end = match.span()
        text = match.group()
        if text[0].islower() and " " in text and not _NUMBER_BEFORE.search(text):
            start += text.index(" ") + 1
        number = re.match(r"\d+", text)
        part = _PARTS.get(number.group()) if number and not re.match(r"\d+[.,]", text) else None
        yield Match(start=start, end=end, suggestion=f"Schreiben Sie zum Beispiel: {part}." if part else "")


_DECIMAL = re.compile(r"(?<![\w.,:/+-])\d{1,3}(?:\.\d{3})*,\d+(?![\w:/]|,\d)")
_DECIMAL_DOT = re.compile(
    r"(?<![\w.,:/+-])\d+\.\d{1,2}"
    r"(?= (?:Liter|Kilo|Kilometer|Meter|Gramm|Millionen|Milliarden|km|kg|m|l|Grad|Stunden|Prozent)\b)"
)


def decimal(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find numbers with a decimal comma that are no price."""
    if not sentence.digits or not any(
        token.kind is Kind.NUMBER and ("," in token.text or "." in token.text) for token in sentence.tokens
    ):
        return
    for pattern in (_DECIMAL, _DECIMAL_DOT):
        for match in found(pattern, sentence):
            before, after = sentence.text[: match.start()], sentence.text[match.end() :]
            if _MONEY.match(after) or re.search(r"(?:€|EUR|Euro:?) ?$", before):
                continue
            if re.match(r" (?:bis|und|oder) \d+(?:,\d+)? (?:Euro|€)", after):
                continue
            yield Match.over(match)
