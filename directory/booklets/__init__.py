"""Directory to booklets: printable PDFs, one for each area in several editions, and one sheet for each entry."""

from directory.booklets.render import render, render_sheet
from directory.view.booklets import Edition

__all__ = ["Edition", "render", "render_sheet"]
