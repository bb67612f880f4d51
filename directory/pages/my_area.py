"""The page on which people find the social space that they live in: by street, by locality, by another name of it."""

from directory.model.text import collation_key
from directory.model.vocabulary import Street
from directory.output.page import START, Page
from directory.pages.render import render
from directory.view.day import DayView

MY_AREA = "Mein Sozialraum"


def my_area_page(view: DayView, _: str) -> Page:
    """Return all streets by first letter, and all localities; assets/scripts/my-area.js searches in these lists."""
    letters: dict[str, list[Street]] = {}
    for street in sorted(view.directory.vocabulary.streets.values(), key=lambda street: collation_key(street.name)):
        letters.setdefault(collation_key(street.name)[0][:1].upper(), []).append(street)
    body = render("my_area.html", root="../", view=view, title=MY_AREA, letters=letters)
    return Page(
        address="mein-sozialraum/",
        title=MY_AREA,
        body=body,
        description="In welchem Sozialraum Sie wohnen.",
        crumbs=(START,),
        scripts=("my-area.js",),
        styles=("own.css",),
    )
