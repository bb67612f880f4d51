"""What the project promises about itself: codes are explained, documents name what exists, modules stay small."""

import ast
import re
from pathlib import Path

import pytest

from directory.cli.main import cli
from directory.model import Entry
from directory.problems import catalogue

PROJECT = Path(__file__).parents[1]
PACKAGE = PROJECT / "directory"
MODULES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted((PACKAGE / "site" / "theme" / "assets" / "scripts").rglob("*.js"))
# The calls that take a code as one of their first two arguments.
REPORTING = {"Problem.at", "validation_error", "Finding", "mistake.problem", "self.note", "self.refuse"}


def test_a_module_holds_one_concept() -> None:
    modules = [*MODULES, *SCRIPTS]
    assert [str(one) for one in modules if len(one.read_text(encoding="utf-8").splitlines()) > 300] == []
    assert [str(one) for one in modules if one.stem in {"utils", "util", "helpers", "common", "misc"}] == []


def test_every_code_that_is_used_is_explained_and_the_other_way_round() -> None:
    used, reported = set(), set()
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and node.value in catalogue():
                used.add(node.value)
            if isinstance(node, ast.Call) and ast.unparse(node.func) in REPORTING:
                reported |= {arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant) and is_code(arg.value)}
    assert reported <= set(catalogue())
    assert used == set(catalogue())


def is_code(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[a-z]+(-[a-z]+)*", value))


def test_every_code_has_a_golden_case() -> None:
    seen = set()
    for case in (PROJECT / "tests" / "cases" / "messages").glob("*.txt"):
        seen |= set(re.findall(r"^\S+:\d+:\d+ \w+ ([a-z-]+)$", case.read_text(encoding="utf-8"), re.MULTILINE))
    # Bytes, links, missing files, thick booklets and texts of thousands of letters do not fit into a case file; other
    # tests have them.
    elsewhere = {
        "datei-kodierung", "datei-steuerzeichen", "datei-zu-gross", "datei-unlesbar", "datei-verknuepfung",
        "datei-keine-datei", "stadt-fehlt", "wert-zu-lang", "yaml-unlesbar", "veroeffentlichung", "heft-zu-dick",
    }  # fmt: skip
    assert set(catalogue()) - seen <= elsewhere


def test_the_model_has_every_field_that_was_decided() -> None:
    decided = """
        name weitere_namen art themen zielgruppen beschreibung fuer_wen erster_besuch traeger geleitet_von gebiet orte
        zeiten ausnahmen mitmachen bedingungen alter kosten sprachen kontakt status gueltig nachfolger
        fruehere_namen_der_datei leichte_sprache bestaetigt quelle trotzdem
    """
    assert {field.alias for field in Entry.model_fields.values()} == set(decided.split())


@pytest.mark.parametrize("document", ["README.md", "HACKING.md", "CONTRIBUTING.md"])
def test_commands_in_the_documents_exist(document: str) -> None:
    text = (PROJECT / document).read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)", text)) <= targets
    for command in re.findall(r"`directory ([a-z-]+)", text):
        assert command in cli.commands
