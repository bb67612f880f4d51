"""Values as cells of a table that spreadsheets open."""

from typing import Any

# A cell that begins so is taken for a formula by spreadsheets (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: Any) -> str:
    """Return a value as text that no spreadsheet takes for a formula; lists are divided by semicolons."""
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
