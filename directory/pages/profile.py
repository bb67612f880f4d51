"""Pages for planners: what the directory knows of each area, the entries behind each number, and what is to ask."""

from collections.abc import Iterator
from operator import attrgetter

from directory.output.page import START, Crumb, Page
from directory.pages.alphabet import Alphabet
from directory.pages.behind import Behind, apart, behind_keys, behind_page
from directory.pages.parts import BEGINNING, TALL, divided, part, root_from, with_parts
from directory.pages.render import render
from directory.view.day import DayView
from directory.view.places import EntryLink
from directory.view.profile import Profile, profile

PROFESSIONALS = Crumb("Für Fachleute", "fachleute/")
INVENTORY = Crumb("Was steht im Verzeichnis?", "fachleute/bestand/")
# So many names stand on the page of all numbers: it weighs at most 150 KB.
ROOM = 800
# So many houses and providers stand in the profile itself; more have pages of their own.
FIRST = 10
NAMED = {"haeuser": "Häuser mit mehreren Gruppen", "traeger": "Vereine, Firmen und Ämter"}


def profile_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each area but the whole city."""
    yield from (area.id for area in view.directory.vocabulary.areas.values() if not area.city_wide)


def profile_page(view: DayView, area_id: str) -> Page:
    """Return the profile of an area."""
    found = _profile(view, area_id)
    own = _own(found)
    body = render(
        "profile.html",
        root="../../../",
        view=view,
        profile=found,
        area=found.area,
        behind=behind_of(found, "zahlen/"),
        first_questions=found.knowledge.questions[:BEGINNING],
        most=FIRST,
    )
    return Page(
        address=own.address,
        title=own.title,
        body=body,
        description=f"Was dieses Verzeichnis {found.area.in_sentence} kennt.",
        crumbs=(START, PROFESSIONALS, INVENTORY),
    )


def profile_questions_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each page: each area with more questions than stand in its profile, in parts."""
    for area in profile_keys(view):
        total = len(_profile(view, area).knowledge.questions)
        if total > BEGINNING:
            yield from with_parts(f"{area}/fragen", total, TALL, TALL)


def profile_questions_page(view: DayView, key: str) -> Page:
    """Return the offers of an area of which something is not known, and whom to ask."""
    of_list, number = divided(key)
    found = _profile(view, of_list.partition("/")[0])
    shown = part(found.knowledge.questions, number, TALL, TALL)
    own = _own(found)
    address, title = f"{own.address}fragen/", f"{found.area.name}: Wen fragen wir zuerst?"
    body = render("profile_questions.html", root=root_from(address, number), area=found.area, title=title, part=shown)
    return shown.of_list(Page(address=address, title=title, body=body, crumbs=(START, PROFESSIONALS, INVENTORY, own)))


def profile_names_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each page: the houses and the providers of each area that has many, in parts."""
    for area in profile_keys(view):
        for which in NAMED:
            names = _names(view, area, which)
            if len(names.items) > FIRST:
                yield from names.keys(f"{area}/{which}")


def profile_names_page(view: DayView, key: str) -> Page:
    """Return houses or providers of an area, in the order of the alphabet."""
    of_list, number = divided(key)
    area_id, _, which = of_list.partition("/")
    names = _names(view, area_id, which)
    own, shown = _own(_profile(view, area_id)), names.part(number)
    address, title = f"{own.address}{which}/", f"{_profile(view, area_id).area.name}: {NAMED[which]}"
    body = render(
        "profile_names.html",
        root=root_from(address, number),
        title=title,
        folder="angebote" if which == "haeuser" else "traeger",
        part=shown,
        letters=names.letters,
        sections=list(names.sections(shown)),
    )
    return shown.of_list(Page(address=address, title=title, body=body, crumbs=(START, PROFESSIONALS, INVENTORY, own)))


def profile_numbers_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each page: each area, and the numbers whose entries stand apart."""
    for area in profile_keys(view):
        yield from behind_keys(f"{area}/zahlen", _profile(view, area).figures, ROOM)


def profile_numbers_page(view: DayView, key: str) -> Page:
    """Return the entries behind each number of a profile, or behind one of them that stands apart."""
    of_list, number = divided(key)
    area_id, _, figure_id = of_list.replace("/zahlen", "").partition("/")
    found = _profile(view, area_id)
    own = _own(found)
    crumbs = (START, PROFESSIONALS, INVENTORY, own)
    behind = Crumb(f"{found.area.name}: Die Angebote hinter den Zahlen", f"{own.address}zahlen/")
    if figure_id:
        figure = found.by_id[figure_id]
        return behind_page(figure, number, title=f"{found.area.name}: {figure.label}", crumbs=(*crumbs, behind))
    body = render(
        "profile_numbers.html",
        root=root_from(behind.address),
        profile=found,
        area=found.area,
        apart=apart(found.figures, ROOM),
    )
    return Page(
        address=behind.address,
        title=behind.title,
        body=body,
        description=f"Welche Angebote im Profil von {found.area.name} gezählt sind.",
        crumbs=crumbs,
    )


def behind_of(found: Profile, at: str) -> Behind:
    """Return where the entries behind the numbers of a profile stand, by the way to the page of all of them."""
    return Behind(at, apart(found.figures, ROOM))


def _names(view: DayView, area_id: str, which: str) -> Alphabet[EntryLink]:
    found = _profile(view, area_id)
    houses = [EntryLink(house.slug, house.name) for house in found.houses]
    links = houses if which == "haeuser" else [EntryLink(one.id, one.name) for one in found.providers]
    return Alphabet(links, attrgetter("name"))


def _own(found: Profile) -> Crumb:
    return Crumb(f"{found.area.name}: Profil", f"fachleute/profil/{found.area.id}/")


def _profile(view: DayView, area: str) -> Profile:
    return profile(view, view.directory.vocabulary.areas[area])
