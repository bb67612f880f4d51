"""Times as people say them, for the grammar of times: "dienstags gegen sieben abends, ca. 2 Stunden", "every Tuesday".

What the grammar understands is left as it is. Of the rest nothing is lost: what is no field becomes a note.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from directory.model.spoken_hours import AFTER_NOON, HOUR_WORDS, IN_THE_MORNING, TIME_PATTERN, spoken_hours
from directory.model.time_phrases import Question, Reading, read_times
from directory.model.values import MONTHS
from directory.source.fields.dates import DAY, NAMES, single_days, validity
from directory.source.fields.english_times import in_german
from directory.source.fields.notes import note_of

ALWAYS = re.compile(r"\b(?:rund um die Uhr|24\s?/\s?7|24 Stunden|Tag und Nacht)\b", re.IGNORECASE)
ABOUT = re.compile(
    r"\b(?P<until>bis\s+)?(?:so\s+)?(?:gegen|ca\.?|circa|zirka|etwa|ungefähr|so um|um die|um ca\.?)\s+"
    rf"(?P<hour>{TIME_PATTERN})(?:\s*Uhr)?(?!\d)",
    re.IGNORECASE,
)
WORDS = "|".join(HOUR_WORDS)
SPOKEN = re.compile(
    rf"\b(?:(?:halb|drei ?viertel|viertel(?: nach| vor)?)\s+(?:\d{{1,2}}|{WORDS})|{WORDS})\b"
    r"(?!\s*(?:Wochen|Stunden|Mal|Tage|Monate|Minuten))(?:\s+Uhr)?",
    re.IGNORECASE,
)
LONG = re.compile(
    r"[,;]?\s*(?:(?:Dauer|dauert|für)\b:?\s*)?(?P<about>(?:ca\.?|etwa|ungefähr)\s*)?"
    r"(?P<number>\d+(?:[.,]5)?|eine?|zwei|drei|anderthalb)\s*(?P<unit>Stunden?|Std\.?|Minuten|Min\.?)(?:\s+lang)?(?!\w)",
    re.IGNORECASE,
)
NUMBERS = {"ein": 1.0, "eine": 1.0, "anderthalb": 1.5, "zwei": 2.0, "drei": 3.0}
CLOCK = re.compile(rf"(?<![\d.:])(?P<hour>{TIME_PATTERN})\s*(?:Uhr|h\b)?", re.IGNORECASE)
DOORS = re.compile(
    rf"[,;]?\s*Einlass:?\s*(?:ist\s*)?(?:ab\s*|um\s*)?(?P<hour>{TIME_PATTERN})(?:\s*Uhr)?", re.IGNORECASE
)
WORKDAYS = re.compile(r"\b(?:wochentags|werktags|unter der Woche|an Werktagen|an Wochentagen)\b", re.IGNORECASE)
SINCE = re.compile(
    rf"\b(?:ab|seit|bis)\s+(?:(?:Anfang|Mitte|Ende)\s+)?(?:{NAMES})(?![a-zä])(?:\s+\d{{4}})?", re.IGNORECASE
)
BESIDE = re.compile(r"\s*\((?P<words>[^()]*)\)|\s*[,;]\s*(?P<rest>[^,;()\d]*[^,;()\d\s])\s*$")
# A note must not say that it is at other times than the fields say.
OTHERWISE = re.compile(
    rf"\b(?:nur|außer|nicht|kein\w*|Monat\w*|Woche\w*|Winter\w*|Sommer\w*|Ferien|{NAMES})\b|mal\b|tag\b", re.IGNORECASE
)
BY_APPOINTMENT = re.compile(
    r"\bnur (?:nach|mit|auf) (?=Anmeldung|Vereinbarung|Absprache|Termin|Einladung)", re.IGNORECASE
)
# Stands in a line for a note that is put in afterwards: no word of a language.
MARK = re.compile(r"Qq([a-z])x", re.IGNORECASE)
MINUTES = 60
CHECK_YEAR, CHECK_DAYS = "Prüfen Sie das Jahr.", "Prüfen Sie die Tage."


@dataclass(slots=True)
class _Line:
    """One line on its way to the grammar, what was taken out of it, and what somebody must look at."""

    text: str
    as_of: str
    notes: list[str] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)
    look: list[str] = field(default_factory=list)
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Everyday:
    """What a text says, and what somebody must look at; the text as it was read, of which questions name parts."""

    reading: Reading
    look: tuple[str, ...]
    text: str


def read_everyday(text: str, as_of: str) -> Everyday:
    """Return what a text of one or more lines says; days without a year are the next ones from a month on."""
    if ALWAYS.search(text) and not re.search(r"tag\b|\d:", ALWAYS.sub("", text), re.IGNORECASE):
        return Everyday(Reading(rules=({"immer": "ja"},)), (), text)
    whole = read_times(text)
    if not whole.questions:
        return Everyday(whole, (), text)
    lines = [_understood(line, as_of) for line in text.split("\n")]
    if asked := next((line.question for line in lines if line.question), None):
        return Everyday(Reading(rules=(), questions=(asked,)), (), text)
    notes = [note for line in lines for note in line.notes]
    marked = [_marked(line, notes) for line in lines]
    reading = read_times("\n".join(marked))
    if reading.questions or not reading.rules or len(notes) > 20:  # noqa: PLR2004 - letters for marks
        return Everyday(whole, (), text)
    more = {key: value for line in lines for key, value in line.fields.items()}
    rules = tuple(_with_notes(rule, notes) | more for rule in reading.rules)
    look = tuple(dict.fromkeys(words for line in lines for words in line.look))
    return Everyday(Reading(rules=rules), look, text)


def in_order(found: Everyday, as_of: str, purpose: str) -> list[dict[str, Any]]:
    """Return what was read as items of the field of times, with what they are for and how old they are."""
    items = []
    for rule in found.reading.rules:
        notes = rule.get("hinweis", ())
        fields = {key: value for key, value in rule.items() if key != "hinweis"}
        said = {"hinweis": notes[0] if len(notes) == 1 else list(notes)} if notes else {}
        items.append({"zweck": purpose, **fields, "stand": as_of, **said})
    return items


def _understood(text: str, as_of: str) -> _Line:
    """Return a line after as many steps as it takes until the grammar understands it."""
    line = _Line(text, as_of)
    for step in STEPS:
        if line.question or not read_times(line.text).questions:
            break
        step(line)
    return line


def _marked(line: _Line, notes: list[str]) -> str:
    marks = "".join(f", Qq{chr(ord('a') + notes.index(note))}x" for note in dict.fromkeys(line.notes))
    return f"{line.text.strip(' ,;.')}{marks}"


def _with_notes(rule: Mapping[str, Any], notes: list[str]) -> dict[str, Any]:
    said: list[str] = []
    for words in rule.get("hinweis", ()):
        said += [rest] if (rest := note_of(MARK.sub(" ", words))) else []
        said += [notes[ord(letter.lower()) - ord("a")] for letter in MARK.findall(words)]
    return {key: value for key, value in rule.items() if key != "hinweis"} | ({"hinweis": said} if said else {})


def _english(line: _Line) -> None:
    line.text = in_german(line.text)


def _years(line: _Line) -> None:
    """Write the year behind each day that has none."""
    written = re.search(r"\b\d{4}\b", line.text)

    def day(found: re.Match[str]) -> str:
        if found["year"] or found["first"]:
            return found.group()
        bare = found.group().strip()
        if written:
            return f"{bare}{'' if bare.endswith('.') else ' '}{written.group()}"
        days = single_days(bare, line.as_of)
        if not days:
            return found.group()
        line.look.append(CHECK_YEAR)
        return ".".join(reversed(days[0].split("-")))

    line.text = DAY.sub(day, line.text)


def _doors(line: _Line) -> None:
    if found := DOORS.search(line.text):
        line.notes.append(f"Einlass ist um {_spoken(found['hour'])}.")
        line.text = DOORS.sub("", line.text, count=1)


def _hours_in_words(line: _Line) -> None:
    half = " abends" if AFTER_NOON.search(line.text) else " morgens" if IN_THE_MORNING.search(line.text) else ""
    for found in list(SPOKEN.finditer(line.text)):
        hours = spoken_hours(found.group() + half)
        if len(hours) == 1:
            line.text = line.text.replace(found.group(), f"{hours[0]} Uhr", 1)
        elif hours and line.question is None:
            meanings = tuple(f"{hour} Uhr" for hour in hours)
            message = f"„{found.group()}“ kann 2 Uhrzeiten heißen."
            line.question = Question(found.group(), message, "", meanings)


def _about(line: _Line) -> None:
    def hour(found: re.Match[str]) -> str:
        line.notes.append(about_note(found["hour"], ends=bool(found["until"])))
        return f"{found['until'] or ''}{found['hour']} Uhr"

    line.text = ABOUT.sub(hour, line.text)


def about_note(hour: str, *, ends: bool) -> str:
    """Return the sentence that something begins or ends at about this time of day."""
    return f"{'Es endet' if ends else 'Es beginnt'} ungefähr um {_spoken(hour)}."


def _spoken(hour: str) -> str:
    number, _, minute = hour.replace(".", ":").partition(":")
    return f"{int(number)}:{minute} Uhr" if minute.strip("0") else f"{int(number)} Uhr"


def _length(line: _Line) -> None:
    """Write the end of something whose length is said."""
    found = LONG.search(line.text)
    rest = LONG.sub(" ", line.text, count=1) if found else ""
    begins = [*CLOCK.finditer(rest)]
    if not found or len(begins) != 1:
        return
    number = NUMBERS.get(found["number"].lower()) or float(found["number"].replace(",", "."))
    length = int(number * (MINUTES if found["unit"].lower().startswith("st") else 1))
    end = later(begins[0]["hour"], length)
    if not end:
        return
    line.text = f"{rest[: begins[0].end()]} bis {end} Uhr{rest[begins[0].end() :]}"
    if found["about"]:
        line.notes.append(about_note(end, ends=True))


def later(hour: str, minutes: int) -> str:
    """Return the time of day so many minutes later; nothing if it is the next day by then."""
    first, _, rest = hour.replace(".", ":").partition(":")
    end = int(first) * MINUTES + int(rest or 0) + minutes
    return f"{end // MINUTES:02}:{end % MINUTES:02}" if end <= 24 * MINUTES else ""


def _workdays(line: _Line) -> None:
    if WORKDAYS.search(line.text):
        line.text = WORKDAYS.sub("Montag bis Freitag", line.text)
        line.look.append(CHECK_DAYS)


def _since(line: _Line) -> None:
    found = SINCE.search(line.text)
    days = validity(found.group(), line.as_of) if found else None
    if found and days:
        line.text = f"{line.text[: found.start()]} {line.text[found.end() :]}".strip(" ,;:")
        line.fields["gueltig"] = days
        line.look += [] if re.search(r"\d{4}", found.group()) else [CHECK_YEAR]


def _beside(line: _Line) -> None:
    """Take out what stands in brackets or behind the last comma and is no time."""
    for found in reversed([*BESIDE.finditer(line.text)]):
        words = found["words"] or found["rest"] or ""
        note = note_of(words)
        if note and not OTHERWISE.search(BY_APPOINTMENT.sub("", words)):
            line.text = line.text[: found.start()] + line.text[found.end() :]
            line.notes.append(note)


WITHOUT_MONTHS = re.compile(
    rf"\s*\(?\b(?:außer|ohne|nicht)\s+(?:im\s+)?(?P<months>(?:{NAMES})(?:\s*(?:/|,|und|-|–|bis)\s*(?:{NAMES}))*)(?![a-zä])\)?",
    re.IGNORECASE,
)


def _without_months(line: _Line) -> None:
    """Write all other months where some are left out."""
    found = WITHOUT_MONTHS.search(line.text)
    named = re.findall(NAMES, found["months"], re.IGNORECASE) if found else []
    numbers = [at for name in named for at, month in enumerate(MONTHS) if month.lower().startswith(name.lower()[:3])]
    if not found or not numbers:
        return
    if re.search(r"-|–|bis", found["months"]):
        numbers = [(numbers[0] + step) % 12 for step in range((numbers[-1] - numbers[0]) % 12 + 1)]
    line.text = line.text[: found.start()] + line.text[found.end() :]
    line.fields["monate"] = [month for at, month in enumerate(MONTHS) if at not in numbers]


STEPS: tuple[Callable[[_Line], None], ...] = (
    _english,
    _years,
    _doors,
    _workdays,
    _without_months,
    _length,
    _hours_in_words,
    _length,
    _about,
    _beside,
    _since,
)
