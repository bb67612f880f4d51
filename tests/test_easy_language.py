"""Easy language in the directory: what stops a build, what is advice, hard words, check sheets, safe rewrites."""

import json
import re
from pathlib import Path

import pytest
from browsing import ENTRIES
from click.testing import CliRunner
from conftest import TODAY, MakeCity, day_view, entry_with, load_city

from directory.checks import check, check_files
from directory.cli.main import cli
from directory.easy_language import Glossary, Names, explanations, measured, profile, profile_names
from directory.model import Directory
from directory.model.city import City
from directory.output.page import Page
from directory.pages import pages
from directory.problems import Problem, Severity, has_errors
from directory.source import Loaded, load

WORDS = """anonym: {wort: anonym, weitere_formen: [namenlos], erklaerung: [Das heißt ohne Namen.]}
selbst-hilfe: {wort: Selbst-Hilfe, erklaerung: [Menschen helfen sich selbst.]}
"""
MAIN = frozenset(
    [
        "passive",
        "konjunktiv",
        "genitive",
        "subordinate",
        "abbreviation",
        "number-word",
        "long-word",
        "special-character",
        "roman",
        "sentence-length",
    ]
)


def directory_with(city: MakeCity, lines: str, **files: str) -> Directory:
    loaded = load_city(city({"mitte/neu.yaml": entry_with(lines), **files}))
    assert loaded.directory, loaded.problems
    return loaded.directory


def found(directory: Directory, *, advice: bool = True) -> list[Problem]:
    problems = check(Loaded(directory, (), {}), TODAY, advice=advice).problems
    return [problem for problem in problems if problem.code in explanations() and "neu" in problem.path]


def page(directory: Directory, address: str) -> Page:
    return next(one for one in pages(day_view(directory)) if one.address == address)


def test_only_rules_without_mistakes_stop_a_build(city: MakeCity) -> None:
    directory = directory_with(
        city,
        "beschreibung:\n  - Der Raum wird oft genutzt.\n  - Kommen Sie bitte. Wir freuen uns.\n"
        "  - Wir kochen / backen.\n  - Wir sind eine kleine Gruppe und treffen uns immer im alten Haus am Markt.",
    )
    stops = [(problem.code, problem.severity) for problem in found(directory, advice=False)]
    assert stops == [
        ("sentence-per-item", Severity.ERROR),
        ("sentence-length", Severity.ERROR),
    ]
    advice = [problem for problem in found(directory) if problem.severity is not Severity.ERROR]
    assert [(problem.code, problem.severity) for problem in advice] == [
        ("passive", Severity.WARNING),
        ("special-character", Severity.WARNING),
    ]


WRONG_VALUES = ["kontakt: {telefon: 12}", "orte: [{plz: 1}, {strase: Markt}]", "art: {a: 1}", "alter: drei", "themen:"]


@pytest.mark.parametrize("wrong", WRONG_VALUES)
def test_sentences_are_read_although_another_value_is_wrong(wrong: str, city: MakeCity) -> None:
    """Nobody mends one value and then meets ten more mistakes."""
    sentences = (
        "beschreibung:\n  - Der Raum wird oft genutzt.\n  - Kommen Sie bitte. Wir freuen uns.\nfuer_wen: Für 3 & 4.\n"
        "mitmachen: {wie: offen, hinweis: Wir sind eine kleine Gruppe und treffen uns immer im alten Haus am Markt.}\n"
    )
    accepted = "trotzdem: {regel: passive, warum: So sagt es der Verein.}"
    codes = ["sentence-per-item", "special-character", "sentence-length"]
    said = [(one.code, one.line, one.column) for one in found(directory_with(city, sentences + accepted))]
    assert [code for code, _, _ in said] == codes
    root = city({"mitte/neu.yaml": entry_with(f"{sentences}{accepted}\n{wrong}")}, name="broken")
    problems = check_files(load_city(root), TODAY, {"entries/mitte/neu.yaml"})
    assert has_errors([one for one in problems if one.code not in explanations()])
    assert [one.code for one in problems if one.code in explanations()] == codes


def test_sentences_of_a_provider_are_read_although_a_value_is_wrong(city: MakeCity) -> None:
    wrong = "name: Verein\nart: vereine\nbeschreibung: Kommen Sie bitte. Wir freuen uns.\n"
    loaded = load_city(city({"_traeger/neu.yaml": wrong}))
    codes = {problem.code for problem in check(loaded, TODAY, advice=True).problems}
    assert {"wert-unbekannt", "sentence-per-item"} <= codes


@pytest.mark.parametrize("quotation", ["", "'", '"'])
def test_a_finding_says_where_it_is_and_what_to_write(city: MakeCity, quotation: str) -> None:
    sentence = f"{quotation}Wir haben zwei Räume.{quotation}"
    (problem,) = found(directory_with(city, f"beschreibung:\n  - Wir treffen uns.\n  - {sentence}"))
    assert (problem.line, problem.column) == (8, 5 + len(quotation) + len("Wir haben "))
    assert "2" in problem.hint


def test_findings_are_accepted_with_a_reason_and_a_build_does_not_call_that_unused(city: MakeCity) -> None:
    accepted = "beschreibung: Der Raum wird oft genutzt.\ntrotzdem: {regel: passive, warum: So sagt es der Verein.}"
    directory = directory_with(city, accepted)
    assert found(directory) == []
    assert [
        problem for problem in check(Loaded(directory, (), {}), TODAY).problems if problem.code == "trotzdem-unbenutzt"
    ] == []


def test_names_and_explained_words_are_no_findings(city: MakeCity) -> None:
    lines = (
        "name: Haus der Nachbarschaftshilfe\nbeschreibung: [Das Haus der Nachbarschaftshilfe., Eine Selbsthilfegruppe.]"
    )
    with_words = WORDS.replace("wort: Selbst-Hilfe", "wort: Selbst-Hilfe, weitere_formen: [Selbsthilfegruppe]")
    assert found(directory_with(city, lines, **{"_vocabulary/woerterbuch.yaml": with_words})) == []


@pytest.mark.parametrize(
    ("sentence", "used"),
    [
        ("Die Beratung ist anonym.", ["anonym"]),
        ("Sie bekommen anonyme Hilfe.", ["anonyme"]),
        ("Eine Selbst-Hilfe-Gruppe ist etwas anderes.", []),
        ("Das ist Selbsthilfe und Selbst·hilfe.", ["Selbsthilfe", "Selbst·hilfe"]),
        ("Die Anonymen kommen namenlos.", ["Anonymen", "namenlos"]),
        ("Der Anonym-Treff heißt „Die Anonymen“.", []),
        ("", []),
    ],
)
def test_hard_words_are_found_in_every_form(sentence: str, used: list[str]) -> None:
    glossary = Glossary({"anonym": ["anonym", "namenlos"], "selbst-hilfe": ["Selbst-Hilfe"]})
    assert [sentence[use.start : use.end] for use in glossary.uses(sentence)] == used


@pytest.mark.parametrize(
    ("sentence", "used"),
    [
        ("Das Team sucht mit Ihnen eine Behandlung.", []),
        ("Sucht Ihr Kind Hilfe?", []),
        ("Suchten Sie Hilfe?", []),
        ("Sucht ist eine Krankheit.", ["Sucht"]),
        ("Menschen mit einer Sucht kommen.", ["Sucht"]),
        ("Die Süchte sind verschieden.", ["Süchte"]),
        ("Wir treffen uns.", []),
        ("Treffen Sie uns!", []),
        ("Das Treffen ist am Abend.", []),
        ("Die Treffs sind offen.", ["Treffs"]),
        ("Der Treff-Punkt und der Treffpunkt.", ["Treff-Punkt", "Treffpunkt"]),
        ("Wir beraten Sie.", ["beraten"]),
        ("Beraten werden alle.", ["Beraten"]),
        ("Die Jenaer Tafel hilft.", []),
        ("Bei der Tafel gibt es Essen.", ["Tafel"]),
        ("Das Angebot heißt „Gegen Sucht“.", []),
        ("Trialog ist ein Gespräch.", ["Trialog"]),
    ],
)
def test_a_hard_word_is_found_in_its_kind_and_not_in_names(sentence: str, used: list[str]) -> None:
    terms = {
        "sucht": ["Sucht", "Süchte"],
        "treff": ["Treff-Punkt", "Treff"],
        "beratung": ["Beratung", "beraten"],
        "tafel": ["Tafel"],
        "trialog": ["Trialog"],
    }
    glossary = Glossary(terms, Names(["Jenaer Tafel", "Trialog"]), ["Treffen"])
    assert [sentence[use.start : use.end] for use in glossary.uses(sentence)] == used


def test_hard_words_are_explained_on_the_page_and_the_dictionary_leads_back(city: MakeCity) -> None:
    lines = "beschreibung:\n  - Die Hilfe ist <b>anonym</b>.\n  - Anonyme Menschen kommen."
    directory = directory_with(city, lines, **{"_vocabulary/woerterbuch.yaml": WORDS})
    body = page(directory, "angebote/neu/").body
    explained = (
        '<div class="body">\n\n<details class="word" data-term="anonym">'
        '<summary><b>anonym</b> <span class="no-print">Was heißt das?</span></summary>'
    )
    assert explained in re.sub(r"\n+", "\n\n", body), "where the details of the page begin"
    assert body.count('data-term="anonym"') == 1
    assert 'data-term="selbst-hilfe"' not in body
    dictionary = page(directory, "woerterbuch/").body
    assert re.search(r'id="anonym".*?href="\.\./angebote/neu/"', dictionary, re.DOTALL)


def test_negations_stand_out_where_the_profile_says_so(city: MakeCity) -> None:
    lines = "beschreibung:\n  - Kommen Sie.\n  - Das kostet nichts & keine <i>Mühe</i>."
    directory = directory_with(city, lines)
    assert "Das kostet <b>nichts</b> &amp; <b>keine</b> &lt;i&gt;Mühe" in page(directory, "angebote/neu/").body
    stadt = (Path(__file__).parent / "city" / "_stadt.yaml").read_text(encoding="utf-8")
    strict = load_city(
        city({"mitte/neu.yaml": entry_with(lines), "_stadt.yaml": f"{stadt}\nsprach_profil: leicht-bitv\n"}, "b")
    )
    assert strict.directory
    assert "Das kostet nichts &amp; keine" in page(strict.directory, "angebote/neu/").body


def test_with_mediopunkt_long_words_have_a_dot_that_is_no_text(city: MakeCity) -> None:
    stadt = (Path(__file__).parent / "city" / "_stadt.yaml").read_text(encoding="utf-8")
    lines = "name: Haus Rot-Weiß\nbeschreibung:\n  - Das ist Haus Rot-Weiß.\n  - Wir sind eine Selbst-Hilfe-Gruppe."
    directory = directory_with(city, lines, **{"_stadt.yaml": f"{stadt}\nwort_trenner: mediopunkt\n"})
    body = page(directory, "angebote/neu/").body
    assert 'eine Selbst<span class="dot"></span>hilfe<span class="dot"></span>gruppe.' in body
    assert "Das ist Haus Rot-Weiß." in body


def test_a_checked_text_says_by_whom_and_an_unchecked_one_says_so(city: MakeCity) -> None:
    checked = directory_with(city, "leichte_sprache: {geprueft_von: Gruppe Lesen, am: 2026-05-01}")
    assert "Leichte Sprache. Geprüft von Gruppe Lesen am 1. Mai 2026." in page(checked, "angebote/neu/").body
    assert "Einfache Sprache." in page(checked, "angebote/eine-runde/").body


def test_shipped_sentences_have_no_error_and_no_warning_of_the_main_rules() -> None:
    found = check(load(ENTRIES), TODAY, advice=True).problems
    problems = [problem for problem in found if problem.code in explanations()]
    assert [problem for problem in problems if problem.severity is Severity.ERROR or problem.code in MAIN] == []


def test_a_text_is_checked_line_by_line_as_json() -> None:
    done = CliRunner().invoke(cli, ["language", "--format", "json", "-"], input="Alles gut.\n\nWir haben zwei Räume.\n")
    assert done.exit_code == 0, done.output
    own = [finding for finding in json.loads(done.stdout) if finding["rule"] == "number-word"]
    assert own == [
        {
            "line": 3,
            "column": 11,
            "rule": "number-word",
            "severity": "warning",
            "text": "zwei",
            "message": own[0]["message"],
            "suggestion": "Schreiben Sie: 2.",
            "source": own[0]["source"],
        }
    ]


def test_errors_of_a_text_end_with_1_and_an_unknown_profile_with_2() -> None:
    assert (
        CliRunner().invoke(cli, ["language", "-"], input="Wir kochen & backen.\n", standalone_mode=False).return_value
        == 1
    )
    done = CliRunner().invoke(cli, ["language", "--profile", "streng", "-"], input="x")
    assert done.exit_code == 2


def test_safe_rewrites_change_files_and_nothing_else(city: MakeCity, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Wir kommen z. B. um 09:00 Uhr.\n\nAlles bleibt.\n", encoding="utf-8")
    CliRunner().invoke(cli, ["language", "--fix", str(text)])
    assert text.read_text(encoding="utf-8") == "Wir kommen zum Beispiel um 09:00 Uhr.\n\nAlles bleibt.\n"
    root = city(
        {"mitte/neu.yaml": entry_with('beschreibung:\n  - "Wir haben zwei Räume."  # Kommentar\n  - Alles bleibt.')}
    )
    done = CliRunner().invoke(cli, ["language", "--fix", "--entries", str(root)])
    assert "1 Satz geändert." in done.output
    assert '  - "Wir haben 2 Räume."  # Kommentar\n' in (root / "mitte" / "neu.yaml").read_text(encoding="utf-8")


def test_every_rule_is_explained_and_its_examples_show_it() -> None:
    rules = set(explanations())
    for name in profile_names():
        assert set(profile(name).rules) <= rules
        assert all(setting.source for setting in profile(name).rules.values())
    assert set(profile("leicht-din").rules) == rules
    assert set(measured()) == MAIN
    done = CliRunner().invoke(cli, ["explain", "passive"])
    assert "Falsch:" in done.output
    assert "Quelle:" in done.output


def test_the_profiles_that_a_city_can_choose_are_those_there_are() -> None:
    field = City.model_fields["language_profile"]
    assert field.annotation is not None
    assert set(field.annotation.__args__) == set(profile_names())
