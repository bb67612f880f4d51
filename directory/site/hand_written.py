"""The pages of docs/ that people write by hand: Markdown to HTML, and the files beside them."""

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Markdown  # type: ignore[import-untyped]  # it has no types
from markdown.treeprocessors import Treeprocessor  # type: ignore[import-untyped]

from directory.problems.errors import DirectoryError

# What every page can use, before what mkdocs.yml names.
EXTENSIONS = ("toc", "tables", "fenced_code")
SUFFIX = ".md"


class DocumentError(DirectoryError):
    """A page of docs/ cannot be read; the text says in German which one."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a page, and the way to it."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandWritten:
    """A page as HTML; `sections` are its headings of the second level."""

    address: str
    title: str
    content: str
    sections: tuple[Section, ...]


def hand_written(
    docs: Path, extensions: Mapping[str, Mapping[str, Any]], addresses: Iterable[str] = ()
) -> Iterator[HandWritten]:
    """Yield the pages of a folder; `extensions` are those of Markdown, with their settings.

    Links may name other pages as if their addresses had files here. Raises DocumentError.
    """
    files = published_files(docs)
    known = frozenset((*files, *(f"{address}index{SUFFIX}" for address in addresses)))
    for name in files:
        if name.endswith(SUFFIX):
            yield _page(docs, name, known, extensions)


def published_files(folder: Path) -> list[str]:
    """Return all files of a folder in the order of their pages: the index first; nothing that is hidden."""
    found = []
    for place, folders, names in os.walk(folder, followlinks=True):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = Path(place).relative_to(folder)
        shown = sorted(names, key=lambda name: (name.partition(".")[0] != "index", name))
        found += [(below / name).as_posix() for name in shown if not name.startswith(".")]
    return found


def address_of(name: str) -> str:
    """Return the address of a page or of another file."""
    if not name.endswith(SUFFIX):
        return name
    path = name.removesuffix(SUFFIX)
    return "" if path == "index" else f"{path.removesuffix('/index')}/"


def _page(docs: Path, name: str, known: frozenset[str], extensions: Mapping[str, Mapping[str, Any]]) -> HandWritten:
    try:
        text = (docs / name).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(f"Die Datei „{docs.name}/{name}“ ist nicht in UTF-8 gespeichert.") from error
    used = dict.fromkeys((*EXTENSIONS, *extensions))
    markdown = Markdown(extensions=list(used), extension_configs={key: dict(extensions[key]) for key in extensions})
    markdown.treeprocessors.register(_Links(name, known), "links", 0)
    content = markdown.convert(text)
    headings: list[dict[str, Any]] = [*markdown.toc_tokens, {"name": Path(name).stem, "children": ()}]
    first = headings[0]
    sections = tuple(Section(token["name"], f"#{token['id']}") for token in first["children"])
    return HandWritten(address=address_of(name), title=first["name"], content=content, sections=sections)


class _Links(Treeprocessor):  # type: ignore[misc]
    """Makes a link to a file of docs/ one to its address."""

    def __init__(self, name: str, files: frozenset[str]) -> None:
        super().__init__()
        self.name, self.files = name, files

    def run(self, root: Element) -> None:
        """Change the links below an element."""
        for element in root.iter():
            key = {"a": "href", "img": "src"}.get(element.tag)
            if key and (link := element.get(key)):
                element.set(key, self._followed(link))

    def _followed(self, link: str) -> str:
        scheme, host, path, query, anchor = urlsplit(link)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self.name), unquote(path)))
        if scheme or host or not path or path.startswith("/") or target not in self.files:
            return link
        address = address_of(target)
        way = posixpath.relpath(f"/{address}", f"/{address_of(self.name)}")
        return urlunsplit(("", "", f"{way}/" if address.endswith("/") or not address else way, query, anchor))
