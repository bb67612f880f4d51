"""The fourth blind mistakes of people in files, and their relatives: nothing that a person wrote gets lost or garbled.

How the files came about, and what the first try from the messages alone was like:
cases/mistakes/blind-fourth-2026-11-30/README.md.
"""

import re
import shutil
import unicodedata
from collections.abc import Callable

import pytest
from browsing import ENTRIES
from conftest import CASES, TODAY, load_city

from directory.checks import check
from directory.checks.easy_language import _each_in_a_line
from directory.checks.several_words import several_words
from directory.files.writing import values_of
from directory.model import Entry
from directory.model.slugs import slug
from directory.model.spoken_hours import clock_hint, spoken_hours
from directory.problems import Hint
from directory.problems.console import plain_text
from directory.source.fields.dates import exceptions, exceptions_asked
from directory.source.fields.validate import meant
from directory.source.no_entry import no_fields
from directory.source.parsing.decode import decode
from directory.source.parsing.document import Document
from directory.source.parsing.parse import parse

BLIND = CASES / "mistakes" / "blind-fourth-2026-11-30"
SENT_AS = {
    int(row[1]): row[2]
    for row in re.finditer(r"^\| (\d\d) \| `([^`]+)`", (BLIND / "README.md").read_text("utf-8"), re.MULTILINE)
}
OTHER_NAMES = {52: "lobeda/seniorensport-im-lisa.yaml", 53: "nord/seniorenbegegnungsstaette-jahresringe.yaml"}
Told = Callable[[int], str]


def path_of(number: int) -> str:
    name = OTHER_NAMES.get(number, SENT_AS[number])
    return name if "/" in name else f"nord/{name}"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Return the messages about one of the files, by its number."""
    entries = tmp_path_factory.mktemp("fourth") / "entries"
    shutil.copytree(ENTRIES, entries)
    for number in (2, 3, 4, 7, 8, 12, 14, 18, 21, 22, 24, 27, 29, 30, 32, 33, 36, 41, 43, 48, 51, 52, 53, 58):
        shutil.copy(BLIND / f"{number:02}.yaml", entries / path_of(number))
    loaded = load_city(entries)
    problems = [*loaded.problems, *check(loaded, TODAY).problems]
    return lambda number: plain_text([one for one in dict.fromkeys(problems) if one.path.endswith(path_of(number))])


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        pytest.param(2, ["als Nachricht", "nur die Felder", "Beispiel-Gruppe"], id="a mail"),
        pytest.param(3, ["Berichtigung", "spiele-kreis-zwaetzen.yaml"], id="a chat"),
        pytest.param(4, ["(RTF)", "Kopieren Sie nur den Text", "strick-kreis-nord.yaml"], id="rich text"),
        pytest.param(7, ["buecher-cafe-nord.yaml"], id="letters in two parts"),
        pytest.param(
            8, ["den Zeilen 5, 8, 10", "        mail: naehen@example.org", "        stand: 2026-11"], id="breaks"
        ),
        pytest.param(
            12,
            ["      - strasse: Camburger Straße\n", "hausnummer: 912", "bis: 21:00", "      kosten:\n"],
            id="English",
        ),
        pytest.param(14, ["eingerückt unter „angebot“", "      name: Demenz-Café Nord"], id="all below a name"),
        pytest.param(18, ["- Nach tel. Absprache.", "- Meistens mittwochs vormittags."], id="words for hours"),
        pytest.param(21, ["oktober/neuer-besuchs-dienst"], id="an address in 2 lines"),
        pytest.param(22, ["            rollstuhl: nein\n", "            stand: 2026-10\n"], id="nothing indented"),
        pytest.param(24, ["- musik-singen\n", "- freizeit\n", "- Montag\n", "- Freitag\n"], id="dashes in one line"),
        pytest.param(27, ["im_monat: [1]", "termine: ["], id="the first in the month"),
        pytest.param(29, ["termine: [2026-12-03, 2027-01-14, 2027-02-11]", "Prüfen Sie die Jahre."], id="dates"),
        pytest.param(30, ["{ab: 2026-12-21, bis: 2027-01-03}", "mit Ihren Uhrzeiten"], id="exceptions"),
        pytest.param(32, ["2026-10-05", "2026-05-10"], id="a day or a month"),
        pytest.param(33, ["von: 15:00", "bis: 18:00", "hausnummer: 2-4"], id="parts of a day"),
        pytest.param(
            36,
            [
                "webseite: https://www.example.org/sing-kreis/\n",
                "url: https://www.example.org/sing-kreis/termine.html\n",
            ],
            id="addresses that lead to others",
        ),
        pytest.param(41, ["nur ganze Jahre", "3 Monate bis anderthalb Jahre"], id="months of age"),
        pytest.param(43, ["„Ü60“, „nicht nur“", "trauernde, studierende]"], id="who else may come"),
        pytest.param(48, ["- Beim 1. Mal vorher kurz", "wie: warteliste"], id="a number in a sentence"),
        pytest.param(51, ["Schreiben Sie Abkürzungen aus."], id="shortened words"),
        pytest.param(52, ["status: geschlossen", "ganze alte Datei"], id="please delete"),
        pytest.param(53, ["ganze alte Datei"], id="only the changes"),
        pytest.param(58, ["„zeiten“ gehört in die Datei von einem Angebot", "löschen"], id="a provider"),
    ],
)
def test_the_message_shows_what_was_meant(number: int, lines: list[str], told: Told) -> None:
    for line in lines:
        assert line.lower() in told(number).lower(), told(number)


@pytest.mark.parametrize(
    ("number", "line"),
    [
        pytest.param(7, "[April, Mai]", id="a month that is lost"),
        pytest.param(8, "wofuer", id="a mail address in another field"),
        pytest.param(12, 'hinweis: ""', id="an empty note"),
        pytest.param(14, "beschreibung“. Was dort", id="a wrong name"),
        pytest.param(18, "bis: 12:00", id="an hour that nobody said"),
        pytest.param(21, "%20", id="a blank in an address"),
        pytest.param(30, "12 Mi ab 11", id="left-over words"),
        pytest.param(33, "00:00", id="midnight"),
        pytest.param(41, "ab: 3", id="years for months"),
        pytest.param(43, "kinder", id="an audience that nobody named"),
        pytest.param(48, "Beim 1.\n", id="half a sentence"),
    ],
)
def test_nothing_is_made_up(number: int, line: str, told: Told) -> None:
    assert line not in told(number)


def test_letters_in_two_parts_are_read_as_one() -> None:
    text = unicodedata.normalize("NFD", "monate: [März, Größe]")
    assert decode(text.encode(), "x.yaml").text == "monate: [März, Größe]"
    assert slug(unicodedata.normalize("NFD", "Bücher")) == "buecher"


@pytest.mark.parametrize("sign", ["\x0b", "\x0c"])
def test_a_break_of_another_program_is_a_new_line(sign: str) -> None:
    found = decode(f"kontakt:{sign}  telefon: 1\n".encode(), "x.yaml")
    assert found.text == "kontakt:\n  telefon: 1\n"
    assert found.problem is not None


@pytest.mark.parametrize(
    ("text", "hours"),
    [("0,625", "15:00"), ("0,75", "18:00"), ("0.4375", "10:30"), ("18.30 Uhr", "18:30"), ("0,5", "12:00")],
)
def test_a_part_of_a_day_is_a_time(text: str, hours: str) -> None:
    assert clock_hint(text).instead == hours


def test_no_hour_is_found_in_the_name_of_a_half_of_the_day() -> None:
    assert clock_hint("mittwochs vormittags").instead is None
    assert clock_hint("mittags").instead == "12:00"
    assert spoken_hours("3,5") == ()


@pytest.mark.parametrize(
    "sentence",
    ["Beim 1. Mal rufen Sie an.", "Sie lernen z.B. Kochen.", "Wir helfen b. Anträgen.", "Das gilt (Jg. 1950. Auch)."],
)
def test_a_sentence_is_not_divided_behind_a_number_or_a_shortened_word(sentence: str) -> None:
    assert "  - " not in _each_in_a_line(sentence)


def test_sentences_have_a_line_each() -> None:
    assert _each_in_a_line("Das ist gut. Wir kochen am 1. Mai. Alle essen.").split("\n")[1:] == [
        "  - Das ist gut.",
        "  - Wir kochen am 1. Mai.",
        "  - Alle essen.",
    ]


def test_each_part_of_exceptions_has_its_own_days() -> None:
    assert exceptions("am 17.12. zu, am 6.1. von 11 bis 16 Uhr", "2026-11") == [
        {"ab": "2026-12-17", "bis": "2026-12-17"},
        {"ab": "2027-01-06", "bis": "2027-01-06", "uhrzeit": "11:00-16:00", "stand": "2026-11"},
    ]
    assert exceptions("am 17.12. nur bis 12", "2026-11") is None
    assert [one["ab"] for one in exceptions_asked("am 17.12. zu, am 6.1. erst ab 11", "2026-11")] == [
        "2026-12-17",
        "2027-01-06",
    ]


AN_ENTRY = "name: A\nart: treffpunkt\nthemen: [sport]\n"


def test_a_text_without_fields_is_no_entry() -> None:
    assert no_fields("Bitte löschen!\nGrund: Ende.\nDanke.", "x.yaml")
    assert no_fields(AN_ENTRY, "x.yaml") is None
    assert no_fields("Titel: A\nWo: hier\nWann: heute", "x.yaml") is None, "other names of fields are some, too"


def test_a_list_of_words_with_one_item_is_no_entry_below_a_name() -> None:
    text = "nord:\n  name: Nord\n  beschreibung:\n    - Nord ist groß.\n"
    assert parse(text, "x.yaml").problems == []
    below = "angebot:\n" + "".join(f"  {line}\n" for line in f"{AN_ENTRY}kontakt: 1".split("\n"))
    found = parse(below, "x.yaml")
    assert found.root is not None
    assert list(found.root.keys) == ["name", "art", "themen", "kontakt"]


@pytest.mark.parametrize(
    ("age", "sentence"),
    [
        ("{ab: 3 Monate}", "Die Kinder sind mindestens 3 Monate alt."),
        ('{bis: "1,5"}', "Die Kinder sind höchstens 1,5 Jahre alt."),
        ("3 Monate bis 2 Jahre", "Die Kinder sind 3 Monate bis 2 Jahre alt."),
    ],
)
def test_an_age_in_months_is_a_sentence(age: str, sentence: str) -> None:
    text = f"{AN_ENTRY}beschreibung: Wir spielen.\nalter: {age}\nkontakt: {{telefon: 03641 990000}}\nquelle: A\n"
    outcome = meant(Entry, "x", Document("x.yaml", text))
    assert any(sentence in problem.hint for problem in outcome.problems)
    assert outcome.record is None or "alter" not in values_of(outcome.record)


def test_what_is_not_meant_is_asked_about() -> None:
    from directory.model.vocabulary import Audience  # noqa: PLC0415

    items = {"kinder": Audience.model_construct(name="Kinder"), "frauen": Audience.model_construct(name="Frauen")}
    found = several_words("Frauen, keine Kinder", items, "zielgruppen")
    assert isinstance(found, Hint)
    assert found.instead == {"zielgruppen": ["frauen"]}
    assert "keine Kinder" in found.words
