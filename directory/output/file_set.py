"""A folder that a command fills again and again: what it no longer writes goes away, what others put there stays."""

import json
from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path

from directory.output.atomic import replace_file

# The folder's list of what was written, with fingerprints; hidden, because it is not for readers.
MANIFEST = ".geschrieben.json"


def replace_files(folder: Path, files: Mapping[str, bytes], *, only: Collection[str] | None = None) -> list[str]:
    """Write these files into a folder, and take away what an earlier call wrote there and this one does not.

    Return the names of old files that somebody has changed since; they stay. With `only`, old files of other names
    stay as well. What is not on the folder's own list is never touched, unless a file to write has the same name.
    Raises OSError where something cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before, now = _manifest(folder), {name: _fingerprint(content) for name, content in files.items()}
    # The list first: of a run that ends halfway the next one must know what to take away.
    _save_manifest(folder, before | now)
    for name, content in files.items():
        replace_file(folder / name, content)
    asked = before.keys() if only is None else before.keys() & only
    changed = []
    for name in sorted(asked - now.keys()):
        file = folder / name
        if file.is_file() and _fingerprint(file.read_bytes()) != before[name]:
            changed.append(name)
        else:
            file.unlink(missing_ok=True)
    _save_manifest(folder, {name: before[name] for name in before.keys() - asked} | now)
    return changed


def _fingerprint(content: bytes) -> str:
    return sha256(content).hexdigest()


def _manifest(folder: Path) -> dict[str, str]:
    """Return the fingerprints of what was written before, by name; a name that leads elsewhere is not believed."""
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {str(name): str(mark) for name, mark in content.items() if Path(name).name == name}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _save_manifest(folder: Path, names: Mapping[str, str]) -> None:
    text = json.dumps(names, ensure_ascii=False, indent=1, sort_keys=True)
    replace_file(folder / MANIFEST, f"{text}\n".encode())
