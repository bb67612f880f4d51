"""One question to one web address: whether it leads somewhere."""

import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from http.client import HTTPException
from typing import Any
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit

from directory.editors.links.public import PrivateAddressError, opener

AGENT = "directory-link-check/1 (Verzeichnis von Angeboten; prueft, ob Links noch stimmen)"
SECONDS = 15
REDIRECTS = 5
PERMANENT = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}
MOVES = PERMANENT | {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}
GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
FORBIDDEN = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS}
# Some servers answer so to HEAD although the page is there.
ASK_AGAIN = 400


class Outcome(StrEnum):
    """What an address leads to."""

    FINE = "fine"
    MOVED = "moved"
    HTTPS_AVAILABLE = "secure"
    GONE = "gone"
    FORBIDDEN = "closed"
    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    REDIRECT_LOOP = "circle"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class UrlCheck:
    """How a visit ended; `address` is the better one: where it has moved for good, or the same with https."""

    outcome: Outcome
    address: str = ""


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Follow nothing: where a redirect leads is our question."""


_OPENER = opener(_NoRedirects)
_FOLLOWING = opener()


def check_url(address: str, seconds: float = SECONDS) -> UrlCheck:
    """Return where an address leads: asked with HEAD, with GET if that fails, over at most 5 redirects.

    Nothing is read but the head of the answer.
    """
    here, permanent = urldefrag(address).url, True
    moved_to = ""
    try:
        for _ in range(REDIRECTS + 1):
            status, target = ask("HEAD", here, seconds)
            if status >= ASK_AGAIN:
                status, target = ask("GET", here, seconds)
            if status not in MOVES or not target:
                return _ended(address, status, moved_to, seconds)
            here = urldefrag(urljoin(here, target)).url
            if urlsplit(here).scheme not in {"http", "https"}:
                break
            permanent = permanent and status in PERMANENT
            moved_to = here if permanent else moved_to
    except PrivateAddressError:
        return UrlCheck(Outcome.PRIVATE)
    except ssl.SSLCertVerificationError:
        return UrlCheck(Outcome.CERTIFICATE)
    except (OSError, HTTPException, ValueError):
        return UrlCheck(Outcome.UNREACHABLE)
    return UrlCheck(Outcome.REDIRECT_LOOP)


def read_text(address: str, seconds: float = SECONDS, most: int = 100_000) -> str:
    """Return the beginning of a small text file; an empty text where there is none."""
    try:
        with _FOLLOWING.open(_request("GET", address), timeout=seconds) as answer:
            return str(answer.read(most).decode("utf-8", "replace"))
    except (OSError, HTTPException, ValueError):
        return ""


def _ended(address: str, status: int, moved_to: str, seconds: float) -> UrlCheck:
    if status in GONE:
        return UrlCheck(Outcome.GONE)
    if status in FORBIDDEN:
        return UrlCheck(Outcome.FORBIDDEN)
    if status >= ASK_AGAIN:
        return UrlCheck(Outcome.UNREACHABLE)
    if status in MOVES:
        return UrlCheck(Outcome.REDIRECT_LOOP)
    secure = address.replace("http://", "https://", 1)
    if moved_to:
        return UrlCheck(Outcome.HTTPS_AVAILABLE if moved_to == secure else Outcome.MOVED, moved_to)
    return (
        UrlCheck(Outcome.HTTPS_AVAILABLE, secure)
        if secure != address and _works(secure, seconds)
        else UrlCheck(Outcome.FINE)
    )


def _works(address: str, seconds: float) -> bool:
    try:
        return ask("HEAD", address, seconds)[0] < ASK_AGAIN
    except (OSError, HTTPException, ValueError):
        return False


def ask(method: str, address: str, seconds: float) -> tuple[int, str]:
    """Return the status of the answer and where it redirects to."""
    try:
        with _OPENER.open(_request(method, address), timeout=seconds) as answer:
            return answer.status, ""
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, answer.headers.get("Location", "")
    except urllib.error.URLError as error:
        if isinstance(error.reason, OSError):
            raise error.reason from None
        raise


def _request(method: str, address: str) -> urllib.request.Request:
    headers = {"User-Agent": AGENT, "Accept": "*/*"}
    return urllib.request.Request(_in_ascii(address), method=method, headers=headers)  # noqa: S310 - http and https only


def _in_ascii(address: str) -> str:
    """Return the address as it travels: a host with umlauts in its own spelling (IDNA), the rest with percent."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    host = f"[{host}]" if ":" in host else host  # IPv6
    port = f":{parts.port}" if parts.port else ""
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~?-._") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, f"{host}{port}", path, query, ""))
