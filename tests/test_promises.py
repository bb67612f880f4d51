"""What the project promises about itself: codes are explained, documents name what exists, modules stay small."""

import ast
import re
from pathlib import Path

import pytest
from test_structure import LAYERS, layer

from directory.cli.main import cli
from directory.model import Entry
from directory.problems import catalogue

PROJECT = Path(__file__).parents[1]
PACKAGE = PROJECT / "directory"
MODULES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted((PACKAGE / "site" / "theme" / "assets" / "scripts").rglob("*.js"))
# What has been said about versions of the past may name what is gone.
DOCUMENTS = [
    *(path for path in sorted(PROJECT.glob("*.md")) if path.name != "CHANGELOG.md"),
    PROJECT / ".github" / "workflows" / "README.md",
    PROJECT / "tests" / "benchmarks" / "README.md",
]
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
        "bild-format", "bild-zu-gross", "bild-mit-daten", "datei-programm", "datei-endung",
    }  # fmt: skip
    assert set(catalogue()) - seen <= elsewhere


def test_the_model_has_every_field_that_was_decided() -> None:
    decided = """
        name weitere_namen art themen zielgruppen beschreibung fuer_wen erster_besuch traeger geleitet_von gebiet orte
        zeiten ausnahmen mitmachen bedingungen alter kosten sprachen kontakt status gueltig nachfolger
        bild fruehere_namen_der_datei leichte_sprache bestaetigt aufgenommen quelle belege trotzdem
    """
    assert {field.alias for field in Entry.model_fields.values()} == set(decided.split())


def written(text: str, before: str) -> set[str]:
    """Return the names after these words: in a sentence between backticks, or at the beginning of a command."""
    return set(re.findall(rf"(?:`|^ {{4}}|^|& ){before} ([a-z][a-z-]*)", text, re.MULTILINE))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_commands_in_the_documents_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert written(text, "make") <= targets
    assert written(text, r"(?:\.venv/bin/)?directory") <= set(cli.commands)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_files_and_names_in_the_documents_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:\.github|\.gitlab|directory|docs|hooks|scripts|tests)/[^`<>*:]*)(?:::(\w+))?`", text))
    linked = re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", text) + re.findall(r'src="([^"]+)"', text)
    named |= {(path, "") for path in linked}
    near = {PROJECT, document.parent}
    assert [path for path, _ in named if not any((folder / path).exists() for folder in near)] == []
    assert [(path, name) for path, name in named if name and name not in defined(PROJECT / path)] == []


def defined(module: Path) -> set[str]:
    """Return what a module defines at its top."""
    found = set()
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.AnnAssign):
            found.add(ast.unparse(node.target))
        elif isinstance(node, ast.Assign):
            found |= {ast.unparse(target) for target in node.targets}
    return found


def test_the_guide_for_developers_is_short_and_walks_through_all_layers() -> None:
    text = (PROJECT / "HACKING.md").read_text(encoding="utf-8")
    assert len(text.encode()) <= 10_240
    table = text.partition("\n## Layers\n")[2].partition("\n## ")[0]
    rows = [set(re.findall(r"`(\w+)`", row)) for row in table.splitlines() if row.startswith("| ")][2:]
    assert set().union(*rows) == set().union(*LAYERS) - {"__main__"}
    order = [max(layer(name) for name in row) for row in rows]
    assert order == sorted(order, reverse=True), "from the command down to the ground"
