"""What was set before and has not changed is not set again."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from directory.output.atomic import replace_file

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
        # Two builds may run side by side. Where nothing can be kept, the next one sets it again.
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(file, content)

    def tidy(self) -> None:
        """Throw away what no build has asked for in a long time."""
        if self.folder is None or not self.folder.is_dir():
            return
        oldest = time.time() - KEPT
        for file in self.folder.iterdir():
            if file.stat().st_mtime < oldest:
                file.unlink(missing_ok=True)
