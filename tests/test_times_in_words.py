"""Times in words in files: `check --fix` makes fields of them, or leaves them as they are and asks."""

from pathlib import Path

import pytest
from commands import run
from conftest import TODAY, MakeCity, entry_with, load_city
from hypothesis import given
from hypothesis import strategies as st
from time_labels import ASK, facts_read, labelled, words_kept

from directory.checks import check_files
from directory.files.writing import scalar
from directory.intake.times_in_words import plain, with_rules
from directory.model.time_phrases import Reading
from directory.problems import Problem, Severity
from directory.source.parsing.parse import parse

NEW = "entries/mitte/neu.yaml"
FILES = (
    "opening_hours.txt",
    "meetings.txt",
    "later_hours.txt",
    "hard_hours.txt",
    "ordinary_hours.txt",
    "kinds_of_times.txt",
)
LINES = [case for name in FILES for case in labelled(name)]


def times_in(text: str) -> Reading:
    root = parse(text, "").root
    assert root
    return Reading(rules=tuple(plain(root.values["zeiten"])))


def test_real_times_in_files_become_what_they_mean_or_stay() -> None:
    changed = 0
    for case in LINES:
        before = entry_with(f"zeiten: {scalar(case.line)}")
        after = with_rules(before, TODAY)
        if after.text == before:
            assert after.said == ()
            continue
        assert case.label != ASK, case.line
        assert facts_read(times_in(after.text)) == case.facts, case.line
        assert case.kept <= words_kept(times_in(after.text)), case.line
        changed += 1
    assert changed >= 150


def problems(root: Path) -> list[Problem]:
    found = check_files(load_city(root), TODAY, {NEW})
    return [one for one in found if one.severity is not Severity.HINT and one.code != "zeit-alt"]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("zeiten: Treffen am Ort\n", "zeiten: Treffen am Ort\n"),
        ("zeiten: jeden 2. Dienstag\n", "zeiten: jeden 2. Dienstag\n"),
        (
            "zeiten: [Mo 9-12, jeden 2. Dienstag]  # fragen\n",
            "zeiten: [Mo 9-12, jeden 2. Dienstag]  # fragen\n",
        ),
        ("zeiten:\n  # im Sommer anders\n  - Mo 9-12 Uhr\n", "zeiten:\n  # im Sommer anders\n  - Mo 9-12 Uhr\n"),
        (
            "Öffnungszeiten: Mo 9-12 Uhr  # Schild\nkontakt: {telefon: 040 123456}\n",
            (
                "zeiten:\n  - tage: [Montag]\n    von: 09:00\n    bis: 12:00\n    stand: 2026-10  # Schild\n"
                "kontakt: {telefon: 040 123456}\n"
            ),
        ),
        (
            "zeiten:\n- 'Telefon-Zeit: Di 9-10'\n- {zweck: offen, tage: Mo, von: 9, stand: 2026}\n# danach\n",
            (
                "zeiten:\n  - zweck: telefon\n    tage: [Dienstag]\n    von: 09:00\n    bis: 10:00\n"
                "    stand: 2026-10\n  - zweck: offen\n    tage: Mo\n    von: 9\n    stand: 2026\n# danach\n"
            ),
        ),
        (
            "zeiten: {zweck: offen, hinweis: Am Dienstag 18 Uhr., stand: 2025}\n",
            "zeiten:\n  - zweck: offen\n    tage: [Dienstag]\n    von: 18:00\n    stand: 2025\n",
        ),
        (
            "zeiten: {zweck: offen, hinweis: Kommen Sie am Dienstag um 18 Uhr., stand: 2025}\n",
            "zeiten: {zweck: offen, hinweis: Kommen Sie am Dienstag um 18 Uhr., stand: 2025}\n",
        ),
    ],
)
def test_only_what_is_certain_changes_and_everything_else_stays(written: str, wanted: str) -> None:
    head = "name: Gruppe # eins\nquelle: {angabe: Träger, stand: 2026-10}\n"
    assert with_rules(head + written, TODAY).text == head + wanted


def test_the_age_of_a_time_is_never_guessed() -> None:
    sources = "quelle: [{angabe: Träger, stand: 2026-10}, {angabe: Plakat, stand: 2020}]\nzeiten: Mo 9-12 Uhr\n"
    assert "stand: unbekannt" in with_rules(sources, TODAY).text


@given(st.text(alphabet=" \"\n\t:-#[]{}'Mo9zeitn", max_size=40))
def test_any_file_stays_readable(text: str) -> None:
    whole = f"name: Gruppe\nzeiten: {text}\nart: verein\n"
    after = with_rules(whole, TODAY).text
    if after != whole:
        root = parse(after, "").root
        assert root
        assert (plain(root.values["name"]), plain(root.values["art"])) == ("Gruppe", "verein")


def test_the_command_changes_what_is_safe_and_then_checks(city: MakeCity) -> None:
    text = entry_with("beschreibung: Wir kochen & essen.\nzeiten: Mo 9-12 Uhr\nweitere_namen: Kreis")
    root = city({"mitte/neu.yaml": ("\ufeff" + text).replace("\n", "\r\n"), "mitte/andere.yaml": text})
    done = run("check", "--fix", "--today", str(TODAY), "entries/mitte/neu.yaml", cwd=root.parent)
    assert (
        "entries/mitte/neu.yaml: „Mo 9-12 Uhr“ steht jetzt in Feldern: Jeden Montag: 9 Uhr bis 12 Uhr." in done.stdout
    )
    assert "2 Stellen geändert." in done.stdout
    assert "Das Feld „zweck“ fehlt in „zeiten“." in done.stdout
    data = (root / "mitte" / "neu.yaml").read_bytes()
    assert data.startswith("\ufeffname".encode())
    assert data.count(b"\n") == data.count(b"\r\n")
    assert "Wir kochen und essen." in data.decode()
    assert (root / "mitte" / "andere.yaml").read_text("utf-8") == text
    again = run("check", "--fix", "--today", str(TODAY), "entries/mitte/neu.yaml", cwd=root.parent)
    assert "0 Stellen geändert." in again.stdout
    assert (root / "mitte" / "neu.yaml").read_bytes() == data


def test_a_time_that_is_only_a_note_is_noticed_and_its_fields_mend_it(city: MakeCity) -> None:
    text = entry_with("zeiten: {zweck: offen, hinweis: Am Dienstag 18 Uhr bis 20 Uhr., stand: 2026-10}")
    root = city({"mitte/neu.yaml": text})
    [problem] = [one for one in problems(root) if one.code == "zeit-in-worten"]
    assert "- {tage: [Dienstag], von: 18:00, bis: 20:00}" in problem.hint
    (root / "mitte" / "neu.yaml").write_text(with_rules(text, TODAY).text, "utf-8")
    assert not [one for one in problems(root) if one.code == "zeit-in-worten"]
