"""Tabs for tests of scripts: other hosts, dialogs, and what a script or the policy of a page complains about fail."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

OpenPage = Callable[..., Page]


@contextmanager
def tabs(browser: Browser, served: str, usual: str) -> Iterator[OpenPage]:
    """Give a function that opens a page in a tab of its own; without an address the usual one."""
    contexts, asked, complaints = [], [], []

    def open_page(address: str = usual, *, before: str = "", **options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        context.add_init_script(before)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: complaints.append(f"{address}: {error}"))
        page.on("dialog", lambda dialog: complaints.append(f"{address}: {dialog.message}"))
        page.on("console", lambda line: complaints.append(f"{address}: {line.text}") if line.type == "error" else None)
        page.goto(served + address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints
    assert [url for url in asked if not url.startswith((served, "data:"))] == []
