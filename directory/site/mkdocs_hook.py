"""MkDocs events: they call the package and hand its pages over. Nothing is decided here."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from directory.output.page import Page
from directory.problems import Problem
from directory.problems.console import plain_text
from directory.problems.system_errors import words_of
from directory.site.build import Built, build
from directory.site.frame import THEME
from directory.site.mkdocs import Settings, hand_back_message
from directory.source.links import foreign_links

__all__ = [
    "on_build_error",
    "on_config",
    "on_files",
    "on_page_context",
    "on_post_build",
    "on_template_context",
]

# Of Material come the icons and the favicon: its style sheet is larger than all of ours, and most of it is undone.
UNUSED = ("assets/javascripts/", "assets/stylesheets/")


class ReadyPage(MkDocsPage):
    """A page whose HTML is finished: no Markdown pass, which costs more than all else of a page."""

    def __init__(self, ours: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(ours.title, file, config)
        self.ours = ours

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs passes it
        """There is no source to read."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs passes them
        """Take the finished body as content."""
        self.content = self.ours.body


class _State:
    """What a run keeps between events."""

    built: Built


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load, check and make the pages; put our frame before Material's."""
    settings = replace(Settings.from_environment(), docs=Path(config.docs_dir))
    _State.built = built = build(settings, tuple(_foreign_links(config)))
    if built.failed:
        built.summary.hand_back()
        raise PluginError(plain_text(built.problems))
    config.theme.dirs.insert(0, str(THEME))
    if city := built.frame.city:
        config.site_name = city.title
        if city.website:
            config.site_url = f"{city.website.rstrip('/')}/"
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every page of the package; leave out what the frame does not use of Material."""
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)
    for page in _State.built.pages:
        file = File.generated(config, f"{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        files.append(file)
        ReadyPage(page, file, config)  # registers itself with the file
    for data in _State.built.files:
        if (same := files.get_file_from_path(data.path)) is not None:
            files.remove(same)  # what is made takes the place of what the theme brings along
        files.append(File.generated(config, data.path, content=data.content))
    return files


def on_page_context(context: dict[str, Any], page: MkDocsPage, **_: object) -> dict[str, Any]:
    """Tell the frame what it shows around a page."""
    if isinstance(page, ReadyPage):
        return context | _State.built.frame.around(page.ours)
    headings = [*page.toc]
    return context | _State.built.frame.around(None, headings[0].children if headings else ())


def on_template_context(context: dict[str, Any], **_: object) -> dict[str, Any]:
    """Tell the frame the same for the page of wrong addresses."""
    return context | _State.built.frame.around(None)


def on_post_build(*, config: MkDocsConfig) -> None:
    """Take away the packed sitemap, which has the day of the build in it; leave the figures of this build."""
    Path(config.site_dir, "sitemap.xml.gz").unlink(missing_ok=True)
    _State.built.summary.hand_back()


def on_build_error(error: Exception, **_: object) -> None:
    """Leave why it ends for the command that started it, where a person can do something about it."""
    if message := words_of(error):
        hand_back_message(message)


def _foreign_links(config: MkDocsConfig) -> Iterator[Problem]:
    """Yield the links that would publish what lies outside of the folders that are published."""
    for folder in filter(None, (config.docs_dir, config.theme.custom_dir)):
        yield from foreign_links(Path(folder), Path(folder).name)
