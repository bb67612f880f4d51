"""One entry as it is printed: the facts of its page, in the same words and the same order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from directory.model import Entry
from directory.model.contact import Phone
from directory.model.place import Place
from directory.model.values import PartialDate
from directory.output.html import hostname
from directory.output.qr import qr_code
from directory.pages.entry import (
    AccessBlock,
    access_blocks,
    advice,
    only_by_phone,
    providers_of,
    times_blocks,
    unknown_facts,
)
from directory.schedule import PURPOSES, is_current, partial_date
from directory.view.day import DayView
from directory.view.phrases import (
    JOINING,
    LED_BY,
    PLACE_KINDS,
    PLACE_ROLES,
    PLANNED,
    age_text,
    cost_text,
    past_times_text,
    special_days_text,
)

Kind = Literal["text", "strong", "phone", "link", "space"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line on paper. `to` is where a phone number or an address leads on a screen."""

    text: str
    kind: Kind = "text"
    to: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that answer one question, with the pictogram that stands beside it."""

    label: str
    icon: str
    lines: list[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """An entry, ready to print.

    `foot` is what is not known, and who says the rest. `code` is an SVG that leads to its page; empty where no address
    is known.
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


def outline_of(view: DayView, entry: Entry) -> Outline:
    """Return everything that the page of an entry says, without what only a screen can do."""
    words = view.directory.vocabulary
    area = words.areas[entry.area]
    places = view.directory.places(entry)
    answers = (
        ("Für wen?", "account-question", _audience(view, entry)),
        ("Mitmachen", "door-open", _joining(entry)),
        ("Wann?", "calendar", _times(view, entry, places)),
        ("Wo?", "map-marker", list(_whereabouts(view, places))),
        ("Kosten", "currency-eur", _cost(view, entry)),
        ("Fragen", "phone", list(contact_lines(view, entry))),
        ("Passt das?", "human-wheelchair", _access(view, places)),
        ("1. Besuch", "hand-wave", texts(*entry.first_visit)),
    )
    return Outline(
        slug=entry.slug,
        name=entry.name,
        kind=f"{', '.join(words.kinds[kind].name for kind in entry.kinds)} {area.in_sentence}",
        icon=words.kinds[entry.main_kind].icon,
        colour=area.colour,
        lead=_lead(entry),
        groups=[Group(*answer) for answer in answers if answer[2]],
        foot=_foot(view, entry, places),
        code=qr_code(view.directory.city.website, entry),
    )


def _lead(entry: Entry) -> list[Line]:
    known_as = f"Auch bekannt als: {', '.join(entry.other_names)}" if entry.other_names else ""
    led_by = LED_BY[entry.led_by] if entry.led_by else ""
    planned = [Line(PLANNED, "strong")] if entry.status == "geplant" else []
    return [*planned, *texts(known_as, *entry.description, led_by)]


def _audience(view: DayView, entry: Entry) -> list[Line]:
    words = view.directory.vocabulary
    audiences = () if entry.audience_notes else entry.audiences
    named = ", ".join(words.audiences[audience].name for audience in audiences)
    languages = ", ".join(words.languages[language].name for language in entry.languages)
    return texts(
        *entry.audience_notes,
        named,
        age_text(entry.age) if entry.age else "",
        *entry.conditions,
        f"Sprachen: {languages}." if languages else "",
    )


def _joining(entry: Entry) -> list[Line]:
    if not entry.joining:
        return []
    return texts(JOINING[entry.joining.how] if entry.joining.how else "", *entry.joining.notes)


def _times(view: DayView, entry: Entry, places: tuple[Place, ...]) -> list[Line]:
    lines: list[Line] = []
    blocks = list(times_blocks(view, entry, places))
    for block in blocks:
        lines += [SPACE] if lines else []
        if len(blocks) > 1 or block.purpose not in {"treffen", "offen"}:
            lines.append(Line(f"{PURPOSES[block.purpose]}:", "strong"))
        if block.year is not None:
            lines += texts(past_times_text(block.year))
        for line in block.lines:
            lines += texts(f"Ort: {line.where}." if line.where else "", *line.sentences)
        if block.year is not None and not only_by_phone(entry):
            lines += texts("Bitte fragen Sie vorher nach.")
    for special in entry.special_days:
        if special.end >= view.today:
            lines += texts(special_days_text(special), *special.notes)
    return lines or texts("Das ist nicht bekannt.", "Bitte fragen Sie nach.")


def _whereabouts(view: DayView, places: tuple[Place, ...]) -> Iterator[Line]:
    if any(place.kind == "geheim" for place in places):
        yield Line(PLACE_KINDS["geheim"])
        return
    for number, place in enumerate(places):
        if number:
            yield SPACE
        if len(places) > 1:
            yield Line(f"{PLACE_ROLES[place.role]}:", "strong")
        yield from _place(view, place)
    if not places:
        yield from texts("Der Ort ist nicht bekannt.", "Bitte fragen Sie nach.")


def _place(view: DayView, place: Place) -> Iterator[Line]:
    yield from texts(PLACE_KINDS.get(place.kind, ""))
    venue = view.directory.entry.get(place.at or "")
    if venue:
        yield Line(venue.name)
    yield from texts(*address(view, place))
    if place.stop:
        yield Line(f"Halte-Stelle: {place.stop}")
    yield from texts(*place.directions)


def address(view: DayView, place: Place) -> list[str]:
    """Return the address of a place, line by line; nothing for a place without one."""
    if not (place.street or place.postal_code or place.locality or place.city):
        return []
    street = " ".join(filter(None, (place.street, place.house_number)))
    city = " ".join(filter(None, (place.postal_code, place.city or view.directory.city.name)))
    locality = f"Orts-Teil: {place.locality}" if place.locality else ""
    return list(filter(None, (street, ", ".join(filter(None, (city, locality))))))


def _cost(view: DayView, entry: Entry) -> list[Line]:
    cost = entry.cost
    if cost is None:
        return []
    old = cost.as_of.known and not is_current(cost.as_of, entry.confirmed, view.today)
    return texts(past_times_text(cost.as_of.year) if old else "", cost_text(cost), *cost.notes)


def phone_line(phone: Phone) -> Line:
    """Return a phone number as it is printed large."""
    return Line(phone.formatted, "phone", phone.uri)


def contact_lines(view: DayView, entry: Entry) -> Iterator[Line]:
    """Yield whom one can ask: phones first, because readers of paper have a phone."""
    contact, purpose = entry.contact, ""
    for phone in contact.phones:
        if phone.purpose and phone.purpose != purpose:
            yield Line(f"{phone.purpose}:")
        purpose = phone.purpose or ""
        yield phone_line(phone)
    through = view.directory.entry.get(contact.through or "")
    if through:
        yield Line(f"Sie können auch hier fragen: {through.name}.")
        if not contact.phones:
            yield from map(phone_line, through.contact.phones[:1])
    if not contact.phones and not (through and through.contact.phones):
        yield from without_phone(view)
    yield from (Line(mail, "link", f"mailto:{mail}") for mail in contact.mails)
    yield from (Line(hostname(url), "link", url) for url in contact.websites)
    yield from texts(*contact.notes)
    yield from texts(*(f"Träger: {provider.name}" for provider in providers_of(view, entry)))


def without_phone(view: DayView) -> Iterator[Line]:
    """Yield what stands in place of a phone number, and who helps."""
    yield Line("Keine Telefon-Nummer bekannt.")
    helper = view.directory.city.helper_phone
    if helper:
        yield Line("Hilfe:")
        yield phone_line(helper)


def _access(view: DayView, places: tuple[Place, ...]) -> list[Line]:
    blocks = list(access_blocks(view, places))
    lines: list[Line] = []
    for block in blocks:
        lines += [SPACE] if lines else []
        if len(blocks) > 1 and block.place.street:
            where = " ".join(filter(None, (block.place.street, block.place.house_number)))
            lines.append(Line(f"{where}:", "strong"))
        lines += texts(*block.sentences, *_who_says(block))
    return lines


def _who_says(block: AccessBlock) -> Iterator[str]:
    checked = block.access.checked
    yield f"{checked.by} hat das geprüft." if checked else f"Das sagt {block.access.stated_by or 'der Anbieter'}."
    as_of = checked.on if checked else block.access.as_of
    if as_of.known:
        yield f"Stand: {partial_date(as_of)}."


def _foot(view: DayView, entry: Entry, places: tuple[Place, ...]) -> list[Line]:
    """Return what is not known, and who says the rest; the advice to ask stands once."""
    missing = unknown_facts(view, entry, places)
    unknown = f"Das wissen wir noch nicht: {', '.join(missing)}." if missing else ""
    asking = advice(view, entry) or ("Bitte fragen Sie nach." if missing else "")
    checked = entry.easy_language
    return texts(
        unknown,
        f"{view.state(entry)} {asking}".strip(),
        _sources(entry),
        f"Leichte Sprache. Geprüft von {checked.by}." if checked else "",
    )


def _sources(entry: Entry) -> str:
    """Return where the facts come from and how old they are, in one line: on paper nobody can follow a link.

    Of several pages of one website the newest counts.
    """
    if entry.secret:
        return "Die Quelle liegt der Redaktion vor."
    newest: dict[str, PartialDate] = {}
    for source in entry.sources:
        said = hostname(source.url) if source.url else source.statement or ""
        newest[said] = max(newest.get(said, PartialDate()), source.as_of)
    dated = [f"{said}, {partial_date(as_of) or 'Datum unbekannt'}" for said, as_of in newest.items()]
    return f"{'Quellen' if len(dated) > 1 else 'Quelle'}: {'; '.join(dated)}."
