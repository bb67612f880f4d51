"""What to do about a problem: words, and what to write instead of what is wrong."""

from dataclasses import dataclass
from typing import Any

from directory.problems.written import in_one_line, short_field

WRITE = "Schreiben Sie:"


@dataclass(frozen=True, slots=True)
class Hint:
    """German words around `instead`: a text, a list of items, or fields by their names.

    Where there is a choice or only an example, `instead` is None, and the words say everything. `shown` are the lines
    as they stand in the file, if that is known. `without` are fields of the same block that the words say to delete.
    """

    words: str
    instead: Any = None
    more: str = ""
    shown: str = ""
    without: tuple[str, ...] = ()

    @property
    def lines(self) -> str:
        """What to write, as it can be copied."""
        if self.shown or self.instead is None:
            return self.shown
        if isinstance(self.instead, dict):
            return "\n".join(short_field(key, value) for key, value in self.instead.items())
        if isinstance(self.instead, list):
            return "\n".join(f"- {in_one_line(item)}" for item in self.instead)
        return str(self.instead)

    def __str__(self) -> str:
        """Return the words with the lines between them; a text alone stands in the line of the words."""
        alone = isinstance(self.instead, str) and not self.shown
        before = f"{self.words}{' ' if alone else chr(10)}{self.lines}" if self.lines else self.words
        return f"{before}\n{self.more}" if self.more else before
