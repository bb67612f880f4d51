"""The web server of the live preview: WSGI of the standard library, and news of files from the system."""

import mimetypes
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from urllib.parse import quote, unquote
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from directory.site.preview import Preview
from directory.site.snapshot import INDEX
from directory.site.writer import NOT_FOUND

SCRIPT = Path(__file__).with_name("preview.js")
FOLDER = "_vorschau/"
# So long a page waits for news before it asks again, in seconds.
PATIENCE = 20.0
Start = Callable[[str, list[tuple[str, str]]], object]


@dataclass(frozen=True, slots=True)
class Application:
    """The site as a WSGI application (PEP 3333). `run` tells one run of the server from another."""

    preview: Preview
    run: str

    def __call__(self, environment: dict[str, Any], start: Start) -> Iterable[bytes]:
        """Answer a request."""
        path = unquote(environment["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")).lstrip("/")
        if path == f"{FOLDER}neu":
            return self._news(environment["QUERY_STRING"], start)
        if path == "preview.js":
            return _answer(start, "200 OK", path, SCRIPT.read_bytes())
        snapshot = self.preview.snapshot
        content = snapshot.at(path)
        if content is not None:
            return _answer(start, "200 OK", path, self._followed(path, content))
        if "." not in path.rpartition("/")[2] and snapshot.at(f"{path}/") is not None:
            start("301 Moved Permanently", [("Location", quote(f"/{path}/"))])
            return [b""]
        return _answer(start, "404 Not Found", NOT_FOUND, self._followed(NOT_FOUND, snapshot.at(NOT_FOUND) or b""))

    def _news(self, known: str, start: Start) -> Iterable[bytes]:
        run, _, version = known.partition(".")
        same = run == self.run and version.isdigit()
        latest = self.preview.newer_than(int(version), PATIENCE) if same else self.preview.version
        return _answer(start, "200 OK", "neu.txt", f"{self.run}.{latest}".encode())

    def _followed(self, path: str, content: bytes) -> bytes:
        """Return a page that loads itself anew; nothing else of it changes."""
        if _type(path) != "text/html":
            return content
        head, mark, rest = content.rpartition(b"</body>")
        return head + b'<script type="module" src="/preview.js"></script>\n' + mark + rest if mark else content


def _type(path: str) -> str:
    if path.endswith("/") or not path:
        path = INDEX
    return mimetypes.guess_type(path)[0] or "application/octet-stream"


def _answer(start: Start, status: str, path: str, content: bytes) -> Iterable[bytes]:
    kind = _type(path)
    charset = "; charset=utf-8" if kind.startswith("text/") or kind.endswith(("javascript", "json", "xml")) else ""
    headers = [("Content-Type", f"{kind}{charset}"), ("Cache-Control", "no-store")]
    start(status, [*headers, ("Content-Length", str(len(content)))])
    return [content]


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Watch(FileSystemEventHandler):
    def __init__(self, preview: Preview) -> None:
        self._preview = preview

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hear of every change; that a file was opened and closed is none."""
        if event.event_type not in {"opened", "closed_no_write"}:
            self._preview.touched()


def serve(preview: Preview, address: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve the preview until somebody presses Ctrl-C. Raises OSError where the port is taken."""
    application = Application(preview, secrets.token_hex(4))
    with make_server(address, port, application, _Server, _Quiet) as server:
        watching = Observer()
        for folder in preview.folders:
            watching.schedule(_Watch(preview), str(folder), recursive=True)
        watching.start()
        preview.follow()
        ready(f"http://{address}:{server.server_port}/")
        try:
            server.serve_forever()
        finally:
            watching.stop()
