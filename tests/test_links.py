"""The check of links: polite, patient, and honest about what it knows. It talks to a server of its own only."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import TODAY, MakeCity, entry_with, load_city

from directory.cli.main import cli
from directory.editors.links import check_url as check_url_module
from directory.editors.links import public
from directory.editors.links.addresses import addresses
from directory.editors.links.cache import CachedCheck, fresh, load_cache, save_cache, updated
from directory.editors.links.check_all import LONGEST_PAUSE, check_all
from directory.editors.links.check_url import AGENT, Outcome, UrlCheck, check_url, read_text
from directory.editors.links.findings import SENTENCES, notices

# What the server answers: a status, and where it leads.
ANSWERS = {
    "/gut": (200, ""),
    "/weg": (404, ""),
    "/ganz-weg": (410, ""),
    "/kaputt": (500, ""),
    "/verboten": (403, ""),
    "/zu-viel": (429, ""),
    "/umgezogen": (301, "/gut"),
    "/umgezogen-308": (308, "/zwei-mal"),
    "/zwei-mal": (301, "/gut"),
    "/heute-anderswo": (302, "/gut"),
    "/bald-weg": (302, "/weg"),
    "/kreis": (301, "/kreis"),
    "/datei": (301, "file:///etc/passwd"),
    "/ohne-ziel": (301, ""),
    "/mit%20blank/%C3%A4?q=%C3%BC&x=1": (200, ""),
    "/geheim/seite": (200, ""),
}
ROBOTS = b"User-agent: *\nDisallow: /geheim/\n"


@dataclass
class Server:
    base: str
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    at_once: int = 0
    most_at_once: int = 0


def reach_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take this computer for a public one: the tests have no other."""
    monkeypatch.setattr(public, "is_public", lambda address, _: address in {"127.0.0.1", "::1"})


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    reach_this_computer(monkeypatch)
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            with lock:
                state.asked.append((self.command, self.path))
                state.agents.add(self.headers["User-Agent"])
                state.at_once += 1
                state.most_at_once = max(state.most_at_once, state.at_once)
            body = ROBOTS if self.path == "/robots.txt" else b""
            status, target = (200, "") if body else ANSWERS.get(self.path, (404, ""))
            if self.path == "/langsam":
                time.sleep(0.5)
            if self.path == "/nur-get":
                status = 200 if self.command == "GET" else 405
            self.send_response(status)
            if target:
                self.send_header("Location", target)
            self.send_header("Content-Length", str(len(body)))
            with lock:  # before the answer is there: then the next question may come at once
                state.at_once -= 1
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        do_GET = do_HEAD  # noqa: N815 - the names that the library calls

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads = True
        state = Server(f"http://127.0.0.1:{http.server_port}")
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        yield state
        http.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "outcome", "new"),
    [
        ("/gut", Outcome.FINE, ""),
        ("/gut#abschnitt", Outcome.FINE, ""),
        ("/mit blank/ä?q=ü&x=1", Outcome.FINE, ""),
        ("/nur-get", Outcome.FINE, ""),
        ("/heute-anderswo", Outcome.FINE, ""),
        ("/umgezogen", Outcome.MOVED, "/gut"),
        ("/umgezogen-308", Outcome.MOVED, "/gut"),
        ("/weg", Outcome.GONE, ""),
        ("/ganz-weg", Outcome.GONE, ""),
        ("/bald-weg", Outcome.GONE, ""),
        ("/verboten", Outcome.FORBIDDEN, ""),
        ("/zu-viel", Outcome.FORBIDDEN, ""),
        ("/kaputt", Outcome.UNREACHABLE, ""),
        ("/kreis", Outcome.REDIRECT_LOOP, ""),
        ("/datei", Outcome.REDIRECT_LOOP, ""),
        ("/ohne-ziel", Outcome.REDIRECT_LOOP, ""),
    ],
)
def test_where_an_address_leads(server: Server, path: str, outcome: Outcome, new: str) -> None:
    found = check_url(server.base + path)
    assert found == UrlCheck(outcome, server.base + new if new else "")
    assert server.agents == {AGENT}


def test_a_slow_server_is_not_dead(server: Server) -> None:
    assert check_url(f"{server.base}/langsam", seconds=0.1) == UrlCheck(Outcome.UNREACHABLE)


def test_a_server_that_is_not_there_is_not_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    reach_this_computer(monkeypatch)
    assert check_url("http://127.0.0.1:9/") == UrlCheck(Outcome.UNREACHABLE)
    assert check_url("https://xn--ungueltig-.invalid:x/") == UrlCheck(Outcome.UNREACHABLE)


def test_a_plain_server_behind_https_is_not_taken_for_gone(server: Server) -> None:
    assert check_url(server.base.replace("http", "https")).outcome in {Outcome.UNREACHABLE, Outcome.CERTIFICATE}


def test_https_is_only_a_hint(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = check_url_module.ask

    def ask(method: str, address: str, seconds: float) -> tuple[int, str]:
        return (200, "") if address.startswith("https") else plain(method, address, seconds)

    monkeypatch.setattr(check_url_module, "ask", ask)
    secure = server.base.replace("http", "https")
    assert check_url(f"{server.base}/gut") == UrlCheck(Outcome.HTTPS_AVAILABLE, f"{secure}/gut")
    monkeypatch.setitem(ANSWERS, "/neu", (301, f"{secure}/neu"))
    assert check_url(f"{server.base}/neu") == UrlCheck(Outcome.HTTPS_AVAILABLE, f"{secure}/neu")


def test_one_host_is_asked_one_thing_at_a_time_with_pauses(server: Server) -> None:
    wanted = [f"{server.base}{path}" for path in ("/gut", "/weg", "/nur-get")]
    started = time.monotonic()
    found = check_all(wanted, {}, TODAY, pause=0.1)
    assert time.monotonic() - started >= 0.3
    assert server.most_at_once == 1
    assert [item.visit.outcome for item in found.values()] == [Outcome.FINE, Outcome.FINE, Outcome.GONE]
    assert server.asked[0] == ("GET", "/robots.txt")
    assert server.asked.count(("GET", "/robots.txt")) == 1
    assert ("HEAD", "/gut") in server.asked
    assert ("GET", "/gut") not in server.asked


def test_what_robots_txt_forbids_is_not_asked(server: Server) -> None:
    found = check_all([f"{server.base}/geheim/seite"], {}, TODAY, pause=0)
    assert [item.visit for item in found.values()] == [UrlCheck(Outcome.FORBIDDEN)]
    assert server.asked == [("GET", "/robots.txt")]


@pytest.mark.parametrize(
    ("asked_for", "kept"), [("3", 3.0), ("600", LONGEST_PAUSE), ("0.5", 1.0)], ids=["slower", "too-slow", "faster"]
)
def test_a_host_that_asks_for_a_longer_pause_gets_it(
    server: Server, monkeypatch: pytest.MonkeyPatch, asked_for: str, kept: float
) -> None:
    monkeypatch.setitem(globals(), "ROBOTS", f"User-agent: *\nCrawl-delay: {asked_for}\n".encode())
    pauses: list[float] = []
    monkeypatch.setattr("directory.editors.links.check_all.time.sleep", pauses.append)
    check_all([f"{server.base}/gut", f"{server.base}/weg"], {}, TODAY, pause=1.0)
    assert pauses == [kept, kept], "before each visit; nobody waits longer than the longest pause"


def test_hosts_are_asked_side_by_side(server: Server) -> None:
    port = server.base.rpartition(":")[2]
    wanted = [f"http://{host}:{port}/langsam" for host in ("127.0.0.1", "localhost")]
    started = time.monotonic()
    check_all(wanted, {}, TODAY, pause=0)
    assert server.most_at_once == 2
    assert time.monotonic() - started < 2.4


def test_nobody_is_asked_twice_within_some_days(server: Server, tmp_path: Path) -> None:
    file, wanted = tmp_path / "build" / "links.json", [f"{server.base}/weg", f"{server.base}/umgezogen"]
    first = check_all(wanted, load_cache(file), TODAY, pause=0)
    save_cache(first, file)
    server.asked.clear()
    assert check_all(wanted, load_cache(file), TODAY + timedelta(days=6), pause=0) == first
    assert server.asked == []
    later = check_all(wanted, load_cache(file), TODAY + timedelta(days=7), pause=0)
    assert server.asked
    assert {item.since for item in later.values()} == {TODAY}
    assert {item.on for item in later.values()} == {TODAY + timedelta(days=7)}


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}', '{"a": {"outcome": "neu", "address": ""}}', "\x00"])
def test_a_damaged_memory_is_no_memory(tmp_path: Path, content: str) -> None:
    file = tmp_path / "links.json"
    file.write_text(content)
    assert load_cache(file) == {}


def test_since_when_starts_anew_with_another_outcome() -> None:
    before = CachedCheck(UrlCheck(Outcome.UNREACHABLE), date(2026, 5, 1), date(2026, 4, 1))
    assert updated(before, UrlCheck(Outcome.UNREACHABLE), TODAY).since == date(2026, 4, 1)
    assert updated(before, UrlCheck(Outcome.GONE), TODAY).since == TODAY
    assert not fresh(CachedCheck(UrlCheck(Outcome.FINE), TODAY + timedelta(days=1), TODAY), TODAY), (
        "a clock that was wrong"
    )


def test_every_address_of_the_directory_is_known_but_no_source_of_a_secret_entry(city: MakeCity) -> None:
    root = city(
        {
            "alle/geheim.yaml": entry_with(
                "name: Zuflucht\norte: {art: geheim}\nkontakt: {webseite: https://zuflucht.example}\n"
                "quelle: {url: https://zustaendig.example}"
            ),
            "mitte/zu.yaml": entry_with("name: Zu\nstatus: geschlossen\nquelle: {url: https://zu.example}"),
            "mitte/gruppe.yaml": entry_with(
                "quelle:\n  - {url: https://zeitung.example}\n  - {angabe: Träger}\n  - {url: https://zeitung.example}"
            ),
        }
    )
    directory = load_city(root).directory
    assert directory
    found = addresses(directory)
    ours = [address for address in found if "ein-traeger" in address or "zu" in address or "zeitung" in address]
    assert ours == [
        "https://www.ein-traeger.example", "https://www.ein-traeger.example/haus", "https://zeitung.example",
        "https://zuflucht.example",
    ]  # fmt: skip
    assert [(use.position.line, use.name) for use in found["https://zeitung.example"]] == [(7, "Gruppe"), (9, "Gruppe")]


def test_without_a_network_nothing_is_said_about_pages(
    city: MakeCity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reach_this_computer(monkeypatch)
    root = city({"mitte/gruppe.yaml": entry_with("quelle: {url: 'http://127.0.0.1:9/', stand: 2026}")})
    for file in [*(root / "_vocabulary").glob("sofort*"), *root.glob("_traeger/*"), root / "mitte" / "ein-haus.yaml"]:
        file.unlink()
    memory = tmp_path / "m.json"
    done = CliRunner().invoke(cli, ["links", "--entries", str(root), "--memory", str(memory)], standalone_mode=False)
    assert done.return_value == 1
    assert done.output == "Keine Seite antwortet. Hat dieser Computer Internet?\n"
    assert not memory.exists()


def test_every_outcome_but_a_good_one_has_a_sentence() -> None:
    assert set(SENTENCES) == set(Outcome) - {Outcome.FINE}


def test_the_report_names_the_file_the_new_address_and_since_when(city: MakeCity) -> None:
    directory = load_city(city({})).directory
    assert directory
    uses = addresses(directory)
    gone = CachedCheck(UrlCheck(Outcome.UNREACHABLE), TODAY, date(2026, 4, 1))
    (one,) = notices(uses, {"https://www.ein-traeger.example/haus": gone})
    assert (one.path, one.line, one.name) == ("entries/mitte/ein-haus.yaml", 12, "Das Haus")
    assert one.since == "2026-04-01"


def test_the_command_says_what_to_do(
    server: Server, city: MakeCity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("directory.editors.links.check_all.time.sleep", lambda _: None)
    paths = ("gut", "weg", "umgezogen", "verboten")
    sources = "".join(f"\n  - {{url: '{server.base}/{path}', stand: 2026}}" for path in paths)
    root = city({"mitte/gruppe.yaml": entry_with(f"quelle:{sources}")})
    for file in [*(root / "_vocabulary").glob("sofort*"), *root.glob("_traeger/*"), root / "mitte" / "ein-haus.yaml"]:
        file.unlink()
    arguments = ["links", "--entries", str(root), "--memory", str(tmp_path / "m.json"), "--today", "2026-11-22"]
    done = CliRunner().invoke(cli, arguments, standalone_mode=False)
    lines = [line.strip() for line in done.output.splitlines()]
    assert done.return_value == 1
    assert lines[0] == "Gruppe"
    assert "Die Seite gibt es nicht mehr. Suchen Sie die neue Adresse, oder löschen Sie den Link." in lines
    assert f"{server.base}/gut" in lines, "the new address, ready to copy"
    assert lines[-1] == "4 Adressen geprüft. 3 davon brauchen einen Blick."
    asked = len(server.asked)
    output = tmp_path / "neu" / "ergebnis.json"
    CliRunner().invoke(cli, [*arguments, "--format", "json", "--output", str(output)], standalone_mode=False)
    assert [item["outcome"] for item in json.loads(output.read_text())] == ["gone", "moved", "closed"]
    assert len(server.asked) == asked


INNER = [
    *("http://127.0.0.1/", "http://127.1/", "http://localhost/", "http://10.0.0.1/", "http://192.168.1.1/admin"),
    *(
        "http://169.254.169.254/latest/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://0.0.0.0/",
        "http://172.16.0.1",
    ),
    *("http://2130706433/", "http://0x7f000001/", "http://100.64.0.1/", "http://224.0.0.1/", "http://[fe80::1]/"),
]


@pytest.mark.parametrize(
    ("address", "public_one"),
    [
        *(("93.184.215.14", True), ("2a00:1450:4001::1", True), ("64:ff9b::5db8:d70e", True)),
        *(("64:ff9b::7f00:1", False), ("64:ff9b:1::a00:1", False), ("2002:7f00:1::1", False), ("::127.0.0.1", False)),
        *(("::ffff:10.0.0.1", False), ("fec0::1", False), ("fe80::1%eth0", False), ("192.0.0.8", False)),
        *(("100.64.0.1", False), ("0.0.0.0", False), ("255.255.255.255", False), ("ff02::1", False)),  # noqa: S104
    ],
)
def test_an_address_is_public_by_where_it_leads_in_the_end(address: str, public_one: bool) -> None:
    assert public.is_public(address, 443) is public_one


@pytest.mark.parametrize("address", INNER)
def test_no_address_of_an_inner_network_is_visited(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "create_connection", lambda *_: pytest.fail("it connects"))
    assert check_url(address) == UrlCheck(Outcome.PRIVATE)
    assert read_text(f"{address.rstrip('/')}/robots.txt") == ""


def test_no_other_port_is_visited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, port, **__: [(0, 0, 0, "", ("93.184.215.14", port))])
    monkeypatch.setattr(socket, "create_connection", lambda *_: pytest.fail("it connects"))
    assert check_url("http://www.example.org:22/") == UrlCheck(Outcome.PRIVATE)


def test_no_redirect_leads_into_an_inner_network(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server here stands for a public one; where it sends its visitors is another port."""
    port = int(server.base.rpartition(":")[2])
    monkeypatch.setattr(public, "is_public", lambda _, own: own == port)
    monkeypatch.setitem(ANSWERS, "/nach-innen", (302, "http://127.0.0.1:9/geheim"))
    assert check_url(f"{server.base}/nach-innen") == UrlCheck(Outcome.PRIVATE)
