"""Events as the package icalendar writes them, byte by byte: it is the truth, and too slow for 10,000 offers."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from conftest import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Event

from directory.exports.content_lines import component, moments, recurrence, text
from directory.schedule.rrule import Parts

BERLIN = ZoneInfo("Europe/Berlin")
# What the model lets through: lines without control characters; the package takes "\N" for a line break.
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=400).filter(
    lambda said: "\\N" not in said
)


@settings(max_examples=examples(300))
@given(LINES, LINES)
@example("a" * 66 + "\\" + "b" * 90, "^" * 200)
@example("ü" * 200, "😀" * 90)
@example("a,b;c\\d" * 40, "\\n")
def test_texts_are_escaped_and_folded_alike(summary: str, place: str) -> None:
    event = Event()
    event.add("summary", summary)
    event.add("location", place)
    event.add("description", f"{summary}\n{place}")
    own = {"SUMMARY": text(summary), "LOCATION": text(place), "DESCRIPTION": text(f"{summary}\n{place}")}
    assert component("VEVENT", own) == event.to_ical()


@pytest.mark.parametrize(
    "days",
    [
        [date(2026, 1, 2), date(2026, 12, 31)],
        [datetime(2026, 3, 29, 3, 5, tzinfo=BERLIN), datetime(2026, 10, 25, 2, 0, tzinfo=BERLIN)] * 9,
    ],
)
def test_moments_and_rules_are_written_alike(days: list[date]) -> None:
    parts: Parts = {"FREQ": "MONTHLY", "BYDAY": ["1MO", "-1FR"], "BYMONTH": [1, 12], "INTERVAL": 2, "WKST": "MO"}
    for until in (date(2027, 1, 1), datetime(2027, 1, 1, 22, 59, 59, tzinfo=UTC)):
        event = Event()
        event.add("dtstart", days[0])
        event.add("recurrence-id", days[1])
        event.add("exdate", days)
        event.add("dtstamp", datetime(2026, 5, 1, tzinfo=UTC))
        event.add("rrule", parts | {"UNTIL": until})
        own = {
            "EXDATE": moments(*days),
            "RRULE": recurrence(parts, until),
            "DTSTAMP": moments(datetime(2026, 5, 1, tzinfo=UTC)),
            "RECURRENCE-ID": moments(days[1]),
            "DTSTART": moments(days[0]),
        }
        assert component("VEVENT", own) == event.to_ical()
