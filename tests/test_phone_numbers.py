"""Numbers: what people write, what is dialled, what is shown, and how a voice reads it."""

import csv
import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import MakeCity, day_view, entry_with, load_city
from hypothesis import given
from hypothesis import strategies as st
from pagetree import Page
from pydantic import ValidationError
from pypdf import PdfReader

from directory.exports.as_csv import line, write
from directory.exports.records import records
from directory.model.contact import KIND_NAMES, Contact, Phone
from directory.model.phone_number import NO_BREAK, grouped
from directory.pages import pages
from directory.view.outline import outline_of

SPELLINGS = [
    tuple(part.strip() for part in line.split("|"))
    for line in Path("tests/cases/phones/spellings.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
BY_TEXT = {written: (meant, shown) for written, meant, shown in SPELLINGS}


def phone(number: str, **fields: str) -> Phone:
    return Phone.model_validate({"nummer": number, **fields})


@pytest.mark.parametrize("written", [text for text, (meant, _) in BY_TEXT.items() if meant[0] not in "?!"])
def test_a_number_is_dialled_and_shown(written: str) -> None:
    meant, shown = BY_TEXT[written]
    assert phone(written).uri == f"tel:{meant}"
    assert phone(written).formatted == shown.replace(" ", NO_BREAK)


@pytest.mark.parametrize("written", [text for text, (meant, _) in BY_TEXT.items() if meant[0] in "?!"])
def test_what_is_no_single_number_is_asked_about(written: str) -> None:
    meant = BY_TEXT[written][0]
    with pytest.raises(ValidationError) as raised:
        phone(written)
    (error,) = raised.value.errors()
    assert error["ctx"]["code"] == ("telefon-mehrere" if meant[0] == "?" else "telefon")
    if meant[0] == "?":
        assert f"telefon: [{meant.removeprefix('? ')}]" in str(error["ctx"]["hint"])


@pytest.mark.parametrize("written", ["٠٣٦٤١ ٤٩٢٣٤٥", "０３６４１ ４９２３４５"])
def test_digits_of_other_scripts_are_named_and_put_right(written: str) -> None:
    with pytest.raises(ValidationError) as raised:
        phone(written)
    (error,) = raised.value.errors()
    assert f"„{written[0]}“" in error["ctx"]["message"]
    assert str(error["ctx"]["hint"]) == "Schreiben Sie: 03641 492345"


NUMBERS = r"\A(0[2-9][0-9]{1,4} [1-9][0-9]{2,8}|\+4[13] [1-9][0-9]{2} [0-9]{4,8}|116[0-9]{3}|0800 [0-9]{7})\Z"


@given(st.from_regex(NUMBERS))
def test_groups_have_three_digits_at_most(written: str) -> None:
    first, *groups = grouped(written).split(NO_BREAK)
    assert all(len(group) <= 3 for group in groups), "after the area code"
    digits = re.sub(r"\D", "", first + "".join(groups))
    assert re.sub(r"\D", "", written).removeprefix("0").endswith(digits.removeprefix("0")), "every digit, in order"
    assert first.startswith(("0", "+")) or len(first) <= 3


# What a number is


@pytest.mark.parametrize(
    ("fields", "kind", "label"),
    [
        ({}, "sprache", ""),
        ({"wofuer": "Anmeldung"}, "sprache", "Anmeldung"),
        ({"art": "fax"}, "fax", "Fax"),
        ({"art": "fax", "wofuer": "Anmeldung"}, "fax", "Fax: Anmeldung"),
        ({"wofuer": "Fax"}, "fax", "Fax"),
        ({"wofuer": "Telefax"}, "fax", "Fax"),
        ({"wofuer": "SMS"}, "sms", "SMS"),
        ({"wofuer": "WhatsApp"}, "whatsapp", "WhatsApp"),
        ({"wofuer": "Schreib-Telefon"}, "schreibtelefon", "Schreib-Telefon"),
        ({"wofuer": "Schreibtelefon"}, "schreibtelefon", "Schreib-Telefon"),
        ({"wofuer": "Fax-Nummer"}, "fax", "Fax"),
        ({"wofuer": "Faxnummer"}, "fax", "Fax"),
        ({"wofuer": "nur SMS"}, "sms", "nur SMS"),
        ({"wofuer": "SMS für Gehörlose"}, "sms", "SMS für Gehörlose"),
        ({"wofuer": "Anmeldung per WhatsApp"}, "whatsapp", "Anmeldung per WhatsApp"),
        ({"wofuer": "SMS und WhatsApp"}, "sms", "SMS und WhatsApp"),
        ({"wofuer": "Text-Telefon"}, "schreibtelefon", "Schreib-Telefon"),
        ({"art": "fax", "wofuer": "Fax vom Büro"}, "fax", "Fax vom Büro"),
        ({"art": "sprache", "wofuer": "Fax"}, "sprache", "Fax"),
        # Somebody speaks there, too.
        ({"wofuer": "Telefon und Fax"}, "sprache", "Telefon und Fax"),
        ({"wofuer": "Tel./Fax"}, "sprache", "Tel./Fax"),
        ({"wofuer": "Anrufe und WhatsApp"}, "sprache", "Anrufe und WhatsApp"),
        ({"wofuer": "Kein Fax"}, "sprache", "Kein Fax"),
        ({"wofuer": "Sorgen-Telefon"}, "sprache", "Sorgen-Telefon"),
        ({"wofuer": "Faxe-Bier-Stammtisch"}, "sprache", "Faxe-Bier-Stammtisch"),
    ],
)
def test_a_number_knows_what_answers(fields: dict[str, str], kind: str, label: str) -> None:
    number = phone("03641 998811", **fields)
    assert (number.kind, number.label) == (kind, label)
    contact = Contact.model_validate({"telefon": [{"nummer": "03641 998811", **fields}]})
    assert [bool(contact.phones), bool(contact.other_numbers)] == [kind == "sprache", kind != "sprache"]
    assert contact.reachable


def test_a_number_for_emergencies_can_be_called(city: MakeCity) -> None:
    number = "notruf: {name: A, nummern: [{nummer: 112, art: fax}], wann: Es brennt., quelle: {angabe: B}}"
    loaded = load_city(city({"_vocabulary/sofort_hilfe.yaml": number}))
    assert [problem.message for problem in loaded.problems] == ["Auf Fax spricht niemand."]


@pytest.mark.parametrize(
    ("key", "written"),
    [("art", ("fax", "sms", "schreibtelefon", "whatsapp")), ("wofuer", ("Fax", "SMS", "Schreib-Telefon", "WhatsApp"))],
)
def test_only_a_voice_is_a_link(city: MakeCity, key: str, written: tuple[str, ...]) -> None:
    """A fax gives nobody a button to call, and nobody is told to ring; each number stands there with its word."""
    kinds = ["fax", "sms", "schreibtelefon", "whatsapp"]
    numbers = ", ".join(f"{{nummer: 040 99881{at}, {key}: {kind}}}" for at, kind in enumerate(written))
    loaded = load_city(city({"mitte/gruppe.yaml": entry_with(f"kontakt: {{telefon: [{numbers}]}}")}))
    view = day_view(loaded.directory)
    page = next(page for page in pages(view) if page.address == "angebote/gruppe/")
    shown = Page("/angebote/gruppe/", page.body)
    assert not [
        link for link in shown.find("a") if link.attrib["href"].startswith("tel:") and link.attrib["href"] != "tel:112"
    ]
    text = " ".join("".join(shown.all[0].itertext()).split())
    outline = outline_of(view.of(view.directory.entry["gruppe"]), view.directory.city)
    printed = [line.text for group in outline.groups for line in group.lines]
    for at, label in enumerate(KIND_NAMES.values()):
        number = grouped(f"040 99881{at}")
        assert f"{label}: {number}".replace(NO_BREAK, " ") in text
        assert f"{label}: {number}" in printed
    assert "rufen Sie" not in text
    assert "Was kann ich sagen?" not in text
    [row] = [row for row in records(view) if row["id"] == "gruppe"]
    assert [number["art"] for number in row["kontakt"]["telefon"]] == kinds
    [row] = [row for row in csv.DictReader(io.StringIO(write(map(line, records(view))))) if row["id"] == "gruppe"]
    assert row["telefon"] == ""
    assert row["weitere_nummern"].split("; ") == [f"{kind}: 040 99881{at}" for at, kind in enumerate(kinds)]


# How it is heard

NUMBER = re.compile(r"(?<![\w.,:-])(?:\+\d|0\d\d|116[^\S\n]\d{3})(?:[^\S\n]|[\d/()–-])*\d")
# Pages for contributors quote files and mistakes.
QUOTES = re.compile(r"/mitmachen/(felder|meldungen|sprache)/")
UNREAD = {"script", "style", "pre", "code"}
ATTRIBUTES = ("aria-label", "alt", "title")


def numbers_of(file: Path) -> Iterator[str]:
    """Yield everything in a page or a booklet that looks like a phone number, as a screen reader gets it."""
    if file.suffix == ".pdf":
        texts = [page.extract_text() for page in PdfReader(file).pages]
    else:
        read = [one for one in Page("/", file.read_text(encoding="utf-8")).all if one.tag not in UNREAD]
        texts = [text for one in read for text in (one.text, one.tail, *map(one.get, ATTRIBUTES)) if text]
        yield from (one.text.strip() for one in read if one.attrib.get("href", "").startswith("tel:") and one.text)
    for text in texts:
        yield from NUMBER.findall(text)


def heard(lines: list[str]) -> list[str]:
    """Return how the voice of NVDA and Orca reads each line."""
    program = shutil.which("espeak-ng")
    if not program:
        pytest.skip("espeak-ng is not installed (Debian: apt install espeak-ng)")
    spoken = [
        subprocess.run([program, "-v", "de", "-q", "-x", line], check=True, capture_output=True, text=True).stdout
        for line in lines
    ]
    assert len(spoken) == len(lines)
    return spoken


def test_no_number_of_the_site_is_read_in_thousands(site: Path) -> None:
    shown = [file for file in site.rglob("*.html") if not QUOTES.search(file.as_posix())]
    files = [*shown, *(site / "hefte").rglob("*.pdf"), *sorted(site.rglob("info-blatt.pdf"))[:5]]
    found = sorted({number for file in files for number in numbers_of(file)} - {""})
    assert len(found) > 30
    assert "116\u00a0117" in found
    wrong = {number: said for number, said in zip(found, heard(found), strict=True) if re.search("t'aUz|mIlj", said)}
    assert not wrong


@pytest.mark.parametrize("written", ["03641 492835", "0800 1110111", "116 016", "036601 5512", "+43 5574 123456"])
def test_the_voice_knows_thousands(written: str) -> None:
    """What was wrong: the same numbers as they are written in files."""
    shown = grouped(written)
    assert not re.search("t'aUz|mIlj", heard([shown])[0])
    assert re.search("t'aUz|mIlj", heard([re.sub(r"\D", " ", written)])[0])
