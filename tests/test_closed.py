"""What is closed, paused or moved says so everywhere and leads on; what opens again says nothing any more."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import MakeCity, day_view, entry_with, load_city
from on_paper import in_short, text_on_paper
from playwright.sync_api import Browser
from searching import SEARCH, blank, files
from test_asking import BUILT, IN_HOUSE, KINDS, SHIPPED, paper, plain

from directory.booklets.book import book
from directory.booklets.sheet import sheet
from directory.checks import check
from directory.exports.as_icalendar import calendars
from directory.pages.a_to_z import index_page
from directory.pages.entry import entry_page
from directory.pages.lists import area_page
from directory.pages.my_list import my_list_file
from directory.pages.providers import provider_page, providers_page
from directory.pages.weeks import week_page
from directory.schedule import agenda
from directory.search.results import result_rows
from directory.source import load
from directory.view.contact import public_providers
from directory.view.day import DayView

CLOSED, WHERE = "Das Haus ist geschlossen", "Fragen Sie, wo die Gruppe jetzt ist."
MEETING = "zeiten: {zweck: treffen, tage: [Montag], von: 18:00, stand: 2026-10}"
HOUSE = "name: Das Haus\nart: treffpunkt\norte: {strasse: Hauptstraße, hausnummer: 1}"


def outputs(view: DayView, slug: str) -> dict[str, str]:
    """Return what each output says about an entry."""
    entry = view.directory.entry[slug]
    row = next(item for item in area_page(view, entry.area).body.split("<li ") if f'data-entry="{slug}"' in item)
    return {
        "page": plain(entry_page(view, slug).body),
        "row": plain(f"<li {row}"),
        "hit": result_rows(view, [entry]),
        "my list": json.loads(my_list_file(view).content)["sheets"][slug],
        "booklet": paper(view, entry.area, slug),
        "sheet": text_on_paper(sheet(view, entry, trial=True).entry),
    }


def shipped_with_lisa(tmp_path: Path, status: str) -> tuple[DayView, list[str]]:
    """Return the directory of Jena with LISA like this, and the codes of what the check says about its guests."""
    root = tmp_path / "entries"
    shutil.copytree(SHIPPED, root, dirs_exist_ok=True)
    file = root / "lobeda" / "stadtteilzentrum-lisa.yaml"
    file.write_text((SHIPPED / "lobeda" / "stadtteilzentrum-lisa.yaml").read_text() + status)
    result = check(load(root), BUILT)
    assert result.checked
    return DayView(result.checked, agenda(result.checked.directory, BUILT)), [one.code for one in result.problems]


def test_closing_lisa_reaches_every_guest_in_every_output_and_reopening_takes_it_back(tmp_path: Path) -> None:
    closed, codes = shipped_with_lisa(tmp_path, "status: geschlossen\n")
    guests = [entry.slug for entry in closed.directory.hosted["stadtteilzentrum-lisa"] if entry in closed.listed]
    assert len(guests) >= 4
    assert codes.count("haus-geschlossen") == len(guests)
    for slug in guests:
        said = outputs(closed, slug)
        assert [name for name, text in said.items() if CLOSED not in text] == [], slug
        asked = bool(closed.of(closed.directory.entry[slug]).asking)
        assert (WHERE in said["page"]) == asked, slug
        assert "03641 492835" not in said["page"], slug
    again, codes = shipped_with_lisa(tmp_path, "status: aktiv\n")
    assert "haus-geschlossen" not in codes
    for slug in guests:
        assert [name for name, text in outputs(again, slug).items() if CLOSED in text] == [], slug


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("status: geschlossen", "Das Haus ist geschlossen."),
        ("gueltig: {bis: 2026-01-31}", "Das Haus ist geschlossen."),
        ("status: pausiert", "Das Haus macht gerade Pause."),
    ],
)
def test_dates_in_a_house_that_is_not_open_are_in_doubt(city: MakeCity, status: str, said: str) -> None:
    lines = IN_HOUSE.replace("kontakt: {}", "kontakt: {telefon: 040 123456}")
    view = view_of(city, entry_with(f"{lines}\n{MEETING}"), entry_with(f"{HOUSE}\n{status}"))
    assert said in plain(entry_page(view, "gruppe").body)
    assert "Das Haus ist zu. Bitte fragen Sie nach." in plain(week_page(view, "naechste-woche").body)
    calendar = dict(calendars(view))["angebote/gruppe/termine.ics"]
    assert "STATUS:TENTATIVE" in calendar
    assert "STATUS:CONFIRMED" not in calendar.partition("RECURRENCE-ID")[2]


def test_a_house_is_named_where_the_group_meets_in_another_one_too(city: MakeCity) -> None:
    lines = "art: verein\norte: [{bei: ein-haus}, {strasse: Am Tor, hausnummer: 2}]"
    view = view_of(city, entry_with(lines), entry_with(f"{HOUSE}\nstatus: geschlossen"))
    assert view.of(view.directory.entry["gruppe"]).house_notice == ("Das Haus Das Haus ist geschlossen.", WHERE)


def view_of(city: MakeCity, group: str, house: str, **more: str) -> DayView:
    files = {"_vocabulary/arten.yaml": KINDS.replace(", auskunft: kontaktstelle", ""), "mitte/ein-haus.yaml": house}
    return day_view(load_city(city({**files, "mitte/gruppe.yaml": group, **more})).directory)


def pages_by_name(view: DayView) -> dict[str, list[str]]:
    pages = json.loads(result_rows(view, view.listed))["pages"]
    return {name: [url, others, note] for url, name, others, note in pages}


STUBE = """name: Zwiebel-Stube Hafen
weitere_namen: [Zwiebelstube]
art: treffpunkt
themen: sport
beschreibung: Hier gab es Kaffee.
orte: {strasse: Am Tor, hausnummer: 99}
kontakt: {telefon: 040 998815}
quelle: {angabe: Verein, stand: 2026}
"""


@pytest.mark.parametrize(
    ("status", "notice"),
    [
        ("status: geschlossen", "Dieses Angebot gibt es nicht mehr."),
        ("status: pausiert", "Dieses Angebot macht gerade Pause."),
        ("gueltig: {bis: 2026-01-31}", "Dieses Angebot ist zu Ende."),
    ],
)
def test_who_knows_a_closed_name_finds_it_and_is_led_on(city: MakeCity, status: str, notice: str) -> None:
    stube = f"{STUBE}{status}\n"
    view = view_of(city, entry_with("name: Neu"), entry_with(HOUSE), **{"mitte/stube.yaml": stube})
    assert pages_by_name(view)["Zwiebel-Stube Hafen"] == ["angebote/stube/", "Zwiebelstube", notice]
    index = plain(index_page(view, "").body)
    assert f"Zwiebel-Stube Hafen {notice}" in index
    assert "Zwiebelstube Hier heißt es: Zwiebel-Stube Hafen" in index
    assert notice in plain(entry_page(view, "stube").body)
    assert "Zwiebel" not in area_page(view, "mitte").body


def test_successors_are_told_activity_by_activity_and_the_plain_form_stays(city: MakeCity) -> None:
    lines = "status: geschlossen\nnachfolger: [{angebot: ein-haus, was: Kochen}, neu]"
    view = view_of(city, entry_with(lines), entry_with(HOUSE), **{"mitte/neu.yaml": entry_with("name: Neu")})
    page = plain(entry_page(view, "gruppe").body)
    assert "Kochen gibt es jetzt hier: Das Haus" in page
    assert [(one.slug, one.heading) for one in view.of(view.directory.entry["gruppe"]).successors] == [
        ("ein-haus", "Kochen gibt es jetzt hier:"),
        ("neu", ""),
    ]


def test_a_provider_with_a_public_offer_or_a_task_has_a_page_and_is_found(city: MakeCity) -> None:
    files = {
        "_traeger/geheim.yaml": "name: Der Schutz-Verein\nart: verein\n",
        "_traeger/dabei.yaml": "name: Die Dabei\nart: verein\nrolle: [Leistungserbringer]\n",
        "_traeger/leer.yaml": "name: Der Leere\nart: verein\n",
        "mitte/schutz.yaml": entry_with("name: Schutz\ntraeger: geheim\norte: {art: geheim}"),
    }
    view = view_of(city, entry_with("traeger: ein-traeger"), entry_with(HOUSE), **files)
    assert [provider.id for provider in public_providers(view.directory)] == ["dabei", "ein-traeger"]
    assert {"Die Dabei", "Ein Träger e. V."} <= set(pages_by_name(view))
    for text in (providers_page(view, "").body, json.dumps(pages_by_name(view)), index_page(view, "").body):
        assert "Schutz-Verein" not in text
    page = plain(provider_page(view, "ein-traeger").body)
    assert "Gruppe" in page
    assert "Leistungserbringer" in plain(provider_page(view, "dabei").body)


def test_booklets_print_the_brief_notice_too(city: MakeCity) -> None:
    group = entry_with("art: verein\norte: {bei: ein-haus}")
    files = {"alle/runde.yaml": group}
    view = view_of(city, entry_with("name: Andere"), entry_with(f"{HOUSE}\nstatus: geschlossen"), **files)
    brief = [one for one in in_short(book(view, "hafen", trial=True)) if one.slug == "runde"]
    assert [f"{CLOSED}." in text_on_paper(one).split("\n") for one in brief] == [True]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Zwiebel-Stube Lobeda", ["angebote/test-geschlossen/"]),
        ("zwiebelstube", ["angebote/test-geschlossen/"]),
        ("wo ist die Zwiebel-Stube", ["angebote/test-geschlossen/"]),
        ("Radieschen-Stube", ["angebote/test-pausiert/"]),
        ("AWO Seniorenbegegnungsstätte im LISA", ["angebote/awo-seniorenbegegnungsstaette-lisa/"]),
        ("Förderverein INWOL", ["traeger/inwol/"]),
        # A topic, a place or a word of a text leads to what there is.
        ("Lobeda", []),
        ("Kaffee", []),
        ("Chor", []),
    ],
)
def test_the_search_leads_from_a_name_to_what_became_of_it(
    browser: Browser, with_closed: dict[str, str], query: str, found: list[str]
) -> None:
    page = blank(browser, with_closed)
    (answer,) = page.evaluate(SEARCH, [[[query, []]], False])
    page.close()
    assert [one["url"] for one in answer["pages"]] == found


@pytest.fixture(scope="module")
def with_closed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = tmp_path_factory.mktemp("closed") / "entries"
    shutil.copytree(SHIPPED, root)
    for name, status in (("Zwiebel", "geschlossen"), ("Radieschen", "pausiert")):
        text = STUBE.replace("Zwiebel-Stube Hafen", f"{name}-Stube Lobeda").replace("Zwiebelstube", f"{name}stube")
        text = text.replace("themen: sport", "themen: treffen-cafe").replace("Am Tor", "Karl-Marx-Allee")
        (root / "lobeda" / f"test-{status}.yaml").write_text(f"{text}status: {status}\n")
    directory = load(root).directory
    assert directory
    return files(directory)
