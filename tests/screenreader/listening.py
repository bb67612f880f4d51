"""Orca and Chromium on the screen that `run` has made: keys go in, spoken words come out."""

import contextlib
import functools
import http.server
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

LIMIT = 120  # seconds for one walk
QUIET = 0.4  # seconds without a word: Orca has said all it wanted to say about a key
# Of the window: below and above the width that has no room for the short menu, and once more for a cry for help.
WIDTHS = {"help": 600, "narrow": 600, "wide": 1280, "journey": 600}
# Orca's own words, which say-all speaks apart from the words they belong to.
ROLE = re.compile(r"(visited )?link|heading level \d|button|push button|toggle button|(not )?selected radio button")

SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)'( voice=\w+)?(\{[^\n]*\})?\n", re.DOTALL)  # in Orca's log
PRESSED = "PROCESS ATSPI_KEY_PRESSED_EVENT"


class LostError(Exception):
    """The walk cannot go on."""


def plain(text: str) -> str:
    return " ".join(text.replace("\xad", "").split())


class Listener:
    """Presses keys and notes what is spoken after them."""

    def __init__(self, debug: Path, log: Path, view: str) -> None:
        self.debug, self.log, self.view = debug, log, view
        self.read_to = 0
        self.end = time.monotonic() + LIMIT
        self.missing = False
        self.note(f"== {view} window")

    def note(self, line: str) -> None:
        with self.log.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def news(self) -> tuple[list[str], bool]:
        """Return what was spoken since the last call, and whether a key has come to Orca."""
        if time.monotonic() > self.end:
            raise LostError(f"The walk took longer than {LIMIT} seconds.")
        time.sleep(0.05)
        with self.debug.open("rb") as file:
            file.seek(self.read_to)
            new = file.read()
        # What is spoken may have several lines: leave an unfinished one for the next call.
        begun = new.rfind(b"SPEECH OUTPUT: '")
        finished = begun < 0 or SPOKEN.match(
            new.decode("utf-8", "replace"), len(new[:begun].decode("utf-8", "replace"))
        )
        new = new[: new.rfind(b"\n") + 1] if finished else new[:begun]
        self.read_to += len(new)
        text = new.decode("utf-8", "replace")
        return [plain(found[1]) for found in SPOKEN.finditer(text) if plain(found[1])], PRESSED in text

    def listen(self, key: str, first: float = 1.5, until: str = "", quiet: float = QUIET) -> str:
        """Return what is spoken until it is quiet; wait `first` seconds for the first word, and for `until`."""
        spoken: list[str] = []
        pressed = False
        last = time.monotonic()
        while time.monotonic() - last < (quiet if spoken and until in " ".join(spoken) else first):
            words, seen = self.news()
            pressed = pressed or seen
            for word in words:
                last = time.monotonic()
                if spoken and ROLE.fullmatch(word):
                    spoken[-1] += " " + word
                else:
                    spoken.append(word)
        self.note("\n".join(f"[{key}] {text}" for text in spoken or ["(silence)"]))
        return " | ".join(spoken) if spoken or pressed else "(swallowed)"

    def press(self, key: str, first: float = 1.5, until: str = "", quiet: float = QUIET) -> str:
        """Press a key as a person would; a second time if the first did not reach Orca."""
        heard = ""
        for _ in range(2):
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
            heard = self.listen(key, first, until, quiet)
            if heard != "(swallowed)":
                break
        return heard

    def write(self, text: str) -> None:
        """Type a word into a field; what Orca says of single letters is of no interest."""
        subprocess.run(["xdotool", "type", "--delay", "150", text], check=True)
        self.listen(f"write {text}", 2)

    def seek(self, key: str, wanted: str, at_most: int = 40) -> str:
        """Press a key again and again until `wanted` (a pattern) is spoken."""
        for _ in range(at_most):
            heard = self.press(key)
            if re.search(wanted, heard):
                return heard
        raise LostError(f"{at_most} times [{key}], and nothing like “{wanted}” was spoken.")

    def tour(self, key: str, at_most: int = 60) -> list[str]:
        """Go from the top through everything that a key leads to, and return what was spoken."""
        self.press("ctrl+Home")
        heard = []
        for _ in range(at_most):
            heard.append(self.press(key))
            if "Wrapping to top" in heard[-1] or "No more" in heard[-1]:
                break
        return heard

    def expect(self, wanted: str, heard: str, why: str) -> None:
        """Note as missing what is not in the spoken words."""
        if not re.search(wanted, heard):
            self.miss(why)

    def miss(self, why: str) -> None:
        self.missing = True
        self.note(f"!! {self.view}: {why}")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def running(*command: str) -> Iterator[None]:
    """Run a program as long as the block lasts."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=sys.stderr)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def settle(home: Path, debug: Path) -> Path:
    """Write the settings of Orca and Chromium, and return Chromium's folder."""
    orca = home / "data/orca"
    orca.mkdir(parents=True)
    # Orca reads a whole page as soon as it has loaded and names every key: both would hide what a key leads to.
    settings = {"profile": ["Default", "default"], "enableKeyEcho": False, "sayAllOnLoad": False}
    complete = {"general": settings, "profiles": {"default": settings}, "pronunciations": {}, "keybindings": {}}
    (orca / "user-settings.conf").write_text(json.dumps(complete))
    # Orca writes its log in large pieces; a walk has to hear each word at once.
    at_once = "import orca.debug\norca.debug.debugFile.reconfigure(line_buffering=True)\n"
    (orca / "orca-customizations.py").write_text(at_once)
    debug.touch()
    profile = home / "chromium/Default"
    profile.mkdir(parents=True)
    # The question whether to translate the page would be spoken in the middle of it.
    (profile / "Preferences").write_text(json.dumps({"translate": {"enabled": False}}))
    return profile.parent


@contextlib.contextmanager
def listening(view: str, site: Path, log: Path, browser: str) -> Iterator[Listener]:
    """Start Orca, and Chromium on the start page; end both afterwards."""
    home = Path(os.environ["HOME"])
    debug = home / "orca.log"
    profile = settle(home, debug)
    with contextlib.ExitStack() as stack:
        handler = functools.partial(Quiet, directory=str(site))
        server = stack.enter_context(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        stack.callback(server.shutdown)
        status = "org.freedesktop.DBus.Properties.Set string:org.a11y.Status"
        for what in ("IsEnabled", "ScreenReaderEnabled"):
            # This also starts the bus on which programs tell what is on the screen.
            bus = ["dbus-send", "--session", "--dest=org.a11y.Bus", "--print-reply", "/org/a11y/bus", *status.split()]
            subprocess.run([*bus, f"string:{what}", "variant:boolean:true"], check=True)
        listener = Listener(debug, log, view)
        stack.enter_context(running("orca", f"--debug-file={debug}", "--disable", "braille,braille-monitor"))
        if "on" not in listener.listen("Orca", first=15, until="Screen reader on"):
            raise LostError("Orca did not start.")
        root = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's sandbox does not start for root
        window = ["--window-position=0,0", f"--window-size={WIDTHS[view]},900"]
        calm = ["--no-first-run", "--no-default-browser-check", "--disable-breakpad", f"--user-data-dir={profile}"]
        page = [f"--app=http://127.0.0.1:{server.server_port}/", "--force-renderer-accessibility=complete"]
        stack.enter_context(running(browser, *root, *window, *calm, *page))
        yield listener
