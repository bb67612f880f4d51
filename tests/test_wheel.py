"""The wheel is the whole engine: with it and its own content, another city builds its site in an empty folder."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from conftest import CITY, TODAY

PROJECT = Path(__file__).parents[1]
CONFIG = """site_name: Treffpunkte
theme: {name: material, language: de, font: false}
plugins: []
hooks: [hook.py]
strict: true
"""


def run(*command: str | Path, where: Path, **environment: str) -> str:
    done = subprocess.run(command, cwd=where, env=os.environ | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the commands of a fresh environment that has the wheel and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"  # building leaves files behind
    shutil.copytree(PROJECT / "directory", source / "directory", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(PROJECT / name, source)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ".", where=source)
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", where=folder)
    commands = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    (wheel,) = folder.glob("*.whl")
    run(*pip, "--python", commands / "python", "install", "--no-deps", wheel, where=folder)
    shutil.rmtree(source)
    return commands


def test_a_city_with_nothing_but_its_content_builds_its_site(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(CITY, tmp_path / "entries")
    (tmp_path / "docs" / "mitmachen").mkdir(parents=True)
    (tmp_path / "docs" / "mitmachen" / "index.md").write_text("# Mitmachen\n\nSchreiben Sie uns.\n", encoding="utf-8")
    (tmp_path / "hook.py").write_text("from directory.site.mkdocs_hook import *\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    # The packages that it depends on are those of the tests; the package itself is not among them but through a .pth
    # file, and Python reads none in a folder of PYTHONPATH.
    packages = sysconfig.get_path("purelib")
    where = "import directory; print(directory.__file__)"
    assert run(installed / "python", "-c", where, where=tmp_path, PYTHONPATH=packages).startswith(str(installed.parent))
    run(installed / "directory", "build", "--today", TODAY.isoformat(), where=tmp_path, PYTHONPATH=packages)
    site = tmp_path / "site"
    assert "Musterstadt" in (site / "index.html").read_text(encoding="utf-8")
    made = {file.relative_to(site).as_posix() for file in site.rglob("*")}
    assert made >= {"angebote/ein-haus/index.html", "suche/index.html", "daten/entries.json", "kalender/mitte.ics"}
    assert {file.suffix for file in (site / "hefte").iterdir()} >= {".pdf", ".png"}
