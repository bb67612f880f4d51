"""What takes place this week and next week, by weekday, in the whole city and in each area."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from directory.model import Entry
from directory.model.times import Times
from directory.model.values import WEEKDAYS, Clock
from directory.output.page import START, Crumb, Page
from directory.output.pagination import REST
from directory.pages.parts import BEGINNING, NAMES, SIZE, TALL, Part, divided, part, root_from, with_parts
from directory.pages.render import render
from directory.schedule import is_current, rules_of
from directory.schedule.occurrences import Doubt, Occurrence, horizon
from directory.schedule.recurrence import monday
from directory.view.day import DayView
from directory.view.places import whereabouts

WEEKS = {"diese-woche": "Diese Woche", "naechste-woche": "Nächste Woche"}
# What stands beside the days of a week: entries of which only old times are known.
PERHAPS = "Vielleicht"


@dataclass(frozen=True, slots=True)
class Slot:
    """One rule of an entry on a weekday, with every date until the horizon on which it takes place then, and where."""

    entry: Entry
    where: str
    times: Times
    occurrences: tuple[Occurrence, ...]

    @property
    def start(self) -> Clock | None:
        """When it begins; not known for some."""
        return self.occurrences[0].start

    @property
    def end(self) -> Clock | None:
        """When it ends; not known for some."""
        return self.occurrences[0].end

    def on(self, doubt: Doubt | None = None) -> list[date]:
        """Return its dates; only those with this doubt where one is asked for."""
        return [occurrence.day for occurrence in self.occurrences if doubt in (None, occurrence.doubt)]


@dataclass(frozen=True, slots=True)
class Weekday:
    """One day of the week that is shown, with every slot of that weekday, also those of other weeks."""

    name: str
    day: date
    slots: Sequence[Slot]

    @property
    def empty(self) -> bool:
        """Whether nothing takes place on this very day."""
        return self.empty_in(self.slots)

    def empty_in(self, slots: Sequence[Slot]) -> bool:
        """Whether nothing of these takes place on this very day."""
        return not any(self.day in slot.on() for slot in slots)


def week_keys(view: DayView, weeks: Iterable[str] = tuple(WEEKS)) -> Iterator[str]:
    """Yield a key for each page: both weeks, for the whole city and for each area; of full weeks each day too."""
    for week in weeks:
        for area in ("", *view.directory.vocabulary.areas):
            key = f"{week}/{area}".rstrip("/")
            yield key
            slots = _slots(view, area)
            if _too_many(slots):
                for name, of_day in zip(WEEKDAYS, slots, strict=True):
                    if of_day:
                        yield from with_parts(f"{key}/{name.lower()}", len(of_day), TALL, TALL)
            if len(_old(view, area)) > NAMES:
                yield from with_parts(f"{key}/{PERHAPS.lower()}", len(_old(view, area)), SIZE)


def week_page(view: DayView, key: str) -> Page:
    """Return one week, or a day of it; a script shows the week of the reader's day, as long as the dates reach."""
    of_list, number = divided(key)
    week, *rest = of_list.split("/")
    areas = view.directory.vocabulary.areas
    area = areas[rest.pop(0)] if rest and rest[0] in areas else None
    only = rest[0].capitalize() if rest else ""
    area_id = area.id if area else ""
    entries = _entries(view, area_id)
    offset = list(WEEKS).index(week)
    first = monday(view.today) + timedelta(weeks=offset)
    school = [day for day in view.agenda.holidays.school if view.today <= day <= horizon(view.today)]
    slots, old = _slots(view, area_id), _old(view, area_id)
    long = old if only == PERHAPS else slots[WEEKDAYS.index(only)] if only else ()
    size = SIZE if only == PERHAPS else TALL
    shown: Part[Slot | Entry] = part(long, number, size, size)
    address = f"{of_list}/"
    body = render(
        "week.html",
        root=root_from(address, number),
        view=view,
        week=week,
        weeks=WEEKS,
        title=WEEKS[week],
        area=area,
        offset=offset,
        days=[
            Weekday(name, first + timedelta(days=place), of_day)
            for place, (name, of_day) in enumerate(zip(WEEKDAYS, slots, strict=True))
        ],
        only=only,
        up=("../" if only else "") + shown.up,
        part=shown,
        apart=_too_many(slots),
        school=school,
        school_this_week=any(monday(day) == first for day in school),
        always=view.once(("always", area_id), lambda: [entry for entry in entries if _always(view, entry)]),
        old=old,
        old_fits=len(old) <= NAMES,
        old_askable=view.once(("askable", area_id), lambda: all(view.of(entry).asking for entry in old)),
        until=horizon(view.today),
        BEGINNING=BEGINNING,
        PERHAPS=PERHAPS,
    )
    crumbs: tuple[Crumb, ...] = (START,)
    title, base = WEEKS[week], f"{week}/"
    if area:
        crumbs = (*crumbs, Crumb(title, base))
        title, base = f"{title} {area.in_sentence}", f"{base}{area.id}/"
    if only:
        crumbs = (*crumbs, Crumb(title, base))
        title = f"{title}: {only}"
    page = Page(
        address=address,
        title=title,
        body=body,
        description="Was an welchem Tag ist.",
        area=area_id,
        crumbs=crumbs,
        scripts=("dates.js",),
    )
    return shown.of_list(page)


def _entries(view: DayView, area: str) -> Sequence[Entry]:
    return view.by_area.get(area, []) if area else view.listed


def _too_many(slots: Sequence[Sequence[Slot]]) -> bool:
    return sum(map(len, slots)) > TALL + REST


def _old(view: DayView, area: str) -> Sequence[Entry]:
    return view.once(("old", area), lambda: [one for one in _entries(view, area) if _only_old(view, one)])


def _slots(view: DayView, area: str) -> Sequence[Sequence[Slot]]:
    return view.once(("slots", area), lambda: _slots_of(view, _entries(view, area)))


def _slots_of(view: DayView, entries: Sequence[Entry]) -> list[list[Slot]]:
    """Return the slots of each weekday, by their hour; equal hours stay in the order of the entries."""
    found: dict[tuple[int, str, int], list[Occurrence]] = {}
    by_slug = {entry.slug: entry for entry in entries}
    for entry in entries:
        for occurrence in view.agenda.of(entry):
            found.setdefault((occurrence.day.weekday(), entry.slug, occurrence.rule), []).append(occurrence)
    slots: list[list[Slot]] = [[] for _ in WEEKDAYS]
    rules = {entry.slug: rules_of(entry, view.today) for entry in entries}
    for (weekday, slug, rule), occurrences in found.items():
        times = rules[slug][rule]
        slots[weekday].append(Slot(by_slug[slug], _where(view, by_slug[slug], times), times, tuple(occurrences)))
    return [sorted(of_day, key=lambda slot: slot.start or Clock(0)) for of_day in slots]


def _where(view: DayView, entry: Entry, times: Times) -> str:
    if times.place and len(entry.places) > 1:
        return whereabouts(view.directory, entry, times.place)
    return view.of(entry).whereabouts


def _always(view: DayView, entry: Entry) -> bool:
    always = (times for times in entry.times if times.always)
    return entry.begun(view.today) and any(is_current(one.as_of, entry.confirmed, view.today) for one in always)


def _only_old(view: DayView, entry: Entry) -> bool:
    """Return whether an entry has days of its own, but all of them were said too long ago."""
    if entry.status != "aktiv" or not entry.begun(view.today) or view.agenda.of(entry) or _always(view, entry):
        return False
    return bool(view.old_times(entry))
