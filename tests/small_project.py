"""A project of a few files that can be built: entries, docs, settings."""

import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import CITY

PROJECT = Path(__file__).parents[1]
CONFIG = """
site_name: Treffpunkte
docs_dir: docs
theme: {{name: material, language: de, font: false}}
plugins: []
hooks: [{hook}]
strict: true
"""
PATIENCE = 120


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the folder of a small project."""
    return make_project(tmp_path)


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_project(tmp_path_factory.mktemp("built") / "project")
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Path:
    """Return the folder of a small project whose site is built already, for a test to change."""
    return shutil.copytree(built_once, tmp_path, symlinks=True, dirs_exist_ok=True)


def make_project(folder: Path) -> Path:
    """Fill a folder with a small project, and return it."""
    shutil.copytree(CITY, folder / "entries", dirs_exist_ok=True)
    (folder / "docs" / "mitmachen").mkdir(parents=True)
    (folder / "docs" / "mitmachen" / "index.md").write_text("# Mitmachen\n\nSchreiben Sie uns.\n")
    (folder / "mkdocs.yml").write_text(CONFIG.format(hook=PROJECT / "hooks" / "directory_hook.py"))
    return folder


def command(*more: str) -> list[str]:
    return [sys.executable, "-m", "directory", "build", "--no-booklets", "--today", "2026-11-22", *more]


def build(project: Path, *more: str, limit: int = 0) -> "subprocess.CompletedProcess[str]":
    def set_limit() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        command(*more), cwd=project, capture_output=True, text=True, check=False, timeout=PATIENCE, preexec_fn=set_limit
    )


def content(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }
