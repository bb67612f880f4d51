"""Data of private persons: found in every field and every spelling; what belongs to a body is no alarm."""

import pytest
from conftest import CASES, TODAY, MakeCity, entry_with, load_city
from planted import planted

from directory.checks.privacy import check, private_in
from directory.files.fields import Field
from directory.model.phone_number import MOBILE_IN_TEXT, is_mobile

MOBILES = (
    "0151 23456789",
    "0151/23456789",
    "0151-234 567 89",
    "(0151) 23456789",
    "0 151 23456789",
    "01512 3456789",
    "+49 151 23456789",
    "+49 (0)151 23456789",
    "+49 (0) 151 / 23 45 67 89",
    "+49151 23456789",
    "0049 151 23456789",
    "0049 (0)151 23456789",
    "00491512345678",
    "0171 3920012",
    "0160.1234567",
    "0178 – 981 12 61",
)
OTHERS = (
    "03641 492345",
    "+49 3641 151678",
    "0361 151 678 90",
    "0800 151 67 89",
    "Nummer 20151678",
    "2017 bis 2026",
    "07743",
)
PERSONS = (
    "Frau Lehmann leitet die Gruppe.",
    "Rufen Sie Herrn Dr. Meier an.",
    "Fragen Sie Fr. Lehmann.",
    "Ansprech-Partnerin: Petra Müller-Lehmann",
    "Leiter ist Karl Meier.",
    "Prof. Lehmann, geb. 1950",
    "Die Gruppe leiten Uwe Kern und Ilona Voigt.",
    "Mit Olga Petrowa können Sie russisch sprechen.",
    "Karl-Heinz Schröder repariert Fahrräder.",
    "Den Schlüssel hat Nadja von der Heide.",
    "Samira Al-Masri übersetzt für Sie.",
    "Unser Trainer heißt Mehmet.",
    "Gisela kocht jeden Dienstag.",
    "Fragen Sie nach Sabine.",
    "Rufen Sie bitte Thomas an.",
    "Kontakt: P. Schulze",
)
BODIES = (
    "Frauen und Männer sind da.",
    "Die Leitung ist am Montag da.",
    "Kontakt: Montag bis Freitag",
    "Der Herr ist gut.",
    "Leitung: Diakonie Nord",
    "Im August Ferien-Spiele für Kinder.",
    "Der August beginnt.",
    "Max. 10 Personen können kommen.",
    "Das Café Lisa hat offen.",
    "Am Martins-Tag laufen Kinder mit Laternen.",
    "Der Wolf-Park ist in der Nähe.",
    "Fragen Sie nach Kleidung und Möbeln.",
    "Rufen Sie am Montag an.",
)


@pytest.mark.parametrize("number", MOBILES)
def test_a_mobile_number_is_found_however_it_is_written(city: MakeCity, number: str) -> None:
    assert found(city, f"kontakt: {{telefon: '{number}'}}") == {"mobilnummer"}
    assert found(city, f"beschreibung: 'Rufen Sie an ({number}).'") == {"mobilnummer"}


@pytest.mark.parametrize("text", OTHERS)
def test_other_numbers_are_no_alarm(text: str) -> None:
    assert not MOBILE_IN_TEXT.search(text)
    assert not is_mobile(text.replace(" ", ""))


def found(city: MakeCity, lines: str) -> set[str]:
    root = city({"mitte/gruppe.yaml": entry_with(lines)}, name=f"entries-{abs(hash(lines))}")
    directory = load_city(root).directory
    assert directory
    assert "gruppe" in directory.entry, "the file has no other mistake"
    return {problem.code for problem in check(directory, TODAY)}


@pytest.mark.parametrize("text", PERSONS)
def test_a_person_is_found(city: MakeCity, text: str) -> None:
    assert found(city, f"beschreibung: '{text}'") == {"personen-name"}


@pytest.mark.parametrize("text", BODIES)
def test_no_person_is_no_alarm(city: MakeCity, text: str) -> None:
    assert found(city, f"beschreibung: '{text}'") == set()


def test_whom_a_house_or_a_street_is_called_after_is_no_private_person(city: MakeCity) -> None:
    text = "beschreibung: Der Treff ist im Gustav Adler Haus an der Ecke Rosa Weber Straße."
    assert found(city, text) == {"personen-name"}
    files = {
        "mitte/haus.yaml": entry_with("name: Gustav Adler Haus"),
        "_vocabulary/strassen.yaml": "rosa: {name: Rosa-Weber-Straße, sozialraum: mitte}\n",
        "mitte/gruppe.yaml": entry_with(text),
    }
    directory = load_city(city(files)).directory
    assert directory
    assert [problem.message for problem in check(directory, TODAY) if problem.code == "personen-name"] == []


@pytest.mark.parametrize(
    ("mail", "code"),
    [
        ("fachschaft.physik@uni.example", ""),
        ("buero.nord@verein.example", ""),
        ("anime.club@uni.example", ""),
        ("seniorenbuero.mitte@stadt.example", ""),
        ("lauf.treff@verein.example", ""),
        ("wander_gruppe@verein.example", ""),
        ("ein.traeger@verein.example", ""),
        ("gruppe.abends@verein.example", ""),
        ("petra.lehmann@verein.example", "personen-mail"),
        ("p.lehmann@verein.example", "personen-mail"),
        ("petra_lehmann@verein.example", "personen-mail"),
        ("Karl.Meier@verein.example", "personen-mail"),
        ("lehmann@web.de", "freemail"),
    ],
)
def test_a_mail_of_a_role_is_no_alarm(city: MakeCity, mail: str, code: str) -> None:
    lines = f"name: Gruppe am Abend\ntraeger: ein-traeger\nkontakt: {{mail: {mail}}}"
    assert found(city, lines) == ({code} if code else set())


def test_mails_of_groups_are_told_from_those_of_persons() -> None:
    """The rule before this one was wrong about 32 of 48 groups, and knew 15 of 16 persons."""
    lines = (CASES / "mails.txt").read_text("utf-8").splitlines()[1:]
    alarms = [(line[0], "personen-mail" in private_in(f"{line[2:]}@verein.example")) for line in lines]
    assert len(alarms) == 48 + 16
    assert alarms.count(("-", True)) <= 4
    assert alarms.count(("+", True)) >= 15


def test_the_data_of_providers_are_looked_at_too(city: MakeCity) -> None:
    provider = "name: Träger\nart: verein\nbeschreibung: Frau Lehmann hilft.\nkontakt: {telefon: 0151 23456789}\n"
    directory = load_city(city({"_traeger/neuer.yaml": provider})).directory
    assert directory
    codes = {problem.code for problem in check(directory, TODAY) if problem.path.endswith("neuer.yaml")}
    assert codes == {"personen-name", "mobilnummer"}


NAMED_AFTER_SOMEBODY = {"name", "weitere_namen", "strasse", "haltestelle", "ortsteil", "stadt"}


def test_every_text_field_is_looked_at(city: MakeCity) -> None:
    """A text field that comes tomorrow is looked at too."""
    numbers: dict[str, str] = {}

    def text(field: Field) -> str:
        numbers[".".join(field.path)] = number = f"0151 23{len(numbers):06}"
        return f"Frau Lehmann hat {number}."

    root = city({"mitte/gruppe.yaml": planted(text)})
    directory = load_city(root).directory
    assert directory
    assert "gruppe" in directory.entry, load_city(root).problems
    problems = [problem for problem in check(directory, TODAY) if problem.path.endswith("/gruppe.yaml")]
    mobiles = " ".join(problem.message for problem in problems if problem.code == "mobilnummer")
    assert {path for path, number in numbers.items() if number not in mobiles} == set()
    lines = {(problem.line, problem.column) for problem in problems if problem.code == "personen-name"}
    expected = [path for path in numbers if path.rpartition(".")[2] not in NAMED_AFTER_SOMEBODY]
    assert len(lines) == len(expected)
