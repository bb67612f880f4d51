"""Every way in reads the same: nothing is lost, nothing is read otherwise than it was meant."""

import re
import shutil
import time
from datetime import date
from pathlib import Path

import pytest
from commands import PROJECT
from conftest import MakeCity, checked, entry_with, load_city
from node import each
from time_labels import ASK, FOLDER, facts_read, labelled, words_kept

from directory.checks import check_files
from directory.easy_language import profile
from directory.easy_language.names import Names
from directory.easy_language.rules.length import count_words
from directory.intake.addresses import place_fields
from directory.intake.issues.proposal import Outcome, from_issue
from directory.intake.pasted import cleaned, without_bullet
from directory.intake.times import read_back
from directory.model import Directory
from directory.model.address import Address, read_address
from directory.model.sentences import sentences
from directory.model.time_phrases import Reading
from directory.problems import Problem
from directory.source import load
from directory.source.parsing.parse import parse
from directory.source.tree import Mapping, Node, Sequence

TODAY = date(2026, 11, 29)
FORM = """### Name vom Angebot
Rad-Gruppe
### Art vom Angebot
Selbst-Hilfe-Gruppe
### Themen
Sport
### Was ist das?
Wir fahren Rad.
### In welchem Gebiet ist das?
Hafen
### Wann ist das?
{times}
### Wofür ist die Zeit?
Offene Zeit
### Telefon-Nummer
040 123456
### Woher wissen Sie das?
Ich arbeite für das Angebot.
"""


def directory_of(root: Path) -> Directory:
    directory = load(root, shown_as="entries").directory
    assert directory
    return directory


CITY = directory_of(Path(__file__).parent / "city")


def plain(node: Node) -> object:
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.values.items()} if isinstance(node, Mapping) else node.text


def times_in_file(outcome: Outcome) -> Reading:
    """Return the times of the file that an issue becomes, in the form that the reader gives."""
    assert outcome.change
    root = parse(outcome.change.after, "").root
    assert root
    found = plain(root.values["zeiten"])
    assert isinstance(found, list)
    return Reading(rules=tuple(found))


def test_real_times_come_through_the_issue_form_as_they_are_meant_or_not_at_all() -> None:
    taken, asked = 0, 0
    for case in labelled("opening_hours.txt"):
        outcome = from_issue(FORM.format(times=case.line), checked(CITY), "entries", TODAY)
        said = [remark for remark in outcome.remarks if remark.stops]
        if outcome.change:
            assert case.label != ASK, case.line
            reading = times_in_file(outcome)
            assert facts_read(reading) == case.facts, case.line
            assert case.kept <= words_kept(reading), case.line
            taken += 1
        else:
            assert any(remark.heading == "Wann ist das?" for remark in said), case.line
            asked += 1
    assert taken >= 90
    assert taken + asked == 236


def test_the_form_in_the_browser_reads_a_line_as_it_is_meant_or_leaves_it_in_words(site: Path) -> None:
    """Its own reader is small: what it does not understand is kept as it was written, for the reader of the check."""
    files = (
        "opening_hours.txt",
        "meetings.txt",
        "later_hours.txt",
        "hard_hours.txt",
        "ordinary_hours.txt",
        "kinds_of_times.txt",
    )
    cases = [case for name in files for case in labelled(name)]
    found = each(site / "assets/scripts/form/when.js", "readLine", [case.line for case in cases])
    understood = 0
    for case, rules in zip(cases, found, strict=True):
        if any(rule["wie_oft"] == "anders" for rule in rules):
            assert [rule["hinweis"] for rule in rules] == [" ".join(case.line.split())]
            continue
        keys = ("tage", "im_monat", "von", "bis")
        reading = Reading(rules=tuple({key: rule[key] for key in keys if rule[key]} for rule in rules))
        assert case.label != ASK, case.line
        assert (facts_read(reading), case.kept) == (case.facts, set()), case.line
        understood += 1
    assert understood >= 60


def test_every_way_in_counts_words_in_the_same_way_up_to_the_same_limit() -> None:
    written = [sentence for record in directory_of(PROJECT / "entries").records() for sentence in sentences(record)]
    written += ["Rufen Sie an: +49 (0)3641 12 34-56.", "1 234 567 Euro", "Kinder- und Jugend-Gruppe in www.jena.de/a"]
    written += ["Die 2-Zimmer-Wohnung hat 2,5-mal Platz – für Schüler*innen & 3.000 andere (auch Sie).", "- x: ?", ""]
    module = PROJECT / "directory/site/theme/assets/scripts/form/text.js"
    counted = [count_words(Names().sentence(sentence).tokens) for sentence in written]
    assert each(module, "wordCount", written) == counted
    limits = {profile(name).most_words for name in ("leicht-din", "leicht-bitv")}
    assert limits == {10}
    assert "Höchstens 10 Wörter." in (PROJECT / "CONTRIBUTING.md").read_text("utf-8")


def test_a_dash_in_an_answer_stays() -> None:
    text = form_of_the_city("dashes.md")
    assert (
        "  - Wir singen – und wir tanzen.\n  - Der Eintritt kostet 7,- Euro.\n  - Kaffee - Kuchen - Spiele.\n" in text
    )
    assert "name: Haus + Hof – Treff Lobeda\n" in text
    assert "    hausnummer: 12 - 14\n" in text
    assert re.findall(r"von: (\S+)\n    bis: (\S+)", text) == [
        *(("09:00", "12:00"), ("14:00", "16:00"), ("08:00", "09:00"), ("10:00", "12:30"), ("15:00", "17:00"))
    ]


def test_copies_from_other_programs_lose_their_marks_and_no_word() -> None:
    text = form_of_the_city("pasted.md")
    wanted = "Selbsthilfegruppe für Angehörige|Kaffee & Kuchen|Wir tanzen|Wir lachen|Wir kochen|Wir spielen|Wir reden"
    for sentence in (*wanted.split("|"), "Wir helfen", "Wir hören zu", "Wir warten"):
        assert f"  - {sentence}" in text
    assert "    von: 09:00\n    bis: 12:00\n" in text
    assert "mail: [info@begegnung-beispiel.de]" in text


def form_of_the_city(name: str) -> str:
    """Return the file that a filled in form of the shipped city becomes."""
    body = (FOLDER / name).read_text("utf-8").replace("Treff-Punkt", "Treffpunkt")
    outcome = from_issue(body, checked(directory_of(PROJECT / "entries")), "entries", TODAY)
    assert outcome.change, outcome.remarks
    return outcome.change.after


def test_a_mixed_form_gets_one_answer_for_each_part_that_is_not_clear() -> None:
    body = (FOLDER / "mixed.md").read_text("utf-8").replace("Treff-Punkt", "Treffpunkt")
    outcome = from_issue(body, checked(directory_of(PROJECT / "entries")), "entries", TODAY)
    said = [f"{remark.heading}: {remark.message}" for remark in outcome.remarks if remark.stops]
    assert not any("Wochentag ist" in text or "kein Wochentag" in text for text in said)
    assert [text for text in said if text.startswith("Wann")] == [
        "Wann ist das?: Bei „09:15 geführte Radtour (März-Oktober)“ fehlt der Wochentag."
    ]
    assert not any(text.startswith(("Wie viel Euro", "Mail")) for text in said)


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("Di 9\u20131\u00ad2\u200b Uhr\ufeff", "Di 9–12 Uhr"),
        ("eins\u2028zwei\x0bdrei\x85vier<br>fünf", "eins\nzwei\ndrei\nvier\nfünf"),
        ("Kaffee &amp; Kuchen", "Kaffee & Kuchen"),
        ("FrauencafÃ© fÃ¼r alle", "Frauencafé für alle"),
        ("a\u0308", "ä"),
        ("x < 3 & y", "x < 3 & y"),
        ("Ãœbung", "Übung"),
    ],
)
def test_a_copy_is_cleaned(pasted: str, clean: str) -> None:
    assert cleaned(pasted) == clean
    assert cleaned(clean) == clean


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("- Sonntag 15 - 17 Uhr", "Sonntag 15 - 17 Uhr"),
        ("• Wir tanzen.", "Wir tanzen."),
        ("\uf0b7 Wir tanzen.", "Wir tanzen."),
        ("o Wir kochen.", "Wir kochen."),
        ("✔ Wir helfen.", "Wir helfen."),
        ("1. Samstag im Monat", "1. Samstag im Monat"),
        ("12 - 14", "12 - 14"),
        ("-5 Grad", "-5 Grad"),
        ("Haus + Hof", "Haus + Hof"),
    ],
)
def test_only_the_sign_at_the_beginning_of_a_line_is_a_bullet(line: str, text: str) -> None:
    assert without_bullet(line) == text


def test_a_number_in_front_of_a_sentence_is_a_bullet_too() -> None:
    assert without_bullet("1. Wir reden.", numbered=True) == "Wir reden."


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("Karl-Marx-Allee 28", Address(street="Karl-Marx-Allee", number="28")),
        ("Hauptstr. 5a, 07747 Jena", Address(street="Hauptstr.", number="5a", postal_code="07747", city="Jena")),
        ("Haus am Markt, Am Markt 12 - 14", Address(street="Am Markt", number="12-14", rest=("Haus am Markt",))),
        ("Straße des 17. Juni", Address(street="Straße des 17. Juni")),
        ("07743 Jena, Löbdergraben 7", Address(street="Löbdergraben", number="7", postal_code="07743", city="Jena")),
        ("Postfach 58 05 36", Address(rest=("Postfach 58 05 36",))),
        ("Am Markt", Address(street="Am Markt")),
    ],
)
def test_one_line_of_address_has_its_parts(line: str, address: Address) -> None:
    assert read_address(line) == address


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Am Kai 3, 20095 Musterstadt", {"plz": "20095"}),
        ("Am Kai 3, Musterstadt-Speicherstadt", {"ortsteil": "Speicherstadt"}),
        ("Am Kai 3, 20095 Musterstadt OT Speicherstadt", {"plz": "20095", "ortsteil": "Speicherstadt"}),
        ("20095 Musterstadt (Speicherstadt), Am Kai 3", {"plz": "20095", "ortsteil": "Speicherstadt"}),
        ("Am Kai 3, speicher-stadt", {"ortsteil": "Speicherstadt"}),
        ("Haus 2, Am Kai 3, Raum 12", {"so_finden_sie_uns": ["Haus 2.", "Raum 12."]}),
        (
            "Am Kai 3, 99423 Alt-Hausen, Raum 1",
            {"plz": "99423", "stadt": "Alt-Hausen", "so_finden_sie_uns": ["Raum 1."]},
        ),
    ],
)
def test_a_line_of_address_becomes_fields_and_loses_no_word(line: str, fields: dict[str, object]) -> None:
    assert place_fields(line, CITY) == {"strasse": "Am Kai", "hausnummer": "3", **fields}
    assert place_fields("Postfach 58 05 36", CITY) == {}


def test_a_street_of_another_city_says_no_area() -> None:
    street = "### Straße\nAm Kai 3, 99423 Weimar\n"
    body = FORM.format(times="Mo 9-12 Uhr").replace("### In welchem Gebiet ist das?\nHafen\n", "") + street
    outcome = from_issue(body, checked(CITY), "entries", TODAY)
    assert "In welchem Gebiet ist das?" in {remark.heading for remark in outcome.remarks if remark.stops}


STREETS = [
    *('"Albert-Einstein-Straße", hausnummer: 3', '"Albert-Einstein-Str.", hausnummer: 3', '"Albert-Einstein-Straße 3"'),
    *('"Albert-Einstein-Strasse", hausnummer: 3', '"Albert-Einstein-Str. 3"', '"A.-Einstein-Straße", hausnummer: 3'),
    *(
        '"Albert-Einstien-Straße"',
        '"Albert–Einstein–Str."',
        '"Albert\u2011Einstein\u2011Straße"',
        '"Postfach 58 05 36"',
    ),
    *('"Albert-Einstein-Straße, Haus B"', "Karl-Marx-Allee, stadt: Jena-Winzerla", "Karl-Marx-Allee, plz: 10115"),
    *("Karl-Marks-Allee", "Karl-Marx-Allee 28 a", "Karl-Marx-Allee, ortsteil: Lobeda West", "Gibtsnichtweg"),
    "Karl-Marx-Allee, ortsteil: Winzerla",
]
RIGHT = [
    *("Karl-Marx-Allee, hausnummer: 28, plz: 07747", "Hauptstraße, stadt: Weimar"),
    "Karl-Marx-Allee, ortsteil: Lobeda-West",
]
OF_ADDRESSES = re.compile(r"strasse|postfach|plz|ortsteil")


def city_with(files: dict[str, str], tmp_path: Path) -> dict[str, list[Problem]]:
    """Return what is said of files that are laid over the shipped entries."""
    root = tmp_path / "entries"
    shutil.copytree(PROJECT / "entries", root)
    for path, text in files.items():
        (root / path).write_text(text, "utf-8")
    shown = {f"entries/{path}" for path in files}
    problems = check_files(load(root, shown_as="entries"), TODAY, shown)
    return {path: [problem for problem in problems if problem.path == f"entries/{path}"] for path in files}


def offer(name: str, lines: str = "", kind: str = "verein", contact: str = "{telefon: 03641 998877}") -> str:
    return (
        f"name: {name}\nart: {kind}\nthemen: sport\nbeschreibung: Wir treffen uns.\n{lines}\n"
        f"kontakt: {contact}\nquelle: {{angabe: Verein, stand: 2026-10}}\n"
    )


def test_every_spelling_of_a_wrong_address_is_asked_about(tmp_path: Path) -> None:
    wrong, right = (
        {f"lobeda/{name}-{i}.yaml": offer(f"{name} {i}", f"orte: {{strasse: {one}}}") for i, one in enumerate(places)}
        for name, places in (("falsch", STREETS), ("gut", RIGHT))
    )
    found = city_with({**wrong, **right}, tmp_path)
    said = {path: [one for one in problems if OF_ADDRESSES.search(one.code)] for path, problems in found.items()}
    assert [path for path in wrong if not said[path]] == []
    assert {path: said[path] for path in right if said[path]} == {}


SAME = {
    "ganz-jena/doppelt-1.yaml": offer("Frauen-Zentrum Towanda", kind="treffpunkt", contact="{telefon: 03641 998801}"),
    "ganz-jena/doppelt-2.yaml": offer("Jenaer Frauenhaus e.V.", kind="beratung", contact="{telefon: 03641 998802}"),
    "nord/doppelt-3.yaml": offer("Kassablanca Gleis 1", kind="treffpunkt", contact="{telefon: 03641 998803}"),
    "ost/doppelt-4.yaml": offer("TOWANDA Frauenzentrum (Jena)", contact="{telefon: 03641 998804}"),
    "ost/doppelt-6.yaml": offer(
        "Musikclub im Bahnhof",
        "orte: {strasse: Felsenkellerstr., hausnummer: 13 A}",
        contact="{webseite: http://kassablanca.de/}",
    ),
    "ost/doppelt-7.yaml": offer("Treff Towanda", contact="{webseite: http://frauenzentrum-jena.de/}"),
    "ost/doppelt-5.yaml": offer("Volkschor 1847 Lobeda", contact="{telefon: 03641 998805}"),
}


@pytest.mark.parametrize("path", SAME)
def test_the_same_offer_is_found_in_other_words_in_any_folder_and_kind(path: str, tmp_path: Path) -> None:
    found = city_with({path: SAME[path]}, tmp_path)[path]
    assert "fast-gleich" in {problem.code for problem in found}


def test_neighbours_under_one_roof_and_one_name_are_not_told_twice(tmp_path: Path) -> None:
    roof = "orte: {strasse: Felsenkellerstr., hausnummer: 13a}"
    found = city_with(
        {
            "ost/nachbar.yaml": offer("Nähtreff", roof, contact="{telefon: 03641 998806}"),
            "ost/gleich.yaml": offer("Malkreis", contact="{telefon: 03641 998807, mail: info@malkreis.example}"),
            "nord/gleich-2.yaml": offer("Malkreis", contact="{telefon: 03641 998807, mail: info@malkreis.example}"),
        },
        tmp_path,
    )
    codes = {
        path: [one.code for one in problems if "gleich" in one.code or "doppelt" in one.code]
        for path, problems in found.items()
    }
    assert codes == {
        "ost/nachbar.yaml": [],
        "ost/gleich.yaml": ["name-doppelt"],
        "nord/gleich-2.yaml": ["name-doppelt"],
    }


def test_advice_for_a_web_address_is_accepted(city: MakeCity) -> None:
    for address in ("https://example.org/a|b", "https://example.org/l'atelier", "http:/www.example.org/{x}"):
        root = city({"mitte/neu.yaml": entry_with(f'kontakt: {{webseite: ["{address}"]}}')}, name=str(hash(address)))
        [problem] = [one for one in load_city(root).problems if one.code == "webseite"]
        advised = problem.hint.removeprefix("Schreiben Sie: ")
        assert advised != address
        (root / "mitte" / "neu.yaml").write_text(entry_with(f'kontakt: {{webseite: ["{advised}"]}}'), "utf-8")
        assert not [one for one in load_city(root).problems if one.code == "webseite"]


FLOODS = {
    "brackets": "beschreibung:\n" + f"  - {'(' * 910}\n" * 100,
    "equal rules": "zeiten:\n" + "  - {zweck: treffen, tage: Montag, von: 10, bis: 12, stand: 2026-10}\n" * 400,
}


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_is_answered_with_few_lines(flood: str, city: MakeCity) -> None:
    text = entry_with(FLOODS[flood])
    root = city({"mitte/neu.yaml": text})
    loaded = load_city(root)
    started = time.process_time()
    problems = check_files(loaded, TODAY, {"entries/mitte/neu.yaml"})
    lines = sum(3 + one.hint.count("\n") + bool(one.hint) for one in problems)
    assert time.process_time() - started < 3
    assert 0 < lines <= 50
    assert max(len(one.message) for one in problems) < 300


def test_what_was_read_is_read_back_as_the_site_says_it() -> None:
    rules = [{"zweck": "offen", "tage": ["Dienstag"], "von": "14:00", "bis": "16:00", "stand": "2026-10"}]
    assert read_back(rules, TODAY) == ("Jeden Dienstag: 14 Uhr bis 16 Uhr.",)
