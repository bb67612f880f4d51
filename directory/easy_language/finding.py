"""What a rule finds: where it is, why it is hard to read, and what to write instead."""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A stretch of one sentence that a rule points at, from `start` to before `end`, in characters.

    `suggestion` is what to write instead where the rule knows it better than its explanation does. `replacement` is a
    safe rewrite of exactly this stretch, for `fixed`. `level` grades rules with steps: 0 is the mildest.
    """

    start: int
    end: int
    suggestion: str = ""
    replacement: str | None = None
    level: int = 0
    values: dict[str, str | int] = field(default_factory=dict)

    @classmethod
    def over(cls, found: re.Match[str], suggestion: str = "", replacement: str | None = None) -> "Match":
        """Return the match of everything that a pattern has found."""
        return cls(start=found.start(), end=found.end(), suggestion=suggestion, replacement=replacement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is hard to read. `item` and `start` count from 0; the German texts are for the author."""

    item: int
    start: int
    end: int
    rule: str
    severity: str
    text: str
    message: str
    suggestion: str
    source: str
    replacement: str | None = None
