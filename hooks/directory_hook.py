"""MkDocs events: they call the package and hand its pages over. Nothing is decided here."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from directory.build import THEME, Built, Settings, build
from directory.pages import Page
from directory.problems.report import plain_text

MATERIAL_STYLES = "assets/stylesheets/main."
UNUSED = ("assets/javascripts/", "assets/stylesheets/palette.")


class _State:
    """What one run keeps between events; `mkdocs serve` builds many times with the same hook."""

    serving = False
    built: Built
    pages: dict[str, Page]
    styles: str


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs passes both by name
    """Remember whether someone is watching: then problems become a page, not an end."""
    _State.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load, check and make the pages; put our frame before Material's, and watch the entries."""
    settings = Settings.from_environment()
    _State.built = built = build(settings)
    if built.failed and not _State.serving:
        built.write_summary()
        raise PluginError(plain_text(built.problems))
    config.theme.dirs.insert(0, str(THEME))
    config.watch.append(str(settings.entries.resolve()))
    if built.directory:
        config.site_name = built.directory.city.title
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add an empty file for each page of the package; its body comes when MkDocs asks for the content."""
    styles = [file.url for file in files.css_files() if file.src_uri.startswith(MATERIAL_STYLES)]
    if len(styles) != 1:
        raise PluginError(f"Material hat kein Style-Sheet {MATERIAL_STYLES}*. Prüfen Sie die Version in constraints.txt.")
    _State.styles = styles[0]
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)
    _State.pages = {}
    for page in _State.built.pages:
        file = File.generated(config, f"{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        files.append(file)
        _State.pages[file.src_uri] = page
    return files


def on_page_markdown(markdown: str, page: MkDocsPage, **_: object) -> str:
    """Give a page of the package its title: an empty text has none."""
    if ours := _State.pages.get(page.file.src_uri):
        page.title = ours.title
    return markdown


def on_page_content(html: str, page: MkDocsPage, **_: object) -> str:
    """Return the package's HTML where a page is made from the data."""
    ours = _State.pages.get(page.file.src_uri)
    return ours.body if ours else html


def on_page_context(context: dict[str, Any], page: MkDocsPage, **_: object) -> dict[str, Any]:
    """Tell the frame what it shows around a page."""
    return context | _frame(_State.pages.get(page.file.src_uri))


def on_template_context(context: dict[str, Any], **_: object) -> dict[str, Any]:
    """Tell the frame the same for the page of wrong addresses."""
    return context | _frame(None)


def on_post_build(**_: object) -> None:
    """Leave the figures of this build for the command that started it."""
    _State.built.write_summary()


def _frame(page: Page | None) -> dict[str, Any]:
    city = _State.built.directory.city if _State.built.directory else None
    return {"ours": page, "city": city, "styles": _State.styles, "serving": _State.serving}
