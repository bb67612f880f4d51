"""A confirmation in a file: the right line changes, and nothing else."""

from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Self
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result
from conftest import Case, MakeCity, entry_with, load_city
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.cli.main import cli
from directory.files.amend import CannotAmendError, with_field
from directory.model.contact import Contact
from directory.view.confirming import confirm_all

DAY = date(2026, 11, 1)
TANGLED = "bestaetigt: {am: &tag 2026-01-01, von: traeger}\nausnahmen: {ab: *tag, bis: *tag}"
LINE = "bestaetigt: {am: 2026-11-01, von: traeger}"


def confirmed(text: str, day: date) -> str:
    return with_field(text, "bestaetigt", {"am": day.isoformat(), "von": "traeger"})


@pytest.mark.cases("confirm")
def test_golden_confirmations(case: Case, agree: Callable[[Case, str], None]) -> None:
    (text,) = case.files.values()
    try:
        changed = confirmed(text, DAY)
    except CannotAmendError:
        changed = "Das geht nicht von selbst."
    agree(case, changed)


FIELDS = {
    "name": ["name: Gruppe  # so heißt sie"],
    "art": ["art:\n  - selbsthilfegruppe\n  # noch eine?", "art: [\n  selbsthilfegruppe,\n]", "art: selbsthilfegruppe"],
    "themen": ["themen: [sucht]", "# Worum geht es?\nthemen: sucht"],
    "beschreibung": [
        "beschreibung: |\n  Wir treffen uns.\n\n",
        "beschreibung: >-\n  Wir treffen\n  uns.",
        "beschreibung: 'Ä #1.'",
    ],
    "fuer_wen": ["fuer_wen:", "für_wen: [~, Für alle.]"],
    "kontakt": [
        "kontakt: {telefon: 040 123456}",
        'kontakt:\n  telefon:\n  - nummer: 040 123456\n    wofuer: "A\\tB"',
    ],
    "leichte_sprache": ["", "leichte_sprache: {geprueft_von: Die Prüf-Gruppe, am: 2020-01-01}"],
    "bestaetigt": [
        "",
        "bestaetigt:",
        "bestaetigt: ~ # noch nicht",
        "bestaetigt: {am: 2020-01-01, von: redaktion}   # am Telefon",
        "bestätigt: # alt\n    von: 'traeger' # wer\n    # wann\n    am: 2020-01-01",
        'bestaetigt: {"von":"redaktion","am":"2020-01-01"}',
        "bestaetigt: {\n  am: 2020-01-01,\n\n  von: redaktion,\n  }",
    ],
    "quelle": [
        "quelle: {angabe: Träger, stand: 2026-10}",
        "# Woher?\n\nquelle:\n  - angabe: Träger\n    # alt\n    stand: 2020",
    ],
}
files = st.builds(
    lambda parts, start, end: start + "\n".join(part for part in parts if part) + end,
    st.tuples(*map(st.sampled_from, FIELDS.values())).flatmap(st.permutations),
    st.sampled_from(["", "---\n", "# Notiz\n\n"]),
    st.sampled_from(["", "\n", "\n\n# Ende\n"]),
)


@settings(deadline=None)
@given(files, st.sampled_from(["\n", "\r\n"]), st.booleans(), st.dates(date(2000, 1, 1), DAY))
def test_however_a_file_is_written_only_the_confirmation_changes(text: str, end: str, mark: bool, day: date) -> None:
    text = ("\ufeff" if mark else "") + text.replace("\n", end)
    changed = confirmed(text, day)
    assert changed.startswith("\ufeff") == mark
    before, after = (file.removeprefix("\ufeff").split(end) for file in (text, changed))
    new = [line for line in after if line not in before]
    old = [line for line in before if line not in after]
    assert len(after) - len(before) in {0, 1}
    assert changed.count("\r") == changed.count(end) * (end == "\r\n")
    assert all("am:" in line or "von:" in line or '"von"' in line for line in new)
    assert all(any(word in line for word in ("am", "von", "bestaetigt", "best\u00e4tigt")) for line in old)
    assert changed.count("#") == text.count("#"), "every note stays"
    # Twice is once.
    assert confirmed(changed, day) == changed


@settings(deadline=None)
@given(files)
def test_a_new_confirmation_stands_before_the_sources(text: str) -> None:
    if "best" not in text.replace("beschreibung", ""):
        changed = confirmed(text, DAY)
        assert changed.count(LINE) == 1
        assert changed.replace(f"{LINE}\n", "") == text
        assert changed.index(LINE) < changed.index("quelle:")


@pytest.mark.parametrize("text", ["", "name: Nur ein Name", "a: [", "- x", "\x00", entry_with("status: aktif")])
def test_a_file_with_errors_is_not_touched(text: str) -> None:
    with pytest.raises(CannotAmendError):
        confirmed(text, DAY)


def confirm(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["confirm", *arguments, "--entries", str(root)], standalone_mode=False)


def test_the_command_changes_the_file(city: MakeCity) -> None:
    root = city({})
    file = root / "mitte" / "eine-runde.yaml"
    before = file.read_bytes()
    done = confirm(root, "eine-runde", "--by", "redaktion", "--on", "2026-11-01")
    assert (done.return_value, done.exception) == (0, None)
    assert "Die Runde am Abend: bestätigt am 1. November 2026." in done.output
    line = b"bestaetigt: {am: 2026-11-01, von: redaktion}\n"
    assert file.read_bytes().replace(line, b"") == before
    directory = load_city(root).directory
    assert directory
    assert directory.entry["eine-runde"].confirmed


LETTER = """Subject: {subject}
Content-Type: text/plain; charset=utf-8

{body}
"""


def mail(folder: Path, subject: str, body: str) -> str:
    file = folder / "antwort.eml"
    file.write_text(LETTER.format(subject=subject, body=body), encoding="utf-8")
    return str(file)


def test_a_mail_confirms_all_offers_that_it_names(city: MakeCity, tmp_path: Path) -> None:
    """The mail is the one that letters and pages of providers have ready."""
    root = city({})
    loaded = load_city(root).directory
    assert loaded
    known = loaded.city.model_copy(update={"reports": Contact.model_validate({"mail": ("redaktion@example.org",)})})
    ready = parse_qs(urlsplit(confirm_all(known, "Ein Träger", loaded.entries)).query)
    body = ready["body"][0].replace("\r\n", "\n") + "\n-- \nIrgendwer"
    file = mail(tmp_path, f"Re: {ready['subject'][0]}", body)
    assert confirm(root, "--by", "traeger", "--on", "2026-11-01", "--mail", file).return_value == 0
    again = load_city(root).directory
    assert again
    assert len(again.entries) > 1
    assert all(entry.confirmed and entry.confirmed.by == "traeger" for entry in again.entries)


@pytest.mark.parametrize(
    ("subject", "body", "message"),
    [
        ("Das ist anders: Runde (eine-runde)", "Bitte ändern Sie:", "kein „Das stimmt“"),
        ("Das stimmt: Runde (gibt-es-nicht)", "Alle Angaben stimmen.", "kein „Das stimmt“"),
        (
            "Das stimmt: Runde (eine-runde)",
            "Alle Angaben stimmen.\nAber wir sind umgezogen.",
            "„Aber wir sind umgezogen.“ Stimmt trotzdem alles? Dann schreiben Sie: directory confirm eine-runde",
        ),
    ],
)
def test_a_mail_that_says_something_else_is_for_a_person(
    city: MakeCity, tmp_path: Path, subject: str, body: str, message: str
) -> None:
    root = city({})
    before = {file: file.read_bytes() for file in root.rglob("*.yaml")}
    done = confirm(root, "--by", "traeger", "--mail", mail(tmp_path, subject, body))
    assert message in str(done.exception)
    assert before == {file: file.read_bytes() for file in root.rglob("*.yaml")}


def test_the_command_keeps_the_line_ends_of_windows(city: MakeCity) -> None:
    root = city({"mitte/windows.yaml": entry_with("name: Windows").replace("\n", "\r\n")})
    assert confirm(root, "windows", "--by", "traeger", "--on", "2026-11-01").return_value == 0
    content = (root / "mitte" / "windows.yaml").read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") == content.count(b"\r") == 7


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["eine-rund", "--by", "traeger"], "Meinten Sie „eine-runde“?"),
        (["eine-runde", "--by", "traeger", "--on", "2999-01-01"], "liegt in der Zukunft"),
        (["kaputt", "--by", "traeger"], "Verbessern Sie zuerst die Fehler."),
        (["zu", "--by", "traeger"], "geschlossen"),
        (["verwickelt", "--by", "traeger", "--on", "2026-11-01"], "bestaetigt: {am: 2026-11-01, von: traeger}"),
    ],
)
def test_the_command_refuses_and_says_why(city: MakeCity, arguments: list[str], message: str) -> None:
    root = city(
        {
            "mitte/kaputt.yaml": entry_with("status: aktif"),
            "mitte/zu.yaml": entry_with("status: geschlossen"),
            "mitte/verwickelt.yaml": entry_with(TANGLED),
        }
    )
    before = {file: file.read_bytes() for file in root.rglob("*.yaml")}
    done = confirm(root, *arguments)
    assert done.exception or done.return_value == 1
    assert message in done.output + str(done.exception or "")
    assert before == {file: file.read_bytes() for file in root.rglob("*.yaml")}


@pytest.mark.parametrize(
    ("written", "closed"),
    [
        ("status: aktiv # noch", "status: geschlossen # noch"),
        ("status: 'aktiv'", "status: 'geschlossen'"),
        ("status:", "status: geschlossen"),
        ("STATUS_FEHLT: x", None),
    ],
)
def test_any_other_field_is_set_in_the_same_way(written: str, closed: str | None) -> None:
    text = entry_with(written)
    if closed is None:
        with pytest.raises(CannotAmendError):
            with_field(text, "status", "geschlossen")
    else:
        assert with_field(text, "status", "geschlossen") == text.replace(written, closed)


def test_a_field_that_is_missing_comes_where_the_model_has_it() -> None:
    text = entry_with("# Woher?\nquelle: {angabe: Träger, stand: 2026-10}")
    assert with_field(text, "status", "geschlossen") == text.replace("# Woher?", "status: geschlossen\n# Woher?")


def test_just_after_midnight_today_is_the_day_of_the_city(city: MakeCity, monkeypatch: pytest.MonkeyPatch) -> None:
    """In summer it is still yesterday in UTC, where servers live: the file would say the wrong day."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(2027, 6, 30, 22, 30, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr("directory.clock.datetime", Clock)
    root = city({})
    CliRunner().invoke(cli, ["confirm", "eine-runde", "--entries", str(root), "--by", "traeger"])
    assert "bestaetigt: {am: 2027-07-01, von: traeger}" in (root / "mitte" / "eine-runde.yaml").read_text()
