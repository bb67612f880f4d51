"""Pages for planners: what the directory knows of each area, the entries behind each number, and all areas at once."""

from collections.abc import Iterator

from directory.output.page import START, Crumb, Page
from directory.pages.parts import BEGINNING, SIZE, divided, part, root_from, with_parts
from directory.pages.render import render
from directory.view.day import DayView
from directory.view.inventory import inventory
from directory.view.profile import Profile, profile, profiles
from directory.view.wishes import wishes

PROFESSIONALS = Crumb("Für Fachleute", "fachleute/")
# So many names stand on the page of all numbers.
NAMES = 1000
INVENTORY = Crumb("Was steht im Verzeichnis?", "fachleute/bestand/")


def profile_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each area but the whole city."""
    yield from (area.id for area in view.directory.vocabulary.areas.values() if not area.city_wide)


def profile_page(view: DayView, area_id: str) -> Page:
    """Return the profile of an area."""
    found = _profile(view, area_id)
    return Page(
        address=f"fachleute/profil/{area_id}/",
        title=f"{found.area.name}: Profil",
        body=render("profile.html", root="../../../", view=view, profile=found, area=found.area),
        description=f"Was dieses Verzeichnis {found.area.in_sentence} kennt.",
        crumbs=(START, PROFESSIONALS, INVENTORY),
    )


def profile_numbers_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each page: each area, and where all entries are too many for one page, each number in parts."""
    for area in profile_keys(view):
        yield f"{area}/zahlen"
        found = _profile(view, area)
        if _too_many(found):
            for figure in found.figures:
                if figure.number > BEGINNING:
                    yield from with_parts(f"{area}/zahlen/{figure.id}", figure.number, SIZE)


def profile_numbers_page(view: DayView, key: str) -> Page:
    """Return the entries behind each number of a profile, or behind one of them."""
    of_list, number = divided(key)
    area_id, _, figure_id = of_list.replace("/zahlen", "").partition("/")
    found = _profile(view, area_id)
    figure = found.by_id[figure_id] if figure_id else None
    shown = part(figure.entries if figure else (), number, SIZE)
    own = Crumb(f"{found.area.name}: Profil", f"fachleute/profil/{area_id}/")
    behind = Crumb(f"{found.area.name}: Die Angebote hinter den Zahlen", f"{own.address}zahlen/")
    address = f"{behind.address}{figure_id}/" if figure else behind.address
    body = render(
        "profile_numbers.html",
        root=root_from(address, number),
        profile=found,
        area=found.area,
        apart=_too_many(found),
        BEGINNING=BEGINNING,
        figure=figure,
        part=shown,
    )
    page = Page(
        address=address,
        title=f"{found.area.name}: {figure.label}" if figure else behind.title,
        body=body,
        description="" if figure else f"Welche Angebote im Profil von {found.area.name} gezählt sind.",
        crumbs=(START, PROFESSIONALS, INVENTORY, own, *((behind,) if figure else ())),
    )
    return shown.of_list(page)


def _profile(view: DayView, area: str) -> Profile:
    return view.once(("profile", area), lambda: profile(view, view.directory.vocabulary.areas[area]))


def _too_many(found: Profile) -> bool:
    return sum(figure.number for figure in found.figures) > NAMES


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
