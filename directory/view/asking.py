"""Whom one can ask about an entry, and whose number it is: one chain for every output."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from directory.model import Directory, Entry
from directory.model.contact import Contact, Phone, hostname
from directory.model.provider import Provider
from directory.schedule import Asked, statements
from directory.view.contact import providers_of
from directory.view.places import places_of
from directory.view.times import recent_rules

# The links of the chain in their order: the entry itself, whom it names, the house it meets in and who runs the house,
# who is behind the entry, who passes on questions about all entries of its kind or in its area, who advises the people
# it is for, and who helps the whole city.
Link = Literal["eigen", "genannt", "haus", "betreiber", "anbieter", "art", "gebiet", "zielgruppe", "auskunft"]
WayKind = Literal["telefon", "mail", "formular", "nummer", "seite", "besuch"]
LABELS: dict[WayKind, str] = {
    "telefon": "Telefon",
    "mail": "Mail",
    "formular": "Formular zum Schreiben",
    "nummer": "Nummer zum Schreiben",
    "seite": "Internet-Seite",
    "besuch": "Hingehen",
}
HUMAN: frozenset[WayKind] = frozenset({"telefon", "mail", "formular", "nummer", "besuch"})
WRITTEN: frozenset[WayKind] = frozenset({"mail", "formular", "nummer"})
SPEAKING: tuple[WayKind, ...] = ("telefon", "mail", "formular", "nummer", "seite", "besuch")
WRITING: tuple[WayKind, ...] = ("mail", "formular", "nummer", "telefon", "seite", "besuch")
# What one is told about a way, in singular and plural, and whose it is.
THINGS: dict[WayKind, tuple[str, str]] = {
    "telefon": ("die Nummer", "die Nummern"),
    "mail": ("die Mail-Adresse", "die Mail-Adressen"),
    "formular": ("das Formular", "die Formulare"),
    "nummer": ("die Nummer", "die Nummern"),
    "seite": ("die Internet-Seite", "die Internet-Seiten"),
    "besuch": ("die Adresse", "die Adressen"),
}
# Languages of whole sites, as their addresses have them (ISO 639-1).
IN_LANGUAGE = {"en": "Englisch", "fr": "Französisch", "ru": "Russisch", "uk": "Ukrainisch", "ar": "Arabisch"}
OWNERS: dict[Link, str] = {"haus": "vom Haus", "anbieter": "vom Anbieter"}
HELPS = "Diese Stelle hilft Ihnen weiter."
NOBODY = "Für dieses Angebot kennen wir keine Telefon-Nummer und keine Internet-Seite."


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to ask. `to` is where it leads on a screen, `sentences` when one can go there."""

    kind: WayKind
    text: str
    to: str = ""
    purpose: str = ""
    phone: Phone | None = None
    sentences: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What kind of way it is."""
        return self.phone.label if self.phone and not self.phone.voice else LABELS[self.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerer:
    """Somebody who can be asked, the best way first.

    `name` and `page`, an address below the site's root, are empty where it is the entry itself. `notes` are what one
    must know before.
    """

    link: Link
    name: str
    page: str
    ways: tuple[Way, ...]
    notes: tuple[str, ...] = ()

    @property
    def invitation(self) -> str:
        """Who is asked, as a sentence; nothing for the entry itself."""
        return f"Fragen Sie hier: {self.name.removesuffix('.')}." if self.name else ""

    @property
    def human(self) -> bool:
        """Whether a person answers; a mere website does not."""
        return any(way.kind in HUMAN for way in self.ways)

    @property
    def whose(self) -> str:
        """Whose number it is, as a sentence; nothing for the entry's own."""
        if self.link not in OWNERS:
            return {"eigen": "", "betreiber": "Diese Stelle führt das Haus."}.get(self.link, HELPS)
        first = self.ways[0]
        several = sum(way.kind == first.kind for way in self.ways) > 1
        return f"{'Das sind' if several else 'Das ist'} {THINGS[first.kind][several]} {OWNERS[self.link]}."

    @property
    def beside(self) -> str:
        """Whose way it is, in a few words that stand beside it; nothing for the entry's own."""
        name = self.name.partition(" – ")[0]
        if not name:
            return ""
        if self.link in {"art", "gebiet", "zielgruppe", "auskunft"}:
            return f"{name} hilft Ihnen weiter."
        return f"{THINGS[self.ways[0].kind][0].split()[1]} von: {name}"

    @property
    def owner(self) -> bool:
        """Whether it is told whose the way is, and not only that somebody else answers."""
        return self.link in OWNERS or self.link == "betreiber"

    @property
    def short(self) -> str:
        """Whom to ask and how, in one line of a list."""
        way = self.ways[0]
        return f"{self.name}, {way.label}: {way.text}" if self.name else f"{way.label}: {way.text}"


@dataclass(frozen=True, slots=True)
class Asking:
    """Who can be asked about an entry: the first of the chain, and the first human one where that is a mere website."""

    answerers: tuple[Answerer, ...]

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
    def asked(self) -> Asked:
        """How sentences tell readers to ask; nobody is told to call where writing is better."""
        own = self.answerers[0].ways[:1] if self.link == "eigen" else ()
        return "anrufen" if any(way.kind == "telefon" for way in own) else "fragen" if self.answerers else "niemand"

    @property
    def short(self) -> str:
        """Whom to ask and how, in one line of a list."""
        return self.best.short if self.best else "Kein Kontakt bekannt"


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
    return Asking(tuple(found))


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
    words = directory.vocabulary
    points: list[tuple[Link, str | None]] = [("art", words.kinds[kind].contact_point) for kind in entry.kinds]
    if not entry.secret:
        points.append(("gebiet", words.areas[entry.area].contact_point))
        points += (("zielgruppe", slug) for slug in _advisers(directory, entry))
    for link, slug in points:
        point = directory.entry.get(slug or "")
        if point and point is not entry and point.listed(today):
            yield _entry(link, directory, point, today, order)
    yield from _helper(directory, order)


def _advisers(directory: Directory, entry: Entry) -> Iterator[str]:
    """Yield who advises the people that an entry is for above all.

    One office does not answer for another of its kind, and nobody is asked about a thing such as a bench.
    """
    words = directory.vocabulary
    first = words.audiences.get(entry.audiences[0]) if entry.audiences else None
    if first is None or words.kinds[entry.kinds[0]].questions is not None:
        return
    for slug in first.contact_points:
        point = directory.entry.get(slug)
        if point and not set(point.kinds) & set(entry.kinds):
            yield slug


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
