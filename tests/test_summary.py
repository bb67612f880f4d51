"""What the author of a pull request reads."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import MakeCity, entry_with

from directory.cli.main import cli


@pytest.fixture
def run(city: MakeCity, monkeypatch: pytest.MonkeyPatch) -> "Run":
    return Run(city, monkeypatch)


class Run:
    """Calls `directory summary` where the small city with more files is the folder `entries`."""

    def __init__(self, city: MakeCity, monkeypatch: pytest.MonkeyPatch) -> None:
        self.city, self.monkeypatch = city, monkeypatch

    def __call__(self, files: dict[str, str], *arguments: str) -> tuple[int, str]:
        self.monkeypatch.chdir(self.city(dict(files)).parent)
        call = ["summary", "--today", "2026-11-22", *arguments]
        result = CliRunner().invoke(cli, call, standalone_mode=False)
        assert result.exception is None, result.exception
        return int(result.return_value), result.output


GOOD = entry_with("name: Rad-Gruppe\nkontakt: {telefon: 040 999999}")


def test_a_good_entry_is_shown_as_it_will_read(run: Run) -> None:
    status, text = run({"mitte/rad.yaml": GOOD}, "entries/mitte/rad.yaml")
    assert status == 0
    assert "Alles in Ordnung. Danke!" in text
    assert "### `entries/mitte/rad.yaml`" in text
    assert "**Rad-Gruppe**\n\n> Selbst-Hilfe-Gruppe in Mitte\\\n> Wir treffen uns." in text
    assert "040 99 99 99" in text


def test_an_error_is_said_with_its_line_and_what_to_write(run: Run) -> None:
    status, text = run(
        {"mitte/rad.yaml": entry_with("zeiten:\n  - zweck: treffen\n    stand: 2026-10")}, "entries/mitte/rad.yaml"
    )
    assert status == 1
    assert "#### Das müssen Sie verbessern" in text
    assert "- **Zeile 8:** Diese Zeit sagt nicht, an welchem Tag. Schreiben Sie zum Beispiel:" in text
    assert "  ```text\n  tage: [Dienstag]\n  ```" in text
    assert "So steht es auf der Seite" not in text, "what is wrong may not be readable"


def test_advice_does_not_block(run: Run) -> None:
    hard = entry_with("name: Rad-Gruppe\nkontakt: {telefon: 040 999999}\nbeschreibung: Hier wird gemeinsam gekocht.")
    status, text = run({"mitte/rad.yaml": hard}, "./entries/mitte/rad.yaml")
    assert status == 0
    assert "#### Das ist nur ein Rat" in text
    assert "#### So steht es auf der Seite" in text


def test_errors_of_other_files_are_not_the_author_s(run: Run) -> None:
    files = {"mitte/rad.yaml": GOOD, "mitte/alt.yaml": entry_with("status: aktif")}
    status, text = run(files, "entries/mitte/rad.yaml")
    assert status == 0
    assert "Auch andere Dateien haben Fehler: 1. Diese Fehler sind nicht von Ihnen." in text
    assert "aktif" not in text


def test_without_changed_files_there_is_nothing_to_say(run: Run) -> None:
    status, text = run({})
    assert status == 0
    assert text == "## Ihre Änderung\n\nSie haben keine Datei von einem Angebot geändert.\n"


def test_a_closed_entry_shows_what_its_page_says(run: Run) -> None:
    status, text = run({"mitte/rad.yaml": f"{GOOD}status: geschlossen\n"}, "entries/mitte/rad.yaml")
    assert status == 0
    assert "Dieses Angebot gibt es nicht mehr." in text
    assert "99 99" not in text


def test_a_secret_place_stays_secret(run: Run) -> None:
    secret = entry_with(
        "name: Schutz-Haus\nkontakt: {telefon: 040 999999}\norte: {art: geheim}\n"
        "quelle: {angabe: Das bleibt geheim, stand: unbekannt}"
    )
    status, text = run({"alle/schutz.yaml": secret}, "entries/alle/schutz.yaml")
    assert status == 0
    assert "Der Ort ist geheim." in text
    assert "Woher wir das wissen, bleibt geheim." in text


def test_names_are_no_markup_and_no_mention(run: Run) -> None:
    hostile = entry_with('name: "@octocat <b>x</b> [y](https://example.org) #1"\nkontakt: {telefon: 040 999999}')
    _, text = run({"mitte/rad.yaml": hostile}, "entries/mitte/rad.yaml")
    code = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)  # there it mentions nobody
    assert "@octocat" not in code.sub("", text)
    assert "\\<b\\>x\\</b\\> \\[y\\](https:\u200b//example.org) #\u200b1" in text


def test_gitlab_gets_its_report(run: Run) -> None:
    files = {"mitte/rad.yaml": entry_with("status: aktif"), "mitte/alt.yaml": entry_with("status: aktif")}
    status, text = run(files, "--format", "gitlab", "entries/mitte/rad.yaml")
    items = json.loads(text)
    assert status == 1
    assert {one["location"]["path"] for one in items} == {"entries/mitte/rad.yaml"}
    item = next(one for one in items if one["check_name"] == "wert-unbekannt")
    assert item["location"] == {"path": "entries/mitte/rad.yaml", "lines": {"begin": 7}}
    assert (item["check_name"], item["severity"]) == ("wert-unbekannt", "critical")
    assert item["description"]
    assert item["fingerprint"]


def test_a_broken_file_of_settings_is_said_too(run: Run) -> None:
    status, text = run({"_stadt.yaml": "name: X"}, "entries/_stadt.yaml")
    assert status == 1
    assert re.search(r"Die Felder .*„land“.* fehlen\.", text)
    assert Path("entries").is_dir()
