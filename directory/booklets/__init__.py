"""Directory to booklets: printable PDFs, one for each area in several editions, and one sheet for each offer."""

from directory.booklets.edition import Edition
from directory.booklets.press import render, render_sheet

__all__ = ["Edition", "render", "render_sheet"]
