"""What people are asked about times: each question names the part of their text and shows what to write."""

from collections.abc import Collection
from dataclasses import dataclass

from directory.model.time_phrases.tokens import table
from directory.model.values import WEEKDAYS
from directory.problems import quoted

EXAMPLE = "Schreiben Sie zum Beispiel: Dienstag 14 bis 16 Uhr"
LIKELY_WORD = 5  # letters; shorter words are too often like a weekday by chance


@dataclass(frozen=True, slots=True)
class Question:
    """Which part of a text about times is not clear, and what to write instead.

    `meanings`: where the part can mean 2 things, each of them in words that are clear.
    """

    part: str
    message: str
    hint: str
    meanings: tuple[str, ...] = ()


def not_understood(part: str) -> Question:
    """Return the question about words that may change the meaning."""
    return Question(
        part, f"Das verstehen wir nicht: {quoted(part)}.", f"{EXAMPLE}. Alles andere schreiben Sie bei den Hinweisen."
    )


def every_second(part: str, number: str, days: Collection[int]) -> Question:
    """Return the question which of two things "every second Tuesday" means."""
    day = WEEKDAYS[min(days)] if days else "Dienstag"
    meanings = (f"{number}. {day} im Monat", f"alle {number} Wochen am {day}")
    hint = (
        f"Meinen Sie den {meanings[0]}? Dann schreiben Sie: {meanings[0]}. "
        f"Oder ist es alle {number} Wochen? Dann schreiben Sie: {meanings[1]}"
    )
    return Question(part, f"{quoted(part)} kann 2 Dinge heißen.", hint, meanings)


def no_day(part: str) -> Question:
    """Return the question on which day it is."""
    return Question(part, f"Bei {quoted(part)} fehlt der Wochentag.", f"{EXAMPLE}. Oder: täglich 10 bis 18 Uhr")


def only_closed(part: str) -> Question:
    """Return the question when it is open, where only closed days are named."""
    return Question(part, f"{quoted(part)} sagt nur, wann zu ist.", f"Wann ist offen? {EXAMPLE}")


def closed_when(part: str) -> Question:
    """Return the question which day is closed."""
    return Question(part, f"In {quoted(part)} ist nicht klar, wann zu ist.", "Schreiben Sie nur, wann offen ist.")


def which_day(part: str) -> Question:
    """Return the question to which day hours belong."""
    return Question(part, f"Zu welchem Tag gehört {quoted(part)}?", f"Schreiben Sie den Tag davor. {EXAMPLE}")


def which_hour(part: str) -> Question:
    """Return the question whether a number is a time of day."""
    return Question(part, f"Ist {quoted(part)} eine Uhrzeit?", "Dann schreiben Sie dazu: Uhr")


def from_until(part: str) -> Question:
    """Return the question whether two times are a beginning and an end, or two beginnings."""
    hint = (
        "Ist das von wann bis wann? Dann schreiben Sie: 8 bis 12 Uhr. "
        "Sind das 2 Anfänge? Dann schreiben Sie: 8 Uhr und 12 Uhr"
    )
    return Question(part, f"{quoted(part)} kann 2 Dinge heißen.", hint)


def end_before_start(part: str) -> Question:
    """Return the question about hours that end before they begin and go on very long."""
    return Question(
        part,
        f"Bei {quoted(part)} liegt das Ende nicht nach dem Beginn.",
        "Prüfen Sie die Uhrzeiten. Über Nacht geht eine Zeit höchstens 14 Stunden.",
    )


def overlapping(part: str) -> Question:
    """Return the question about hours that overlap."""
    return Question(
        part,
        f"Die Zeiten in {quoted(part)} überschneiden sich.",
        "Schreiben Sie jede Zeit nur ein Mal, die früheste zuerst.",
    )


def contradicting(part: str) -> Question:
    """Return the question about a day that is open and closed."""
    return Question(part, f"In {quoted(part)} ist ein Tag offen und zu.", "Schreiben Sie nur, wann offen ist.")


def no_hours(part: str) -> Question:
    """Return the question about a day without hours beside days that have them."""
    return Question(
        part, f"In {quoted(part)} fehlt bei einem Tag die Uhrzeit.", "Schreiben Sie die Uhrzeit hinter den Tag."
    )


def part_of_day(part: str, hours: str) -> Question:
    """Return the question about a time that does not lie in its part of the day."""
    return Question(
        hours,
        f"{quoted(hours)} passt nicht zu {quoted(part)}.",
        "Schreiben Sie die Stunden von 0 bis 24, zum Beispiel: 19 Uhr",
    )


def which_months(part: str) -> Question:
    """Return the question which hours hold in these months."""
    return Question(
        part,
        f"Welche Zeiten gelten im {part}?",
        "Schreiben Sie die Monate vor jede Zeit: Mai bis September: Montag 9 bis 12 Uhr",
    )


def which_by_appointment(part: str) -> Question:
    """Return the question which hours are by appointment."""
    return Question(
        part,
        f"Was geht {quoted(part)}?",
        "Schreiben Sie eine eigene Zeile dafür, zum Beispiel: Montag 14 bis 16 Uhr nach Vereinbarung",
    )


def without_year(part: str) -> Question:
    """Return the question in which year a day is."""
    return Question(part, f"Bei {quoted(part)} fehlt das Jahr.", "Schreiben Sie zum Beispiel: 24.12.2026 10 bis 12 Uhr")


def other_weekday(part: str) -> Question:
    """Return the question about a day of the calendar that is another weekday than it says."""
    return Question(
        part,
        f"In {quoted(part)} passen Wochentag und Datum nicht zusammen.",
        "Sehen Sie im Kalender nach, und schreiben Sie das richtige Datum.",
    )


def no_such_day(part: str) -> Question:
    """Return the question about a day that the calendar does not have."""
    return Question(part, f"Den Tag {quoted(part)} gibt es nicht.", "Sehen Sie im Kalender nach. Ein Tag: 24.12.2026")


def morning_or_afternoon(part: str) -> Question:
    """Return the question about hours that people say so in the morning and in the afternoon."""
    return Question(
        part,
        f"Ist {quoted(part)} am Morgen oder am Nachmittag?",
        "Schreiben Sie die Stunden von 0 bis 24, zum Beispiel: 14:30 bis 16 Uhr",
    )


def school_holidays(part: str) -> Question:
    """Return the question about other hours in the school holidays, for which there is no field."""
    return Question(
        part, f"In {quoted(part)} stehen eigene Zeiten für die Ferien.", "Schreiben Sie diese Zeiten bei den Hinweisen."
    )


def too_long(length: int, most: int) -> Question:
    """Return the question about a line that is no line about times."""
    return Question("", f"Diese Zeile hat {length} Zeichen. Erlaubt sind {most}.", EXAMPLE)


def meant(part: str, near: str) -> Question:
    """Return the question whether a misspelt day or month was meant."""
    return Question(part, f"Das verstehen wir nicht: {quoted(part)}.", f"Meinten Sie {quoted(near)}?")


def misspelt(word: str) -> str:
    """Return the weekday or month that a word is but for one slip; an empty text for any other word."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - most texts are understood without it

    names = [name for group in (*table()["weekdays"], *table()["months"]) for name in group if len(name) > LIKELY_WORD]
    if len(word) < LIKELY_WORD or word in names:
        return ""
    return next((name.capitalize() for name in names if OSA.distance(word, name, score_cutoff=1) <= 1), "")
