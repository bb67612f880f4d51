"""A to Z: every name of every entry."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from directory.model.text import collation_key
from directory.output.page import START, Page
from directory.pages.alphabet import Alphabet
from directory.pages.parts import divided, root_from
from directory.pages.render import render
from directory.view.day import DayView


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A name, the entry to which it leads, and what has to be said about it."""

    name: str
    slug: str
    note: str


def index_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each page: all names in parts."""
    return _index(view).keys("")


def index_page(view: DayView, key: str) -> Page:
    """Return names by their first letter: of listed entries, of those that there are no more, and other names."""
    _, number = divided(key)
    index, address = _index(view), "a-bis-z/"
    shown = index.part(number)
    body = render(
        "index.html",
        root=root_from(address, number),
        view=view,
        part=shown,
        letters=index.letters,
        sections=list(index.sections(shown)),
    )
    description = "Alle Angebote nach dem Alphabet."
    return shown.of_list(
        Page(address=address, title="Von A bis Z", body=body, description=description, crumbs=(START,))
    )


def _index(view: DayView) -> Alphabet[IndexLine]:
    def make() -> Alphabet[IndexLine]:
        lines = sorted(_index_lines(view), key=lambda line: (collation_key(line.name), line.slug))
        return Alphabet(lines, attrgetter("name"))

    return view.once("a to z", make)


def _index_lines(view: DayView) -> Iterator[IndexLine]:
    names = {entry.name for entry in view.directory.entries}
    areas = view.directory.vocabulary.areas
    for entry in view.directory.entries:
        listed = entry.listed(view.today)
        yield IndexLine(entry.name, entry.slug, areas[entry.area].name if listed else view.of(entry).notice)
        for other in entry.other_names:
            if other not in names:
                names.add(other)
                yield IndexLine(other, entry.slug, f"Hier heißt es: {entry.name}")
