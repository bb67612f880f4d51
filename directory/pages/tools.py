"""What the frame puts on pages that are not made here: buttons for the whole page, and the search field."""

from markupsafe import Markup

from directory.pages.render import render

SEARCH_FIELD = ("search/form.js",)


def tools(root: str, sensitive: str) -> Markup:
    """Return the buttons for a page without an offer of its own; `root` is the way to the root of the site.

    `sensitive` is that of the page (`directory.output.page.Page`).
    """
    return Markup(render("tools.html", root=root, sensitive=sensitive))  # noqa: S704 - escaped by the template


def search_field(root: str) -> Markup:
    """Return the search field, for a page that is no search."""
    return Markup(render("search_field.html", root=root))  # noqa: S704 - escaped by the template
