"""The way of the data, as imports show it: layers point one way, outputs do not know each other, MkDocs is far away."""

import ast
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[1]
PACKAGE = PROJECT / "directory"
# From the ground up: a module may import from its own package and from the layers below.
LAYERS = (
    {"clock", "problems"},
    {"parallel"},
    {"easy_language", "model"},
    {"schedule", "source"},
    {"output"},
    {"checks"},
    {"files"},
    {"view"},
    {"forge"},
    {"pages", "search", "exports", "booklets", "intake", "editors"},
    {"site"},
    {"cli"},
    {"__main__"},
)
# What two of them need is in the view or below.
OUTPUTS = next(parts for parts in LAYERS if "pages" in parts)
SITE_GENERATOR = {"mkdocs", "material"}


def imports() -> Iterator[tuple[Path, str]]:
    """Yield each module of the package with every module that it imports."""
    for module in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                yield module, node.module or ""
            elif isinstance(node, ast.Import):
                yield from ((module, alias.name) for alias in node.names)


def part(module: Path) -> str:
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def layer(name: str) -> int:
    return next(number for number, parts in enumerate(LAYERS) if name in parts)


def inner() -> Iterator[tuple[str, str, str]]:
    """Yield each import within the package: the part that imports, the part that is imported, and both modules."""
    for module, name in imports():
        if name.startswith("directory.") and module != PACKAGE / "__init__.py":
            yield part(module), name.split(".")[1], f"{module.relative_to(PROJECT)} imports {name}"


def test_layers_point_one_way() -> None:
    assert [both for own, other, both in inner() if own != other and layer(other) >= layer(own)] == []


def test_outputs_do_not_know_each_other() -> None:
    assert [both for own, other, both in inner() if own != other and {own, other} <= OUTPUTS] == []


def test_every_part_of_the_package_has_a_layer() -> None:
    parts = {part(module) for module in PACKAGE.rglob("*.py")} - {"__init__"}
    assert parts == set().union(*LAYERS)
    assert len(parts) <= 20 + len({"__main__"}), "a newcomer sees the product at a glance"


def test_only_the_site_knows_the_site_generator() -> None:
    knows = {module for module, name in imports() if name.split(".")[0] in SITE_GENERATOR}
    assert {str(module.relative_to(PACKAGE)) for module in knows} == {"site/mkdocs_hook.py"}


def test_the_hook_of_a_city_is_one_line() -> None:
    hook = ast.parse((PROJECT / "hooks" / "directory_hook.py").read_text(encoding="utf-8"))
    [line] = [node for node in hook.body if not isinstance(node, ast.Expr)]
    assert isinstance(line, ast.ImportFrom)
    assert line.module == "directory.site.mkdocs_hook"
