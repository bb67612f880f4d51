"""YAML that programs of others write is read as it was meant, and they read ours."""

import json
from pathlib import Path

import pytest
import yaml
from conftest import CASES
from test_format import entry_of, said

from directory.files.writing import written

WRITERS = CASES / "writers"


@pytest.mark.parametrize("path", sorted(WRITERS.glob("*.yaml")), ids=lambda path: path.stem)
def test_what_a_program_of_npm_wrote_is_the_same_entry(path: Path) -> None:
    original = WRITERS / f"{path.name.partition('.')[0]}.json"
    assert said(entry_of(path.read_text(encoding="utf-8"))) == said(entry_of(original.read_text(encoding="utf-8")))


def test_what_we_write_is_what_other_programs_have_read() -> None:
    values = json.loads((WRITERS / "texts.read.json").read_text(encoding="utf-8"))
    text = written(values)
    assert text == (WRITERS / "texts.written.txt").read_text(encoding="utf-8"), "read it with npm: README.md there"
    assert yaml.safe_load(text) == values
