"""What people read on a page, as text: headings with #, links with their target."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from html.parser import HTMLParser

import html5lib
import pytest
from conftest import TODAY, Case, MakeCity, day_view, entry_with, load_city

from directory.checks import check
from directory.easy_language import explanations
from directory.output.page import Page
from directory.pages import pages
from directory.pages.readability import SEAM
from directory.problems import has_errors
from directory.schedule import weekday_date

BLOCKS = {"p", "h1", "h2", "h3", "li", "dt", "dd", "address", "div", "section", "nav", "ul", "dl", "span", "pre"}


class Reader(HTMLParser):
    """Writes down what a page says, line by line."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self.target = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.lines.append({"h1": "# ", "h2": "## ", "h3": "### ", "li": "- "}.get(tag, ""))
        if tag == "a":
            self.target = dict(attrs).get("href") or ""
            self.lines[-1] += "["

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.lines[-1] = f"{self.lines[-1].rstrip()}]({self.target})"
        if tag in BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        self.lines[-1] += re.sub(r"\s+", " ", data)


def as_text(html: str) -> str:
    reader = Reader()
    html = html.replace(SEAM, "")  # only drawn
    reader.feed(re.sub('<span class="ear">(.*?)</span>', r"\1", html))  # heard within its line
    return "\n".join(line.strip() for line in reader.lines if line.strip(" -"))


def pages_of(case_files: dict[str, str], city: MakeCity) -> Iterator[Page]:
    loaded = load_city(city(dict(case_files)))
    assert loaded.directory
    problems = check(loaded, TODAY).problems
    assert not has_errors([problem for problem in problems if problem.code not in explanations()])
    return pages(day_view(loaded.directory))


@pytest.mark.cases("pages")
def test_a_page_says(case: Case, city: MakeCity, agree: Callable[[Case, str], None]) -> None:
    made = {page.address: page for page in pages_of(case.files, city)}
    agree(case, as_text(made[case.argument.strip("/") + "/" if case.argument.strip("/") else ""].body))


HOSTILE = "<script>alert(1)</script> \"'><img src=x onerror=y> {{ 7*1001 }} &amp; </article>"


def test_nothing_from_an_entry_becomes_markup(city: MakeCity) -> None:
    text = HOSTILE.replace("'", "''")
    entry = f"""
name: '{text}'
weitere_namen: '{text}'
art: treffpunkt
themen: sport
beschreibung: '{text}'
orte: {{strasse: '{text}', hausnummer: '{text}', ortsteil: '{text}', so_finden_sie_uns: '{text}'}}
kontakt: {{telefon: {{nummer: 040 123456, wofuer: '{text}'}}}}
quelle: {{angabe: '{text}', stand: 2026}}
"""
    made = list(pages_of({"mitte/boese.yaml": entry}, city))
    assert sum("&lt;script&gt;alert(1)" in page.body for page in made) >= 4
    for page in made:
        assert "<script" not in page.body
        assert "<img" not in page.body
        assert "7007" not in page.body
        assert not re.search(r'="[^"]*<', page.body)


def test_the_dates_that_a_script_takes_over_stand_on_the_page_with_hours_and_doubts(city: MakeCity) -> None:
    lines = """zeiten:
  - {zweck: treffen, tage: Freitag, von: 18:00, bis: 20:00, stand: 2026-10, gueltig: {bis: 2026-11-28}}
  - {zweck: offen, tage: Freitag, stand: 2026-10, gueltig: {ab: 2026-12-20, bis: 2026-12-26}}"""
    made = {page.address: page for page in pages_of({"mitte/gruppe.yaml": entry_with(lines)}, city)}
    handed_over = re.findall(r'class="dates" data-dates="([^"]*)"', made["angebote/gruppe/"].body)
    assert handed_over == ["2026-11-27/18:00/20:00/", "2026-12-25///feiertage"]


WEEK = """zeiten:
  - {zweck: treffen, tage: [Montag, Donnerstag, Sonntag], von: 15:00, stand: 2026-10}
"""


@pytest.mark.parametrize(
    ("week", "first"), [("diese-woche", date(2026, 11, 23)), ("naechste-woche", date(2026, 11, 30))]
)
def test_without_a_script_a_week_is_that_of_the_build_from_monday_to_sunday(
    city: MakeCity, week: str, first: date
) -> None:
    """The build is on a Thursday: a week that began with it would show each meeting on a wrong date."""
    directory = load_city(city({"mitte/gruppe.yaml": entry_with(WEEK.rstrip())})).directory
    assert directory
    thursday = date(2026, 11, 26)
    body = next(page.body for page in pages(day_view(directory, thursday)) if page.address == f"{week}/")
    days = [first + timedelta(days=number) for number in range(7)]
    assert f"Von {weekday_date(days[0])} bis {weekday_date(days[6])} " in as_text(body).replace("\n", " ")
    shown = dict(meetings(body))
    taking_place = [weekday_date(day) for day in days if day >= thursday and day.weekday() in {0, 3, 6}]
    assert shown == {day: ["Gruppe"] for day in taking_place}, "days that are over or empty are hidden"


TWO_DAYS = """zeiten:
  - {zweck: treffen, tage: Montag, von: 14:00, bis: 17:00, stand: 2026-10, hinweis: Das ist die Werkstatt.}
  - {zweck: offen, tage: [Montag, Mittwoch], von: 9:00, bis: 10:00, stand: 2026-10}
  - {zweck: treffen, tage: Dienstag, von: 18:00, stand: 2026-10, hinweis: Das ist die Gruppe Taiji.}"""


@pytest.mark.parametrize(
    ("weekday", "said"),
    [
        ("montag", ["Jeden Montag: 14 Uhr bis 17 Uhr.", "Das ist die Werkstatt.", "9 Uhr bis 10 Uhr."]),
        ("dienstag", ["Jeden Dienstag: ab 18 Uhr.", "Das ist die Gruppe Taiji."]),
        ("mittwoch", ["9 Uhr bis 10 Uhr."]),
    ],
)
def test_in_the_list_of_a_weekday_stand_all_times_of_this_day_and_no_others(
    city: MakeCity, weekday: str, said: list[str]
) -> None:
    made = {page.address: page for page in pages_of({"mitte/gruppe.yaml": entry_with(TWO_DAYS)}, city)}
    for address in (f"wochentage/{weekday}/", f"wochentage/{weekday}/mitte/"):
        row = as_text(made[address].body).replace("\n", " ")
        assert [sentence for sentence in said if sentence not in row] == []
        assert ("Werkstatt" in row, "Taiji" in row) == (weekday == "montag", weekday == "dienstag")


def test_the_list_of_a_weekday_names_what_was_on_this_day_once(city: MakeCity) -> None:
    """A day of which nothing new is known is no dead end."""
    old = entry_with("zeiten: {zweck: treffen, tage: Montag, von: 14:00, stand: 2019}")
    made = {page.address: as_text(page.body) for page in pages_of({"mitte/gruppe.yaml": old}, city)}
    assert "kennen wir noch keine neuen Zeiten" in made["wochentage/montag/"]
    assert "Vielleicht auch" in made["wochentage/montag/"]
    assert "Zeit von 2019" in made["wochentage/montag/"]
    assert "noch kein Angebot" in made["wochentage/dienstag/"]


def test_old_times_of_a_weekday_tell_to_ask_only_where_somebody_answers(city: MakeCity) -> None:
    old = "zeiten: {zweck: treffen, tage: Montag, von: 14:00, stand: 2019}"
    nobody = entry_with(f"{old}\norte: {{strasse: Hafenstraße, hausnummer: 2}}\nkontakt: {{}}")
    made = {page.address: as_text(page.body) for page in pages_of({"mitte/gruppe.yaml": nobody}, city)}
    assert "Hier kennen wir nur alte Zeiten.\n" in made["wochentage/montag/"]
    assert "fragen Sie" not in made["wochentage/montag/"]


@pytest.mark.parametrize(("topics", "expected"), [("[trauer, sucht]", "always"), ("trauer", "never")])
def test_a_list_of_nothing_but_sensitive_entries_is_sensitive(city: MakeCity, topics: str, expected: str) -> None:
    made = pages_of({"mitte/gruppe.yaml": entry_with(f"themen: {topics}")}, city)
    assert {page.address: page.sensitive for page in made}["themen/trauer/"] == expected


def meetings(body: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each day of a week that is shown, with the names of what takes place."""
    for day in html5lib.parse(body, namespaceHTMLElements=False).iterfind(".//section[@class='day']"):
        if "hidden" not in day.attrib:
            cards = [card for card in day.iterfind(".//li") if "hidden" not in card.attrib]
            heading = day.find("h2/span")
            assert heading is not None
            yield heading.text or "", [(card.find("h3/a").text or "") for card in cards]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("laut: die Stadt", "Passt: 2. Nicht bekannt: 1."),
        ("geprueft: {am: 2026-10-01, von: Die Prüf-Gruppe}", "Passt: 2. Nicht bekannt: 1."),
        # Two sources, and none of them is named: nobody knows who says so.
        ("", "Passt: 1. Vielleicht: 1. Nicht bekannt: 1."),
    ],
)
def test_that_somebody_gets_in_is_only_said_where_somebody_says_so(city: MakeCity, said: str, counts: str) -> None:
    access = ", ".join(filter(None, ("rollstuhl: ja", said)))
    entry = entry_with(
        f"orte: {{strasse: Hafenstraße, hausnummer: 2, zugang: {{{access}}}}}\n"
        "quelle: [{angabe: Flyer, stand: 2025}, {angabe: Aushang, stand: 2026}]"
    )
    made = {page.address: as_text(page.body) for page in pages_of({"mitte/gruppe.yaml": entry}, city)}
    assert counts in made["passt-das/rollstuhl/"]
