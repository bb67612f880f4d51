"""What others wrote for OpenStreetMap, as rules of ours."""

import re
from datetime import date
from pathlib import Path

import holidays
import pytest
import yaml
from minutes import rule, they_say, we_say
from opening_hours import validate

from directory.model.times import SpecialDays
from directory.schedule.breaks import Breaks
from directory.schedule.osm import NotExpressible, Reading, read

CASES = Path(__file__).parent / "cases" / "osm"


def strings() -> list[str]:
    lines = (CASES / "strings.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mo-Fr 09:00-18:00; We 09:00-12:00",
            [
                {"tage": ["Montag", "Dienstag", "Donnerstag", "Freitag"], "von": "09:00", "bis": "18:00"},
                {"tage": ["Mittwoch"], "von": "09:00", "bis": "12:00"},
            ],
        ),
        (
            "Fr 22:00-02:00",
            [
                {"tage": ["Freitag"], "von": "22:00", "bis": "24:00"},
                {"tage": ["Samstag"], "von": "00:00", "bis": "02:00"},
            ],
        ),
        ("Sa-Su 10:00-12:00; Su off", [{"tage": ["Samstag"], "von": "10:00", "bis": "12:00"}]),
        ("24/7; PH off", [{"immer": "ja", "feiertage": "zu"}]),
        ("Sa 10:00+; SH,PH off", [{"tage": ["Samstag"], "von": "10:00", "feiertage": "zu", "schulferien": "zu"}]),
        (
            'Mo 09:00-12:00 "nur mit Termin"',
            [{"tage": ["Montag"], "von": "09:00", "bis": "12:00", "nach_vereinbarung": "ja"}],
        ),
        (
            'Sa 10:00-12:00 || "nach Vereinbarung"',
            [{"tage": ["Samstag"], "von": "10:00", "bis": "12:00"}, {"nach_vereinbarung": "ja"}],
        ),
        ("2027 Mar 01,2027 Mar 08 15:00+", [{"termine": ["2027-03-01", "2027-03-08"], "von": "15:00"}]),
        (
            "2027 Jan 01-2027 Jun 30 Sa[1,-1] 10:00+",
            [
                {
                    "tage": ["Samstag"],
                    "im_monat": ["1", "letzter"],
                    "von": "10:00",
                    "gueltig": {"ab": "2027-01-01", "bis": "2027-06-30"},
                }
            ],
        ),
    ],
)
def test_a_value_is_read_as_fields_of_an_entry(text: str, expected: list[dict[str, object]]) -> None:
    assert read(text) == Reading(tuple(expected), ())


def test_dated_days_off_become_exceptions() -> None:
    special = read("Mo 10:00-12:00; 2026 Dec 24-2027 Jan 06,2027 May 14 off").special_days
    assert special == (
        {"ab": "2026-12-24", "bis": "2027-01-06", "zu": "ja"},
        {"ab": "2027-05-14", "bis": "2027-05-14", "zu": "ja"},
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Di 09:00-12:00", "„Di“ gibt es in OpenStreetMap nicht. Schreiben Sie: Tu"),
        ("Mo 9-12", "Uhrzeiten brauchen Minuten"),
        ("Mo 9.00-12.00", "Uhrzeiten haben einen Doppelpunkt"),
        ("Mo–Fr 09:00-12:00", "langer Strich"),
        ("Mo-Fr 09:00-12:00;", "fehlt etwas"),
        ("Mo, We 09:00-12:00", "kein Leerzeichen"),  # opening-hours-py: on Mondays all day
        ("Jan,Mar Mo[1] 09:00-12:00", "fehlt hier ein Doppelpunkt"),  # opening-hours-py: all of January
        ("Mo-Fr", "Hier fehlt die Uhrzeit"),
        ("Dec 24 off", "brauchen hier ein Jahr"),
        ("2027 Feb 29 10:00+", "Diesen Tag gibt es nicht"),
        ("Mo-Fr 09:00-18:00; Mo-Fr 12:00-13:00 off", "Nur für Stunden zu schließen"),
        ("Mo 10:00-12:00; Mo 14:00-16:00", "ersetzt „Mo 10:00-12:00“ ganz. Gilt beides"),
        ("Mo-Fr 08:00-12:00; We 14:00-18:00", "ersetzt Zeiten von „Mo-Fr 08:00-12:00“. Gilt beides"),
        ('Mo 10:00-12:00; "nach Vereinbarung"', "schreiben Sie || davor"),
        ('Mo 10:00-12:00, Mo 11:00-13:00 "nach Vereinbarung"', "gilt zur selben Zeit"),
        ('Mo 10:00-12:00 "ohne Termin"', "Für die Bemerkung „ohne Termin“"),
        ('Mo 10:00-12:00 "und nach Vereinbarung"', "Für die Bemerkung"),
        ("Mo-Fr,PH 10:00-12:00", "Eigene Zeiten für Feier-Tage"),
        ("PH off; Mo-Fr 10:00-12:00", "an das Ende"),
        ("Mo-Fr 10:00-12:00; PH off; Sa 10:00-12:00", "an das Ende"),
        ("Fr-Sa 20:00-02:00; Su 12:00-22:00", "geht über Mitternacht"),
        ("Su 12:00-22:00; Fr-Sa 20:00-02:00", "geht über Mitternacht"),
        ("Fr 20:00-02:00; PH off", "Über Mitternacht"),
        ("Mo 10:00-12:00; Jan PH off", "für das ganze Jahr"),
        ("Mo-Fr 9:00-5:00", "am Nachmittag"),
        ("Sa-Su 08:00-18:00; Oct-Mar 08:00-17:00", "meint jeden Tag"),
        ("Apr-Oct Mo 10:00-12:00; Tu 10:00-12:00", "nennt keine Monate"),
        ("Fr 10:00-12:00; Fr[-1] off", "Der 4. Wochentag"),
        ("Mo 10:00-12:00; 2027 Jan 04 09:00-10:00", "nur an einigen Tagen"),
        ("off", "nie offen"),
    ],
)
def test_what_our_rules_cannot_say_is_refused(text: str, reason: str) -> None:
    with pytest.raises(NotExpressible) as refused:
        read(text)
    assert reason in refused.value.reason


def outcome(text: str) -> str:
    try:
        reading = read(text)
    except NotExpressible as refused:
        return f"    refused: {refused.reason}\n"
    fields = [*reading.times, *reading.special_days]
    flow = [
        yaml.safe_dump(each, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6)
        for each in fields
    ]
    return "".join(f"    {line}" for line in flow)


def test_values_of_others_are_read_or_refused_as_reviewed(request: pytest.FixtureRequest) -> None:
    actual = "".join(f"{text}\n{outcome(text)}" for text in strings())
    golden = CASES / "converted.txt"
    if request.config.getoption("--golden"):
        golden.write_text(actual, encoding="utf-8")
    assert actual == golden.read_text(encoding="utf-8")


def test_values_of_others_that_are_read_open_at_the_very_same_minutes() -> None:
    nationwide = Breaks(holidays.country_holidays("DE", years=range(2009, 2029)))
    for text in strings():
        try:
            reading = read(text)
        except NotExpressible:
            continue
        found = [rule(**fields) for fields in reading.times]
        special = [SpecialDays.model_validate(fields) for fields in reading.special_days]
        years = {2027, *map(int, re.findall(r"\b20\d\d\b", text))}
        for year in years:
            window = date(year, 1, 1), date(year, 12, 31)
            assert they_say(text, *window, "DE") == we_say(found, special, nationwide, *window), text


def test_most_plain_weekly_values_are_read() -> None:
    valid = [text for text in strings() if validate(text)]
    plain = [text for text in valid if not re.search(r'[\["|]|\d{4}|week|sun|easter|[A-Z][a-z]{2} ', text)]
    were_read = [text for text in plain if not outcome(text).startswith("    refused")]
    assert len(were_read) / len(plain) > 0.6
