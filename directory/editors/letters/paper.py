"""The form on paper: what the directory says about an offer, and boxes to tick."""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.editors.letters.answers import WORDINGS
from directory.editors.letters.letter import ways
from directory.editors.recipients import Correspondent
from directory.output.typst import data_of, typeset
from directory.schedule import day
from directory.view.day import Listing
from directory.view.outline import Offer, printed_offer

TEMPLATE = "answer-form.typ"
LETTERS = 12  # points; the offer itself gets what room there is


@dataclass(frozen=True, slots=True)
class Form:
    """The forms of one correspondent, a page for each offer; `back` is empty where no editors are known."""

    to: str
    title: str
    as_of: str
    offers: list[Offer]
    boxes: list[str]
    back: list[str]


def form(listing: Listing, to: Correspondent) -> Form:
    """Return what stands on the form."""
    return Form(
        to.name,
        listing.directory.city.title,
        day(listing.today),
        [printed_offer(listing, item.entry) for item in to.due],
        [wording.label for wording in WORDINGS.values()],
        list(_back(listing)),
    )


def form_pdf(listing: Listing, to: Correspondent) -> bytes:
    """Return the form as PDF/UA-1; raises what `typeset` raises."""
    content = form(listing, to)
    icons = [group.icon for offer in content.offers for group in offer.groups]
    data = data_of(
        content,
        [*icons, *(offer.icon for offer in content.offers)],
        bold_negation=listing.legibility.bold_negation,
        colour=content.offers[0].colour,
        author=content.title,
        size=LETTERS,
        paper="a4",
    )
    return typeset(TEMPLATE, data)


def _back(listing: Listing) -> Iterator[str]:
    """Yield how the form comes back: by post to the operator, by phone and mail to the editors."""
    city = listing.directory.city
    if city.operator:
        yield ", ".join((city.operator.name, *city.operator.address))
    yield from ways(city.reports)
