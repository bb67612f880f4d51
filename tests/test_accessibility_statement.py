"""The accessibility statement: plain words in a trial, the parts of the law with a public operator."""

import re
from html import unescape

import pytest
import yaml
from browsing import ENTRIES
from conftest import TODAY, MakeCity, day_view, load_city
from test_cli import AUDIT, COMPLETE, PEOPLE

from directory.checks import check
from directory.model.audit import UsabilityTest
from directory.pages.lists import start_page
from directory.pages.plain import plain_page
from directory.source import Loaded

PUBLIC = COMPLETE.replace("  name: Verein", "  oeffentliche_stelle: ja\n  name: Verein")
LAWS = "gesetze: [ThürBarrWebG, ThürBITVO, Durchführungsbeschluss (EU) 2018/1523]\n"
CONFORMITY = ("vereinbar", "EN 301 549", "Erklärung zur Barrierefreiheit", "ThürBarrWebG", "hält die Regeln")


def settings(city: MakeCity, more: str, audit: str, name: str = "city") -> Loaded:
    root = city({"_barrierefreiheit.yaml": audit} if audit else {}, name)
    file = root / "_stadt.yaml"
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    return load_city(root)


def statement(loaded: Loaded) -> str:
    return unescape(plain_page(day_view(loaded.directory), "barrierefreiheit/").body)


@pytest.mark.parametrize("more", ["", COMPLETE])
def test_who_is_no_public_body_declares_no_conformity(city: MakeCity, more: str) -> None:
    text = statement(settings(city, more, AUDIT + LAWS))
    assert "So barrierefrei ist die Seite" in text
    assert not [word for word in CONFORMITY if word in text]
    assert "Die Vorlagen sind nicht für Vorlese-Programme." in text


def test_a_public_body_says_all_that_the_model_statement_asks_for(city: MakeCity) -> None:
    text = statement(settings(city, PUBLIC, AUDIT + LAWS))
    assert not [word for word in CONFORMITY if word not in text]
    parts = (
        "Verein Musterstadt",  # who
        "treff.example",  # for what
        "ThürBITVO",
        "teilweise vereinbar",
        "Abschnitt 10.1.3.1",
        "Ein Programm ordnet die Seiten.",  # why
        "Nehmen Sie das Heft zum Lesen.",  # what instead
        "1. November 2026",  # the last check
        "Selbst-Bewertung",
        "fehler@example.org",
        "Stelle für Beschwerden",
    )
    assert [part for part in parts if part not in text] == []
    assert "0 Fehler" not in text


@pytest.mark.parametrize(
    ("audit", "missing"),
    [("", "wie barrierefrei die Seite ist"), (AUDIT, "„gesetze“"), (AUDIT + LAWS, "")],
)
def test_nothing_is_published_without_its_statement(city: MakeCity, audit: str, missing: str) -> None:
    problems = check(settings(city, PUBLIC, audit), TODAY, publish=True).problems
    found = [one.message for one in problems if one.code == "veroeffentlichung"]
    assert len(found) == bool(missing)
    assert all(missing in message for message in found)


def test_the_statement_tells_what_people_found_or_that_nobody_was_asked(city: MakeCity) -> None:
    nobody = "Noch hat kein Mensch mit Behinderung"
    assert nobody in statement(settings(city, "", "", "without"))
    assert nobody in statement(settings(city, "", AUDIT, "nobody"))
    told = statement(settings(city, "", AUDIT + PEOPLE, "people"))
    assert nobody not in told
    assert "5 Personen haben die Seite ausprobiert." in told
    assert "Die Uhrzeit steht jetzt oben." in told


def test_the_kit_has_ten_tasks_and_its_example_is_what_the_file_takes() -> None:
    kit = (ENTRIES.parent / "docs" / "mitmachen" / "ausprobieren.md").read_text(encoding="utf-8")
    tasks = kit.partition("## 10 Aufgaben")[2].partition("\n## ")[0]
    assert len(re.findall(r"^\d+\. ", tasks, re.MULTILINE)) == 10
    example = yaml.safe_load(kit.partition("```yaml\n")[2].partition("```")[0])
    (one,) = example["mit_menschen"]
    assert UsabilityTest.model_validate({**one, "am": str(one["am"])}).count == 5


def test_the_start_page_shows_sign_language_and_leichte_sprache_only_where_there_are_some(city: MakeCity) -> None:
    filled = """gebaerden_video: {datei: videos/treff.mp4, text: Willkommen bei den Treffpunkten.}
leichte_sprache:
  text: [Hier finden Sie Treffpunkte.]
  pruefung: {geprueft_von: Die Prüf-Gruppe, am: 2026-10-01}
"""
    for more, shown in (("", False), (filled, True)):
        body = start_page(day_view(settings(city, more, "", str(shown)).directory), "").body
        for part in (
            'href="#gebaerden-sprache"',
            'src="./videos/treff.mp4"',
            'href="#leichte-sprache"',
            "Die Prüf-Gruppe",
        ):
            assert (part in body) == shown, part
