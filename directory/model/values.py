"""Single values read from text: yes and no, numbers, dates of any precision, clock times."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

from directory.model.base import validation_error
from directory.model.spoken_hours import CLOCK_PATTERN, clock_hint
from directory.problems import WRITE, Hint, allowed

YES = frozenset({"ja", "yes", "true", "wahr"})
NO = frozenset({"nein", "no", "false", "falsch"})
MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
ORDINALS = ("erst", "zweit", "dritt", "viert", "fünft")
LAST = -1
HOUR = 60
UNKNOWN = "unbekannt"
YEAR_IN_SHORT = 2  # digits


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day; 0 stands for "not said". Year 0 is an unknown date."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def known(self) -> bool:
        """Whether at least the year is known."""
        return self.year > 0

    def __str__(self) -> str:
        parts = (f"{self.year:04}", f"{self.month:02}", f"{self.day:02}")
        return "-".join(part for part in parts if int(part)) or UNKNOWN

    def first_day(self) -> date:
        """Return the earliest day that this date can mean. Only for known dates."""
        return date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True, order=True)
class Clock:
    """A time of day in minutes after midnight, 0 to 1440 (24:00)."""

    minutes: int

    def __str__(self) -> str:
        return f"{self.hour:02}:{self.minute:02}"

    @property
    def hour(self) -> int:
        """Full hours, 0 to 24."""
        return self.minutes // HOUR

    @property
    def minute(self) -> int:
        """Minutes of the hour."""
        return self.minutes % HOUR


def read_date(value: object) -> object:
    """Return the day that a text names as year-month-day."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return _day(text, int(text[:4]), int(text[5:7]), int(text[8:]))
    raise _no_date(text, "2026-10-01")


def read_partial_date(value: object) -> object:
    """Return the date that a text names as year, year-month or year-month-day; `unbekannt` is a date not known."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text == UNKNOWN:
        return PartialDate()
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text)
    if not match:
        raise _no_date(text, "2026, 2026-10 oder 2026-10-01")
    year, month, day = (int(part or 0) for part in match.groups())
    _day(text, year, month or 1, day or 1)
    return PartialDate(year, month, day)


def read_clock(value: object) -> object:
    """Return the time of day that a text names: 18:00, 18.00, 9, 18 Uhr; 24:00 is midnight at the end of a day."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(CLOCK_PATTERN, value.strip()):
        raise validation_error("uhrzeit", f"„{value}“ ist keine Uhrzeit.", clock_hint(value))
    hour, minute = map(int, (*re.findall(r"\d+", value), "0")[:2])
    minutes = hour * HOUR + minute
    if minute >= HOUR or minutes > 24 * HOUR:
        raise validation_error("uhrzeit", f"Die Uhrzeit „{value}“ gibt es nicht.", "Ein Tag geht von 00:00 bis 24:00.")
    return Clock(minutes)


def read_truth(value: object) -> object:
    """Return whether a text says yes; `ja`, `true`, `yes` and their opposites."""
    if not isinstance(value, str):
        return value
    word = value.strip().lower()
    if word in YES | NO:
        return word in YES
    raise validation_error("wert-unbekannt", f"„{value}“ passt hier nicht.", "Erlaubt ist: ja, nein.")


def read_weekday(value: object) -> object:
    """Return the day of the week, Monday = 0, from its name or its German short form."""
    if not isinstance(value, str):
        return value
    word = value.strip().rstrip(".").capitalize()
    word = word.removesuffix("s") if len(word) > len("Mos") else word  # "montags"
    if word == "Sonnabend":
        return 5
    for number, day in enumerate(WEEKDAYS):
        if word in (day, day[:2]):
            return number
    hint: str | Hint = allowed(value, WEEKDAYS)
    if word.startswith("Werktag") and word.isalpha():  # by law Saturday is one, too
        hint = Hint("Ist das von Montag bis Freitag? Dann schreiben Sie:", {"tage": [*WEEKDAYS[:5]]})
    raise validation_error("wochentag", f"„{value}“ ist kein Wochentag.", hint)


def read_month(value: object) -> object:
    """Return the month, January = 1, from its German name."""
    if not isinstance(value, str):
        return value
    word = value.strip().capitalize().replace("Maerz", "März")
    if word in MONTHS:
        return MONTHS.index(word) + 1
    raise validation_error("monat", f"„{value}“ ist kein Monat.", allowed(value, MONTHS))


def read_ordinal(value: object) -> object:
    """Return which weekday of the month is meant: 1 to 5, or -1 for the last."""
    if not isinstance(value, str):
        return value
    word = value.strip().rstrip(".").lower()
    stem = word.rstrip("nr").removesuffix("e")
    if stem == "letzt":
        return LAST
    if stem in ORDINALS:
        return ORDINALS.index(stem) + 1
    if word in {"1", "2", "3", "4", "5"}:
        return int(word)
    raise validation_error("wert-unbekannt", f"„{value}“ passt hier nicht.", "Erlaubt ist: 1, 2, 3, 4, 5, letzter.")


def read_decimal(value: object) -> object:
    """Return a number written with a German comma or a point."""
    return value.strip().replace(",", ".") if isinstance(value, str) else value


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise validation_error(
            "datum",
            f"Den Tag „{text}“ gibt es nicht.",
            "Prüfen Sie Monat und Tag. Die Reihenfolge ist: Jahr-Monat-Tag.",
        ) from None


# "1.10.2026", "10.2026", "Oktober 2026", "1.10.26".
GERMAN_DATE = re.compile(r"(?:(\d{1,2})\.\s*)?(?:(\d{1,2})[./]\s*|([A-Za-zäÄ]+)\.?\s+)(\d{4}|\d{2})")


AMOUNT = re.compile(r"(?P<euros>\d{1,4})(?:[.,](?:(?P<cents>\d{2})|[-–]))?\s*(?:€|Euro|EUR)?", re.IGNORECASE)


def amount_written(text: str) -> str:
    """Return an amount of money as files have it: "5,- EUR" as 5, "2,50 €" as 2,50; any other text as it is."""
    match = AMOUNT.fullmatch(text.strip())
    if not match:
        return text
    cents = match["cents"] if match["cents"] not in {None, "00"} else ""
    return f"{match['euros']},{cents}" if cents else match["euros"]


# "Anfang Oktober 2026", "Stand: Herbst 2026", "seit 2026", "Montag, 5.10.2026".
BESIDE_A_DATE = re.compile(
    r"^(?:(?:stand|seit|vom|am|im|ca\.?|etwa|anfang|mitte|ende|frühling|frühjahr|sommer|herbst|winter|jahr"
    r"|mo\w*|di\w*|mi\w*|do\w*|fr\w*|sa\w*|so\w*)(?=[\s.,:])[.,:]?\s*)+",
    re.IGNORECASE,
)


def day_written(text: str) -> str:
    """Return a German date as files have it: 1.10.2026 as 2026-10-01, 10.2026 and "Oktober 2026" as 2026-10.

    Any other text stays as it is, for the model to refuse.
    """
    said = BESIDE_A_DATE.sub("", text.strip()).strip()
    if iso := re.fullmatch(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?", said):
        return "-".join((iso[1], *(f"{int(part):02}" for part in iso.groups()[1:] if part)))
    if re.fullmatch(r"\d{4}", said):
        return said
    match = GERMAN_DATE.fullmatch(said)
    if not match:
        return text
    day, month, name, year = match.groups()
    name = next(
        (one for one in MONTHS if name and len(name) > YEAR_IN_SHORT and one.startswith(name.capitalize())), name
    )
    if name and name.capitalize() not in MONTHS:
        return text
    if len(year) == YEAR_IN_SHORT and not (day or name):
        return text  # "10.12" may be a day
    number = MONTHS.index(name.capitalize()) + 1 if name else int(month)
    year = year if len(year) > YEAR_IN_SHORT else f"20{year}"
    return f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")


# In some languages the month comes first where slashes divide a date.
DAY_OR_MONTH = re.compile(r"(?P<one>0?[1-9]|1[0-2])/(?P<two>0?[1-9]|1[0-2])/(?P<year>\d{4})")


def _no_date(text: str, example: str) -> Exception:
    if (either := DAY_OR_MONTH.fullmatch(text.strip())) and either["one"] != either["two"]:
        one, two, year = int(either["one"]), int(either["two"]), either["year"]
        hint = (
            f"Ist das der {one}. {MONTHS[two - 1]}? Dann schreiben Sie: {year}-{two:02}-{one:02}\n"
            f"Ist das der {two}. {MONTHS[one - 1]}? Dann schreiben Sie: {year}-{one:02}-{two:02}\n"
            f"Wissen Sie es nicht? Dann schreiben Sie nur das Jahr: {year}"
        )
        return validation_error("datum", f"„{text}“ kann 2 Tage bedeuten.", hint)
    if (written := day_written(text)) != text:
        return validation_error("datum", f"„{text}“ ist anders geschrieben als ein Datum hier.", Hint(WRITE, written))
    return validation_error("datum", f"„{text}“ ist kein Datum.", f"Schreiben Sie zum Beispiel: {example}")


def _named(names: tuple[str, ...], first: int) -> PlainSerializer:
    """Return what writes a number as its name again; `first` is the number of the first name."""
    return PlainSerializer(lambda number: names[number - first], return_type=str, when_used="json")


_as_written = PlainSerializer(str, return_type=str, when_used="json")

Day = Annotated[date, BeforeValidator(read_date)]
AsOf = Annotated[PartialDate, BeforeValidator(read_partial_date), _as_written]
Time = Annotated[Clock, BeforeValidator(read_clock), _as_written]
Truth = Annotated[bool, BeforeValidator(read_truth)]
Weekday = Annotated[int, BeforeValidator(read_weekday), _named(WEEKDAYS, 0)]
Month = Annotated[int, BeforeValidator(read_month), _named(MONTHS, 1)]
Ordinal = Annotated[
    int,
    BeforeValidator(read_ordinal),
    PlainSerializer(lambda number: "letzter" if number == LAST else str(number), return_type=str, when_used="json"),
]
Decimal = Annotated[float, BeforeValidator(read_decimal)]
