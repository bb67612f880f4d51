"""A walk through the built site with a screen reader: real keys go in, and what Orca says is compared with the pages.

Expected words are read from the built pages, so that other entries or another city need no change here.
`run` makes the private surroundings and starts this once for each width of the window.
"""

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
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

LIMIT = 120  # seconds for one walk
QUIET = 0.4  # seconds without a word: Orca has said all it wanted to say about a key
MENU_BREAKS = {"narrow": 800, "wide": 1280}  # window widths below and above 60em, where the menu changes
# Orca's own words, which say-all speaks apart from the words they belong to.
ROLE = re.compile(r"(visited )?link|heading level \d|button|push button|toggle button|(not )?selected radio button")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class LostError(Exception):
    """The walk cannot go on."""


class Node:
    """One element of a page."""

    def __init__(self, tag: str, attributes: dict[str, str | None], inside: tuple["Node", ...]) -> None:
        self.tag, self.attributes, self.inside = tag, attributes, inside
        self.raw = ""

    @property
    def text(self) -> str:
        return plain(self.raw)

    def within(self, test: Callable[["Node"], bool]) -> bool:
        return any(test(node) for node in (*self.inside, self))


class Page(HTMLParser):
    """What a built page holds, as far as a listener should hear it."""

    def __init__(self, site: Path, address: str) -> None:
        super().__init__()
        self.nodes: list[Node] = []
        self.open: list[Node] = []
        self.address = address
        self.feed((site / address / "index.html").read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs), tuple(self.open))
        self.nodes.append(node)
        if tag not in VOID:
            self.open.append(node)
        else:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        while any(node.tag == tag for node in self.open) and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for node in self.open:
            node.raw += data

    def all(self, *tags: str) -> list[Node]:
        """Elements that are shown at once; those with dates come and go with the day of the walk."""
        gone = lambda node: "hidden" in node.attributes or "data-week" in node.attributes  # noqa: E731
        return [node for node in self.nodes if node.tag in tags and not node.within(gone)]

    @property
    def title(self) -> str:
        return self.all("title")[0].text

    def name(self, node: Node) -> str:
        """The name of a landmark, or nothing."""
        pointed = node.attributes.get("aria-labelledby")
        by = [other.text for other in self.nodes if pointed and other.attributes.get("id") == pointed]
        return (node.attributes.get("aria-label") or " ".join(by)).strip()


def plain(text: str) -> str:
    return " ".join(text.replace("\xad", "").split())


class Walk:
    """Keys and what is spoken after them."""

    def __init__(self, debug: Path, log: Path, view: str) -> None:
        self.debug, self.log, self.view = debug, log, view
        self.read_to = 0
        self.end = time.monotonic() + LIMIT
        self.missing: list[str] = []
        self.note(f"== {view} window")

    def note(self, line: str) -> None:
        with self.log.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def news(self) -> list[str]:
        """Return the lines that Orca has written since the last call."""
        if time.monotonic() > self.end:
            raise LostError(f"The walk took longer than {LIMIT} seconds.")
        time.sleep(0.05)
        with self.debug.open("rb") as file:
            file.seek(self.read_to)
            complete = file.read().rpartition(b"\n")[0]
        self.read_to += len(complete) + bool(complete)
        return complete.decode("utf-8", "replace").splitlines()

    def listen(self, key: str, first: float = 1.5, until: str = "") -> str:
        """Return what is spoken until it is quiet; wait longer for `until`."""
        spoken: list[str] = []
        seen = False
        last = time.monotonic()
        while time.monotonic() - last < (QUIET if spoken and until in " ".join(spoken) else first):
            for line in self.news():
                seen = seen or "PROCESS ATSPI_KEY_PRESSED_EVENT" in line
                found = re.search(r"SPEECH OUTPUT: '(.*)'", line)
                if found and plain(found[1]):
                    last = time.monotonic()
                    if spoken and ROLE.fullmatch(found[1]):
                        spoken[-1] += " " + found[1]
                    else:
                        spoken.append(plain(found[1]))
        self.note("\n".join(f"[{key}] {text}" for text in spoken or ["(silence)"]))
        return " | ".join(spoken) if spoken or seen else "(swallowed)"

    def press(self, key: str, until: str = "", first: float = 1.5) -> str:
        """Press a key as a person would; a second time if the first did not reach Orca."""
        heard = ""
        for _ in range(2):
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
            heard = self.listen(key, first, until)
            if heard != "(swallowed)":
                break
        return heard

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
            self.missing.append(f"{self.view}: {why}")
            self.note(f"!! {why}")

    def open(self, key: str, page: Page) -> None:
        """Press the key that leads to a page, and hear where one is."""
        self.expect_page(page, self.press(key, until="Finished loading", first=8))

    def expect_page(self, page: Page, heard: str) -> None:
        self.expect(re.escape(page.title), heard, f"Opening /{page.address} does not speak its title “{page.title}”.")


def check_headings(walk: Walk, page: Page) -> None:
    heard = " | ".join(walk.tour("h"))
    for node in page.all("h1", "h2", "h3", "h4"):
        wanted = rf"{re.escape(node.text)}( link)?,? (link )?heading level {node.tag[1]}"
        walk.expect(wanted, heard, f"/{page.address}: the heading “{node.text}” is not read with its level.")


def check_landmarks(walk: Walk, page: Page) -> None:
    heard = " | ".join(walk.tour("m"))
    walk.expect("banner", heard, f"/{page.address}: the header is not announced as “banner”.")
    walk.expect("main content", heard, f"/{page.address}: the content is not announced as “main”.")
    walk.expect("information", heard, f"/{page.address}: the footer is not announced as “content information”.")
    for node in page.all("nav", "aside"):
        folded = walk.view == "narrow" and node.within(lambda outer: outer.tag == "details")
        if not folded:
            name = page.name(node)
            walk.expect(re.escape(name), heard, f"/{page.address}: the landmark “{name}” is not named.")


def check_place(walk: Walk, page: Page) -> None:
    """Orca does not speak aria-current: the last step of “Sie sind hier” must say it in words."""
    crumbs = next((node for node in page.all("nav") if node.attributes.get("class") == "crumbs"), None)
    if crumbs is None:
        walk.expect("crumbs", "", f"/{page.address} has no “Sie sind hier”.")
        return
    here = next(node for node in page.nodes if crumbs in node.inside and "aria-current" in node.attributes)
    walk.press("ctrl+Home")
    walk.seek("m", re.escape(page.name(crumbs)))
    heard = [walk.press("Down") for _ in crumbs.text.split("\n")]
    walk.expect(re.escape(here.text), " ".join(heard), f"/{page.address}: the path does not say the current page.")


def open_menu(walk: Walk, page: Page) -> None:
    """The menu says what it is and whether it is open; Escape closes it and comes back to its button."""
    walk.press("ctrl+Home")
    walk.expect("Menü.*collapsed", walk.seek("Tab", "Menü", 8), "The closed menu does not say “collapsed”.")
    walk.expect("expanded", walk.press("Return"), "The opened menu does not say “expanded”.")
    walk.press("Tab")
    walk.expect("Menü.*collapsed", walk.press("Escape"), "Escape does not lead back to the closed menu.")
    walk.expect("expanded", walk.press("Return"), "The menu does not open a second time.")
    menu = next(node for node in page.all("nav") if page.name(node) == "Haupt-Menü")
    links = [node for node in page.nodes if node.tag == "a" and menu in node.inside]
    heard = " | ".join(walk.press("Tab") for _ in links)
    for link in links:
        walk.expect(rf"{re.escape(link.text)} (visited )?link", heard, f"The menu does not say “{link.text}, link”.")


def search(walk: Walk, site: Path) -> None:
    """Search by ear. There is no search page yet; when there is: type a word, hear the number of hits, open one."""
    if not (site / "suche").exists():
        walk.note("-- no search page yet")
        return
    raise LostError("There is a search page now: describe in search() how a listener uses it.")


def follow(walk: Walk, page: Page, address: str) -> str:
    """Return the address inside the site of a link on a page."""
    return os.path.normpath(os.path.join("/", page.address, address)).strip("/") + "/"  # noqa: PTH118


def go(walk: Walk, site: Path, view: str) -> None:
    start = Page(site, "")
    week = Page(site, "diese-woche/")
    walk.expect_page(start, walk.listen("start", first=20, until="Finished loading"))
    heard = walk.seek("Tab", "link", 3)
    walk.expect("Zum Inhalt link", heard, "The first stop is not the link “Zum Inhalt”.")
    check_landmarks(walk, start)
    check_headings(walk, start)
    if view == "wide":
        # The menu is open here, although its <details> is closed.
        walk.press("ctrl+Home")
        walk.seek("Tab", re.escape("Diese Woche"), 10)
        walk.open("Return", week)
        check_landmarks(walk, week)
        return

    tile = next(node for node in start.all("a") if node.within(lambda outer: "tiles" in outer.attributes.get("class", "")))
    area = Page(site, follow(walk, start, tile.attributes["href"] or ""))
    walk.press("ctrl+Home")
    walk.seek("k", rf"{re.escape(tile.text)} (visited )?link")
    walk.open("Return", area)
    check_place(walk, area)

    walk.seek("3", "link heading level 3|heading level 3 link", 3)
    cards = [node for node in area.all("a") if node.within(lambda outer: outer.tag == "h3")]
    entry = Page(site, follow(walk, area, cards[0].attributes["href"] or ""))
    walk.open("Return", entry)
    check_landmarks(walk, entry)
    check_headings(walk, entry)
    walk.press("ctrl+Home")
    walk.press("KP_Add", first=4)  # say all
    open_menu(walk, entry)
    search(walk, site)
    walk.press("ctrl+Home")
    walk.seek("k", "Diese Woche (visited )?link")
    walk.open("Return", week)
    check_place(walk, week)
    walk.press("ctrl+Home")
    walk.seek("2", "Uhr|heading level 2", 2)
    walk.press("KP_Add", first=4)


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


def main(view: str, site: Path, log: Path, browser: str) -> int:
    home = Path(os.environ["HOME"])
    debug = home / "orca.log"
    debug.touch()
    # Orca reads a whole page as soon as it has loaded and names every key: both would hide what a key leads to.
    settings = {"profile": ["Default", "default"], "enableKeyEcho": False, "sayAllOnLoad": False}
    orca = home / "data/orca"
    orca.mkdir(parents=True)
    complete = {"general": settings, "profiles": {"default": settings}, "pronunciations": {}, "keybindings": {}}
    (orca / "user-settings.conf").write_text(json.dumps(complete))
    profile = home / "chromium/Default"
    profile.mkdir(parents=True)
    # A question whether to translate the page would be spoken in the middle of it.
    (profile / "Preferences").write_text(json.dumps({"translate": {"enabled": False}}))
    walk = Walk(debug, log, view)
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: sys.stdout.write("".join(f"{sentence}\n" for sentence in walk.missing)))
        server = stack.enter_context(
            http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        stack.callback(server.shutdown)
        for what in ("IsEnabled", "ScreenReaderEnabled"):
            # This also starts the accessibility bus.
            subprocess.run(
                ["dbus-send", "--session", "--dest=org.a11y.Bus", "--print-reply", "/org/a11y/bus",
                 "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", f"string:{what}",
                 "variant:boolean:true"], check=True, stdout=subprocess.DEVNULL,
            )  # fmt: skip
        stack.enter_context(running("orca", f"--debug-file={debug}", "--disable", "braille,braille-monitor"))
        try:
            if "on" not in walk.listen("Orca", first=15, until="Screen reader on"):
                raise LostError("Orca did not start.")
            root = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's sandbox does not start for root
            stack.enter_context(
                running(
                    browser, *root, "--force-renderer-accessibility=complete", f"--user-data-dir={profile.parent}",
                    "--no-first-run", "--no-default-browser-check", "--disable-breakpad", "--window-position=0,0",
                    f"--window-size={MENU_BREAKS[view]},900", f"--app=http://127.0.0.1:{server.server_port}/",
                )
            )  # fmt: skip
            go(walk, site, view)
        except LostError as lost:
            walk.missing.append(f"{view}: {lost}")
            walk.note(f"!! {lost}")
    return int(bool(walk.missing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve(), sys.argv[4]))
