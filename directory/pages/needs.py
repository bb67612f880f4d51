"""Pages by need: what is known to fit, what fits in part, and what nobody has said yet."""

from collections.abc import Iterator

from directory.model import Entry
from directory.model.vocabulary import Need
from directory.output.page import START, Crumb, Page
from directory.pages.render import render
from directory.view.access import asks_about, fit
from directory.view.asking import in_writing
from directory.view.day import DayView

NEEDS = Crumb("Passt das für mich?", "passt-das/")


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
    """Yield a key for each page: each need, and each need in each area with an entry."""
    for need in view.directory.vocabulary.needs:
        yield need
        yield from (f"{need}/{area}" for area in view.directory.vocabulary.areas if view.by_area.get(area))


def need_page(view: DayView, key: str) -> Page:
    """Return the entries for one need, in honest groups; what is not known is never counted as no."""
    need_id, _, area_id = key.partition("/")
    words = view.directory.vocabulary
    need, area = words.needs[need_id], words.areas[area_id] if area_id else None
    features = [item for item in words.access_features.values() if need_id in item.needs]
    fits = [fit(view.directory, entry, features) for entry in (view.by_area[area_id] if area else view.listed)]
    # What nobody would ask there, nobody needs to know: a bench has no lift.
    fits = [one for one in fits if one.verdict != "unbekannt" or asks_about(view.directory, one.entry, features)]
    groups = {
        verdict: [one for one in fits if one.verdict == verdict] for verdict in ("ja", "teilweise", "nein", "unbekannt")
    }
    body = render(
        "need.html",
        root="../../../" if area else "../../",
        view=view,
        need=need,
        area=area,
        areas=[other for other in words.areas.values() if other != area and view.by_area.get(other.id)],
        features=features,
        groups=groups,
        ways={one.entry.slug: _way(view, need, one.entry) for one in fits},
        unknown=[
            (home, found)
            for home in words.areas.values()
            if (found := [one.entry for one in groups["unbekannt"] if one.entry.area == home.id])
        ],
    )
    address = f"passt-das/{key}/"
    if area:
        crumbs = (START, NEEDS, Crumb(need.name, f"passt-das/{need_id}/"))
        return Page(address=address, title=f"{need.name}: {area.name}", body=body, area=area.id, crumbs=crumbs)
    return Page(
        address=address, title=need.name, body=body, description=" ".join(need.description), crumbs=(START, NEEDS)
    )


def _way(view: DayView, need: Need, entry: Entry) -> str:
    """Return how to ask about an entry: who does not hear gets no number to call."""
    if not need.writing_first:
        return view.of(entry).asking.short
    found = in_writing(view.directory, entry, view.today)
    return found.short if found else "Wir kennen keinen Weg zum Schreiben."
