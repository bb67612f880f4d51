"""An offer on paper: name and way to ask in one head, then short answers; what is true of all is not repeated."""

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from directory.model.contact import hostname
from directory.schedule import is_current
from directory.view.answerer import Answerer, Link, Way
from directory.view.asking import Asking
from directory.view.attribution import AttributionView
from directory.view.day import DayView
from directory.view.entry import EntryView
from directory.view.outline import Group, Line, phone_line, texts
from directory.view.phrases import NOT_YET, PLANNED, age_mark
from directory.view.places import SECRET, PlaceView, place_names
from directory.view.times import MORE_TIMES, PLAIN_PURPOSES, TimesBlock

NO_WAY = "Kein Kontakt bekannt."
# Letters that have room in a line, and beside the question of an answer; lines of half a page without the head.
IN_A_LINE, IN_AN_ANSWER, HALF_A_PAGE = 52, 40, 9
WHEN, WHERE, ACCESS = "Wann", "Wo", "Zugang"
ICONS = {
    "telefon": "phone",
    "mail": "email-outline",
    "formular": "form-textbox",
    "nummer": "message-text-outline",
    "seite": "web",
    "besuch": "map-marker",
}


@dataclass(frozen=True, slots=True)
class HeadWay:
    """The way to ask that stands beside the name: its pictogram, the line, and whose it is or what it is for."""

    icon: str
    line: Line
    beside: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An offer in the order in which it is read.

    `more` are the other ways and who is behind the offer, for one line; `notes` is what one must know before one asks.
    `unknown` is one line, `foot` is what is true of few offers only. Two `short` offers have room on a page.
    """

    slug: str
    name: str
    kind: str
    icon: str
    colour: str
    way: HeadWay
    lead: list[Line]
    answers: list[Group]
    more: list[Line]
    notes: list[Line]
    unknown: str
    foot: list[Line]
    short: bool = False


def whole(
    view: DayView,
    entry: EntryView,
    area: str = "",
    known_to_be_unknown: Collection[str] = (),
    *,
    advice_in_front: AbstractSet[Link] = frozenset(),
) -> Offer:
    """Return everything that paper says of an offer, places and times in `area` first.

    `known_to_be_unknown` is what the paper says once for nearly all of its offers; so it does with `advice_in_front`,
    the links of the chain whose advice offices are not named beside each offer.
    """
    answers = (
        (WHEN, "calendar", list(_times(view, entry, area))),
        (WHERE, "map-marker", list(_places(view, entry, area))),
        ("Für wen", "account-question", list(_audience(entry))),
        ("Besuch", "hand-wave", [*_joining(entry), *texts(*entry.record.first_visit)]),
        ("Kosten", "currency-eur", list(_cost(entry))),
        (ACCESS, "human-wheelchair", list(_access(view, entry))),
    )
    unknown = [fact for fact in entry.unknown if fact not in known_to_be_unknown]
    kinds = ", ".join(kind.name for kind in entry.kinds)
    offer = Offer(
        slug=entry.slug,
        name=entry.name,
        kind=kinds if entry.area.id == area else entry.kind_and_area,
        icon=entry.kinds[0].icon,
        colour=entry.area.colour,
        way=_head(entry, advice_in_front),
        lead=[*_notices(entry), *texts(*entry.record.description, entry.led_by)],
        answers=[Group(*answer) for answer in answers if answer[2]],
        more=list(_more(entry)),
        # Who advises on many offers has its own notes in its own place.
        notes=[Line(note) for one in entry.asking.answerers if not one.advises for note in one.notes],
        unknown=f"Nicht bekannt: {', '.join(unknown)}." if unknown else "",
        foot=list(_foot(entry)),
    )
    return replace(offer, short=_lines(offer) <= HALF_A_PAGE)


def _lines(offer: Offer) -> int:
    """Return how many lines an offer has below its head, about: to set each on trial takes as long as to set it."""
    text = [*offer.lead, Line(" ".join(line.text for line in offer.more)), *offer.notes, Line(offer.unknown)]
    answers = [line for group in offer.answers for line in group.lines]
    return sum(-(-len(line.text) // IN_A_LINE) for line in text) + sum(
        -(-(len(line.text) + 2 * len(line.age)) // IN_AN_ANSWER) for line in answers
    )


def brief(view: DayView, entry: EntryView, *, advice_in_front: AbstractSet[Link] = frozenset()) -> Offer:
    """Return an offer in a few lines: what it is, the way to ask, where, and when; `advice_in_front` as in `whole`."""
    answers = ((WHERE, "map-marker", _spot(entry)), (WHEN, "clock-outline", _glance(entry)))
    return replace(
        whole(view, entry, advice_in_front=advice_in_front),
        kind="",
        lead=[*_notices(entry), Line(entry.lead)],
        answers=[Group(*answer) for answer in answers if answer[2]],
        more=[],
        notes=[],
        unknown="",
        foot=[],
    )


def source_line(entry: EntryView, unknown: str = ", Jahr unbekannt") -> str:
    """Return where the facts of an offer come from and how old they are; of several pages of a website the newest.

    `unknown` is what follows a source without a year.
    """
    if entry.record.secret:
        return "Das bleibt geheim."
    years: dict[str, int] = {}
    for source, shown in zip(entry.record.sources, entry.sources, strict=True):
        years[shown.text] = max(years.get(shown.text, 0), source.as_of.year)
    return "; ".join(text + (f", {year}" if year else unknown) for text, year in years.items()) + "."


def _head(entry: EntryView, advice_in_front: AbstractSet[Link]) -> HeadWay:
    best = entry.asking.best
    if best is None:
        # Nobody looks for a number beside a bench: where it is stands in its place.
        line = Line(entry.whereabouts or entry.lead, "strong") if entry.asking.thing else Line(NO_WAY, "strong")
        return HeadWay("map-marker" if entry.asking.thing else "help-circle-outline", line, "")
    asked, advice = _asked(entry.asking), entry.asking.advice
    way = asked.ways[0]
    beside = asked.beside
    if advice and advice.link not in advice_in_front:
        beside = f"{advice.beside}, {advice.ways[0].text}"
    purpose = "" if asked.advises else way.purpose  # what an office uses a number for is its own affair
    return HeadWay(ICONS[way.kind], _way(way), ". ".join(filter(None, (beside, purpose))))


def _asked(asking: Asking) -> Answerer:
    """Return whose way stands in the head; an advice office, which knows many other things too, only stands beside."""
    return asking.answerers[0] if asking.advice or not asking.best else asking.best


def _way(way: Way) -> Line:
    if way.kind == "nummer":
        return Line(f"{way.label}: {way.text}", "strong")
    if way.phone:
        return phone_line(way.phone)
    if way.kind == "besuch":
        return Line(f"Hingehen: {way.text}", "strong")
    # Who types the name of a website gets it in German: only the whole address leads to another language.
    return Line(hostname(way.to) if way.kind == "seite" else way.text, "link", way.to)


def _more(entry: EntryView) -> Iterator[Line]:
    """Yield the other ways, and who is behind the offer."""
    asked = _asked(entry.asking) if entry.asking else None
    told = {asked.ways[0].text} if asked else set[str]()
    said = {entry.name, asked.name if asked else ""}
    for one in entry.asking.answerers:
        for way in () if one is entry.asking.advice else _rest(one, head=one is asked):
            if way.text not in told:
                line, about = _way(way), ", ".join(filter(None, (one.name, way.purpose)))
                yield replace(line, text=f"{about}: {line.text}") if about else line
                told.add(way.text)
                said.add(one.name)
    yield from texts(*(f"Das macht: {one.name}" for one in entry.contact.providers if one.name not in said))


def _rest(answerer: Answerer, *, head: bool) -> tuple[Way, ...]:
    """Return the ways that are not in the head; where one can go, the answers say already."""
    ways = answerer.ways[1:] if head else answerer.ways
    own = ways if not answerer.name else () if head else ways[:1]
    return tuple(way for way in own if way.kind != "besuch")


def _notices(entry: EntryView) -> list[Line]:
    notice = [entry.notice] if entry.notice in {PLANNED, NOT_YET} else []
    return [Line(line, "strong") for line in (*notice, *entry.house_notice)]


def _said(said: AttributionView, *sentences: str) -> Iterator[Line]:
    """Yield sentences, the first with its age where it is old, and who says so where somebody is named."""
    lines = texts(*sentences)
    if lines and said.year is not None:
        lines[0] = replace(lines[0], age=age_mark(said.year))
    yield from lines
    if lines:
        yield from texts(said.who if said.named else "", said.since)


def _audience(entry: EntryView) -> Iterator[Line]:
    audience = entry.audience
    languages = f"Sprachen: {', '.join(audience.languages)}." if audience.languages else ""
    yield from _said(audience.said, *audience.notes)
    yield from texts(", ".join(audience.names), audience.age, *audience.conditions)
    yield from _said(audience.languages_said, languages)


def _joining(entry: EntryView) -> Iterator[Line]:
    if entry.joining:
        yield from _said(entry.joining.said, entry.joining.text, *entry.joining.notes)


def _cost(entry: EntryView) -> Iterator[Line]:
    if entry.cost:
        yield from _said(entry.cost.said, entry.cost.text, *entry.cost.notes)


def _times(view: DayView, entry: EntryView, area: str) -> Iterator[Line]:
    yield from texts(*entry.period)
    named = zip(view.directory.places(entry.record), place_names(view.directory, entry.record), strict=True)
    elsewhere = {name for place, name in named if area and view.directory.area_of(place) not in {area, None}}

    def far(block: TimesBlock) -> bool:
        return all(line.where in elsewhere for line in block.lines)

    for block in sorted(entry.times, key=far):
        several = len(entry.times) > 1 or block.purpose not in PLAIN_PURPOSES
        label, age = block.heading if several else "", "" if block.tag == "" else age_mark(block.year or 0)
        for line in sorted(block.lines, key=lambda line: line.where in elsewhere):
            first, *others = line.sentences
            yield Line(": ".join(filter(None, (label, line.where, first))), age=age)
            yield from texts(*others)
            label, age = "", ""
    for special in entry.special_days:
        yield from texts(special.text, *special.notes)


def _places(view: DayView, entry: EntryView, area: str) -> Iterator[Line]:
    if entry.record.secret:
        yield Line(SECRET)
        return
    places = sorted(entry.places, key=lambda place: bool(area) and place.area != area)
    for place in places:
        address = _address(place, view.directory.city.name)
        told = len(places) == 1 or address.startswith(place.heading)
        if address:
            yield Line(address if told else f"{place.heading}: {address}")
        yield from texts(place.kind_text)
        yield from _said(entry.stop_said, f"Haltestelle: {place.stop}" if place.stop else "")
        yield from texts(*place.directions)


def _address(place: PlaceView, city: str) -> str:
    """Return the address in one line; the city and its postcodes are known to everyone who lives there."""
    town = place.town if not place.town.endswith(city) else ""
    venue = place.venue.name if place.venue else ""
    parts = (venue, place.street, place.locality, town) if place.has_address else (venue,)
    return ", ".join(filter(None, parts))


def _access(view: DayView, entry: EntryView) -> Iterator[Line]:
    for block in entry.access:
        old = block.since.known and not is_current(block.since, None, view.today)
        where = f"{block.where}: " if len(entry.access) > 1 and block.where else ""
        first, *others = block.sentences or ("",)
        yield from [Line(f"{where}{first}", age=age_mark(block.since.year) if old else "")] if first else []
        yield from texts(*others, block.source if block.named else "")


def _foot(entry: EntryView) -> Iterator[Line]:
    checked = entry.record.easy_language
    yield from texts(
        entry.state if entry.record.confirmed else "", f"Leichte Sprache. Geprüft von {checked.by}." if checked else ""
    )


def _spot(entry: EntryView) -> list[Line]:
    kinds = [place.kind_text for place in entry.places if place.kind_text and place.kind != "telefon"]
    known = any(place.has_address for place in entry.places) or entry.record.secret
    return texts(entry.whereabouts if known else kinds[0] if kinds else "")


def _glance(entry: EntryView) -> list[Line]:
    lines = [Line(" ".join(entry.period))] if entry.period else []
    for block in entry.times[:1]:
        everything = (block.whole and len(entry.times) == 1) or block.short.endswith(MORE_TIMES)
        age = age_mark(block.year or 0) if block.tag else ""
        lines.append(Line(block.short if everything else f"{block.short} {MORE_TIMES}", age=age))
    return lines
