"""A round over many addresses: hosts side by side, but each host one question at a time, with a pause."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from directory.editors.links import DAYS
from directory.editors.links.cache import CachedCheck, LinkCache, fresh, updated
from directory.editors.links.check_url import AGENT, Outcome, UrlCheck, check_url, read_text

HOSTS_AT_ONCE = 8
PAUSE = 1.0  # seconds
LONGEST_PAUSE = 10.0


def check_all(
    addresses: Iterable[str],
    memory: LinkCache,
    today: date,
    *,
    days: int = DAYS,
    pause: float = PAUSE,
    on_visit: Callable[[], None] = lambda: None,
) -> LinkCache:
    """Return what is known of these addresses now; nobody is asked who was asked in the last days.

    `on_visit` hears of each visit; it is called by several threads.
    """
    wanted = sorted({*addresses})
    known = {address: memory[address] for address in wanted if fresh(memory.get(address), today, days)}
    by_host: dict[str, list[str]] = {}
    for address in wanted:
        if address not in known:
            by_host.setdefault(urlsplit(address).netloc.lower(), []).append(address)

    def ask(own: list[str]) -> list[tuple[str, CachedCheck]]:
        found = []
        for address, outcome in zip(own, _visit_host(own, pause, on_visit), strict=True):
            found.append((address, updated(memory.get(address), outcome, today)))
        return found

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        for found in pool.map(ask, by_host.values()):
            known |= found
    return {address: known[address] for address in wanted}


def _visit_host(addresses: list[str], pause: float, on_visit: Callable[[], None]) -> Iterable[UrlCheck]:
    """Yield how the visits to one host end. What its robots.txt forbids is not asked (RFC 9309)."""
    parts = urlsplit(addresses[0])
    rules = RobotFileParser()
    rules.parse(read_text(f"{parts.scheme}://{parts.netloc}/robots.txt").splitlines())
    wait = min(max(pause, float(rules.crawl_delay(AGENT) or 0)), LONGEST_PAUSE)
    for address in addresses:
        time.sleep(wait)
        yield check_url(address) if rules.can_fetch(AGENT, address) else UrlCheck(Outcome.FORBIDDEN)
        on_visit()
