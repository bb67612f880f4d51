"""A page of the site, ready but for the frame around it."""

from dataclasses import dataclass
from typing import Literal


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
    sheets to fill in and pages that only lead on are not `indexed`: search engines have no use for them. `own_tools`:
    the body has the buttons to read aloud, print and keep; the frame adds them below all others. `sensitive`: whether
    readers may have to leave it quickly: never, always, or sometimes, when a script says so. The body is in
    `language` (ISO 639) and runs in its `direction`; what is around it is German. `json_ld` says for programs what the
    page is about; nothing in it can end its element.

    The body begins with its `<header>`, else with its h1: the frame sets that on the ground of the area.
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
    sensitive: Literal["never", "sometimes", "always"] = "never"
    own_tools: bool = False
    language: str = GERMAN
    direction: str = "ltr"
    json_ld: str = ""
