"""Events of calendars line by line (RFC 5545, section 3.1): the same bytes as the package writes, in less time.

The package works out for each moment which of all time zones are alike, and folds letter by letter.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

# Octets of a line without its end; the line break comes before the next one.
LONGEST = 74
# What stands first in an event; the rest is in the order of the alphabet.
ORDER = {
    name: at
    for at, name in enumerate(("SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "RECURRENCE-ID", "RRULE", "EXDATE"))
}
PARTS = ("FREQ", "UNTIL", "INTERVAL", "BYDAY", "BYMONTH", "WKST")
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# The first octet of what must stay with the next one: an escape.
ESCAPES = b"\\^"


def component(name: str, properties: Mapping[str, str]) -> bytes:
    """Return a component; the properties have their parameters and values, from the `;` or `:` after the name."""
    ordered = sorted(properties, key=lambda key: (ORDER.get(key, len(ORDER)), key))
    lines = (f"BEGIN:{name}", *(key + properties[key] for key in ordered), f"END:{name}")
    return b"".join(folded(line) for line in lines)


def text(value: str) -> str:
    """Return a text as the value of a property."""
    return f":{value.translate(ESCAPED)}"


def moments(*values: date) -> str:
    """Return days, or points in time that are all of one zone, as the value of a property."""
    said = ",".join(map(moment, values))
    first = values[0]
    if not isinstance(first, datetime):
        return f";VALUE=DATE:{said}"
    return f";TZID={first.tzinfo.key}:{said}" if isinstance(first.tzinfo, ZoneInfo) else f":{said}"


def moment(value: date) -> str:
    """Return a day or a point in time without its zone; UTC has its mark."""
    if not isinstance(value, datetime):
        return f"{value:%Y%m%d}"
    return f"{value:%Y%m%dT%H%M%S}{'Z' if value.tzinfo is UTC else ''}"


def recurrence(parts: Mapping[str, str | int | Sequence[str | int]], until: date) -> str:
    """Return a rule of recurrence as the value of a property."""
    values = {**parts, "UNTIL": moment(until)}
    said = (
        (name, value if isinstance(value, str | int) else ",".join(map(str, value)))
        for name in PARTS
        if (value := values.get(name)) is not None
    )
    return f":{';'.join(f'{name}={value}' for name, value in said)}"


def folded(line: str) -> bytes:
    """Return a line with its end, in pieces that are not too long; no letter and no escape is divided."""
    octets = line.encode()
    if len(octets) <= LONGEST:
        return octets + b"\r\n"
    pieces, start = [], 0
    while start < len(octets):
        end = start + LONGEST
        if end < len(octets):
            while octets[end] & 0xC0 == 0x80:  # noqa: PLR2004 - within a letter of several octets
                end -= 1
            if octets[end - 1] in ESCAPES:
                end -= 1
        pieces.append(octets[start:end])
        start = end
    return b"\r\n ".join(pieces) + b"\r\n"
