"""How tall a page is on a phone, reckoned from its HTML: without a browser, so that a test can ask it of every page.

Measured with Chromium at 390x800, see tests/benchmarks/README.md (Lists).
"""

from lxml import html  # type: ignore[import-untyped]  # it has no types

SCREEN = 800
# What stands around a page, and how many letters fit in a line of it.
FRAME, LETTERS = 1050, 33
# A line of text, the least that a finger can hit, and the air below each.
LINE, TARGET, AIR = 30, 44, 8
# In a row with what is known of an entry letters are smaller.
ROW_LINE, ROW_LETTERS, ROW_AIR = 24, 36, 4
# A cell of a table is narrower.
CELL = 12
# What a phone does not show.
UNSEEN = frozenset({"only-print", "phone", "ear"})
BLOCKS = frozenset(["p", "li", "h1", "h2", "h3", "h4", "summary", "tr", "dt", "dd", "pre"])
WITHIN = frozenset({"ul", "ol", "details", "div"})


def screens(body: str) -> float:
    """Return how many screens of a phone a page fills while everything that opens is closed."""
    return (FRAME + _height(html.fromstring(f"<div>{body}</div>"))) / SCREEN


def _height(element: html.HtmlElement) -> int:
    """Return the pixels of an element; of what is folded those of its summary."""
    classes = {*element.get("class", "").split()}
    if not isinstance(element.tag, str) or "hidden" in element.attrib or UNSEEN & classes:
        return 0
    if element.tag == "tr":
        cells = (-(-_letters(cell) // CELL) * LINE for cell in element)
        return max(TARGET, *cells) + AIR
    if element.tag in BLOCKS or "where" in classes:
        return _lines(element)
    return sum(map(_height, element.xpath("summary") if element.tag == "details" else element))


def _lines(element: html.HtmlElement) -> int:
    """Return the pixels of an element with words of its own, and of what stands in it."""
    inside = [one for one in element if one.tag in BLOCKS | WITHIN or one.get("class") == "where"]
    own, below = _letters(element) - sum(map(_letters, inside)), sum(map(_height, inside))
    if element.tag == "span":
        return -(-own // LETTERS) * LINE
    if element.xpath("ancestor-or-self::li[@class='list-row' or @class='card']"):
        return -(-own // ROW_LETTERS) * ROW_LINE + ROW_AIR + below
    least = TARGET if element.tag in {"summary", "li"} and own else 0
    return max(least, -(-own // LETTERS) * LINE) + AIR + below


def _letters(element: html.HtmlElement) -> int:
    return len(" ".join(element.text_content().split()))
