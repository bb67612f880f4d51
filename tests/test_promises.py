"""What the project promises about itself."""

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
# From the ground up: a module may import from its own layer and from those below.
LAYERS = (
    {"clock", "parallel", "problems"},
    {"easy_language", "model"},
    {"schedule", "source"},
    {"checks", "output", "view"},
    {"files"},
    {"exports", "pages"},
    {"booklets", "search"},
    {"forge"},
    {"intake"},
    {"editors"},
    {"site"},
    {"cli", "__main__"},
)


def layer(dotted: str) -> int:
    part = dotted.split(".")[1]
    return next(number for number, parts in enumerate(LAYERS) if part in parts)


def imports(module: Path) -> set[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    named = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return named | {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}


def dotted(module: Path) -> str:
    return ".".join(module.relative_to(PROJECT).with_suffix("").parts)


@pytest.mark.parametrize("module", MODULES, ids=dotted)
def test_layers_point_one_way(module: Path) -> None:
    if module == PACKAGE / "__init__.py":
        return
    for name in imports(module):
        if name.startswith("directory."):
            assert layer(name) <= layer(dotted(module)), f"{dotted(module)} imports {name}"


@pytest.mark.parametrize("module", MODULES, ids=dotted)
def test_only_the_site_knows_mkdocs(module: Path) -> None:
    knows = [name for name in imports(module) if name.split(".")[0] in {"mkdocs", "material"}]
    assert not knows or module in (PACKAGE / "site").glob("mkdocs*.py")


@pytest.mark.parametrize("module", [*MODULES, *SCRIPTS], ids=dotted)
def test_a_module_holds_one_concept(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 300
    assert module.stem not in {"utils", "util", "helpers", "common", "misc"}


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
