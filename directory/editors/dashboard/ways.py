"""Offers by the link of the chain at which the question "Whom can I ask?" ends, people apart from mere websites."""

from collections.abc import Iterator

from directory.editors.dashboard.section import Group
from directory.view.asking import Asking
from directory.view.day import DayView

LINKS = {
    "eigen": "eigener Kontakt",
    "genannt": "Stelle, die das Angebot nennt",
    "haus": "Haus",
    "betreiber": "Träger vom Haus",
    "anbieter": "Träger",
    "art": "Auskunft für diese Art",
    "zielgruppe": "Auskunft für diese Menschen",
    "thema": "Auskunft zu diesem Thema",
    "gebiet": "Auskunft für dieses Gebiet",
    "auskunft": "Auskunft der Stadt",
}
NOBODY, ONLY_A_WEBSITE = "Niemand", "Nur eine Internet-Seite"


def ways_to_ask(view: DayView) -> Iterator[Group]:
    """Yield the listed offers whom nobody can ask, those with a mere website, and those where a person answers."""
    groups: dict[str, list[str]] = {NOBODY: [], ONLY_A_WEBSITE: []}
    groups |= {f"Ein Mensch: {name}": [] for name in LINKS.values()}
    for entry in view.listed:
        asking = view.of(entry).asking
        groups[ends_at(asking)].append(f"{entry.name} ({entry.slug}). {asking.short}")
    for title, lines in groups.items():
        if lines:
            yield Group(title, tuple(lines), f"{len(lines)} von {len(view.listed)} Angeboten")


def ends_at(asking: Asking) -> str:
    """Return the title of the group of an offer."""
    if human := asking.human:
        return f"Ein Mensch: {LINKS[human.link]}"
    return ONLY_A_WEBSITE if asking else NOBODY
