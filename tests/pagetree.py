"""A built page as a tree: its elements, what they stand in, where its links lead, and what is read aloud."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, TreeBuilder

HOST = "site.example"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class _Reader(HTMLParser):
    """Builds a tree; unlike a browser it repairs nothing. Validity is the business of the real validator."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.builder = TreeBuilder()
        self.builder.start("document", {})
        self.feed(html)
        self.close()
        self.builder.end("document")
        self.root = self.builder.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        self.builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


@dataclass
class Page:
    """A page and where it stands, for example `/lobeda/`."""

    address: str
    html: str = field(repr=False)

    @cached_property
    def all(self) -> list[Element]:
        found = [one for one in _Reader(self.html).root.iter() if isinstance(one.tag, str)]
        inert = {part for one in found if one.tag == "template" for part in one.iter() if part is not one}
        return [one for one in found if one not in inert]

    @cached_property
    def parents(self) -> dict[Element, Element]:
        return {child: parent for parent in self.all for child in parent}

    @cached_property
    def ids(self) -> dict[str, Element]:
        return {one.attrib["id"]: one for one in self.all if "id" in one.attrib}

    def find(self, *tags: str) -> list[Element]:
        return [one for one in self.all if one.tag in tags]

    def above(self, element: Element) -> Iterator[Element]:
        """Yield the element and all that it stands in, from inside to outside."""
        current: Element | None = element
        while current is not None:
            yield current
            current = self.parents.get(current)

    def inside(self, element: Element, *tags: str) -> bool:
        return any(one.tag in tags for one in self.above(element))

    def hidden(self, element: Element) -> bool:
        return any("hidden" in one.attrib for one in self.above(element))

    def target(self, link: Element) -> str:
        return urljoin(f"https://{HOST}{self.address}", link.attrib.get("href", ""))

    def name(self, element: Element) -> str:
        """Return what is read aloud for the element: a good part of the rules for accessible names."""
        if named := element.attrib.get("aria-labelledby"):
            return " ".join(said(self.ids[one]) for one in named.split() if one in self.ids).strip()
        if label := element.attrib.get("aria-label", "").strip():
            return label
        if element.tag in {"input", "select", "textarea"}:
            labels = [one for one in self.find("label") if one.attrib.get("for") == element.attrib.get("id", " ")]
            labels += [one for one in self.above(element) if one.tag == "label"]
            return " ".join(map(said, labels)).strip()
        if element.tag in {"nav", "aside", "main", "form", "section", "article", "header", "footer"}:
            return ""
        return said(element)


def said(element: Element) -> str:
    """Return the text of an element with the alternatives of its images, without what is hidden from screen readers."""
    if element.attrib.get("aria-hidden") == "true" or element.tag in {"script", "style"}:
        return ""
    own = element.attrib.get("alt", "") if element.tag == "img" else ""
    if element.tag == "svg":
        own = element.attrib.get("aria-label", "")
    parts = [own, element.text or ""]
    for child in element:
        parts += [said(child), child.tail or ""]
    return " ".join("".join(parts).split())
