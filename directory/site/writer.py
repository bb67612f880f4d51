"""The site without a site generator: the same pages, from the same templates, byte for byte.

`make site` stays on MkDocs. Material for MkDocs ends on 2027-05-05, and MkDocs 2 has no hooks: this is the way on.
Nothing here imports either of them; of Material's files come the pictograms and the favicon (`directory/output/icons`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import yaml
from jinja2 import Environment, FileSystemLoader

from directory.output.icons import FAVICON, favicon
from directory.output.page import Page
from directory.problems import Problem
from directory.site.build import Built, build
from directory.site.frame import THEME, Frame
from directory.site.hand_written import SUFFIX, HandWritten, hand_written, published_files
from directory.site.mkdocs import Settings

NOT_FOUND, SITEMAP = "404.html", "sitemap.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """What mkdocs.yml says of a site, as far as this writer knows it; `theme` is a folder of the city's own."""

    site_name: str
    docs: Path
    extra: Mapping[str, Any]
    extensions: Mapping[str, Mapping[str, Any]]
    site_url: str = ""
    theme: Path | None = None

    @classmethod
    def read(cls, file: Path) -> "SiteConfig":
        """Return the settings in a file."""
        values = yaml.safe_load(file.read_text(encoding="utf-8"))
        theme = values.get("theme")
        own = theme.get("custom_dir") if isinstance(theme, dict) else None
        extensions = values.get("markdown_extensions", [])
        if isinstance(extensions, list):
            extensions = dict(one.popitem() if isinstance(one, dict) else (one, {}) for one in extensions)
        return cls(
            site_name=values["site_name"],
            docs=file.parent / values.get("docs_dir", "docs"),
            extra=values.get("extra", {}),
            extensions={name: settings or {} for name, settings in extensions.items()},
            site_url=values.get("site_url", ""),
            theme=file.parent / own if own else None,
        )

    def of_city(self, frame: Frame, *, preview: bool = False) -> "SiteConfig":
        """Return the settings with name and address of the city; a preview has an address of its own."""
        if frame.city is None:
            return self
        url = f"{frame.city.website.rstrip('/')}/" if frame.city.website and not preview else self.site_url
        return replace(self, site_name=frame.city.title, site_url=url)

    @property
    def templates(self) -> tuple[Path, ...]:
        """The folders of templates; what comes first counts."""
        return (THEME, self.theme) if self.theme else (THEME,)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A page as the templates of the theme know it."""

    url: str
    title: str
    content: str
    canonical_url: str
    ours: Page | None = None

    @property
    def is_homepage(self) -> bool:
        return not self.url


@dataclass(frozen=True, slots=True)
class _Listed:
    """A page in the list of the sitemap."""

    page: _Shown


@dataclass(frozen=True, slots=True)
class Writer:
    """Puts the frame around pages."""

    config: SiteConfig
    frame: Frame

    def page(self, page: Page) -> bytes:
        """Return a page of ours, ready to be written."""
        return self._rendered("main.html", self._shown(page), self.frame.around(page))

    def by_hand(self, page: HandWritten) -> bytes:
        """Return a page of docs/, ready to be written."""
        return self._rendered("main.html", self._shown(page), self.frame.around(None, page.sections))

    def not_found(self) -> bytes:
        """Return the page of wrong addresses; it may be shown at any of them, so its links begin at the root."""
        root = urlsplit(self.config.site_url or "/").path
        return self._rendered(NOT_FOUND, None, self.frame.around(None), root)

    def sitemap(self, pages: Iterable[Page | HandWritten]) -> bytes:
        """Return the list of pages for search engines."""
        listed = [_Listed(self._shown(page)) for page in pages]
        return self._rendered(SITEMAP, None, {**self.frame.around(None), "pages": listed})

    def _shown(self, page: Page | HandWritten) -> _Shown:
        ours = page if isinstance(page, Page) else None
        content = page.body if isinstance(page, Page) else page.content
        canonical = urljoin(self.config.site_url, page.address) if self.config.site_url else ""
        return _Shown(page.address, page.title, content, canonical, ours)

    def _rendered(self, template: str, page: _Shown | None, more: Mapping[str, Any], root: str = "") -> bytes:
        base = root or ("../" * page.url.count("/") if page else "") or "."
        found = _environment(self.config.templates).get_template(template)
        values = {"config": self.config, "page": page, "base_url": base, **more}
        return found.render(values).encode(errors="xmlcharrefreplace")


@cache
def _environment(folders: tuple[Path, ...]) -> Environment:
    return Environment(loader=FileSystemLoader(folders), autoescape=True, auto_reload=False)


@dataclass(frozen=True, slots=True)
class _Written:
    """Writes pages into a folder."""

    writer: Writer
    folder: Path

    def __call__(self, page: Page) -> Page:
        """Write a page, and return it without its body: of ten thousand the bodies take half a GB."""
        _write(self.folder, f"{page.address}index.html", self.writer.page(page))
        return replace(page, body="")


def write_site(settings: Settings, config: SiteConfig, folder: Path, links: Sequence[Problem] = ()) -> Built:
    """Build the site, and write all pages and files into an empty folder; some may be there where it has failed.

    Raises DocumentError, and OSError.
    """
    built = build(settings, links, lambda frame: _Written(Writer(config.of_city(frame), frame), folder))
    if built.failed:
        return built
    config = config.of_city(built.frame)
    writer = Writer(config, built.frame)
    by_hand = tuple(hand_written(config.docs, config.extensions, (page.address for page in built.pages)))
    for name, content in other_files(config):
        _write(folder, name, content)
    for file in built.files:
        _write(folder, file.path, file.content if isinstance(file.content, bytes) else file.content.encode())
    _write(folder, NOT_FOUND, writer.not_found())
    _write(folder, SITEMAP, writer.sitemap((*by_hand, *built.pages)))
    for page in by_hand:
        _write(folder, f"{page.address}index.html", writer.by_hand(page))
    return built


def other_files(config: SiteConfig) -> Iterator[tuple[str, bytes]]:
    """Yield the files beside the pages of docs/ and the city's own theme, and the favicon."""
    yield FAVICON, favicon()
    for folder in filter(None, (config.theme, config.docs)):
        for name in published_files(folder):
            if not name.endswith((SUFFIX, *((".html", ".xml") if folder == config.theme else ()))):
                yield name, (folder / name).read_bytes()


def _write(folder: Path, name: str, content: bytes) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
