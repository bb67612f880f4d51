"""What was set before and has not changed is not set again."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path("build") / "hefte"
# Files that no build has asked for in so many seconds are thrown away.
KEPT = 14 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Cache:
    """Finished files by a fingerprint of everything that they depend on; without a folder nothing is kept."""

    folder: Path | None = None

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return what was made under this key, or make it now."""
        if self.folder is None:
            return make()
        file = self.folder / key
        try:
            content = file.read_bytes()
            os.utime(file)
        except OSError:
            content = make()
            self._keep(file, content)
        return content

    def _keep(self, file: Path, content: bytes) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        # Whole or not at all: two builds may run side by side.
        draft = file.with_name(f"{file.name}.{os.getpid()}")
        draft.write_bytes(content)
        draft.replace(file)

    def tidy(self) -> None:
        """Throw away what no build has asked for in a long time."""
        if self.folder is None or not self.folder.is_dir():
            return
        oldest = time.time() - KEPT
        for file in self.folder.iterdir():
            if file.stat().st_mtime < oldest:
                file.unlink(missing_ok=True)
