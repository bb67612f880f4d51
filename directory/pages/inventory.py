"""Pages for planners: what stands in the directory, in all areas at once, and of one kind by topic."""

from collections.abc import Iterator

from directory.output.page import START, Crumb, Page
from directory.pages.behind import Behind, apart, behind_keys, behind_page
from directory.pages.parts import divided
from directory.pages.profile import INVENTORY, PROFESSIONALS, behind_of
from directory.pages.render import render
from directory.view.day import DayView
from directory.view.inventory import KindInventory, inventory
from directory.view.profile import profiles
from directory.view.wishes import wishes

# So many names stand beside the table of a kind: with both the page weighs at most 150 KB.
ROOM = 300


def inventory_page(view: DayView, _: str) -> Page:
    """Return what stands in the directory, by area."""
    found = list(profiles(view))
    body = render(
        "inventory.html",
        root="../../",
        view=view,
        profiles=found,
        behind={one.area.id: behind_of(one, f"../profil/{one.area.id}/zahlen/") for one in found},
        missed=wishes(view),
    )
    return Page(
        address=INVENTORY.address,
        title=INVENTORY.title,
        body=body,
        description="Was in diesem Verzeichnis steht, nach Sozialraum, Thema und Art.",
        crumbs=(START, PROFESSIONALS),
    )


def inventory_kind_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each page: each kind, and the numbers whose entries stand apart."""
    for kind in view.directory.vocabulary.kinds:
        yield from behind_keys(kind, _inventory(view, kind).figures, ROOM)


def inventory_kind_page(view: DayView, key: str) -> Page:
    """Return what stands in the directory of one kind, by topic and area, or the entries behind one of the numbers."""
    of_list, number = divided(key)
    kind_id, _, figure_id = of_list.partition("/")
    found = _inventory(view, kind_id)
    own = Crumb(f"{found.kind.plural} nach Themen", f"{INVENTORY.address}{kind_id}/")
    crumbs = (START, PROFESSIONALS, INVENTORY)
    if figure_id:
        [figure] = [one for one in found.figures if one.id == figure_id]
        return behind_page(figure, number, title=figure.label, crumbs=(*crumbs, own))
    behind = Behind("", apart(found.figures, ROOM))
    return Page(
        address=own.address,
        title=own.title,
        body=render("inventory_kind.html", root="../../../", found=found, title=own.title, behind=behind),
        description=f"{found.kind.plural} in diesem Verzeichnis, nach Thema und Sozialraum.",
        crumbs=crumbs,
    )


def _inventory(view: DayView, kind: str) -> KindInventory:
    return inventory(view, view.directory.vocabulary.kinds[kind])
