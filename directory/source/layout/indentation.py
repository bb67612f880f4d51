"""Lines that begin too far to the left or to the right, and what they begin with."""

import re

from directory.source.field_names import is_at_top
from directory.source.layout.finding import Finding, Spot, in_lines, indentation, shown

ALIGNED = "Felder, die zusammen gehören, beginnen genau untereinander."
FIELD = re.compile(r"(?P<before>\s*(?:-\s+)?)(?P<key>[\w-]+):(?:\s+(?P<value>[^\s#].*))?$")


def foreign_indentation(spot: Spot) -> Finding | None:
    """Return what is wrong with tabs and other blanks at the beginning of lines, in all lines that have them."""
    own = indentation(spot.line)
    if set(own) <= {" "}:
        return None
    kind = "Tabulator" if "\t" in own else "geschützten Leerzeichen"
    mended = {
        number: indentation(line).replace("\t", "  ").replace("\xa0", " ") + line.lstrip()
        for number, line in enumerate(spot.lines)
        if line.strip() and not set(indentation(line)) <= {" "}
    }
    hint = f"Löschen Sie {in_lines(mended)}, was vor dem Text steht. Tippen Sie dort Leerzeichen:\n"
    return Finding(
        code="yaml-tabulator",
        message=f"Diese Zeile beginnt mit einem {kind}.",
        hint=hint + shown(mended.values()),
        lines=mended,
    )


def too_deep(spot: Spot) -> Finding:
    """Return where a line belongs that begins too far to the right."""
    message = "Diese Zeile ist zu weit eingerückt."
    return _aligned(spot, spot.number) or Finding(
        code="yaml-einrueckung", message=message, hint=f"{ALIGNED}\n{spot.line.strip()}"
    )


def _aligned(spot: Spot, number: int) -> Finding | None:
    """Return how far the line of a field must be indented, by the field before it."""
    own = FIELD.match(spot.lines[number])
    above = next((found for at in range(number - 1, -1, -1) if (found := FIELD.match(spot.lines[at]))), None)
    if not own or not above or own["before"].strip():
        return None
    column = 0 if is_at_top(own["key"]) else len(above["before"]) + (0 if above["value"] else 2)
    if column == len(own["before"]):
        return None
    blanks = "keine Leerzeichen" if not column else f"genau {column} Leerzeichen"
    mended = {number: " " * column + spot.lines[number].strip()}
    for at in range(number + 1, len(spot.lines)):
        other = FIELD.match(spot.lines[at])
        if not other or other["before"] != own["before"] or not other["value"] or is_at_top(other["key"]) or not column:
            break
        mended[at] = " " * column + spot.lines[at].strip()
    several = len(mended) > 1
    which, are, before = (
        ("Diese Zeilen", "sind", "diesen Zeilen") if several else ("Diese Zeile", "ist", "dieser Zeile")
    )
    where = f", {in_lines(mended)}," if several else ""
    return Finding(
        code="yaml-einrueckung",
        message=f"{which} {are} {'zu weit' if len(own['before']) > column else 'zu wenig'} eingerückt.",
        hint=f"{ALIGNED} Vor {before}{where} stehen {blanks}:\n{shown(mended.values())}",
        lines=mended,
    )


def _dash_aligned(spot: Spot) -> Finding | None:
    """Return how far a dash must be indented, by the dash before it."""
    if not re.match(r"\s*-\s", spot.line):
        return None
    above = next((one for one in reversed(spot.lines[: spot.number]) if re.match(r"\s*-\s", one)), None)
    if above is None or indentation(above) == indentation(spot.line):
        return None
    mended = indentation(above) + spot.line.strip()
    return Finding(
        code="yaml-einrueckung",
        message="Dieser Strich ist anders eingerückt als der Strich davor.",
        hint=f"Alle Striche von einer Liste stehen genau untereinander. Vor dem Strich stehen genau "
        f"{len(indentation(above))} Leerzeichen:\n{mended}",
        lines={spot.number: mended},
    )


def uneven(spot: Spot) -> Finding:
    """Return where a line belongs that begins neither where the one before does, nor inside it."""
    message = "Diese Zeile ist anders eingerückt als die Zeilen davor."
    hint = f"{ALIGNED} Nehmen Sie dafür Leerzeichen."
    return (
        _aligned(spot, spot.number)
        or _dash_aligned(spot)
        or Finding(code="yaml-einrueckung", message=message, hint=hint)
    )
