"""One rule of times, and everything that is made of it: sentences, dates, a recurrence rule, OpenStreetMap."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from conftest import TODAY, Case, MakeCity, day_view, entry_with, load_city

from directory.model import Entry
from directory.model.city import City
from directory.model.times import Times
from directory.schedule import Holidays, holidays_of, is_current, rules_of, statements, upcoming
from directory.schedule.occurrences import Occurrence, horizon
from directory.schedule.opening_hours import NotExpressible, opening_hours
from directory.schedule.recurrence import within
from directory.schedule.rrule import rrule
from directory.schedule.rules import SpecialTimes
from directory.source import load
from directory.view.times import special_days

SHOWN = 6
SHIPPED = Path(__file__).parent / "cases" / "shipped_times.txt"


@pytest.mark.cases("times")
def test_a_rule_says(case: Case, city: MakeCity, agree: Callable[[Case, str], None]) -> None:
    loaded = load_city(city({"mitte/gruppe.yaml": entry_with(case.files["entry"].rstrip("\n"))}))
    assert loaded.directory
    entry = loaded.directory.entry["gruppe"]
    agree(case, "\n".join(outcome(entry, holidays_of(loaded.directory.city, TODAY))))


def outcome(entry: Entry, holidays: Holidays) -> Iterator[str]:
    rules = dict(enumerate(rules_of(entry, TODAY)))
    recent = [rule for rule in rules.values() if is_said(rule, entry)]
    for statement in statements({index: rule for index, rule in rules.items() if rule in recent}, TODAY):
        yield " ".join(statement.sentences)
    for special in special_days(entry, TODAY, "anrufen"):
        yield " ".join([special.text, *special.notes])
    found = upcoming(entry, holidays, TODAY)
    more = [f"… and {len(found) - SHOWN} more until {found[-1].day}"] if len(found) > SHOWN else []
    yield from ("", *(spoken(occurrence) for occurrence in found[:SHOWN]), *more)
    for times in entry.times:
        yield f"RRULE {';'.join(f'{key}={value}' for key, value in rrule(times).items()) or '-'}"
    try:
        whole = [within(rule, entry.validity) for rule in recent]
        yield f"OSM {opening_hours(whole, entry.special_days, holidays, TODAY, horizon(TODAY))}"
    except NotExpressible as refusal:
        yield f"OSM - {refusal}"


def is_said(rule: Times, entry: Entry) -> bool:
    """Return whether a case shows the rule: old hours of special days are only doubts about the usual ones."""
    return not isinstance(rule, SpecialTimes) or is_current(rule.as_of, entry.confirmed, TODAY)


def spoken(occurrence: Occurrence) -> str:
    hours = f"{occurrence.start or '?'}-{occurrence.end or '?'}"
    return " ".join(filter(None, (f"{occurrence.day:%a %Y-%m-%d}", hours, occurrence.doubt)))


def test_school_holidays_that_are_not_published_yet_make_a_date_a_question(city: MakeCity) -> None:
    rule = "zeiten: {zweck: treffen, tage: Mo, von: 15:00, feiertage: zu, schulferien: zu, stand: 2026-10}"
    directory = load_city(city({"mitte/gruppe.yaml": entry_with(rule)})).directory
    assert directory
    published = holidays_of(directory.city, TODAY)
    until = TODAY + timedelta(days=30)
    found = upcoming(directory.entry["gruppe"], replace(published, school_until=until), TODAY)
    assert {occurrence.doubt for occurrence in found if occurrence.day <= until} == {""}
    assert {occurrence.doubt for occurrence in found if occurrence.day > until} == {"schulferien"}


@pytest.mark.parametrize(
    ("state", "day", "name"),
    [("TH", date(2027, 9, 20), "Weltkindertag"), ("TH", date(2027, 8, 15), None), ("SL", date(2027, 8, 15), "Mariä")],
)
def test_public_holidays_are_those_of_the_state(city: MakeCity, state: str, day: date, name: str | None) -> None:
    loaded = load_city(city({})).directory
    assert loaded
    here: City = loaded.city.model_copy(update={"subdivision": state})
    assert (holidays_of(here, TODAY).public.get(day, "") or "").startswith(name or "")
    assert (day in holidays_of(here, TODAY).public) is bool(name)


def test_a_state_that_nobody_knows_has_no_holidays_and_promises_none(city: MakeCity) -> None:
    loaded = load_city(city({})).directory
    assert loaded
    nowhere = holidays_of(loaded.city.model_copy(update={"subdivision": "ZZ"}), TODAY)
    assert (len(nowhere.public), len(nowhere.school), nowhere.school_until) == (0, 0, date.min)


def test_the_shipped_times_read_as_reviewed(request: pytest.FixtureRequest) -> None:
    """The file holds rules with their sentences: new entries do not break it, and --golden takes all entries anew."""
    if request.config.getoption("--golden"):
        shipped = load(Path("entries")).directory
        assert shipped
        SHIPPED.write_text("\n".join(block(entry) for entry in shipped.entries if entry.times), encoding="utf-8")
    text = SHIPPED.read_text(encoding="utf-8")
    rules = [line.removeprefix("- ") for line in text.splitlines() if line.startswith("- ")]
    assert len(rules) > 60
    for reviewed in text.strip().split("\n\n"):
        head, *lines = reviewed.splitlines()
        written = [yaml.load(line[2:], yaml.BaseLoader) for line in lines if line.startswith("- ")]  # noqa: S506 - text only
        times = [Times.model_validate(rule) for rule in written]
        assert [line.strip() for line in lines if line.startswith("  ")] == said(times), head


def block(entry: Entry) -> str:
    dumped = [times.model_dump(mode="json", by_alias=True, exclude_defaults=True) for times in entry.times]
    rules = [yaml.safe_dump(rule, default_flow_style=True, width=10**6, allow_unicode=True).strip() for rule in dumped]
    lines = [*(f"- {rule}" for rule in rules), *(f"  {sentence}" for sentence in said(entry.times))]
    return "\n".join([entry.slug, *lines, ""])


def said(times: Sequence[Times]) -> list[str]:
    return [" ".join(statement.sentences) for statement in statements(dict(enumerate(times)), TODAY)]


@pytest.mark.parametrize(
    ("rules", "short"),
    [
        (
            ["tage: montag, von: '6:00', bis: '17:00', hinweis: [Das sind Zeiten vom Büro., Kommen Sie dann vorbei.]"],
            "Jeden Montag: 6 Uhr bis 17 Uhr. Das sind Zeiten vom Büro.",
        ),
        (
            ["tage: montag, von: '6:00', hinweis: Ohne Musik.", "tage: freitag, von: '9:00', hinweis: Mit Musik."],
            "Jeden Montag: ab 6 Uhr. Ohne Musik. Es gibt noch mehr Zeiten.",
        ),
    ],
)
def test_the_first_screen_says_whose_times_they_are_and_that_there_are_more(
    city: MakeCity, rules: list[str], short: str
) -> None:
    listed = "\n".join(f"  - {{zweck: offen, stand: 2026-10, {rule}}}" for rule in rules)
    loaded = load_city(city({"mitte/gruppe.yaml": entry_with(f"zeiten:\n{listed}")}))
    assert loaded.directory
    assert day_view(loaded.directory).of(loaded.directory.entry["gruppe"]).times[0].short == short
