"""Which files git says have changed."""

import subprocess
from pathlib import Path

from directory.cli.terminal import WrongUse

MAIN = ("origin/main", "main")


def changed_files(folder: Path, ref: str) -> set[Path]:
    """Return the files of the folder that differ from a commit, new ones too, and not those that are gone.

    Without a commit: from where this branch left `main`. Raises WrongUse where git cannot say.
    """
    base = ref or next((found for main in MAIN if (found := _git(folder, "merge-base", "HEAD", main))), "HEAD")
    if not _git(folder, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}"):
        where = f"Einen Stand mit dem Namen „{ref}“ kennt git nicht." if ref else "Hier ist noch kein git."
        raise WrongUse(f"{where} Nennen Sie die Dateien selbst: directory check DATEI")
    differ = _git(folder, "diff", "--name-only", "--relative", "-z", "--diff-filter=d", base, "--", ".")
    new = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return {folder / name for name in f"{differ}\0{new}".split("\0") if name}


def _git(folder: Path, *arguments: str) -> str:
    """Return what git answers, or nothing where it does not know."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and a name that begins with a dash is no commit
            ["git", "--no-optional-locks", "-c", "core.fsmonitor=false", *arguments],  # noqa: S607 - the user's git
            cwd=folder, capture_output=True, text=True, errors="replace", check=False,
        )  # fmt: skip
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
