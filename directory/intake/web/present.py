"""What the form for corrections knows of an entry: the values of its file, and what nobody may see of a secret one."""

from typing import Any

from directory.files.writing import values_of
from directory.forge.addresses import edit_file_address
from directory.model import Entry
from directory.view.day import DayView

# What the page of a secret entry does not show, and what could give its place away.
HIDDEN_WHERE_SECRET = frozenset(
    {"quelle", "belege", "traeger", "orte", "gebiet", "trotzdem", "fruehere_namen_der_datei", "bestaetigt"}
)


def offer(view: DayView, entry: Entry) -> dict[str, Any]:
    """Return what the script needs to fill in the form.

    `path` is the entry's file, `edit` where it is edited at the code host, `values` what it says, `hidden` the fields
    that are not asked for, `sensitive` whether readers may have to leave quickly.
    """
    repository = view.directory.city.repository
    return {
        "path": entry.file,
        "edit": edit_file_address(repository, entry.file) if repository and not entry.secret else "",
        "secret": entry.secret,
        "hidden": sorted(HIDDEN_WHERE_SECRET) if entry.secret else [],
        "sensitive": view.of(entry).sensitive,
        "values": present(entry),
    }


def present(entry: Entry) -> dict[str, Any]:
    """Return the values of an entry as its file has them; of a secret one only what its page shows."""
    values = values_of(entry)
    if not entry.secret:
        return values
    for rule in values.get("zeiten", ()):
        rule.pop("ort", None)
    for group in (*values.get("zeiten", ()), *map(values.get, ("kosten", "mitmachen"))):
        for speaker in ("laut", "quelle") if isinstance(group, dict) else ():
            group.pop(speaker, None)
    return {key: value for key, value in values.items() if key not in HIDDEN_WHERE_SECRET}
