"""One build with the writer of our own in place of MkDocs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from directory.problems import Problem
from directory.site.exchange import new_site
from directory.site.mkdocs import Outcome, Settings
from directory.site.writer import SiteConfig, write_site
from directory.source.links import foreign_links


def generate_alone(settings: Settings, config: Path, output: Path) -> Outcome:
    """Build as `directory.site.mkdocs.generate` does. Raises what that raises, and DocumentError."""
    wanted = SiteConfig.read(config)
    settings = replace(settings, docs=wanted.docs)
    with new_site(output, (config, settings.entries)) as draft:
        built = write_site(settings, wanted, draft.folder, tuple(links_out_of(wanted)))
        if not built.failed:
            draft.take_place()
    return Outcome(done=not built.failed, summary=built.summary, message="", complaint="")


def links_out_of(config: SiteConfig) -> Iterator[Problem]:
    """Yield the links that would publish what lies outside of the folders that are published."""
    for folder in filter(None, (config.docs, config.theme)):
        yield from foreign_links(folder, folder.name)
