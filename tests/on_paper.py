"""What stands in a booklet before it is set: its offers, and one of them line by line."""

from directory.booklets.book import Book
from directory.booklets.offer import Offer
from directory.view.outline import Line


def in_full(book: Book) -> list[Offer]:
    """Return the offers that the booklet has in full."""
    return [offer for section in book.sections for offer in section.here]


def in_short(book: Book) -> list[Offer]:
    """Return the offers that it has in a few lines."""
    return [offer for section in book.sections for offer in section.everywhere]


def lines_on_paper(offer: Offer) -> list[Line]:
    """Return every line of an offer in the order in which it is read."""
    answers = [line for group in offer.answers for line in group.lines]
    unknown = [Line(offer.unknown)] if offer.unknown else []
    head = [Line(offer.name), offer.way.line, Line(offer.way.beside)]
    return [*head, *offer.lead, *answers, *offer.more, *offer.notes, *unknown, *offer.foot]


def text_on_paper(offer: Offer) -> str:
    """Return the same as one text."""
    return "\n".join(line.text for line in lines_on_paper(offer))
