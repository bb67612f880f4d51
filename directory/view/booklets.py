"""The booklets that there are: what the page about them says and what is printed must agree."""

from dataclasses import dataclass
from enum import Enum

# A booklet of more pages does not fold well: for folding it comes in parts. What has more than the second number of
# pages is a book that nobody holds well: it comes in volumes in every edition.
FOLDABLE_PAGES, VOLUME_PAGES = 64, 200


class Edition(Enum):
    """One form: the ending of its file, its name for readers, its paper and the size of its letters in points."""

    A5 = ("a5", "Heft", "a5", 14)
    LARGE = ("gross", "Heft in großer Schrift", "a4", 20)
    COPY = ("kopie", "Kopier-Vorlage", "a4", 14)
    LEAFLET = ("faltblatt", "Faltblatt", "a4", 14)

    @property
    def across(self) -> bool:
        """Whether its paper lies across."""
        return self in {Edition.COPY, Edition.LEAFLET}

    def __init__(self, suffix: str, title: str, paper: str, size: int) -> None:
        self.suffix, self.title, self.paper, self.size = suffix, title, paper, size


@dataclass(frozen=True, slots=True, kw_only=True)
class Booklet:
    """A finished PDF of an area: where it is below the site's root, its bytes and pages.

    `part` counts the volumes of what is too thick for one; 0 is the only one.
    """

    area: str
    edition: Edition
    path: str
    size: int
    pages: int
    part: int = 0


def cover_path(area: str) -> str:
    """Return where the picture of a cover is."""
    return f"hefte/{area}.png"


def profile_path(area: str) -> str:
    """Return where the profile of an area is, on two sides of paper."""
    return f"fachleute/profil/{area}/profil-{area}.pdf"


def sheet_path(slug: str) -> str:
    """Return where the information sheet of an entry is."""
    return f"angebote/{slug}/info-blatt.pdf"
