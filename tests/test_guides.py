"""What the guides for contributors show: their examples pass, their messages are real, their files are described."""

import re
import shutil
from pathlib import Path

import pytest
from commands import run
from PIL import Image

from directory.model.city import City
from directory.model.directory import VOCABULARY_FILES

PROJECT = Path(__file__).parents[1]
GUIDE = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
NAMED = dict(re.findall(r"`(entries/[\w/-]+\.yaml)`\n\n```yaml\n(.*?)```", GUIDE, re.DOTALL))
ENTRY = "entries/nord/beispiel-gruppe-nord.yaml"
LONG = "entries/nord/beispiel-treff-nord.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder with the shipped entries and with the examples."""
    shutil.copytree(PROJECT / "entries", tmp_path / "entries")
    for path, text in NAMED.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    shutil.copy(PROJECT / "directory" / "pages" / "example.yaml", tmp_path / LONG)
    photos = tmp_path / "entries" / "_bilder"
    photos.mkdir(exist_ok=True)
    Image.new("RGB", (900, 600)).save(photos / "tuer.jpg")
    return tmp_path


def check(project: Path, *files: str) -> str:
    return run("check", *files, cwd=project, COLUMNS="200").stdout


def test_the_examples_are_without_fault(project: Path) -> None:
    assert set(NAMED) == {ENTRY, "entries/_traeger/beispiel-verein.yaml"}
    assert check(project, ENTRY, LONG).startswith("2 Dateien geprüft. Alles in Ordnung.\n")


def test_the_message_is_what_the_check_says(project: Path) -> None:
    [lines] = re.findall(r"```yaml\n(zeiten:.*?)```", GUIDE, re.DOTALL)
    [message] = re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL)
    with (project / ENTRY).open("a", encoding="utf-8") as file:
        file.write(lines)
    assert message in check(project, ENTRY)


def test_what_the_guide_promises_of_words_and_times_is_so(project: Path) -> None:
    words = re.findall(r"bei\s+`(\w+: [\w ]+)`\s+ist\s+das\s+`(\w+)`", GUIDE)
    assert len(words) == 2
    [times] = re.findall(r"zuerst einen Satz: `(zeiten: [^`]+)`", GUIDE)
    for line, wanted in [*words, (times, "tage: [Dienstag], von: 14:00, bis: 16:00")]:
        key = line.partition(":")[0]
        kept = [one for one in NAMED[ENTRY].splitlines() if not one.startswith(f"{key}:")]
        (project / ENTRY).write_text("\n".join([*kept, line, ""]), "utf-8")
        assert wanted in check(project, ENTRY).partition("Schreiben Sie")[2], line


def test_a_city_finds_every_setting_and_every_file_explained() -> None:
    text = (PROJECT / "ANOTHER-CITY.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`([\w/]+)`", text)) | set(re.findall(r"`_vocabulary/(\w+)\.yaml`", text))
    assert {field.alias for field in City.model_fields.values()} <= explained
    assert VOCABULARY_FILES.keys() <= explained
