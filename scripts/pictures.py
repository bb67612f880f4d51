"""Take the two pictures of the README anew, from a site that is built.

    python scripts/pictures.py [site]

The pictures are as wide as a small phone. Needs the packages for tests: Playwright takes the pictures, Pillow makes the
files small.
"""

import functools
import http.server
import io
import shutil
import sys
import threading
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).resolve().parents[1] / ".github" / "pictures"
PICTURES = {"start": "", "entry": "angebote/trauercafe-hospiz-jena/"}
WIDTH, HEIGHT = 360, 1080
# So many colours are enough for flat areas and letters; more make the file larger, not better.
COLOURS = 64


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> None:
    """Write both pictures and print how large they are."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=1.5)
        for name, address in PICTURES.items():
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
            file = FOLDER / f"{name}.png"
            picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
            picture.save(file, optimize=True)
            print(f"{file.name}: {file.stat().st_size / 1000:.0f} kB")
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    main()
