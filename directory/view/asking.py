"""Whom one can ask about an entry, and whose number it is: one chain for every output."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from directory.model import Directory, Entry
from directory.model.contact import Contact, hostname
from directory.model.directory import Vocabulary
from directory.model.provider import Provider
from directory.schedule import Asked, statements
from directory.view.answerer import IN_LANGUAGE, SPEAKING, WRITING, WRITTEN, Answerer, Link, Way, WayKind
from directory.view.contact import providers_of
from directory.view.places import places_of
from directory.view.times import recent_rules

NOBODY = "Für dieses Angebot kennen wir keine Telefon-Nummer und keine Internet-Seite."


@dataclass(frozen=True, slots=True)
class Asking:
    """Who can be asked about an entry: the first of the chain, and the first human one where that is a mere website.

    `thing`: nobody asks about it, as about a bench; then it is not said either that nobody is known.
    """

    answerers: tuple[Answerer, ...]
    thing: bool = False

    def __bool__(self) -> bool:
        return bool(self.answerers)

    @property
    def link(self) -> Link | None:
        """The link of the chain at which it ends; None for nobody."""
        return self.answerers[0].link if self.answerers else None

    @property
    def human(self) -> Answerer | None:
        """The first who is a person."""
        return next((one for one in self.answerers if one.human), None)

    @property
    def best(self) -> Answerer | None:
        """The one for whom there is room in a list: a person where there is one."""
        return self.human or next(iter(self.answerers), None)

    @property
    def advice(self) -> Answerer | None:
        """Who advises beside the entry's own page: the page comes first, the office knows many other things too."""
        best = self.best
        return best if best and best.advises and best.link != "art" and self.link == "eigen" else None

    @property
    def asked(self) -> Asked:
        """How sentences tell readers to ask; nobody is told to call where writing is better."""
        own = self.answerers[0].ways[:1] if self.link == "eigen" else ()
        return "anrufen" if any(way.kind == "telefon" for way in own) else "fragen" if self.answerers else "niemand"

    @property
    def short(self) -> str:
        """Whom to ask and how, in one line of a list."""
        return self.best.short if self.best else "" if self.thing else "Kein Kontakt bekannt"


def asking(directory: Directory, entry: Entry, today: date) -> Asking:
    """Return who can be asked about an entry on a day."""
    order = WRITING if _writing_is_better(directory, entry) else SPEAKING
    found: list[Answerer] = []
    for answerer in _chain(directory, entry, today, order):
        answered = any(one.human for one in found)
        # Whom an entry names itself stands there in any case. After a website only a person helps any further.
        if answerer.ways and (not found or answerer.link == "genannt" or (answerer.human and not answered)):
            # The number of another house beside its own could show where a secret entry is.
            found.append(replace(answerer, ways=(), notes=()) if entry.secret and answered else answerer)
    return Asking(tuple(found), thing=_a_thing(directory, entry))


def in_writing(directory: Directory, entry: Entry, today: date) -> Asking:
    """Return who can be asked by those who cannot call: the first one whom they can write to, else a website."""
    found = []
    for answerer in _chain(directory, entry, today, WRITING):
        ways = tuple(way for way in answerer.ways if way.kind != "telefon")
        found += [replace(answerer, ways=ways)] if ways else []
    return Asking(tuple(sorted(found, key=lambda one: one.ways[0].kind not in WRITTEN)[:1]))


def _chain(directory: Directory, entry: Entry, today: date, order: tuple[WayKind, ...]) -> Iterator[Answerer]:
    yield _entry("eigen", directory, entry, today, order, own=True)
    through = directory.entry.get(entry.contact.through or "")
    if through and through.listed(today):
        yield _entry("genannt", directory, through, today, order)
    if not entry.secret:
        for house in houses_of(directory, entry):
            if house.listed(today):
                yield _entry("haus", directory, house, today, order)
                for operator in providers_of(directory, house):
                    yield _provider("betreiber", operator, order)
        for provider in sorted(providers_of(directory, entry), key=lambda one: not _of(one.contact, order)):
            yield _provider("anbieter", provider, order)
    advisers = [
        _entry(link, directory, point, today, order)
        for link, slug in _advisers(directory, entry)
        if (point := directory.entry.get(slug)) and point is not entry and point.listed(today)
        if link == "art" or _knows_the_crisis(directory, point, entry)
    ]
    # Whom a website does not help, a mail seldom does.
    yield from sorted(advisers, key=lambda one: not (one.ways and one.ways[0].kind == order[0]))
    if not _a_thing(directory, entry):
        yield from _helper(directory, order)


def _advisers(directory: Directory, entry: Entry) -> Iterator[tuple[Link, str]]:
    """Yield who advises on an entry that it is no part of, the one that knows most about it first.

    The people are those that it is for above all. Where it hides, only its kind may say something.
    """
    words = directory.vocabulary
    if _a_thing(directory, entry):
        return
    yield from (("art", slug) for kind in entry.kinds if (slug := words.kinds[kind].contact_point))
    if entry.secret:
        return
    first = words.audiences.get(entry.audiences[0]) if entry.audiences else None
    yield from (("zielgruppe", slug) for slug in (first.contact_points if first else ()))
    main, *others = (_points(words, topic) for topic in entry.topics)
    yield from (("thema", slug) for slug in main)
    # A house around the corner knows more of an entry than who knows one of its other topics.
    if point := words.areas[entry.area].contact_point:
        yield "gebiet", point
    yield from (("thema", slug) for slugs in others for slug in slugs)
    whole = (area.contact_point for area in words.areas.values() if area.city_wide)
    yield from (("gebiet", point) for point in whole if point)


def _points(words: Vocabulary, topic: str) -> tuple[str, ...]:
    return words.topics[topic].contact_points if topic in words.topics else ()


def _knows_the_crisis(directory: Directory, point: Entry, entry: Entry) -> bool:
    """Return whether who advises knows the crisis that an entry is about above all.

    Else it is no help: the numbers for danger stand beside the entry.
    """
    first = directory.vocabulary.topics.get(entry.topics[0])
    return first is None or not first.crisis or first.id in point.topics


def _a_thing(directory: Directory, entry: Entry) -> bool:
    """Return whether an entry is a mere place: nobody is asked about a bench."""
    questions = directory.vocabulary.kinds[entry.main_kind].questions
    return questions == ("wo",)


def helper_of(directory: Directory) -> Asking:
    """Return who helps the whole city, for readers who found nothing."""
    return Asking(tuple(_helper(directory, SPEAKING)))


def _helper(directory: Directory, order: tuple[WayKind, ...]) -> Iterator[Answerer]:
    if helper := directory.city.helper:
        ways = _of(helper.contact, order)
        yield Answerer(link="auskunft", name=helper.name, page="", ways=ways, notes=helper.contact.notes)


def houses_of(directory: Directory, entry: Entry) -> Iterator[Entry]:
    """Yield the houses in which an entry is: venues that are open to many, or of its own provider.

    Others under the same roof are only neighbours: they do not answer for it.
    """
    for place in entry.places:
        venue = directory.entry.get(place.at or "")
        if venue is None or venue is entry or venue.secret:
            continue
        house = any(directory.vocabulary.kinds[kind].house for kind in venue.kinds[:1])
        if house or set(venue.providers) & set(entry.providers):
            yield venue


def _entry(
    link: Link, directory: Directory, entry: Entry, today: date, order: tuple[WayKind, ...], *, own: bool = False
) -> Answerer:
    visit = _visit(directory, entry, today) if link in {"eigen", "haus"} else ()
    ways = (*_of(entry.contact, order), *visit)
    name, page = ("", "") if own else (entry.name, f"angebote/{entry.slug}/")
    return Answerer(link=link, name=name, page=page, ways=ways, notes=entry.contact.notes)


def _provider(link: Link, provider: Provider, order: tuple[WayKind, ...]) -> Answerer:
    contact = provider.contact
    page = f"traeger/{provider.id}/"
    return Answerer(link=link, name=provider.name, page=page, ways=_of(contact, order), notes=contact.notes)


def _of(contact: Contact, order: tuple[WayKind, ...]) -> tuple[Way, ...]:
    phones = [
        Way(kind="telefon", text=phone.formatted, to=phone.uri, purpose=phone.purpose or "", phone=phone)
        for phone in contact.phones
    ]
    others = [Way(kind="nummer", text=number.formatted, phone=number) for number in contact.other_numbers]
    mails = [Way(kind="mail", text=mail, to=f"mailto:{mail}") for mail in contact.mails]
    forms = [Way(kind="formular", text=hostname(url), to=url) for url in contact.forms]
    sites = [Way(kind="seite", text=f"{hostname(url)}{_language(url)}", to=url) for url in contact.websites]
    return tuple(sorted((*phones, *others, *mails, *forms, *sites), key=lambda way: order.index(way.kind)))


def _language(url: str) -> str:
    """Return in which language a website is that says so in its address: " (auf Englisch)"."""
    first = urlsplit(url).path.strip("/").partition("/")[0]
    return f" (auf {IN_LANGUAGE[first]})" if first in IN_LANGUAGE else ""


def _visit(directory: Directory, entry: Entry, today: date) -> Iterator[Way]:
    """Yield where one can go and ask: to an address that is known, at hours that may be said as facts."""
    opened = {
        index: times
        for index, times in recent_rules(entry, today).items()
        if times.purpose == "offen" and times.days and times.start
    }
    for place in places_of(directory, entry):
        if place.kind != "fest" or not place.street:
            continue
        here = {index: times for index, times in opened.items() if times.place in {None, place.id or None}}
        said = [sentence for one in statements(here, today, asked="niemand") for sentence in one.sentences]
        if said:
            yield Way(kind="besuch", text=place.street, sentences=tuple(said))


def _writing_is_better(directory: Directory, entry: Entry) -> bool:
    words = directory.vocabulary
    topics = (words.topics[topic].writing_first for topic in entry.topics if topic in words.topics)
    audiences = (words.audiences[one].writing_first for one in entry.audiences if one in words.audiences)
    return any((*topics, *audiences))
