"""The style sheet with the colours of the areas: data of the city, not of the theme."""

from directory.model import Directory
from directory.pages.render import render


def area_styles(directory: Directory) -> str:
    """Return CSS that sets the property `--area` inside everything that belongs to an area."""
    return render("areas.css", areas=directory.vocabulary.areas.values())
