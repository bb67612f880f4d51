"""An entry as plain lines under fixed headings: for paper, letters, previews, and all that is read line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from directory.model.city import City
from directory.model.contact import Phone
from directory.model.values import PartialDate
from directory.schedule import partial_date
from directory.view.answerer import Way
from directory.view.asking import NOBODY
from directory.view.attribution import AttributionView
from directory.view.entry import EntryView
from directory.view.phrases import NOT_YET, PLANNED
from directory.view.places import SECRET, PlaceView
from directory.view.times import PLAIN_PURPOSES

LineKind = Literal["text", "strong", "phone", "link", "space"]
# Headings that other outputs pick out of an outline.
WHEN, WHERE, COST, ASK = "Wann?", "Wo?", "Kosten", "Fragen"


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `to` is where a phone number or an address leads on a screen, `age` how old the fact is, in 2 words."""

    text: str
    kind: LineKind = "text"
    to: str = ""
    age: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that answer one question, with the pictogram that stands beside it."""

    label: str
    icon: str
    lines: list[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Everything that an entry says, in the order in which it is read.

    `foot` is what is not known, and who says the rest. `code` is the full address of its page, for a code that leads
    from paper to it; empty where the city has no website.
    """

    slug: str
    name: str
    kind: str
    icon: str
    colour: str
    lead: list[Line]
    groups: list[Group]
    foot: list[Line]
    code: str


SPACE = Line("", "space")


def texts(*sentences: str) -> list[Line]:
    """Return the sentences as lines; empty ones are left out."""
    return [Line(sentence) for sentence in sentences if sentence]


def outline_of(entry: EntryView, city: City, area: str = "") -> Outline:
    """Return everything that the page of an entry says, without what only a screen can do.

    Places in `area`, where the paper is for, come first.
    """
    answers = (
        ("Für wen?", "account-question", _audience(entry)),
        ("Mitmachen", "door-open", _joining(entry)),
        (WHEN, "calendar", _times(entry)),
        (WHERE, "map-marker", list(_whereabouts(entry, area))),
        (COST, "currency-eur", _cost(entry)),
        (ASK, "phone", list(contact_lines(entry))),
        ("Passt das?", "human-wheelchair", _access(entry)),
        ("1. Besuch", "hand-wave", texts(*entry.record.first_visit)),
    )
    return Outline(
        slug=entry.slug,
        name=entry.name,
        kind=entry.kind_and_area,
        icon=entry.kinds[0].icon,
        colour=entry.area.colour,
        lead=_lead(entry),
        groups=[Group(*answer) for answer in answers if answer[2]],
        foot=_foot(entry),
        code=city.address_of(entry.slug),
    )


def _lead(entry: EntryView) -> list[Line]:
    names = entry.record.other_names
    known_as = f"Auch bekannt als: {', '.join(names)}" if names else ""
    notice = [Line(entry.notice, "strong")] if entry.notice in {PLANNED, NOT_YET} else []
    notice += [Line(line, "strong") for line in entry.house_notice]
    return [*notice, *texts(known_as, *entry.record.description, entry.led_by)]


def _audience(entry: EntryView) -> list[Line]:
    audience = entry.audience
    languages = f"Sprachen: {', '.join(audience.languages)}." if audience.languages else ""
    return [
        *_said(audience.said, *audience.notes),
        *texts(", ".join(audience.names), audience.age, *audience.conditions),
        *_said(audience.languages_said, languages),
    ]


def _said(said: AttributionView, *sentences: str) -> list[Line]:
    """Return sentences with who says them; nothing where there are none."""
    lines = texts(*sentences)
    return [*texts(said.age), *lines, *texts(*said.sentences)] if lines else []


def _joining(entry: EntryView) -> list[Line]:
    return _said(entry.joining.said, entry.joining.text, *entry.joining.notes) if entry.joining else []


def _cost(entry: EntryView) -> list[Line]:
    return _said(entry.cost.said, entry.cost.text, *entry.cost.notes) if entry.cost else []


def _times(entry: EntryView) -> list[Line]:
    lines = texts(*entry.period)
    for number, block in enumerate(entry.times):
        lines += [SPACE] if number else []
        if len(entry.times) > 1 or block.purpose not in PLAIN_PURPOSES:
            lines.append(Line(f"{block.heading}:", "strong"))
        lines += texts(block.age)
        for line in block.lines:
            lines += texts(f"Ort: {line.where}." if line.where else "", *line.sentences, line.source)
        if not (block.current or entry.by_phone_only or entry.advice) and entry.asking:
            lines += texts("Bitte fragen Sie vorher nach.")
    for special in entry.special_days:
        lines += texts(special.text, *special.notes)
    return lines


def _whereabouts(entry: EntryView, area: str) -> Iterator[Line]:
    if entry.record.secret:
        yield Line(SECRET)
        return
    for number, place in enumerate(sorted(entry.places, key=lambda place: bool(area) and place.area != area)):
        if number:
            yield SPACE
        if len(entry.places) > 1:
            yield Line(f"{place.heading}:", "strong")
        yield from _place(place, entry.stop_said)


def _place(place: PlaceView, said: AttributionView) -> Iterator[Line]:
    stop = f"Haltestelle: {place.stop}" if place.stop else ""
    venue = place.venue.name if place.venue else ""
    yield from texts(place.kind_text, venue, *place.address)
    yield from _said(said, stop)
    yield from texts(*place.directions)


def phone_line(phone: Phone) -> Line:
    """Return a phone number as it is printed large."""
    return Line(phone.formatted, "phone", phone.uri)


def contact_lines(entry: EntryView) -> Iterator[Line]:
    """Yield whom one can ask and whose number it is; of others than the entry itself only the best way."""
    for one in entry.asking.answerers:
        yield from texts(one.invitation)
        purpose = ""
        for way in one.ways[:1] if one.name else one.ways:
            if way.purpose and way.purpose != purpose:
                yield Line(f"{way.purpose}:")
            purpose = way.purpose
            yield from way_lines(way)
        yield from texts(one.whose, *one.notes)
    yield from texts("" if entry.asking or entry.asking.thing else NOBODY)
    yield from texts(*(f"Das macht: {provider.name}" for provider in entry.contact.providers))


def way_lines(way: Way) -> Iterator[Line]:
    """Yield one way to ask as it is printed."""
    if way.kind == "nummer":
        yield Line(f"{way.label}: {way.text}")
    elif way.phone:
        yield phone_line(way.phone)
    elif way.kind == "besuch":
        yield from texts(f"Sie können auch hingehen: {way.text}.", *way.sentences)
    else:
        yield Line(way.text, "link", way.to)


def _access(entry: EntryView) -> list[Line]:
    lines: list[Line] = []
    for block in entry.access:
        lines += [SPACE] if lines else []
        if len(entry.access) > 1 and block.where:
            lines.append(Line(f"{block.where}:", "strong"))
        lines += texts(*block.sentences, block.source, block.as_of)
    return lines


def _foot(entry: EntryView) -> list[Line]:
    """Return what is not known, and who says the rest; the advice to ask stands once."""
    asking = entry.advice or ("Bitte fragen Sie nach." if entry.unknown and entry.asking else "")
    checked = entry.record.easy_language
    return texts(
        entry.unknown_text,
        f"{entry.state} {asking}".strip(),
        _sources(entry),
        f"Leichte Sprache. Geprüft von {checked.by}." if checked else "",
    )


def _sources(entry: EntryView) -> str:
    """Return where the facts come from and how old they are, in one line: on paper nobody can follow a link.

    Of several pages of one website the newest counts.
    """
    if entry.record.secret:
        return "Woher wir das wissen, bleibt geheim."
    newest: dict[str, PartialDate] = {}
    for source, shown in zip(entry.record.sources, entry.sources, strict=True):
        newest[shown.text] = max(newest.get(shown.text, PartialDate()), source.as_of)
    dated = [f"{text}, {partial_date(as_of) or 'Datum unbekannt'}" for text, as_of in newest.items()]
    return f"Woher wir das wissen: {'; '.join(dated)}."
