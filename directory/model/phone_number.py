"""Phone numbers as text: which are good ones, what is dialled, and how they are shown."""

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from directory.model.base import validation_error
from directory.problems import WRITE, Hint

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

# Numbers that are dialled as they are: 110, 112, 115, 116 xxx, 118 xx (Bundesnetzagentur, Kurzrufnummern).
SHORT_NUMBER = re.compile(r"1(?:10|12|15|16\d{3}|18\d{2,3})")
# As their owners write them, where our own groups would be others (telefonseelsorge.de, nummergegenkummer.de).
AS_THEIR_OWNERS_WRITE = {
    number.replace(" ", ""): number for number in ("0800 111 0 111", "0800 111 0 222", "0800 111 0 550")
}
NO_BREAK = "\N{NO-BREAK SPACE}"
# What people put between digits: blanks, brackets, points, slashes, and every kind of dash.
SEPARATORS = re.compile(r"[\s/().\-\u2010-\u2015\u2212]+")
COUNTRY = r"(?:\+|00)49"
# A slash is no "or" where it ends an area code: "01234/492345", "+49 (0)3641 / 49 23 45".
AREA_CODE_AND_SLASH = re.compile(r"\s*\(?(?:(?:\+|00)\d{1,3}[\s()0]*\d{2,5}|0(?:\s?\d){1,5})\)?\s*/\s*")
OR = re.compile(r"(?<=\d)\s*(?:[/,;&+]|\b(?:oder|und|o\.|u\.|bzw\.?))\s*-?\s*(?=[\d(+])", re.IGNORECASE)
# However it is written: "0049 151 …", "+49 (0)151 …", "0151/…", "(0151) …".
MOBILE_IN_TEXT = re.compile(
    rf"(?<![\d+])(?:{COUNTRY}[\s()0/.-]*|\(?0\)?\s?)1[\s/.-]?[567](?:[\s()/.\-–]*\d){{7,10}}(?!\d)"
)
WRITE_ONE = (
    "Schreiben Sie nur die Nummer, zum Beispiel: 01234 567890\nWeitere Wörter gehören in das Feld „wofuer“:\n"
    "kontakt: {telefon: {nummer: 01234 567890, wofuer: Anmeldung}}"
)
NO_NUMBER = "Schreiben Sie nur Ziffern, zum Beispiel: 01234 567890\nGibt es keine Nummer? Dann löschen Sie die Zeile."
# German mobile prefixes: 015, 016, 017 (Bundesnetzagentur, Nummernraum für Mobilfunk).
MOBILE = re.compile(r"01[567]\d")


def phone_number(text: str) -> str:
    """Return a dialable number as it was written; short numbers such as 112 and 116 117 are dialable too."""
    if foreign := next((sign for sign in text if sign.isdigit() and not sign.isascii()), ""):
        readable = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)
        raise validation_error(
            "telefon", f"„{foreign}“ ist eine Ziffer aus einer anderen Schrift.", Hint(WRITE, readable)
        )
    if len(several := numbers_in(text)) > 1:
        raise validation_error(
            "telefon-mehrere",
            f"„{text}“: Sind das {len(several)} Nummern?",
            Hint(
                "Dann schreiben Sie jede Nummer ganz:",
                {"kontakt": {"telefon": [*several]}},
                "Ist es eine einzige Nummer? Dann schreiben Sie nur Ziffern und Leerzeichen.",
            ),
        )
    digits = bare(text)
    if SHORT_NUMBER.fullmatch(digits):
        return text
    if not re.fullmatch(r"\+?\d+", digits):
        hint = WRITE_ONE if re.search(r"\d", text) else NO_NUMBER
        raise validation_error("telefon", f"„{text}“ ist keine Telefon-Nummer.", hint)
    import phonenumbers  # noqa: PLC0415 - 60 ms that a run without phone numbers saves

    try:
        possible = phonenumbers.is_possible_number(_parsed(digits))
    except phonenumbers.NumberParseException:
        possible = False
    if not possible:
        raise validation_error(
            "telefon",
            f"Die Telefon-Nummer „{text}“ ist zu kurz oder zu lang.",
            "Schreiben Sie die Nummer mit Vorwahl, zum Beispiel: 01234 567890",
        )
    if not digits.startswith(("0", "+")) and len(digits) >= WITH_AREA_CODE:  # a spreadsheet leaves a first 0 out
        message = f"Vor der Telefon-Nummer „{text}“ fehlt die 0."
        raise validation_error("telefon", message, Hint("Beginnt die Vorwahl mit 0? Dann schreiben Sie:", f"0{text}"))
    if not digits.startswith(("0", "+")):
        raise validation_error(
            "telefon",
            f"Der Telefon-Nummer „{text}“ fehlt die Vorwahl.",
            f"Schreiben Sie die Vorwahl davor, zum Beispiel: 01234 {text}",
        )
    return text


def numbers_in(text: str) -> tuple[str, ...]:
    """Return each of the numbers that a text seems to name, whole: "492345/46" ends in 45 or in 46.

    A text that names one number, or none, is returned as it is.
    """
    area = AREA_CODE_AND_SLASH.match(text)
    start = area.end() if area else 0
    first, *others = OR.split(text[start:])
    first = (text[:start] + first).strip()
    whole = [other if re.match(r"[0+(]|1[12]", other) else _with_other_end(first, bare(other)) for other in others]
    return (first, *whole)


# Words that people write before a number, or behind it.
LABEL = re.compile(
    r"(?P<label>[A-Za-zÄÖÜäöüß][A-Za-zÄÖÜäöüß.\- ]*?)?[:.\s]*(?P<dash>[-–]\s?)?"
    r"(?P<number>(?:\+|00|\()?\d[\d\s()/.\-–]*\d)"
)
# "01234 567890 oder -91": only the end of the number is another.
OTHER_END = re.compile(r"\s*(?:oder|und|bzw\.?)[\s-]*", re.IGNORECASE)
SHORTEST_NUMBER = 5
# Digits of a number with its area code but without the 0 before it; those within a city have 8 at most.
WITH_AREA_CODE = 9
ONLY_A_NUMBER = re.compile(r"[\d\s()+/.\-–]{5,}")
FAX = re.compile(r"fax", re.IGNORECASE)
# "01234 567890 (Fax)"; with a number behind it, "Fax" says what that one is.
FAX_BEHIND = re.compile(r"[ (]*fax(?!\D{0,8}\d)", re.IGNORECASE)
# Letters that look like digits: "O1234 56789l".
LOOKS_LIKE_DIGIT = str.maketrans(
    {"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "i": "1", "|": "1", "S": "5", "B": "8"}
)
DIGITS_MOSTLY = re.compile(r"[\dOoQlIi|SB\s()+/.\-–]+")


def with_digits(text: str) -> str:
    """Return a number in which letters stand for the digits that they look like; any other text as it is."""
    mostly = DIGITS_MOSTLY.fullmatch(text) and len(re.findall(r"\d", text)) > len(re.findall(r"[A-Za-z|]", text))
    return text.translate(LOOKS_LIKE_DIGIT) if mostly else text


def numbers_with_kind(text: str) -> tuple[tuple[str, str], ...]:
    """Return each number in a text, as it is dialled, with `fax` where that stands before or behind it."""
    found: list[tuple[str, str]] = []
    text = with_digits(text)
    bare_text = re.sub(
        r"\b(?:Tel|Telefon|Fon|Handy|Mobil|Telefon-?nummer|Festnetz)\b\.?:?\s*", "", text, flags=re.IGNORECASE
    )
    if (
        not FAX.search(text)
        and len(several := numbers_in(bare_text)) > 1
        and all(map(ONLY_A_NUMBER.fullmatch, several))
    ):
        return tuple((number, "sprache") for number in several)
    for match in LABEL.finditer(text):
        for number in numbers_in(match["number"].strip(" /-–.")):
            fax = FAX.search(match["label"] or "") or FAX_BEHIND.match(text[match.end() :])
            label = match["label"] or ""
            # "Fax -24": only the end of the number before is another.
            other_end = OTHER_END.fullmatch(label) or match["dash"] or FAX.fullmatch(label.strip(" .:"))
            if found and other_end and len(bare(number)) < SHORTEST_NUMBER:
                found.append((_with_other_end(found[-1][0], bare(number)), "fax" if fax else "sprache"))
            elif len(re.sub(r"\D", "", number)) > 2:  # noqa: PLR2004 - 112 is one
                found.append(
                    (" ".join(re.sub(r"[()/]", " ", number.replace("(0)", " ")).split()), "fax" if fax else "sprache")
                )
    return tuple(found)


def bare(text: str) -> str:
    """Return a number without what stands between its digits."""
    return SEPARATORS.sub("", text)


@cache
def _parsed(digits: str) -> "PhoneNumber":
    """Return what the package reads in a number: what is dialled and what is shown both come from there."""
    import phonenumbers  # noqa: PLC0415 - as above

    return phonenumbers.parse(digits, "DE")


@cache
def dialled(digits: str) -> str:
    """Return what a phone dials: the international form (E.164), or a short number as it is."""
    if SHORT_NUMBER.fullmatch(digits):
        return digits
    import phonenumbers  # noqa: PLC0415 - as above

    return phonenumbers.format_number(_parsed(digits), phonenumbers.PhoneNumberFormat.E164)


@cache
def national(digits: str) -> str:
    """Return the digits as they are dialled within Germany: "01511234567" for "+49 (0)151 1234567"."""
    return re.sub(rf"^{COUNTRY}0?", "0", digits)


def is_mobile(digits: str) -> bool:
    """Return whether it is a German mobile number, which mostly belongs to one person."""
    return bool(MOBILE.match(national(digits)))


@cache
def grouped(text: str) -> str:
    """Return a good number as it is shown: after the area code groups of two, a first one of three where needed.

    Voices and eyes take in small groups; four digits and more are read as thousands. The blanks do not break, and
    voices do not join the groups over them. Numbers that everybody knows are written as their owners write them.
    """
    digits = bare(text)
    if SHORT_NUMBER.fullmatch(digits):
        return NO_BREAK.join(filter(None, (digits[:3], digits[3:])))
    if known := AS_THEIR_OWNERS_WRITE.get(national(digits)):
        return known.replace(" ", NO_BREAK)
    import phonenumbers  # noqa: PLC0415 - as above

    number = _parsed(digits)
    significant = phonenumbers.national_significant_number(number)
    written = re.match(r"0\d{2,5}(?=\D)", text)
    length = phonenumbers.length_of_national_destination_code(number) or (len(written.group()) - 1 if written else 0)
    area, rest = significant[:length], significant[length:]
    if number.country_code == 49:  # noqa: PLR2004 - Germany; a leading zero is read digit by digit
        return NO_BREAK.join([f"0{area}", *_groups(rest)] if area else _groups(f"0{rest}"))
    return NO_BREAK.join([f"+{number.country_code}", *_groups(area), *_groups(rest)])


def _groups(digits: str) -> list[str]:
    return re.findall(r"^\d(?:\d\d)?(?=(?:\d\d)*$)|\d\d", digits)


def _with_other_end(number: str, end: str) -> str:
    """Return a number whose last digits are others: 01234 567891 for "01234 567890" and "91"."""
    places = [at for at, sign in enumerate(number) if sign.isdigit()]
    return number[: places[-len(end)]] + end if len(end) < len(places) else end
