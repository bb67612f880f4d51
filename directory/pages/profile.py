"""Pages for planners: what the directory knows of each area, the entries behind each number, and all areas at once."""

from collections.abc import Iterator

from directory.output.page import START, Crumb, Page
from directory.pages.render import render
from directory.view.day import DayView
from directory.view.inventory import inventory
from directory.view.profile import profile, profiles
from directory.view.wishes import wishes

PROFESSIONALS = Crumb("Für Fachleute", "fachleute/")
INVENTORY = Crumb("Was steht im Verzeichnis?", "fachleute/bestand/")


def profile_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each area but the whole city."""
    yield from (area.id for area in view.directory.vocabulary.areas.values() if not area.city_wide)


def profile_page(view: DayView, area_id: str) -> Page:
    """Return the profile of an area."""
    found = profile(view, view.directory.vocabulary.areas[area_id])
    return Page(
        address=f"fachleute/profil/{area_id}/",
        title=f"{found.area.name}: Profil",
        body=render("profile.html", root="../../../", view=view, profile=found, area=found.area),
        description=f"Was dieses Verzeichnis {found.area.in_sentence} kennt.",
        crumbs=(START, PROFESSIONALS, INVENTORY),
    )


def profile_numbers_page(view: DayView, area_id: str) -> Page:
    """Return the entries behind each number of a profile."""
    found = profile(view, view.directory.vocabulary.areas[area_id])
    own = Crumb(f"{found.area.name}: Profil", f"fachleute/profil/{area_id}/")
    return Page(
        address=f"fachleute/profil/{area_id}/zahlen/",
        title=f"{found.area.name}: Die Angebote hinter den Zahlen",
        body=render("profile_numbers.html", root="../../../../", profile=found, area=found.area),
        description=f"Welche Angebote im Profil von {found.area.name} gezählt sind.",
        crumbs=(START, PROFESSIONALS, INVENTORY, own),
    )


def inventory_page(view: DayView, _: str) -> Page:
    """Return what stands in the directory, by area."""
    return Page(
        address=INVENTORY.address,
        title=INVENTORY.title,
        body=render("inventory.html", root="../../", view=view, profiles=list(profiles(view)), missed=wishes(view)),
        description="Was in diesem Verzeichnis steht, nach Sozialraum, Thema und Art.",
        crumbs=(START, PROFESSIONALS),
    )


def inventory_kind_page(view: DayView, kind_id: str) -> Page:
    """Return what stands in the directory of one kind, by topic and area."""
    kind = view.directory.vocabulary.kinds[kind_id]
    title = f"{kind.plural} nach Themen"
    return Page(
        address=f"{INVENTORY.address}{kind_id}/",
        title=title,
        body=render("inventory_kind.html", root="../../../", found=inventory(view, kind), title=title),
        description=f"{kind.plural} in diesem Verzeichnis, nach Thema und Sozialraum.",
        crumbs=(START, PROFESSIONALS, INVENTORY),
    )
