"""What takes place this week and next week, by weekday, in the whole city and in each area."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from directory.model import Directory, Entry
from directory.model.times import Times
from directory.model.values import WEEKDAYS, Clock
from directory.output.page import START, Crumb, Page
from directory.pages.render import render
from directory.schedule import is_current, rules_of
from directory.schedule.occurrences import Doubt, Occurrence, horizon
from directory.schedule.recurrence import monday
from directory.view.day import DayView
from directory.view.places import whereabouts

WEEKS = {"diese-woche": "Diese Woche", "naechste-woche": "Nächste Woche"}


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
    slots: list[Slot]

    @property
    def empty(self) -> bool:
        """Whether nothing takes place on this very day."""
        return not any(self.day in slot.on() for slot in self.slots)


def week_keys(directory: Directory) -> Iterator[str]:
    """Yield a key for each page: both weeks, for the whole city and for each area."""
    for week in WEEKS:
        yield week
        yield from (f"{week}/{area}" for area in directory.vocabulary.areas)


def week_page(view: DayView, key: str) -> Page:
    """Return one week; a script shows the week of the reader's day, as long as the dates reach."""
    week, _, area_id = key.partition("/")
    area = view.directory.vocabulary.areas[area_id] if area_id else None
    entries = view.by_area.get(area_id, []) if area else list(view.listed)
    offset = list(WEEKS).index(week)
    first = monday(view.today) + timedelta(weeks=offset)
    school = [day for day in view.agenda.holidays.school if view.today <= day <= horizon(view.today)]
    root = "../" * (1 + bool(area_id))
    old = [entry for entry in entries if _only_old(view, entry)]
    body = render(
        "week.html",
        root=root,
        view=view,
        week=week,
        weeks=WEEKS,
        title=WEEKS[week],
        area=area,
        offset=offset,
        days=[
            Weekday(name, first + timedelta(days=number), slots)
            for number, (name, slots) in enumerate(zip(WEEKDAYS, _slots(view, entries), strict=True))
        ],
        school=school,
        school_this_week=any(monday(day) == first for day in school),
        always=[entry for entry in entries if _always(view, entry)],
        old=old,
        old_askable=all(view.of(entry).asking for entry in old),
        until=horizon(view.today),
    )
    title = f"{WEEKS[week]} {area.in_sentence}" if area else WEEKS[week]
    crumbs = (START, Crumb(WEEKS[week], f"{week}/")) if area else (START,)
    return Page(
        address=f"{key}/",
        title=title,
        body=body,
        description="Was an welchem Tag ist.",
        area=area_id,
        crumbs=crumbs,
        scripts=("dates.js",),
    )


def _slots(view: DayView, entries: list[Entry]) -> list[list[Slot]]:
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
    return any(times.regular and not is_current(times.as_of, entry.confirmed, view.today) for times in entry.times)
