"""A page of the site, ready but for the frame around it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from the start page to a page."""

    title: str
    address: str


GERMAN = "de"
START = Crumb("Start", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A finished HTML body. `address` is below the site's root and ends with a slash; "" is the start page.

    `scripts` are modules of assets/scripts/ and `styles` sheets of assets/stylesheets/ that only this page has. Forms,
    sheets to fill in and pages that only lead on are not `indexed`: search engines have no use for them. The body is in
    `language` (ISO 639) and runs in its `direction`; what is around it is German.
    """

    address: str
    title: str
    body: str
    description: str = ""
    area: str = ""
    crumbs: tuple[Crumb, ...] = ()
    source: str = ""
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    indexed: bool = True
    language: str = GERMAN
    direction: str = "ltr"
