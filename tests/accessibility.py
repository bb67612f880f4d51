"""Accessibility of one page, as far as its HTML tells: each check yields what is wrong. No browser is needed."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from pagetree import HOST, Page, said

FOCUSABLE = {"a", "button", "input", "select", "textarea", "summary", "iframe", "audio", "video"}
LANDMARKS = {"nav": "navigation", "aside": "complementary", "main": "main", "form": "form", "section": "region"}
# A frame made by a theme speaks English where it was forgotten; names of entries may be English, so only the frame.
ENGLISH = re.compile(
    r"\b(?:skip|search|menu|close|open|previous|next|back|not found|copy|copied|print|share|read|settings|loading|"
    r"error|toggle|language|light|dark|theme|welcome|click|here|home|page|content|the|and|of|to|with|for|your|you|table)\b",
    re.IGNORECASE,
)
SPOKEN_ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "aria-roledescription", "aria-description")


def language(page: Page) -> Iterator[str]:
    # Pages in another language have its code in their address.
    spoken = re.search(r"/willkommen/([a-z]+)/", page.address)
    if [one.attrib.get("lang") for one in page.find("html")] != [spoken.group(1) if spoken else "de"]:
        yield "lang is not the language of the page"


def headings(page: Page) -> Iterator[str]:
    found = page.find("h1", "h2", "h3", "h4", "h5", "h6")
    if sum(one.tag == "h1" for one in found) != 1:
        yield "not exactly one h1"
    elif found[0].tag != "h1" or not page.inside(found[0], "main"):
        yield "the first heading is not the h1, or the h1 is not in main"
    for before, after in pairwise(found):
        if int(after.tag[1]) > int(before.tag[1]) + 1:
            yield f"{before.tag} {said(before)!r} is followed by {after.tag} {said(after)!r}"
    for one in found:
        if not said(one):
            yield f"empty {one.tag}"


def own_headings(page: Page) -> Iterator[str]:
    """Yield headings with the same words: whoever goes from one to the next cannot tell them apart."""
    found = page.find("h1", "h2", "h3", "h4", "h5", "h6")
    words = Counter(said(one) for one in found if not page.hidden(one) and not _on_paper(page, one))
    yield from (f"{heading!r} {count} times" for heading, count in words.items() if count > 1)


def _on_paper(page: Page, element: Element) -> bool:
    return any("on-paper" in one.attrib.get("class", "").split() for one in page.above(element))


def focusable(element: Element) -> bool:
    if element.tag == "a":
        return "href" in element.attrib
    if element.tag == "input" and element.attrib.get("type") == "hidden":
        return False
    return (element.tag in FOCUSABLE or "tabindex" in element.attrib) and element.attrib.get("tabindex") != "-1"


def skip_link(page: Page) -> Iterator[str]:
    first = next((one for one in page.all if focusable(one)), None)
    if first is None or first.attrib.get("href") != "#inhalt":
        yield "the first focusable element is not the skip link"
    goal = page.ids.get("inhalt")
    if goal is None or goal.tag != "article" or not page.inside(goal, "main"):
        yield "#inhalt is not the article in main"
    elif goal.attrib.get("tabindex") != "-1":
        yield "#inhalt cannot take the focus"


def landmarks(page: Page) -> Iterator[str]:
    seen: dict[str, list[str]] = {role: [] for role in (*LANDMARKS.values(), "banner", "contentinfo")}
    for one in page.all:
        role = one.attrib.get("role") or LANDMARKS.get(one.tag, "")
        if one.tag in {"header", "footer"} and not page.inside(one, "article", "aside", "main", "nav", "section"):
            role = {"header": "banner", "footer": "contentinfo"}[one.tag]
        if role in seen and ((name := page.name(one)) or role not in {"form", "region"}):
            seen[role].append(name)
    for role, names in seen.items():
        if len(names) != len(set(names)):
            yield f"{role} with the same name: {names}"
        if len(names) > 1 and "" in names:
            yield f"{role} without a name: {names}"
    for role in ("main", "banner", "contentinfo"):
        if len(seen[role]) != 1:
            yield f"{len(seen[role])} {role}"
    if "" in seen["navigation"]:
        yield "navigation without a name"


def current(page: Page) -> Iterator[str]:
    """Yield links of the frame that lead to this page and do not say so, and the other way round."""
    here = f"https://{HOST}{page.address}"
    for link in page.find("a"):
        if page.inside(link, "main", "aside"):
            continue
        marked = link.attrib.get("aria-current") == "page"
        if marked != (page.target(link) == here) and not link.attrib.get("href", "").startswith("#"):
            yield f"link {said(link)!r}: aria-current is {'set' if marked else 'missing'}"
    ways = [one for one in page.find("nav") if one.attrib.get("class") == "crumbs"]
    for way in ways:
        items = way.findall("./ol/li")
        if [one.attrib.get("aria-current") for one in items] != [None] * (len(items) - 1) + ["page"]:
            yield "the last step of the breadcrumb is not aria-current=page"


def controls(page: Page) -> Iterator[str]:
    for one in page.find("input", "select", "textarea"):
        if one.attrib.get("type") not in {"hidden", "submit", "button"} and not page.name(one):
            yield f"{one.tag} {one.attrib.get('name')!r} without a label"
    for one in page.find("a", "button", "summary"):
        if (one.tag != "a" or "href" in one.attrib) and not page.name(one) and "hidden" not in one.attrib:
            yield f"{one.tag} {one.attrib.get('class') or one.attrib.get('href')!r} without a name"


def fields(page: Page) -> Iterator[str]:
    for one in page.find("fieldset"):
        if not len(one) or one[0].tag != "legend" or not said(one[0]):
            yield "fieldset without a legend"
    for one in page.find("button"):
        if one.attrib.get("type") not in {"button", "submit"}:
            yield f"button {page.name(one)!r} without a type"
    for one in page.find("label"):
        if one.attrib.get("role") or "tabindex" in one.attrib:
            yield "a label plays a button"


def images(page: Page) -> Iterator[str]:
    for one in page.find("img"):
        if "alt" not in one.attrib:
            yield f"img {one.attrib.get('src')!r} without alt"
    for one in page.find("svg"):
        named = one.attrib.get("role") == "img" and (page.name(one) or one.find("title") is not None)
        full = any(link.tag == "a" for link in one.iter())  # a picture with links in it: its links are read
        if one.attrib.get("aria-hidden") != "true" and not named and not full:
            yield "svg neither hidden nor named"
        if one.attrib.get("aria-hidden") == "true" and full:
            yield "a hidden svg has links"


def references(page: Page) -> Iterator[str]:
    ids = [one.attrib["id"] for one in page.all if "id" in one.attrib]
    yield from (f"id {one!r} stands twice" for one in set(ids) if ids.count(one) > 1)
    for one in page.all:
        for name in ("aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "for"):
            for goal in one.attrib.get(name, "").split():
                if goal not in page.ids:
                    yield f"{name} points to {goal!r}, which is not there"


def other_hosts(page: Page) -> Iterator[str]:
    for one in page.all:
        loaded = [one.attrib.get(name, "") for name in ("src", "srcset", "poster", "data", "action", "formaction")]
        loaded += [one.attrib.get("href", "")] if one.tag in {"link", "use", "image"} else []
        yield from (f"{one.tag} loads {url}" for url in loaded if urlsplit(url).netloc)
        if one.tag in {"iframe", "object", "embed"}:
            yield f"{one.tag} in the page"


def links_out(page: Page) -> Iterator[str]:
    for link in page.find("a"):
        parts = urlsplit(link.attrib.get("href", ""))
        if parts.scheme in {"http", "https"} and "noopener" not in link.attrib.get("rel", "").split():
            yield f"{parts.hostname} without rel=noopener"
        if "target" in link.attrib:
            yield f"{parts.hostname} opens a new window"


def tab_order(page: Page) -> Iterator[str]:
    for one in page.all:
        if one.attrib.get("tabindex", "0") not in {"0", "-1"}:
            yield f"{one.tag} with tabindex={one.attrib['tabindex']!r}"
        yield from (f"{one.tag} has {name}" for name in ("accesskey", "autofocus") if name in one.attrib)


def inline_code(page: Page) -> Iterator[str]:
    for one in page.all:
        if one.tag == "style" or "style" in one.attrib:
            yield f"style in {one.tag}"
        if one.tag == "script" and "src" not in one.attrib and one.attrib.get("type") != "application/ld+json":
            yield "script in the page"
        yield from (f"{name} in {one.tag}" for name in one.attrib if name.startswith("on"))
        if one.attrib.get("href", "").startswith("javascript:"):
            yield "javascript: as an address"


def english(page: Page) -> Iterator[str]:
    for one in page.all:
        texts = [one.attrib.get(name, "") for name in SPOKEN_ATTRIBUTES]
        content = any(up.tag in {"article", "head", "ol"} for up in page.above(one))
        if not content and one.tag != "script":
            texts += [one.text or "", *(child.tail or "" for child in one)]
        yield from (f"{text.strip()!r} sounds English" for text in texts if ENGLISH.search(text))


def same_words_same_goal(page: Page) -> Iterator[str]:
    """WCAG 2.4.9: the words of a link alone tell where it leads."""
    goals: dict[str, set[str]] = {}
    for one in page.find("a"):
        if "href" in one.attrib and not page.hidden(one):
            goals.setdefault(page.name(one).lower(), set()).add(page.target(one).removesuffix("index.html"))
    for words, found in goals.items():
        if len(found) > 1:
            yield f"{words!r} leads to {sorted(found)}"


def tables(page: Page) -> Iterator[str]:
    for one in page.find("table"):
        heads = [head for head in one.iter() if head.tag == "th"]
        if not heads:
            yield "table without headings"


def location(page: Page) -> Iterator[str]:
    """Every page but the first says where it stands (WCAG 2.4.8)."""
    ways = [one for one in page.find("nav") if page.name(one) == "Sie sind hier"]
    if page.address in {"/", "/404.html"}:
        return
    if len(ways) != 1:
        yield f"{len(ways)} ways here"
    elif not any(one.attrib.get("aria-current") == "page" for one in ways[0].iter()):
        yield "the way here does not end at the page"
    elif not any(one.tag == "a" for one in ways[0].iter()):
        yield "the way here leads nowhere"


CHECKS: dict[str, Callable[[Page], Iterator[str]]] = {
    "language": language,
    "headings": headings,
    "own headings": own_headings,
    "skip link": skip_link,
    "landmarks": landmarks,
    "aria-current": current,
    "names of controls": controls,
    "fields and buttons": fields,
    "images": images,
    "ids and references": references,
    "no other hosts": other_hosts,
    "links to other hosts": links_out,
    "tab order": tab_order,
    "no inline code": inline_code,
    "no English": english,
    "same words, same goal": same_words_same_goal,
    "where the page stands": location,
    "tables": tables,
}
