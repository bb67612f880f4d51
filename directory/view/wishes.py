"""What people miss, as readers see it: who said so and when, why, how far it is, and what the answer is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from directory.model import Entry
from directory.model.vocabulary import Area
from directory.model.wish import PEOPLE, Wish
from directory.schedule import partial_date
from directory.view.day import DayView

SOURCES: Mapping[str, str] = {
    "konferenz": "Das sagt eine Sozialraum-Konferenz",
    "gruppe": "Das sagt eine Gruppe",
    "beirat": "Das sagt ein Beirat",
    "umfrage": "Das sagt eine Umfrage",
    PEOPLE: "Das sagen {number} Menschen",
}
MISFITS: Mapping[str, str] = {
    "zeit": "Die Zeit passt nicht.",
    "kosten": "Es kostet zu viel.",
    "barrieren": "Es gibt Barrieren.",
    "sprache": "Die Sprache passt nicht.",
    "weg": "Der Weg ist zu weit.",
    "voll": "Es ist voll.",
    "alter": "Das Alter passt nicht.",
}
REASONS: Mapping[str, str] = {
    "kein-angebot": "Die Menschen kennen kein Angebot.",
    "passt-nicht": "Die Angebote passen nicht.",
    "unbekannt": "Den Grund kennen wir nicht.",
}
STATES: Mapping[str, str] = {
    "offen": "Es gibt noch keine Antwort.",
    "in-arbeit": "Jemand arbeitet daran.",
    "zum-teil": "Einen Teil gibt es jetzt.",
    "erfuellt": "Das gibt es jetzt.",
    "nicht-moeglich": "Das geht im Moment nicht.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WishView:
    """A wish on one day; `offers` are what fits now and is listed."""

    wish: Wish
    said: str
    why: tuple[str, ...]
    state: str
    offers: tuple[Entry, ...]

    @property
    def sentence(self) -> str:
        """What is missing."""
        return self.wish.sentence[0]


def wishes(view: DayView, area: Area | None = None) -> tuple[WishView, ...]:
    """Return what is missed on this day, the newest first; with an area only there or in the whole city."""
    known = view.directory.vocabulary.areas
    here = [one for one in view.directory.wishes.values() if one.last_day >= view.today]
    if area:
        here = [one for one in here if any(name == area.id or known[name].city_wide for name in one.areas)]
    here.sort(key=lambda one: one.id)
    here.sort(key=lambda one: one.reported, reverse=True)
    return tuple(_view(view, one) for one in here)


def _view(view: DayView, wish: Wish) -> WishView:
    offers = [view.directory.entry[slug] for slug in wish.offers if slug in view.directory.entry]
    source = SOURCES[wish.source].format(number=wish.reports)
    return WishView(
        wish=wish,
        said=f"{source}, {partial_date(wish.reported)}.",
        why=tuple(_why(wish)),
        state=STATES[wish.state],
        offers=tuple(entry for entry in offers if entry.listed(view.today)),
    )


def _why(wish: Wish) -> Iterator[str]:
    yield REASONS[wish.reason]
    yield from (MISFITS[one] for one in wish.misfits)
