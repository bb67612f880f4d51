"""Notes that several messages write into one block: the first message has them all, the others none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from directory.problems import Hint
from directory.source.fields.following import block_of, in_place
from directory.source.fields.mistake import Mistake, Noted
from directory.source.tree import Mapping
from directory.source.tree import plain as value_of

FIELDS = ("hinweis", "bedingungen")


@dataclass(frozen=True, slots=True)
class Notes:
    """A hint that writes notes into a block, and the place where the block has notes already, or None."""

    mistake: Mistake
    hint: Hint
    where: Noted
    line: int

    def all_of_them(self) -> Hint:
        """Return the hint with every note that the block has at the end."""
        now = self.where.block.values.get(self.where.key)
        value = self.hint.instead if now is None else self.hint.instead | {self.where.key: value_of(now)}
        there = f"„{self.where.key}“ steht schon in Zeile {self.line}. Löschen Sie es dort." if self.line else ""
        more = "\n".join(filter(None, (self.hint.more, there)))
        return in_place(self.mistake, replace(self.hint, instead=_short(value, self.where.key), more=more))

    def none_of_them(self) -> Hint:
        """Return the hint without its notes, which another message shows."""
        left = {key: value for key, value in self.hint.instead.items() if key != self.where.key}
        if left:
            return in_place(self.mistake, replace(self.hint, instead=left))
        return Hint(f"Löschen Sie „{self.mistake.name}“. Das steht weiter oben schon bei „{self.where.key}“.")


def notes_of(mistake: Mistake, hint: Hint) -> Notes | None:
    """Return the notes that a hint writes; None where it writes none beside the value."""
    if not isinstance(hint.instead, dict):
        return None
    block = block_of(mistake)
    for key in FIELDS:
        inside = block[1] if block and key == "hinweis" else mistake.record
        if key in hint.instead and isinstance(inside, Mapping):
            written = inside.keys.get(key)
            return Notes(mistake, hint, Noted(inside, key), written.line if written else 0)
    return None


def _short(value: dict[str, Any], key: str) -> dict[str, Any]:
    notes = value[key]
    return value | {key: notes[0]} if isinstance(notes, Sequence) and len(notes) == 1 else value
