"""Files of contributors: replaced whole or not at all, with their line ends and permissions."""

import errno
import json
import os
import resource
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import BASE_ENTRY, MakeCity, entry_with

from directory.booklets.cache import Cache
from directory.cli.main import cli
from directory.output.atomic import create_file, replace_file, replace_text
from directory.output.file_set import replace_files
from directory.problems.system_errors import words_of

LIMIT = 100_000


def limited(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run a command that may write no file of more than so many bytes, as on a disk that is full."""
    return subprocess.run(
        [sys.executable, "-m", "directory", *map(str, arguments)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT)),
        capture_output=True,
        text=True,
        check=False,
    )


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_a_file_is_replaced_by_another_one(tmp_path: Path) -> None:
    file, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_bytes(b"alt")
    file.chmod(0o640)
    second.hardlink_to(file)
    replace_file(file, b"neu")
    assert (file.read_bytes(), second.read_bytes()) == (b"neu", b"alt"), "somebody who reads meanwhile has the old one"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert names(tmp_path) == {"a.yaml", "b.yaml"}


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    replace_file(tmp_path / "neu.yaml", b"x")
    (tmp_path / "anders.yaml").write_bytes(b"x")
    assert (tmp_path / "neu.yaml").stat().st_mode == (tmp_path / "anders.yaml").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "echt.yaml").write_bytes(b"alt")
    (tmp_path / "link.yaml").symlink_to("echt.yaml")
    replace_file(tmp_path / "link.yaml", b"neu")
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "echt.yaml").read_bytes() == b"neu"


def test_a_pipe_is_written_as_it_is() -> None:
    code = (
        "from pathlib import Path; from directory.output.atomic import replace_file as r; r(Path('/dev/stdout'), b'x')"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"x"


def test_where_it_cannot_be_written_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / ("a" * 250)
    file.write_bytes(b"alt")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full") as caught:
        replace_file(file, b"neu")
    assert caught.value.filename == str(file)
    assert file.read_bytes() == b"alt"
    assert names(tmp_path) == {file.name}


def test_a_write_protected_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"alt")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may do anything
    with pytest.raises(PermissionError):
        replace_file(file, b"neu")
    assert file.read_bytes() == b"alt"


def test_a_new_file_never_replaces_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    create_file(file, b"eins")
    with pytest.raises(FileExistsError):
        create_file(file, b"zwei")

    def no_links(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(FileExistsError):
        create_file(file, b"drei")
    create_file(tmp_path / "b.yaml", b"vier")
    assert [one.read_bytes() for one in sorted(tmp_path.iterdir())] == [b"eins", b"vier"]


@pytest.mark.parametrize(("before", "after"), [(b"a\r\n", b"b\r\nc\r\n"), (b"a\n", b"b\nc\n"), (None, b"b\nc\n")])
def test_line_ends_stay(tmp_path: Path, before: bytes | None, after: bytes) -> None:
    file = tmp_path / "text.txt"
    if before is not None:
        file.write_bytes(before)
    replace_text(file, "b\nc\n")
    assert file.read_bytes() == after


@pytest.mark.parametrize(
    "command",
    [
        ["confirm", "gruppe", "--by", "redaktion"],
        ["format"],
        ["language", "--fix"],
    ],
)
def test_commands_keep_windows_line_ends_and_permissions(city: MakeCity, command: list[str]) -> None:
    text = entry_with('themen:   sucht\nbeschreibung:\n  - "Wir haben zwei Räume."\n  - Alles bleibt.')
    root = city({"mitte/gruppe.yaml": text.replace("\n", "\r\n")})
    file = root / "mitte" / "gruppe.yaml"
    file.chmod(0o604)
    before = file.read_bytes()
    done = CliRunner().invoke(cli, [*command, "--entries", str(root)])
    after = file.read_bytes()
    assert after != before, done.output
    assert after.count(b"\n") == after.count(b"\r\n") > 3
    assert stat.S_IMODE(file.stat().st_mode) == 0o604
    assert names(root / "mitte") == {"gruppe.yaml", "ein-haus.yaml", "eine-runde.yaml"}


def test_a_plain_text_keeps_its_line_ends(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_bytes("Wir haben zwei Räume.\r\nAlles bleibt.\r\n".encode())
    CliRunner().invoke(cli, ["language", "--fix", str(text)])
    assert text.read_bytes() == "Wir haben 2 Räume.\r\nAlles bleibt.\r\n".encode()


def test_one_safe_rewrite_in_a_line_is_one_sentence(city: MakeCity) -> None:
    root = city({"mitte/gruppe.yaml": entry_with("beschreibung: [Wir haben zwei Räume., Wir haben drei Räume.]")})
    done = CliRunner().invoke(cli, ["language", "--fix", "--entries", str(root)])
    assert "2 Sätze geändert." in done.output
    assert "[Wir haben 2 Räume., Wir haben 3 Räume.]" in (root / "mitte" / "gruppe.yaml").read_text()


def test_a_full_disk_is_one_sentence_and_the_file_stays(city: MakeCity) -> None:
    notes = "\n".join(f"# {'Notiz ' * 120}{number}" for number in range(150))
    root = city({"mitte/gruppe.yaml": f"{BASE_ENTRY}{notes}\n"})
    file = root / "mitte" / "gruppe.yaml"
    before = file.read_bytes()
    done = limited("confirm", "gruppe", "--by", "redaktion", "--entries", root)
    assert done.returncode == 1
    assert done.stderr == (
        "Es ist kein Platz mehr auf der Festplatte. Löschen Sie etwas, und versuchen Sie es noch einmal.\n"
    )
    assert file.read_bytes() == before
    assert names(root / "mitte") == {"gruppe.yaml", "ein-haus.yaml", "eine-runde.yaml"}


def test_every_refusal_that_a_person_can_mend_is_said_in_german() -> None:
    for number in (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENOENT, errno.EISDIR, errno.ENAMETOOLONG):
        assert words_of(OSError(number, "English", "ordner/datei")).endswith(".")
        assert "English" not in words_of(OSError(number, "English", "ordner/datei"))
    assert "„ordner“" in words_of(PermissionError(errno.EACCES, "English", b"ordner"))
    assert words_of(OSError(errno.ECHILD, "English", "x")) == ""


def test_what_is_no_longer_written_goes_and_what_others_wrote_stays(tmp_path: Path) -> None:
    folder = tmp_path / "briefe"
    assert replace_files(folder, {"a.eml": b"a", "b.eml": b"b", "c.eml": b"c"}) == []
    (folder / "fremd.eml").write_bytes(b"fremd")
    (folder / "b.eml").write_bytes(b"mit Notiz")
    assert replace_files(folder, {"a.eml": b"neu"}) == ["b.eml"]
    assert names(folder) == {"a.eml", "b.eml", "fremd.eml", ".geschrieben.json"}
    assert (folder / "b.eml").read_bytes() == b"mit Notiz"
    assert replace_files(folder, {}) == []
    assert names(folder) == {"b.eml", "fremd.eml", ".geschrieben.json"}


def test_only_some_files_are_taken_away(tmp_path: Path) -> None:
    replace_files(tmp_path, {"a.eml": b"a", "b.eml": b"b"})
    replace_files(tmp_path, {}, only=["a.eml"])
    assert names(tmp_path) == {"b.eml", ".geschrieben.json"}
    replace_files(tmp_path, {})
    assert names(tmp_path) == {".geschrieben.json"}


@pytest.mark.parametrize("damage", [json.dumps({"../fremd.txt": sha256(b"x").hexdigest()}), "[]", "nichts", '{"a": 1}'])
def test_a_damaged_list_of_files_costs_no_file(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "briefe"
    folder.mkdir()
    (tmp_path / "fremd.txt").write_bytes(b"x")
    (folder / ".geschrieben.json").write_text(damage)
    replace_files(folder, {"b.eml": b"b"})
    assert (tmp_path / "fremd.txt").exists()
    assert (folder / "b.eml").exists()


def test_who_has_answered_gets_no_letter_again(city: MakeCity, tmp_path: Path) -> None:
    old = BASE_ENTRY.replace("2026-10", "2019-10")
    root = city({"mitte/gruppe.yaml": old, "mitte/chor.yaml": old.replace("Gruppe", "Chor")})
    letters = tmp_path / "briefe"
    ask = ["due", "--entries", str(root), "--today", "2026-11-22", "--output", str(letters)]
    CliRunner().invoke(cli, ask)
    assert {"angebot-gruppe.eml", "angebot-chor.pdf"} <= names(letters)
    (letters / "meine-notiz.txt").write_text("x")
    (root / "mitte" / "gruppe.yaml").write_text(f"{old}bestaetigt: {{am: 2026-11-20, von: traeger}}\n")
    CliRunner().invoke(cli, [*ask, "--provider", "chor"])
    assert "angebot-gruppe.eml" in names(letters), "a run for one provider says nothing of the others"
    CliRunner().invoke(cli, ask)
    assert not {"angebot-gruppe.eml", "angebot-gruppe.pdf"} & names(letters)
    assert {"angebot-chor.eml", "angebot-chor.pdf", "meine-notiz.txt"} <= names(letters)


def test_the_desk_takes_away_only_its_own_pages(city: MakeCity, tmp_path: Path) -> None:
    root, output = city({}), tmp_path / "redaktion"
    replace_files(output, {"frueher.html": b"x"})
    (output / "notiz.html").write_text("x")
    done = CliRunner().invoke(cli, ["desk", "--entries", str(root), "--output", str(output)])
    assert done.exit_code == 0
    assert "frueher.html" not in names(output)
    assert {"index.html", "notiz.html"} <= names(output)


def test_a_cache_that_cannot_be_kept_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "datei").write_bytes(b"")
    assert Cache(tmp_path / "datei" / "hefte").get("schluessel", lambda: b"heft") == b"heft"
