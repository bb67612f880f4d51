"""Pages by need: what is known to fit, what fits in part, and what nobody has said yet."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from directory.model import Entry
from directory.model.vocabulary import AccessFeature, Area, Need
from directory.output.page import START, Crumb, Page
from directory.output.pagination import REST
from directory.pages.parts import BEGINNING, ROWS, SIZE, TALL, divided, part, root_from, with_parts
from directory.pages.render import render
from directory.view.access import Fit, asks_about, fit
from directory.view.asking import in_writing
from directory.view.day import DayView

NEEDS = Crumb("Passt das für mich?", "passt-das/")
# Of each verdict its place in addresses, what it is called, and what that means.
VERDICTS = MappingProxyType(
    {
        "ja": ("passt", "Das passt", "Nach unseren Angaben passt das."),
        "teilweise": (
            "teilweise",
            "Das passt vielleicht",
            "Hier wissen wir nur einen Teil. Oder das hat noch niemand geprüft.",
        ),
        "nein": ("nein", "Das passt nicht", "Hier gibt es ein Hindernis."),
        "unbekannt": (
            "unbekannt",
            "Nicht bekannt",
            "Zu diesen Angeboten wissen wir das noch nicht. „Nicht bekannt“ heißt nicht „nein“.",
        ),
    }
)


def needs_page(view: DayView, _: str) -> Page:
    """Return the choice of needs."""
    body = render("needs.html", root="../", needs=view.directory.vocabulary.needs.values())
    return Page(
        address="passt-das/",
        title=NEEDS.title,
        body=body,
        description="Angebote nach dem, was Sie brauchen.",
        crumbs=(START,),
    )


def need_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each page: each need, and each need in each area with an entry; of long ones each group too."""
    for need in view.directory.vocabulary.needs:
        for area in ("", *view.directory.vocabulary.areas):
            if area and not view.by_area.get(area):
                continue
            key = f"{need}/{area}".rstrip("/")
            yield key
            groups = _groups(view, need, area)
            if _too_many(groups):
                for verdict, (anchor, _, _) in VERDICTS.items():
                    if len(groups[verdict]) > (0 if verdict == "unbekannt" else BEGINNING):
                        size = _size(verdict)
                        yield from with_parts(f"{key}/{anchor}", len(groups[verdict]), size, size)


def need_page(view: DayView, key: str) -> Page:
    """Return the entries for one need, in honest groups; what is not known is never counted as no."""
    of_list, number = divided(key)
    need_id, *rest = of_list.split("/")
    words = view.directory.vocabulary
    area = words.areas[rest.pop(0)] if rest and rest[0] in words.areas else None
    need = words.needs[need_id]
    groups = _groups(view, need_id, area.id if area else "")
    only = next((verdict for verdict, (anchor, _, _) in VERDICTS.items() if [anchor] == rest), None)
    shown = part(groups[only] if only else (), number, _size(only), _size(only))
    _, title, intro = VERDICTS[only] if only else ("", "", "")
    address = f"passt-das/{of_list}/"
    body = render(
        "need.html",
        root=root_from(address, number),
        up=("../" if only else "") + shown.up,
        view=view,
        need=need,
        area=area,
        areas=[other for other in words.areas.values() if other != area and view.by_area.get(other.id)],
        features=_features(view, need_id),
        groups=groups,
        verdicts=VERDICTS,
        apart=_too_many(groups),
        BEGINNING=BEGINNING,
        only=title,
        intro=intro,
        part=shown,
        unknown=[] if _too_many(groups) else list(_by_area(view, groups["unbekannt"])),
        way=partial(_way, view, need),
    )
    crumbs: tuple[Crumb, ...] = (START, NEEDS)
    whole, base = need.name, f"passt-das/{need_id}/"
    if area:
        crumbs = (*crumbs, Crumb(whole, base))
        whole, base = f"{whole}: {area.name}", f"{base}{area.id}/"
    if only:
        crumbs = (*crumbs, Crumb(whole, base))
        whole = f"{whole}. {title}"
    description = "" if area or only else " ".join(need.description)
    page = Page(
        address=address,
        title=whole,
        body=body,
        description=description,
        area=area.id if area else "",
        crumbs=crumbs,
    )
    return shown.of_list(page)


def _by_area(view: DayView, fits: Sequence[Fit]) -> Iterator[tuple[Area, list[Entry]]]:
    for home in view.directory.vocabulary.areas.values():
        if found := [one.entry for one in fits if one.entry.area == home.id]:
            yield home, found


def _features(view: DayView, need: str) -> list[AccessFeature]:
    return [item for item in view.directory.vocabulary.access_features.values() if need in item.needs]


def _groups(view: DayView, need: str, area: str) -> Mapping[str, Sequence[Fit]]:
    def make() -> Mapping[str, Sequence[Fit]]:
        features = _features(view, need)
        fits = [fit(view.directory, entry, features) for entry in (view.by_area[area] if area else view.listed)]
        # What nobody would ask there, nobody needs to know: a bench has no lift.
        fits = [one for one in fits if one.verdict != "unbekannt" or asks_about(view.directory, one.entry, features)]
        return {verdict: [one for one in fits if one.verdict == verdict] for verdict in VERDICTS}

    return view.once(("need", need, area), make)


def _size(verdict: str | None) -> int:
    """Return how many stand in a part: of what is not known, names alone."""
    return SIZE if verdict == "unbekannt" else TALL


def _too_many(groups: Mapping[str, Sequence[Fit]]) -> bool:
    """Return whether these are too many for one page: of what is not known there are names to open, else rows."""
    total = sum(map(len, groups.values()))
    return total > ROWS or total - len(groups["unbekannt"]) > TALL + REST


def _way(view: DayView, need: Need, entry: Entry) -> str:
    """Return how to ask about an entry: who does not hear gets no number to call."""
    if not need.writing_first:
        return view.of(entry).asking.short
    found = in_writing(view.directory, entry, view.today)
    return found.short if found else "Wir kennen keinen Weg zum Schreiben."
