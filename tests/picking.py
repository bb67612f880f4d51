"""What tests of the reader's own list do and ask."""

from playwright.sync_api import Page

PAGE = "meine-liste/"
FIRST, SECOND, THIRD = "freiwilligenagentur-jena", "stadtteilzentrum-lisa", "jenaer-tafel"


def on_the_list(page: Page) -> list[str]:
    found: list[str] = page.locator(".sheets .sheet").evaluate_all("(sheets) => sheets.map((one) => one.dataset.slug)")
    return found


def expect_on_the_list(page: Page, wanted: list[str]) -> None:
    """Wait until the page shows these, in this order: a script does it a moment after what somebody pressed."""
    for _ in range(100):
        if on_the_list(page) == wanted:
            return
        page.wait_for_timeout(50)
    assert on_the_list(page) == wanted


def pick(page: Page, served: str, *entries: str) -> None:
    for slug in entries:
        page.goto(f"{served}angebote/{slug}/")
        page.get_by_role("button", name="Auf meine Liste").click()
