"""What one entry says on one day: everything that pages, booklets, letters and data have to say about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from directory.model import Directory, Entry
from directory.model.emergency import EmergencyNumber
from directory.model.provider import Provider
from directory.model.vocabulary import Area, Kind, Topic
from directory.schedule import Agenda, Occurrence, period
from directory.view.abbreviations import Abbreviation, abbreviations, short_names
from directory.view.access import AccessView, access_views
from directory.view.area_map import AreaMap, area_map
from directory.view.asking import Asking, asking
from directory.view.attribution import AttributionView, attribution
from directory.view.contact import ContactView, contact_view
from directory.view.emergency import urgent_numbers
from directory.view.first_words import FirstWords, first_words
from directory.view.knowledge import SourceView, advice, only_by_phone, questions_of, source_views, state, unknown_facts
from directory.view.phrases import (
    ASK_WHERE,
    CLOSED,
    ENDED,
    JOINING,
    LED_BY,
    NOT_YET,
    PAUSED,
    PLANNED,
    age_text,
    cost_text,
)
from directory.view.places import EntryLink, PlaceView, closed_houses, places_of, whereabouts
from directory.view.shown import shown_sentences
from directory.view.times import (
    NextDate,
    SpecialDaysView,
    TimesBlock,
    next_date,
    short_times,
    special_days,
    times_blocks,
)


@dataclass(frozen=True, slots=True)
class SuccessorView(EntryLink):
    """An entry that there is instead. `heading` says which activity goes on there; it is empty where nobody knows."""

    heading: str


@dataclass(frozen=True, slots=True)
class JoiningView:
    """How one takes part: one sentence that is the same everywhere, then the entry's own ones."""

    text: str
    notes: tuple[str, ...]
    said: AttributionView


@dataclass(frozen=True, slots=True)
class CostView:
    """What it costs."""

    text: str
    notes: tuple[str, ...]
    said: AttributionView


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceView:
    """For whom it is: the entry's own sentences, else the names of its audiences; age, conditions, languages.

    `said` is about the entry's own sentences.
    """

    notes: tuple[str, ...]
    said: AttributionView
    names: tuple[str, ...]
    age: str
    conditions: tuple[str, ...]
    languages: tuple[str, ...]
    languages_said: AttributionView

    def __bool__(self) -> bool:
        return bool(self.notes or self.names or self.age or self.conditions or self.languages)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """The facts of an entry, in words where readers read them; without HTML and without Typst.

    `record` is the entry as its file has it, for data that programs read. `listed` is whether it stands in lists,
    `notice` what stands on top where it does not take place as usual, `period` from when until when it is there.
    `when` and `whereabouts` say in a few words what `times` and `places` say in full, `map` where the
    first known door is. `dates` are its coming dates,
    `next_date` the first of them. `state` says how sure the facts are, `advice` what to do before one goes there; both
    are empty where nothing has to be said. `asked` are the questions that its kind makes one ask, `unknown` those
    without an answer, as short nouns. `urgent` are the numbers for somebody in danger.
    """

    record: Entry
    area: Area
    kinds: tuple[Kind, ...]
    topics: tuple[Topic, ...]
    listed: bool
    closed: bool
    notice: str
    house_notice: tuple[str, ...]
    period: tuple[str, ...]
    urgent: tuple[EmergencyNumber, ...]
    sensitive: bool
    by_phone_only: bool
    led_by: str
    abbreviations: tuple[Abbreviation, ...]
    audience: AudienceView
    joining: JoiningView | None
    when: tuple[str, ...]
    times: tuple[TimesBlock, ...]
    special_days: tuple[SpecialDaysView, ...]
    dates: tuple[Occurrence, ...]
    next_date: NextDate | None
    whereabouts: str
    places: tuple[PlaceView, ...]
    map: AreaMap | None
    stop_said: AttributionView
    cost: CostView | None
    asking: Asking
    first_words: FirstWords | None
    contact: ContactView
    access: tuple[AccessView, ...]
    state: str
    advice: str
    asked: tuple[str, ...]
    unknown: tuple[str, ...]
    sources: tuple[SourceView, ...]
    successors: tuple[SuccessorView, ...]
    hosted: tuple[EntryLink, ...]

    @property
    def slug(self) -> str:
        """The name of its file, which is its address too."""
        return self.record.slug

    @property
    def name(self) -> str:
        """What it is called."""
        return self.record.name

    @property
    def lead(self) -> str:
        """The one sentence that says what it is."""
        return self.record.description[0]

    @property
    def unknown_text(self) -> str:
        """What nobody knows yet, in one sentence; an empty text where everything that matters is known."""
        return f"Das wissen wir noch nicht: {', '.join(self.unknown)}." if self.unknown else ""

    @property
    def kind_and_area(self) -> str:
        """What it is and where, in a few words."""
        return f"{', '.join(kind.name for kind in self.kinds)} {self.area.in_sentence}"


def entry_view(directory: Directory, agenda: Agenda, entry: Entry, institutions: frozenset[str]) -> EntryView:
    """Return what an entry says on the day of the agenda. `institutions`: the hosts whose pages may be linked."""
    words, today = directory.vocabulary, agenda.today
    topics = tuple(words.topics[topic] for topic in entry.topics)
    dates = agenda.of(entry)
    asked = asking(directory, entry, today)
    sensitive = any(topic.sensitive for topic in topics)
    houses = closed_houses(directory, entry, today)
    return EntryView(
        record=entry,
        area=words.areas[entry.area],
        kinds=tuple(words.kinds[kind] for kind in entry.kinds),
        topics=topics,
        listed=entry.listed(today),
        closed=entry.status == "geschlossen",
        notice=_notice(entry, today),
        house_notice=(*houses, *([ASK_WHERE] if houses and asked else [])),
        period=tuple(period(entry.begins, entry.ends, today)),
        urgent=_urgent(directory, entry, topics, asked),
        sensitive=sensitive,
        by_phone_only=only_by_phone(entry),
        led_by=LED_BY[entry.led_by] if entry.led_by else "",
        abbreviations=_abbreviations(directory, entry),
        audience=_audience(directory, entry, today),
        joining=_joining(entry, today),
        when=short_times(directory, entry, today, asked.asked),
        times=tuple(times_blocks(directory, entry, dates, today, asked.asked)),
        special_days=tuple(special_days(entry, today, asked.asked)),
        dates=dates,
        next_date=next_date(entry, dates, today),
        whereabouts=" · ".join((whereabouts(directory, entry), *(one.rstrip(".") for one in houses))),
        places=tuple(places_of(directory, entry, askable=bool(asked))),
        map=_map(directory, entry),
        stop_said=attribution(entry, entry.attributions.stop, today),
        cost=_cost(entry, today),
        asking=asked,
        first_words=first_words(directory, entry, asked, sensitive=sensitive),
        contact=contact_view(directory, entry),
        access=tuple(access_views(directory, entry)),
        state=state(entry, today),
        advice=advice(entry, today, asked.asked),
        asked=questions_of(directory, entry),
        unknown=tuple(unknown_facts(directory, entry)),
        sources=tuple(source_views(entry, institutions)),
        successors=tuple(_successors(directory, entry)),
        hosted=tuple(EntryLink(guest.slug, guest.name) for guest in _hosted(directory, entry, today)),
    )


def _notice(entry: Entry, today: date) -> str:
    found = {"geschlossen": CLOSED, "pausiert": PAUSED, "geplant": PLANNED}.get(entry.status, "")
    if found or not entry.listed(today):
        return found or ENDED
    return "" if entry.begun(today) else NOT_YET


def _abbreviations(directory: Directory, entry: Entry) -> tuple[Abbreviation, ...]:
    providers = [directory.providers[slug] for slug in entry.providers if slug in directory.providers]
    called, sentences = (entry.name, *(one.name for one in providers)), shown_sentences(entry)
    shorts = short_names((*called, *sentences))
    if not shorts:
        return ()
    others = [
        slug for slug in (entry.contact.through, *(place.at for place in entry.places)) if slug and not entry.secret
    ]
    bodies: list[Entry | Provider] = [entry, *providers]
    bodies += [directory.entry[slug] for slug in others if slug in directory.entry]
    words = directory.vocabulary.glossary.values()
    groups = [(one.name, *one.other_names) for one in bodies] + [(word.name, *word.other_forms) for word in words]
    # The glossary explains its words under the sentence in which they stand.
    explained = {word.name for word in words if any(word.name in sentence for sentence in sentences)}
    return abbreviations([short for short in shorts if short not in explained], groups, called)


def _audience(directory: Directory, entry: Entry, today: date) -> AudienceView:
    words = directory.vocabulary
    return AudienceView(
        notes=entry.audience_notes,
        said=attribution(entry, entry.attributions.audience_notes, today),
        names=() if entry.audience_notes else tuple(words.audiences[one].name for one in entry.audiences),
        age=age_text(entry.age) if entry.age else "",
        conditions=entry.conditions,
        languages=tuple(words.languages[language].name for language in entry.languages),
        languages_said=attribution(entry, entry.attributions.languages, today),
    )


def _joining(entry: Entry, today: date) -> JoiningView | None:
    joining = entry.joining
    if joining is None:
        return None
    return JoiningView(JOINING[joining.how] if joining.how else "", joining.notes, attribution(entry, joining, today))


def _cost(entry: Entry, today: date) -> CostView | None:
    cost = entry.cost
    if cost is None:
        return None
    return CostView(cost_text(cost), cost.notes, attribution(entry, cost, today))


def _urgent(directory: Directory, entry: Entry, topics: Iterable[Topic], asked: Asking) -> tuple[EmergencyNumber, ...]:
    """Return whom somebody in danger can call, without the number that is the way to ask: it stands there already."""
    called = asked.best.ways[0].text if asked.best and asked.best.ways else ""
    numbers = urgent_numbers(directory.vocabulary, topics, entry.audiences)
    return tuple(item for item in numbers if item.phones[0].formatted != called)


def _successors(directory: Directory, entry: Entry) -> Iterator[SuccessorView]:
    for one in entry.successors:
        if other := directory.entry.get(one.slug):
            yield SuccessorView(other.slug, other.name, f"{one.activity} gibt es jetzt hier:" if one.activity else "")


def _map(directory: Directory, entry: Entry) -> AreaMap | None:
    """Return the map around the first door whose position is known. A secret entry has none."""
    for place in directory.places(entry):
        area = directory.area_of(place) or entry.area
        if place.coordinates and not entry.secret:
            return area_map(directory, directory.vocabulary.areas[area], place.coordinates)
    return None


def _hosted(directory: Directory, entry: Entry, today: date) -> tuple[Entry, ...]:
    """Return the listed entries that are held at this one."""
    return tuple(guest for guest in directory.hosted.get(entry.slug, ()) if guest.listed(today))
