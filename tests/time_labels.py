"""Lines about times with what they mean, in the short form of tests/cases/intake: labels that were written by reading.

A label is rules divided by semicolons, then after a bar the words that must be kept: "Mo-Fr 09:00-12:00; appt | Saal".
"SH open" says that it is open in the school holidays as well, "PH off" that it is closed on public holidays.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from directory.model.time_phrases import Reading
from directory.model.values import MONTHS, WEEKDAYS

FOLDER = Path(__file__).parent / "cases" / "intake"
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ASK = "!"
WEEKDAY = re.compile(
    r"\b(Mo|Di|Mi|Do|Fr|Sa|So|Su|We|Tu|Th)\b|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag", re.IGNORECASE
)
GLUE = frozenset({"uhr", "an", "in", "und"})
Fact = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line and its label."""

    line: str
    label: str

    @property
    def names_weekday(self) -> bool:
        return bool(WEEKDAY.search(self.line))

    @property
    def facts(self) -> set[Fact]:
        """What the label says, a fact for each day and span."""
        return {fact for rule in self.label.partition("|")[0].split(";") for fact in _facts(rule.strip())}

    @property
    def kept(self) -> set[str]:
        """The words that must be kept."""
        return words(self.label.partition("|")[2])


def labelled(name: str) -> list[Labelled]:
    """Return the lines of a file with their labels."""
    lines = [line for line in (FOLDER / name).read_text("utf-8").splitlines() if not line.startswith("# ")]
    return [
        Labelled(line, label.strip().removeprefix("= ")) for line, label in zip(lines[::2], lines[1::2], strict=True)
    ]


def words(text: str) -> set[str]:
    """Return the words of a text that say something."""
    return set(re.findall(r"[a-zäöüß0-9]+", text.lower())) - GLUE


def _facts(rule: str) -> Iterator[Fact]:
    if rule in {"appt", "PH off", "SH off", "PH open", "SH open"}:
        yield (rule,)
        return
    season, colon, rest = rule.partition(": ")
    months = tuple(sorted(_range(season, MONTH))) if colon else ()
    days, *said = (rest if colon else rule).split(" ")
    nth = ",".join(re.findall(r"\[(.*)\]", days))
    names = re.sub(r"\[.*\]", "", days).split(",")
    extra = tuple(word for word in said if word.startswith(("every", "week", "appt")))
    hours = next((word for word in said if word[0].isdigit()), "")
    for span in hours.split(","):
        for name in names:
            if name == "PH" or name[0].isdigit():
                yield (name, span)
            else:
                yield from ((day, nth, span, months, extra) for day in _range(name, DAYS))


def _range(text: str, names: tuple[str, ...]) -> Iterator[int]:
    first, dash, last = text.partition("-")
    start = names.index(first)
    end = names.index(last) if dash else start
    yield from ((start + step) % len(names) for step in range((end - start) % len(names) + 1))


def facts_read(reading: Reading) -> set[Fact]:
    """Return what the rules of a reading say, in the form of labels."""
    return {fact for rule in reading.rules for fact in _facts_of(rule)}


def words_kept(reading: Reading) -> set[str]:
    """Return all words that a reading keeps."""
    notes = [note for rule in reading.rules for note in rule.get("hinweis", ())]
    return words(" ".join((*reading.kept, *notes)))


def _facts_of(rule: Mapping[str, Any]) -> Iterator[Fact]:
    for key, label in (("feiertage", "PH"), ("schulferien", "SH")):
        if key in rule:
            yield (f"{label} {'off' if rule[key] == 'zu' else 'open'}",)
    for note in rule.get("hinweis", ()):
        if note.startswith("Am Feiertag: "):
            for start, end in re.findall(r"(?:ab )?(\d+(?::\d+)?) Uhr(?: bis (\d+(?::\d+)?) Uhr)?", note):
                yield ("PH", f"{_clock(start)}-{_clock(end)}" if end else f"{_clock(start)}+")
    span = (f"{rule['von']}-{rule['bis']}" if "bis" in rule else f"{rule['von']}+") if "von" in rule else ""
    if "tage" not in rule and not rule.get("termine"):
        yield ("appt",)
    yield from ((date, span) for date in rule.get("termine", ()))
    if rule.get("termine"):
        return
    months = tuple(sorted(MONTHS.index(month) for month in rule.get("monate", ())))
    extra = (
        *([f"every{rule['alle_wochen']}"] if "alle_wochen" in rule else []),
        *([f"week-{rule['kalenderwochen']}"] if "kalenderwochen" in rule else []),
        *(["appt"] if rule.get("nach_vereinbarung") else []),
    )
    nth = ",".join(rule.get("im_monat", ()))
    yield from ((WEEKDAYS.index(day), nth, span, months, extra) for day in rule.get("tage", ()))


def _clock(text: str) -> str:
    hour, _, minute = text.partition(":")
    return f"{int(hour):02}:{minute or '00'}"
