"""Who says so: no word is put into the mouth of somebody who has not said it."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from conftest import TODAY, MakeCity, day_view, entry_with, load_city

from directory.exports import data_files
from directory.model import Directory, Entry
from directory.model.contact import hostname
from directory.model.provider import Provider
from directory.pages import pages
from directory.source import load
from directory.view.access import access_views
from directory.view.outline import outline_of

ACCESS = "orte: {strasse: Hauptstraße, zugang: {aufzug: ja%s}}"
ONE = "{url: https://www.jena.example/seite, stand: 2026-05}"
OTHER = "{angabe: Ein Brief, stand: 2026-05}"


@pytest.mark.parametrize(
    ("more", "sources", "source"),
    [
        ("", ONE, "Das steht auf jena.example."),
        ("", OTHER, "Woher wir das wissen: Ein Brief."),
        ("", f"[{ONE}, {OTHER}]", "Das hat noch niemand geprüft."),
        (", laut: die Stadt", f"[{ONE}, {OTHER}]", "Das sagt die Stadt."),
        (", geprueft: {am: 2026-05, von: Der Beirat}", f"[{ONE}, {OTHER}]", "Der Beirat hat das geprüft."),
    ],
)
def test_a_fact_is_said_by_who_says_it(more: str, sources: str, source: str, city: MakeCity) -> None:
    lines = f"{ACCESS % more}\nquelle: {sources}"
    directory = load_city(city({"mitte/gruppe.yaml": entry_with(lines)})).directory
    assert directory
    [access] = access_views(directory, directory.entry["gruppe"])
    assert access.source == source


def test_what_is_true_of_a_venue_its_own_source_says(city: MakeCity) -> None:
    venue = entry_with(f"name: Haus\n{ACCESS % ''}\nquelle: {ONE}")
    guest = entry_with("orte: {bei: haus}\nquelle: {angabe: Die Gruppe, stand: 2026-10}")
    directory = load_city(city({"mitte/haus.yaml": venue, "mitte/gruppe.yaml": guest})).directory
    assert directory
    [access] = access_views(directory, directory.entry["gruppe"])
    assert access.source == "Das steht auf jena.example."


def test_a_secret_entry_names_no_source(city: MakeCity) -> None:
    lines = "orte: {art: geheim, zugang: {aufzug: ja}}\nquelle: {angabe: Ein Brief, stand: 2026-10}"
    directory = load_city(city({"mitte/gruppe.yaml": entry_with(lines)})).directory
    assert directory
    assert [view.source for view in access_views(directory, directory.entry["gruppe"])] == [
        "Das hat noch niemand geprüft."
    ]


GROUPS = """quelle:
  - {id: netz, url: https://www.jena.example/seite, stand: 2026-05}
  - {angabe: Ein Brief, stand: 2026-10}
fuer_wen: Für alle.
sprachen: [de]
orte: {strasse: Hauptstraße, haltestelle: Markt, zugang: {aufzug: ja%s}}
mitmachen: {wie: offen%s}
kosten: {art: kostenlos%s}
zeiten:
  - {zweck: treffen, tage: Mo, von: 9, stand: 2026-05%s}
  - {zweck: treffen, tage: Di, von: 10, hinweis: Im Garten., stand: 2026-05%s}
belege: {fuer_wen: {stand: unbekannt%s}, sprachen: {stand: unbekannt%s}, haltestelle: {stand: unbekannt%s}}"""
HEADINGS = ("Für wen?", "Mitmachen", "Wann?", "Wo?", "Kosten", "Passt das?")


def said(city: MakeCity, lines: str, name: str) -> tuple[str, dict[str, list[str]]]:
    """Return the page, and the lines below each heading on paper."""
    view = day_view(load_city(city({"mitte/gruppe.yaml": entry_with(lines)}, name)).directory, TODAY)
    [page] = [page.body.replace("\xa0", " ") for page in pages(view) if page.address == "angebote/gruppe/"]
    outline = outline_of(view.of(view.directory.entry["gruppe"]), view.directory.city)
    return page, {group.label: [line.text for line in group.lines] for group in outline.groups}


def test_every_group_of_facts_says_once_who_says_it_and_since_when(city: MakeCity) -> None:
    page, paper = said(city, GROUPS % ((", quelle: netz",) * 8), "source")
    assert {name: paper[name].count("Das steht auf jena.example.") for name in HEADINGS} == {
        **dict.fromkeys(HEADINGS, 1),
        "Für wen?": 2,  # languages are a group of their own
    }
    assert page.count("Das steht auf jena.example.") == 7
    assert "Die Angabe ist von Mai 2026." in paper["Kosten"]
    page, paper = said(city, GROUPS % ((", laut: der Verein",) * 8), "speaker")
    assert page.count("Das sagt der Verein.") == 7
    assert all("Das sagt der Verein." in paper[name] for name in HEADINGS)


def test_where_there_are_several_sources_a_fact_without_one_is_nobodys(city: MakeCity) -> None:
    page, paper = said(city, GROUPS % (("",) * 8), "nobody")
    assert [line for lines in paper.values() for line in lines if line.startswith(("Das sagt", "Das steht"))] == []
    assert "Das steht auf" not in page


def test_times_of_two_sources_say_each_who_says_them(city: MakeCity) -> None:
    _, paper = said(city, GROUPS % ("", "", "", ", quelle: netz", ", laut: der Verein", "", "", ""), "two")
    when = paper["Wann?"]
    assert when.index("Das steht auf jena.example.") < when.index("Im Garten.") < when.index("Das sagt der Verein.")


def test_a_group_that_is_old_says_so_once(city: MakeCity) -> None:
    old = "quelle: {url: https://jena.example, stand: 2026-05}\nsprachen: [de, ar]\nbelege: {sprachen: {stand: 2015}}"
    page, paper = said(city, old, "old")
    assert page.count("Im Jahr 2015 war das so:") == 1
    assert paper["Für wen?"].count("Im Jahr 2015 war das so:") == 1


def test_a_fact_that_is_confirmed_has_one_age(city: MakeCity) -> None:
    lines = GROUPS % ((", quelle: netz",) * 8)
    _, paper = said(city, f"{lines}\nbestaetigt: {{am: 2026-10-01, von: traeger}}", "confirmed")
    assert [line for lines in paper.values() for line in lines if line.startswith("Stand:")] == []


def test_no_shipped_fact_is_put_into_the_mouth_of_a_provider_without_a_source_of_the_provider() -> None:
    shipped = load(Path("entries")).directory
    assert shipped
    said = [(entry, fact.stated_by) for entry in shipped.entries for _, fact in entry.attributed() if fact.stated_by]
    own = [(entry, who) for entry, who in said if words(who) & (PROVIDER | names(shipped, entry))]
    assert len(said) >= 4
    assert own, "the test has something to look at"
    for entry, who in own:
        websites = {url for one in behind(shipped, entry) for url in one.contact.websites}
        assert domains(websites) & domains(source.url for source in entry.sources if source.url), (entry.slug, who)


# Words for a provider that may be any.
PROVIDER = frozenset({"anbieter", "träger", "verein", "gruppe"})


def words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > 4}


def names(directory: Directory, entry: Entry) -> set[str]:
    return {word for one in behind(directory, entry) for word in words(one.name)}


def behind(directory: Directory, entry: Entry) -> list[Entry | Provider]:
    return [entry, *(directory.providers[one] for one in entry.providers)]


def domains(urls: Iterable[str]) -> set[str]:
    return {".".join(hostname(url).split(".")[-2:]) for url in urls}


def test_a_secret_entry_says_nowhere_who_says_it(city: MakeCity) -> None:
    lines = """orte: {art: geheim}
kosten: {art: kostenlos, laut: Der geheime Verein}
zeiten: {zweck: treffen, tage: Mo, von: 9, laut: Der geheime Verein, stand: 2026-05}
sprachen: [de]
belege: {sprachen: {laut: Der geheime Verein}}"""
    view = day_view(load_city(city({"mitte/gruppe.yaml": entry_with(lines)}, "secret")).directory, TODAY)
    for page in pages(view):
        assert "geheime Verein" not in page.body, page.address
    for file in data_files(view):
        assert "geheime Verein" not in str(file.content), file.path
