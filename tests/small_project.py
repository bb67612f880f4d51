"""A project of a few files that can be built: entries, docs, settings."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import MakeCity

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
def project(city: MakeCity, tmp_path: Path) -> Path:
    """Return the folder of a small project: entries, docs, settings."""
    city({})
    (tmp_path / "docs" / "mitmachen").mkdir(parents=True)
    (tmp_path / "docs" / "mitmachen" / "index.md").write_text("# Mitmachen\n\nSchreiben Sie uns.\n")
    (tmp_path / "mkdocs.yml").write_text(CONFIG.format(hook=PROJECT / "hooks" / "directory_hook.py"))
    return tmp_path


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
