"""Addresses of a published site that lies in a subfolder of its host: sitemap, canonical links, wrong addresses."""

import http.server
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from conftest import CITY, entry_with
from playwright.sync_api import Browser
from small_project import build, make_project
from test_cli import AUDIT, COMPLETE, PEOPLE

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "https://treff.example/verzeichnis/"
MOVED = entry_with("fruehere_namen_der_datei: frueher")
# What is no content: the form for changes, the reader's own list, and what only leads on.
UNLISTED = ("aendern/", "meine-liste/", "angebote/frueher/")


class Links(HTMLParser):
    """The addresses in a page, and what it says to search engines."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.links: list[str] = []
        self.canonical: list[str] = []
        self.robots: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {key: value or "" for key, value in attrs}
        if tag == "link" and own["rel"] == "canonical":
            self.canonical.append(own["href"])
        elif tag in {"link", "script"}:
            self.loaded.append(own.get("href") or own.get("src", ""))
        elif tag == "a" and not own["href"].startswith(("tel:", "mailto:", "#", "http")):
            self.links.append(own["href"])
        elif tag == "meta" and own.get("name") == "robots":
            self.robots.append(own["content"])


def served(folder: Path, below: str) -> Iterator[str]:
    """Serve a folder below an address, as a host does: wrong addresses there get its page 404.html."""

    class Host(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def translate_path(self, path: str) -> str:
            if not path.startswith(below):
                return str(folder / "nothing-else-is-here")
            return super().translate_path(path.removeprefix(below.rstrip("/")))

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            page = (folder / "404.html").read_bytes() if self.path.startswith(below) else b"host"
            self.send_response(code, message or explain)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page)

    def handler(*arguments: object) -> Host:
        return Host(*arguments, directory=str(folder))  # type: ignore[arg-type]

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{below}"
        server.shutdown()


def made(folder: Path, website: str, *options: str) -> Path:
    project = make_project(folder)
    settings = project / "entries" / "_stadt.yaml"
    complete = COMPLETE.replace("webseite: https://treff.example\n", website)
    settings.write_text((CITY / "_stadt.yaml").read_text() + complete)
    (project / "entries" / "_barrierefreiheit.yaml").write_text(AUDIT + (PEOPLE if options else ""))
    (project / "entries" / "mitte" / "gruppe.yaml").write_text(MOVED)
    done = build(project, *options)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("published"), f"webseite: {SITE.rstrip('/')}\n", "--publish")


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("trial"), f"webseite: {SITE}\n")


@pytest.fixture(scope="module")
def nameless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("nameless"), "")


@pytest.fixture
def host(published: Path) -> Iterator[str]:
    yield from served(published, "/verzeichnis/")


@pytest.fixture
def trial_host(trial: Path) -> Iterator[str]:
    yield from served(trial, "/verzeichnis/")


@pytest.fixture
def nameless_host(nameless: Path) -> Iterator[str]:
    yield from served(nameless, "/")


def pages(site: Path) -> dict[str, Links]:
    """Return every page of a site by its address below the site's root."""
    found = (file for file in site.rglob("index.html"))
    return {
        f"{file.parent.relative_to(site).as_posix()}/".removeprefix("./"): Links(file.read_text()) for file in found
    }


def sitemap(site: Path) -> list[str]:
    root = ET.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314 - our own file
    assert not (site / "sitemap.xml.gz").exists(), "it has the day of the build in it"
    assert root.tag == f"{NAMESPACE}urlset"
    return [str(item.text) for item in root.iterfind(f"{NAMESPACE}url/{NAMESPACE}loc")]


def test_the_sitemap_has_every_page_that_may_be_listed_and_no_other(published: Path) -> None:
    listed = sitemap(published)
    found = pages(published)
    assert len(listed) == len(set(listed))
    assert set(listed) == {SITE + address for address, page in found.items() if not page.robots}
    unlisted = {address for address, page in found.items() if page.robots}
    assert unlisted == {address for address in found if address.endswith(UNLISTED)}
    assert len(unlisted) == 3, "the form for changes, the list, the former name"
    assert {"", "angebote/gruppe/", "mitmachen/", "mitte/"} <= {address.removeprefix(SITE) for address in listed}


def test_each_listed_page_says_its_one_address(published: Path) -> None:
    for address, page in pages(published).items():
        assert page.canonical == ([] if page.robots else [SITE + address])


def test_a_trial_is_in_no_search_engine(trial: Path, nameless: Path) -> None:
    for site in (trial, nameless):
        assert sitemap(site) == []
        for page in pages(site).values():
            assert (page.robots, page.canonical) == (["noindex"], [])


WRONG = ["gibt-es-nicht", "gibt-es-nicht/", "angebote/gibt-es-nicht/", "a/b/c/d/e.html", "angebote/gruppe/x/?y=z"]


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("place", ["host", "trial_host", "nameless_host"])
def test_a_wrong_address_of_any_depth_leads_home(place: str, wrong: str, request: pytest.FixtureRequest) -> None:
    root: str = request.getfixturevalue(place)
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(root + wrong)  # noqa: S310 - our own server
    with caught.value as answer:
        assert answer.code == 404
        page = Links(answer.read().decode())
    assert page.robots == ["noindex"]
    assert urljoin(root + wrong, page.links[0]) == root
    here = {urljoin(root + wrong, link) for link in (*page.loaded, *page.links)}
    assert len(page.loaded) > 5
    for address in here:
        assert urlsplit(address).path.startswith(urlsplit(root).path)
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
            assert answer.status == 200


def test_a_browser_shows_the_page_of_wrong_addresses_with_its_styles(host: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        failed: list[str] = []
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        page.goto(f"{host}angebote/gibt/es/nicht/")
        assert failed == [page.url]
        assert page.evaluate("document.styleSheets.length") >= 2
        page.get_by_role("link", name="Zur Startseite").click()
        assert page.url == host


def test_every_page_says_that_nobody_of_those_it_is_for_has_tried_it_until_somebody_has(
    trial: Path, published: Path
) -> None:
    for folder, said in ((trial, 1), (published, 0)):
        for page in folder.rglob("*.html"):
            text = page.read_text(encoding="utf-8").partition('<footer class="bottom"')[2]
            assert text.count("Noch hat kein Mensch mit Behinderung diese Seiten geprüft.") == said, page
