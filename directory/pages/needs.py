"""Pages by need: what is known to fit, what fits in part, and what nobody has said yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from directory.model import Entry
from directory.model.vocabulary import AccessFeature
from directory.output.html import render
from directory.output.page import START, Crumb, Page
from directory.view.day import DayView

NEEDS = Crumb("Passt das für mich?", "passt-das/")
# Kinds of places where nobody has to get through a door.
WITHOUT_DOOR = frozenset({"aufsuchend", "online", "telefon", "geheim"})


@dataclass(frozen=True, slots=True)
class Fit:
    """What is known about an entry for one need: a verdict and the sentences behind it."""

    entry: Entry
    verdict: str
    sentences: list[str]


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
    fits = [fit(view, entry, features) for entry in (view.by_area[area_id] if area else view.listed)]
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
    )
    address = f"passt-das/{key}/"
    if area:
        crumbs = (START, NEEDS, Crumb(need.name, f"passt-das/{need_id}/"))
        return Page(address=address, title=f"{need.name}: {area.name}", body=body, area=area.id, crumbs=crumbs)
    return Page(
        address=address, title=need.name, body=body, description=" ".join(need.description), crumbs=(START, NEEDS)
    )


def fit(view: DayView, entry: Entry, features: list[AccessFeature]) -> Fit:
    """Return how an entry fits. The first feature of a need decides; the others can only take away from a yes."""
    known: dict[str, str] = {}
    for place in view.directory.places(entry):
        if place.access:
            known |= {item.id: place.access.features[item.id] for item in features if item.id in place.access.features}
    sentences = [access_sentence(item, known[item.id]) for item in features if item.id in known]
    if not known:
        return Fit(entry, "unbekannt", sentences)
    decisive = known.get(features[0].id)
    if decisive == "nein":
        return Fit(entry, "nein", sentences)
    whole = decisive == "ja" and set(known.values()) == {"ja"}
    return Fit(entry, "ja" if whole else "teilweise", sentences)


def access_sentence(feature: AccessFeature, degree: str) -> str:
    """Return what a feature's value means, as a sentence."""
    words: Mapping[str, str] = {"ja": feature.yes, "teilweise": feature.partly, "nein": feature.no}
    return words[degree]
