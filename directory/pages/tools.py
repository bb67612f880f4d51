"""The buttons that work on a whole page: read aloud, print, share, and the way to the reader's own list."""

from markupsafe import Markup

from directory.pages.render import render


def tools(root: str, sensitive: str) -> Markup:
    """Return the buttons for a page without an offer of its own; `root` is the way to the root of the site.

    `sensitive` is that of the page (`directory.output.page.Page`).
    """
    return Markup(render("tools.html", root=root, sensitive=sensitive))  # noqa: S704 - escaped by the template
