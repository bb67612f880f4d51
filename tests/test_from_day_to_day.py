"""What changes in the site of the shipped entries when only the day does, or one sentence."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from browsing import ENTRIES, PROJECT
from conftest import TODAY, day_view

from directory.booklets.render import book_data, sheet_data
from directory.schedule import day
from directory.site.build import build
from directory.site.mkdocs import Settings
from directory.source import load
from directory.view.booklets import Edition

TOMORROW = TODAY + timedelta(days=1)
# A week of this day, a sheet of paper for somebody, a copy that has an age.
NEED_THE_DAY = ("diese-woche/", "naechste-woche/", "meine-liste/", "offline.js")
EDITED = "ganz-jena/adfc-selbsthilfewerkstatt-jena"
SENTENCE, OTHER = "Dafür haben die Menschen gespendet.", "Dafür haben viele Menschen gespendet."
Files = dict[str, bytes]


def made(entries: Path, today: date) -> Files:
    """Return the site without booklets, each page without the frame, which is the same on every day."""
    built = build(Settings(entries=entries, today=today, booklets=False, docs=PROJECT / "docs"))
    assert not built.failed
    pages = {page.address or "index.html": page.body.encode() for page in built.pages}
    texts = {file.path: file.content for file in built.files}
    return pages | {path: text.encode() if isinstance(text, str) else text for path, text in texts.items()}


@pytest.fixture(scope="module")
def before() -> Files:
    return made(ENTRIES, TODAY)


@pytest.fixture(scope="module")
def after() -> Files:
    return made(ENTRIES, TOMORROW)


def differing(before: Files, after: Files) -> list[str]:
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def test_a_new_day_changes_at_most_a_twentieth_of_all_bytes(before: Files, after: Files) -> None:
    """TODAY is a Sunday: with the day, the week changes too."""
    changed = sum(len(after.get(name, b"")) for name in differing(before, after))
    assert 0 < changed <= sum(map(len, after.values())) / 20


def test_the_day_of_the_build_is_in_no_file_that_does_not_need_it(before: Files, after: Files) -> None:
    def with_day(files: Files, today: date) -> set[str]:
        forms = day(today).encode(), today.isoformat().encode()
        return {name for name, text in files.items() if any(form in text for form in forms)}

    found = {name for name in with_day(before, TODAY) & with_day(after, TOMORROW) if before[name] != after[name]}
    assert {name for name in found if not name.startswith(NEED_THE_DAY)} == set()
    assert {name for name in NEED_THE_DAY if any(one.startswith(name) for one in found)} == set(NEED_THE_DAY)


def test_a_booklet_and_a_sheet_say_the_same_on_the_next_day() -> None:
    directory = load(ENTRIES).directory
    assert directory
    one, other = (day_view(directory, today) for today in (TODAY, TOMORROW))
    for area in directory.vocabulary.areas:
        assert book_data(one, area, Edition.A5, trial=True) == book_data(other, area, Edition.A5, trial=True)
    for entry in one.listed[:20]:
        assert sheet_data(one, entry.slug, trial=True) == sheet_data(other, entry.slug, trial=True)


def test_a_sentence_that_no_row_shows_changes_at_most_ten_files(before: Files, tmp_path: Path) -> None:
    entries = shutil.copytree(ENTRIES, tmp_path / "entries")
    file = entries / f"{EDITED}.yaml"
    text = file.read_text(encoding="utf-8")
    assert SENTENCE in text
    file.write_text(text.replace(SENTENCE, OTHER), encoding="utf-8")
    changed = differing(before, made(entries, TODAY))
    assert f"angebote/{Path(EDITED).name}/" in changed
    assert len(changed) <= 10, changed
