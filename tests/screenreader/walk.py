"""A walk through the built site with a screen reader: real keys go in, and what Orca says is compared with the pages.

Expected words are read from the built pages, so that other entries or another city need no change here.
`run` makes the private surroundings and starts this once for each width of the window.
"""

import os
import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

from listening import Listener, LostError, listening, plain

# What say-all says of the parts of a page; of a header it says nothing.
PARTS = {"nav": "leaving navigation", "main": "main content", "aside": "complementary content", "footer": "information"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Node:
    """One element of a page."""

    def __init__(self, tag: str, attributes: dict[str, str | None], inside: tuple["Node", ...]) -> None:
        self.tag, self.attributes, self.inside = tag, attributes, inside
        self.raw = ""

    @property
    def text(self) -> str:
        return plain(self.raw)

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()

    def within(self, test: Callable[["Node"], bool]) -> bool:
        return any(test(node) for node in (*self.inside, self))


def folded(node: Node) -> bool:
    """Whether it stands in something that must be opened first; its summary is there at once."""
    around = [*node.inside, node]
    closed = (at for at, outer in enumerate(around[:-1]) if outer.tag == "details" and "open" not in outer.attributes)
    return any(around[at + 1].tag != "summary" for at in closed)


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
        return [node for node in self.nodes if node.tag in tags and not node.within(gone) and not folded(node)]

    @property
    def targets(self) -> list[str]:
        """Where the links of the article lead."""
        return [node.attributes.get("href") or "" for node in self.all("a") if node.within(is_article)]

    @property
    def title(self) -> str:
        return self.all("title")[0].text

    def name(self, node: Node) -> str:
        """The name that ARIA gives, or nothing."""
        texts = {other.attributes.get("id"): other.text for other in self.nodes}
        by = [texts.get(pointed, "") for pointed in (node.attributes.get("aria-labelledby") or "").split()]
        return plain(node.attributes.get("aria-label") or " ".join(by))


def arrive(walk: Listener, page: Page, heard: str) -> None:
    walk.expect(re.escape(page.title), heard, f"Opening /{page.address} does not speak its title “{page.title}”.")


def enter(walk: Listener, page: Page) -> None:
    """Follow the link that Orca has just spoken."""
    arrive(walk, page, walk.press("Return", first=8, until="Finished loading"))


def check_headings(walk: Listener, page: Page) -> None:
    heard = " | ".join(walk.tour("h"))
    for node in page.all("h1", "h2", "h3", "h4"):
        wanted = rf"{re.escape(node.text)}( link)?,? (link )?heading level {node.tag[1]}"
        walk.expect(wanted, heard, f"/{page.address}: the heading “{node.text}” is not read with its level.")


def check_landmarks(walk: Listener, page: Page) -> None:
    heard = " | ".join(walk.tour("m"))
    for node in page.all("nav", "aside"):
        if walk.view == "wide" or "short-menu" not in node.classes:
            name = page.name(node)
            walk.expect(re.escape(name), heard, f"/{page.address}: the landmark “{name}” is not named.")


def check_place(walk: Listener, page: Page) -> None:
    """Orca does not speak aria-current: the last step of “Sie sind hier” must say it in words."""
    crumbs = next((node for node in page.all("nav") if "crumbs" in node.classes), None)
    if crumbs is None:
        walk.expect("crumbs", "", f"/{page.address} has no “Sie sind hier”.")
        return
    here = next(node for node in page.nodes if crumbs in node.inside and "aria-current" in node.attributes)
    walk.press("ctrl+Home")
    heard = walk.seek("m", re.escape(page.name(crumbs)))
    heard += walk.press("Down")  # the path may need a second line
    walk.expect(re.escape(here.text), heard, f"/{page.address}: the path does not say the current page.")


def main_menu(page: Page) -> Node:
    return next(node for node in page.nodes if node.tag == "nav" and page.name(node) == "Haupt-Menü")


def open_menu(walk: Listener, page: Page) -> None:
    """The menu says what it is and whether it is open; Escape closes it and comes back to its button."""
    walk.press("ctrl+Home")
    walk.expect("Menü.*collapsed", walk.seek("Tab", "Menü", 8), "The closed menu does not say “collapsed”.")
    walk.expect("expanded", walk.press("Return"), "The opened menu does not say “expanded”.")
    walk.press("Tab")
    walk.expect("collapsed", walk.press("Escape"), "Escape does not close the menu, or says nothing.")
    # Orca does not repeat the name; Return opens the menu only if Escape has led back to it.
    walk.expect("expanded", walk.press("Return"), "Escape does not lead back to the closed menu.")
    menu = main_menu(page)
    links = [node for node in page.nodes if node.tag == "a" and menu in node.inside]
    heard = " | ".join(walk.press("Tab") for _ in links)
    for link in links:
        walk.expect(rf"{re.escape(link.text)} (visited )?link", heard, f"The menu does not say “{link.text}, link”.")
    walk.press("Escape")
    walk.press("shift+Tab")  # away from the button, on which keys are for the button


def change_view(walk: Listener) -> None:
    """The settings say which group a choice belongs to and what is chosen; they are in the menu."""
    walk.press("ctrl+Home")
    walk.seek("Tab", "Menü", 10)
    walk.press("Return")
    walk.expect("Ansicht.*collapsed", walk.seek("Tab", "Ansicht", 20), "The closed settings do not say “collapsed”.")
    walk.expect("expanded", walk.press("Return"), "The opened settings do not say “expanded”.")
    heard = walk.press("Tab")
    walk.expect("Schrift", heard, "The first group of settings does not say its name “Schrift”.")
    walk.expect("Normal.* selected", heard, "The chosen size of letters is not announced as selected.")
    walk.press("Down")  # to read; space chooses
    walk.expect("(?<!not )selected", walk.press("space"), "Another size of letters is not announced as selected.")
    heard = " | ".join(walk.press("Tab") for _ in range(3))
    walk.expect("Alles zurücksetzen", heard, "The button “Alles zurücksetzen” is not announced.")
    walk.expect("wieder normal", walk.press("Return"), "“Alles zurücksetzen” does not say what it has done.")
    walk.expect("collapsed", walk.press("Escape"), "Escape does not close the settings, or says nothing.")


def skip(walk: Listener, page: Page) -> None:
    """The link “Zum Inhalt” really leads past the header."""
    walk.press("ctrl+Home")
    heard = walk.press("Return")
    walk.expect(re.escape(page.all("h1")[0].text), heard, "“Zum Inhalt” does not lead to the heading of the page.")


def is_article(node: Node) -> bool:
    return node.tag == "article"


def read_all(walk: Listener, page: Page) -> None:
    """Orca's say-all tells the parts of the page from one another."""
    walk.press("ctrl+Home")
    heard = walk.press("KP_Add", first=4, quiet=1.5)
    for part in {PARTS[node.tag] for node in page.all(*PARTS)}:
        walk.expect(part, heard, f"/{page.address}: say-all does not speak “{part}”.")
    for node in page.all("a", "button"):
        name = page.name(node) or node.text
        if name and "needs-voice" not in node.classes and node.within(is_article):
            wanted = rf"{re.escape(name)}[^|]* (link|button)"  # a script may add whom a button is for
            walk.expect(wanted, heard, f"/{page.address}: “{name}” is not read as a link or button.")


def for_despair(node: Node) -> bool:
    """Whether this is a line for despair above all: help-region.js puts the first of these first."""
    return "verzweiflung" in (node.attributes.get("data-dangers") or "").split()[:3]


def cry_for_help(walk: Listener, site: Path) -> None:
    """Type words of despair on the start page: after Enter the first number is spoken, and Tab leads to it."""
    page = Page(site, "suche/")
    numbers = [node for node in page.nodes if node.tag == "strong" and node.within(for_despair)]
    first = re.escape(numbers[0].text)
    walk.seek("Tab", "1 Wort reicht", 14)
    walk.write("ich will nicht mehr leben")
    heard = walk.press("Return", first=8, until=numbers[0].text)
    walk.expect("Hier bekommen Sie Hilfe", heard, "A cry for help does not lead to the numbers.")
    walk.expect(first, heard, "After Enter on a cry for help the first number is not spoken.")
    walk.expect(f"{first}.* link", walk.press("Tab"), "Tab does not lead from a cry for help to the first number.")


def search(walk: Listener) -> None:
    """Type a word, hear how many entries there are, and come to the first one."""
    walk.seek("Tab", "Was suchen Sie", 14)  # as the focus comes, Orca lets letters through to the field
    walk.write("sport")
    heard = walk.press("Return", first=6, until="Angebote für")
    walk.expect("Angebote für .sport.", heard, "Searching does not say how many entries there are.")
    walk.expect("heading level 3", walk.press("3"), "No result is a heading.")


def hear_the_week(walk: Listener) -> None:
    """Whoever goes from date to date hears the day, the time and the name of each, and no two alike."""
    walk.press("ctrl+Home")
    heard = []
    for _ in range(4):
        heard.append(walk.press("3"))
        if "Wrapping" in heard[-1] or "No more" in heard[-1]:
            heard.pop()
            break
    for words in heard:
        walk.expect(r"(tag|woch), (ab )?\d+(:\d+)? Uhr|Uhrzeit nicht bekannt", words, f"A date has no time: “{words}”.")
    if len(set(heard)) < len(heard):
        walk.miss("Two dates of the week sound alike.")


def find_my_area(walk: Listener, page: Page) -> None:
    """After Enter the area is spoken, and the next stop leads there."""
    line = next(node for node in page.nodes if node.tag == "li" and node.within(lambda one: "places" in one.classes))
    street, _, area = line.text.partition(": ")
    walk.seek("Tab", "Ihre Straße oder Ihr Ortsteil", 14)
    walk.write(street)
    heard = walk.press("Return", first=4, until="gehört zu")
    wanted = rf"{re.escape(street)} gehört zu {re.escape(area.split(' ')[0])}"
    walk.expect(wanted, heard, f"“{street}” does not say its area.")
    walk.expect(rf"{re.escape(area.split(' ')[0])}.* link", walk.press("Tab"), "Tab does not lead on to the area.")


def fill_in_wrongly(walk: Listener) -> None:
    """The empty form says how many errors there are, and leads to the first: what is wrong, and what to write."""
    walk.seek("b", "Prüfen", 25)
    heard = walk.press("Return", first=4, until="Fehler")
    walk.expect(r"Es gibt \d+ Fehler", heard, "The form does not say how many errors there are.")
    walk.expect("link", walk.press("Tab"), "Tab does not lead from the errors to the first one.")
    heard = walk.press("Return", first=3, until="Fehler:")
    walk.expect("invalid", heard, "The field with an error does not say that it is wrong.")
    walk.expect("Fehler:", heard, "The field with an error does not say what is wrong.")


def through_the_menu(walk: Listener, site: Path, address: str) -> Page:
    """Open the menu and follow one of its links."""
    page = Page(site, address)
    walk.press("ctrl+Home")
    walk.seek("Tab", "Menü", 8)
    walk.press("Return")
    menu = main_menu(page)
    links = (node for node in page.nodes if node.tag == "a" and menu in node.inside)
    link = next(node for node in links if follow(page, node.attributes.get("href") or "") == address)
    walk.seek("Tab", rf"{re.escape(link.text)} (visited )?link", 20)
    enter(walk, page)
    return page


def follow(page: Page, address: str) -> str:
    """Return the address inside the site of a link on a page."""
    return os.path.normpath(os.path.join("/", page.address, address)).strip("/") + "/"  # noqa: PTH118


def choose(site: Path, start: Page) -> tuple[Node, Page, Node, Page]:
    """Return the way to an entry with a phone number: its buttons are worth listening to."""
    for tile in start.all("a"):
        if tile.within(lambda outer: "areas" in outer.classes):
            area = Page(site, follow(start, tile.attributes["href"] or ""))
            for card in area.all("a"):
                if card.within(lambda outer: outer.tag == "h3"):
                    entry = Page(site, follow(area, card.attributes["href"] or ""))
                    if any(target.startswith("tel:") for target in entry.targets):
                        return tile, area, card, entry
    raise LostError("No entry has a phone number.")


def to_an_entry(walk: Listener, site: Path, start: Page) -> tuple[Page, Page]:
    """Go from the start page to an area and on to an entry."""
    tile, area, card, entry = choose(site, start)
    walk.press("ctrl+Home")
    walk.seek("k", rf"{re.escape(tile.text)} (visited )?link")
    enter(walk, area)
    if walk.view == "narrow":
        check_place(walk, area)
    walk.seek("3", rf"{re.escape(card.text)} (link )?heading level 3")
    enter(walk, entry)
    return area, entry


def journey(walk: Listener, site: Path, start: Page) -> None:
    """All that a person does on one day: what is heard must make sense when it is read alone."""
    _, entry = to_an_entry(walk, site, start)
    read_all(walk, entry)
    through_the_menu(walk, site, "suche/")
    search(walk)
    through_the_menu(walk, site, "diese-woche/")
    hear_the_week(walk)
    find_my_area(walk, through_the_menu(walk, site, "mein-sozialraum/"))
    through_the_menu(walk, site, "mitmachen/")
    form = Page(site, "mitmachen/neu/")
    link = next(
        node for node in Page(site, "mitmachen/").all("a") if (node.attributes.get("href") or "").endswith("neu/")
    )
    walk.seek("k", rf"{re.escape(link.text)} (visited )?link")
    enter(walk, form)
    fill_in_wrongly(walk)


def go(walk: Listener, site: Path, view: str) -> None:
    start = Page(site, "")
    week = Page(site, "diese-woche/")
    arrive(walk, start, walk.listen("start", first=20, until="Finished loading"))
    if view == "help":
        cry_for_help(walk, site)
        return
    if view == "journey":
        journey(walk, site, start)
        return
    heard = walk.seek("Tab", "link", 3)
    walk.expect("Zum Inhalt link", heard, "The first stop is not the link “Zum Inhalt”.")
    check_landmarks(walk, start)
    check_headings(walk, start)
    if view == "wide":
        skip(walk, start)
        change_view(walk)
        # The menu is open here, although its <details> is closed.
        walk.press("ctrl+Home")
        walk.seek("Tab", "Diese Woche", 10)
        enter(walk, week)
        check_landmarks(walk, week)
        return
    _, entry = to_an_entry(walk, site, start)
    check_headings(walk, entry)
    open_menu(walk, entry)
    through_the_menu(walk, site, "diese-woche/")
    check_place(walk, week)
    read_all(walk, week)


def main(view: str, site: Path, log: Path, browser: str) -> int:
    try:
        with listening(view, site, log, browser) as walk:
            go(walk, site, view)
            return int(walk.missing)
    except LostError as lost:
        with log.open("a", encoding="utf-8") as file:
            file.write(f"!! {view}: {lost}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve(), sys.argv[4]))
