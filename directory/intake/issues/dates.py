"""Dates as people write them, in the form that files have; what is not clear stays as it is: the model refuses it."""

import re

from directory.model.values import MONTHS

GERMAN = re.compile(r"(?:(\d{1,2})\.\s*)?(?:(\d{1,2})[./]\s*|([A-Za-zä]+)\s+)(\d{4})")


def day_written(text: str) -> str:
    """Return 1.10.2026 as 2026-10-01, 10.2026 and "Oktober 2026" as 2026-10."""
    match = GERMAN.fullmatch(text.strip())
    if not match:
        return text
    day, number, name, year = match.groups()
    if name and name.capitalize() not in MONTHS:
        return text
    month = MONTHS.index(name.capitalize()) + 1 if name else int(number)
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")
