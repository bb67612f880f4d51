"""The forms in which a booklet is printed."""

from enum import Enum

# More sheets than these do not fold well into each other.
FOLDS = 60


class Edition(Enum):
    """One form: the ending of its file, its name for readers, its paper and the size of its letters in points."""

    A5 = ("a5", "Heft", "a5", 14)
    LARGE = ("gross", "Heft in großer Schrift", "a4", 20)
    COPY = ("kopie", "Kopier-Vorlage", "a4", 14)

    def __init__(self, suffix: str, title: str, paper: str, size: int) -> None:
        self.suffix, self.title, self.paper, self.size = suffix, title, paper, size
