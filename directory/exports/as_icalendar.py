"""iCalendar (RFC 5545): the coming dates of one entry, of an area, and of all, for phones and computers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from icalendar.parser import Contentline, Parameters
from icalendar.parser_tools import to_unicode
from icalendar.prop import vCategory, vDatetime, vDDDLists, vGeo, vRecur, vText, vUri

from directory.exports.identity import rule_keys, uuid_of
from directory.exports.vtimezone import vtimezone
from directory.model import Directory, Entry
from directory.model.times import Times
from directory.model.values import Clock
from directory.schedule import PURPOSES, Occurrence, day, doubts, from_when, last_said, rules_of, statements
from directory.schedule.occurrences import window
from directory.schedule.recurrence import days
from directory.schedule.rrule import rrule
from directory.view.asking import Asking
from directory.view.day import DayView
from directory.view.places import REMOTE, PlaceView
from directory.view.times import PLAIN_PURPOSES

# What stands before the name of a date in doubt, by whether anybody can be asked.
IN_DOUBT = {True: "Fragen Sie nach", False: "Vielleicht"}
# Programs that subscribe look once a day (RFC 7986, REFRESH-INTERVAL).
REFRESH = timedelta(days=1)
END = b"END:VCALENDAR\r\n"
# Octets of a line, with the first of its end, that is not folded (RFC 5545, section 3.1).
LONGEST = 75


def calendars(view: DayView, made: Mapping[str, bytes] | None = None) -> Iterator[tuple[str, str]]:
    """Yield the path and the content of each file: an entry that has dates, each area, and everything.

    `made` has the `events` of entries where they are written already. The calendar of an area exists even when it is
    empty: those who subscribed must not lose it.
    """
    directory, agenda = view.directory, view.agenda
    today, title = agenda.today, directory.city.title
    timezone = vtimezone(directory.city.timezone, today).to_ical()
    dated = [entry for entry in view.listed if agenda.of(entry)]
    written = {entry.slug: made[entry.slug] if made else events(view, entry) for entry in dated}
    head = _head()
    for entry in dated:
        yield f"angebote/{entry.slug}/termine.ics", _calendar(head, entry.name, timezone, written[entry.slug])
    for area in directory.vocabulary.areas.values():
        inside = [written[entry.slug] for entry in dated if area.id in directory.areas_of(entry)]
        yield f"kalender/{area.id}.ics", _calendar(head, f"{title}: {area.name}", timezone, *inside)
    yield "kalender/alle.ics", _calendar(head, title, timezone, *written.values())


def _head() -> bytes:
    """Return what all calendars begin with."""
    calendar = Calendar()
    calendar.add("prodid", "-//directory//DE")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    whole: bytes = calendar.to_ical()
    return whole.removesuffix(END)


def _calendar(head: bytes, name: str, *components: bytes) -> str:
    """Return a calendar around parts that are written already: most events stand in three files."""
    names = (_line(key, vText(name)) + b"\r\n" for key in ("NAME", "X-WR-CALNAME"))
    return b"".join((head, *names, *components, END)).decode()


def events(view: DayView, entry: Entry) -> bytes:
    """Return the dates of one entry as parts of a calendar; nothing where it has none."""
    agenda = view.agenda
    by_rule: dict[int, list[Occurrence]] = {}
    for occurrence in agenda.of(entry):
        by_rule.setdefault(occurrence.rule, []).append(occurrence)
    rules = rules_of(entry, agenda.today)
    keys = rule_keys(entry, rules)
    return b"".join(
        _written(event)
        for index, found in sorted(by_rule.items())
        for event in _Rule(view=view, entry=entry, index=index, times=rules[index], key=keys[index]).events(found)
    )


def _written(event: Event) -> bytes:
    """Return an event in lines."""
    lines = (_line(name, value) for name, value in event.sorted_items())
    return b"\r\n".join((b"BEGIN:VEVENT", *lines, b"END:VEVENT", b""))


def _line(name: str, value: Any) -> bytes:
    """Return a property. Only what may need it is a line of the package, which looks at each letter."""
    given = f";{to_unicode(value.params.to_ical())}" if value.params else ""
    line = f"{name}{given}:{to_unicode(value.to_ical())}"
    octets = line.encode()
    as_it_is = len(octets) < LONGEST and b"\n" not in octets
    return octets if as_it_is else bytes(Contentline(line).to_ical())  # type: ignore[no-untyped-call]


@dataclass(frozen=True, kw_only=True)
class _Rule:
    """One rule of one entry on its way to events. `key` identifies it; no other rule of any entry has it."""

    view: DayView
    entry: Entry
    index: int
    times: Times
    key: str

    @property
    def asking(self) -> Asking:
        return self.view.of(self.entry).asking

    @property
    def directory(self) -> Directory:
        return self.view.directory

    @property
    def today(self) -> date:
        return self.view.today

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.directory.city.timezone)

    def events(self, found: Sequence[Occurrence]) -> Iterator[Event]:
        """Yield a recurring event with its exceptions, or an event for each single date."""
        parts = rrule(self.times)
        if not parts:
            for occurrence in found:
                yield self._event(occurrence, f"{self.key}|{occurrence.day}")
            return
        first, last = window(self.entry, self.times, self.today)
        all_days = days(self.times, first, last)
        event = self._event(
            Occurrence(day=all_days[0], start=self.times.start, end=self.times.end, rule=self.index), self.key
        )
        event["RRULE"] = vRecur(parts | {"UNTIL": self._until(all_days[-1])})
        held = {occurrence.day for occurrence in found}
        if left_out := [self._moment(day, self.times.start) for day in all_days if day not in held]:
            event["EXDATE"] = self._local(*left_out)
        yield event
        for occurrence in found:
            if occurrence.doubt:
                doubtful = self._event(occurrence, self.key)
                doubtful["RECURRENCE-ID"] = self._local(self._moment(occurrence.day, self.times.start))
                yield doubtful

    def _event(self, occurrence: Occurrence, key: str) -> Event:
        """Return an event. Each value has its type: `add` finds it out anew, which takes four times as long."""
        event = Event()
        event["UID"] = vText(uuid_of(key))
        # The event changes when the facts do, not with each build (RFC 5545, section 3.8.7.2).
        said = last_said(self.times.as_of, self.entry.confirmed) or self.today
        event["DTSTAMP"] = vDatetime(datetime.combine(said, time(), UTC))
        event["DTSTART"] = self._local(self._moment(occurrence.day, occurrence.start))
        if occurrence.end:
            event["DTEND"] = self._local(self._moment(occurrence.last_day, occurrence.end))
        name = self.entry.name
        if self.times.purpose not in PLAIN_PURPOSES:
            name = f"{PURPOSES[self.times.purpose]}: {name}"
        event["SUMMARY"] = vText(f"{IN_DOUBT[bool(self.asking)]}: {name}" if occurrence.doubt else name)
        event["DESCRIPTION"] = vText("\n".join(self._description(occurrence)))
        event["STATUS"] = vText("TENTATIVE" if occurrence.doubt else "CONFIRMED")
        event["TRANSP"] = vText("TRANSPARENT")
        event["CATEGORIES"] = vCategory([self.directory.vocabulary.areas[self.entry.area].name])
        if place := self._place():
            if where := _where(place):
                event["LOCATION"] = vText(where)
            if place.coordinates and place.coordinates.open:
                event["GEO"] = vGeo((place.coordinates.latitude, place.coordinates.longitude))
        if url := self._url():
            event["URL"] = vUri(url)
        return event

    def _description(self, occurrence: Occurrence) -> Iterator[str]:
        if occurrence.doubt:
            yield doubts(self.asking.asked)[occurrence.doubt]
        yield self.entry.description[0]
        for statement in statements({self.index: self.times}, self.today, asked=self.asking.asked):
            yield from statement.sentences
        yield self.asking.short
        if self.entry.confirmed:
            yield f"Bestätigt am {day(self.entry.confirmed.on)}."
        else:
            yield f"Noch nicht bestätigt. Die Angabe ist {from_when(self.times.as_of)}."
        last = window(self.entry, self.times, self.today)[1]
        yield f"Diese Termine gehen bis zum {day(last)}. Danach brauchen Sie eine neue Datei."

    def _place(self) -> PlaceView | None:
        places = self.view.of(self.entry).places
        if self.times.place:
            return next((place for place in places if place.id == self.times.place), None)
        return places[0] if len(places) == 1 else None

    def _url(self) -> str:
        return self.directory.city.address_of(self.entry.slug) or next(iter(self.entry.contact.websites), "")

    def _moment(self, day: date, clock: Clock | None) -> date | datetime:
        """Return the point in local time; a whole day where no hour is known."""
        if clock is None:
            return day
        full_days, hour = divmod(clock.hour, 24)
        return datetime.combine(day + timedelta(days=full_days), time(hour, clock.minute))

    def _local(self, *moments: date) -> vDDDLists:
        """Return points in local time, or days, as a value.

        Its zone stands beside it: of times with a zone the package works out which other zones are alike, each time.
        """
        value = vDDDLists(moments)
        hours = isinstance(moments[0], datetime)
        value.params = Parameters({"TZID": self.directory.city.timezone} if hours else {"VALUE": "DATE"})
        return value

    def _until(self, last: date) -> date | datetime:
        """Return the end of a recurrence: in UTC where it has hours (RFC 5545, section 3.3.10)."""
        if self.times.start is None:
            return last
        return datetime.combine(last, time(23, 59, 59), self.zone).astimezone(UTC)


def _where(place: PlaceView) -> str:
    if place.kind != "fest":
        return REMOTE.get(place.kind, "")
    spot = [part for part in (place.venue.name if place.venue else "", place.street or place.locality) if part]
    return ", ".join([*spot, place.town]) if spot else ""
