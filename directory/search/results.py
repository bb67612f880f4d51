"""What stands in a list of results, and the facts by which results are filtered."""

import json
from collections.abc import Iterator, Sequence
from datetime import timedelta

from directory.model import Entry
from directory.output.typography import with_seams
from directory.schedule import is_current
from directory.schedule.recurrence import monday
from directory.search.documents import access, localities, refused
from directory.search.named_pages import named_pages
from directory.view.day import DayView

# Coming days are one character each: so many days after the Monday before the day of the build. So the file stays the
# same from one day to the next, until a date is over.
DAYS = "0123456789abcdefghijklmnopqrstuvwxyz"

# A feature of access that a place has as a whole, in part, or not.
DEGREES = {"ja": "", "teilweise": "~", "nein": "-"}

# The columns, in this order; data.js reads them by the names in the file.
COLUMNS = (
    "name",
    "slug",
    "teaser",
    "where",
    "when",
    "kindId",
    "areas",
    "localities",
    "weekdays",
    "free",
    "access",
    "days",
    "codes",
    "others",
    "ask",
    "parts",
    "onDays",
)


def result_rows(view: DayView, entries: Sequence[Entry]) -> str:
    """Return the entries as rows of a table, in order, and the pages that are found by their name only."""
    rows = [_row(view, entry) for entry in entries]
    since = monday(view.today).isoformat()
    content = {"since": since, "columns": COLUMNS, "rows": rows, "pages": [*named_pages(view)]}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _row(view: DayView, entry: Entry) -> list[str]:
    directory = view.directory
    features = {**refused(directory, entry), **access(directory, entry)}
    return [
        entry.name,
        entry.slug,
        entry.description[0],
        view.of(entry).whereabouts,
        " ".join(view.of(entry).when),
        entry.main_kind,
        " ".join(directory.areas_of(entry)),
        " ".join(localities(directory, entry)),
        _weekdays(view, entry),
        str(int(entry.cost.kind == "kostenlos")) if entry.cost else "",
        " ".join(DEGREES[degree] + feature for feature, degree in features.items()),
        _days(view, entry),
        " ".join(_codes(view, entry)),
        "|".join(entry.other_names),
        view.of(entry).asking.short,
        _parts(entry.name),
        "|".join(f"{day}{said}" for day, said in _on_days(view, entry)),
    ]


def _codes(view: DayView, entry: Entry) -> dict[str, None]:
    places = () if entry.secret else view.directory.places(entry)
    return dict.fromkeys(place.postal_code for place in places if place.postal_code)


def _weekdays(view: DayView, entry: Entry) -> str:
    """Return the weekdays of all times that are current, Monday is 0."""
    current = (times for times in entry.times if is_current(times.as_of, entry.confirmed, view.today))
    return "".join(str(day) for day in sorted({day for times in current for day in times.days}))


def _on_days(view: DayView, entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the weekdays on which it is at other times than the first, and what to say there."""
    for day in _weekdays(view, entry):
        said = " ".join(view.times_on(entry, int(day)))
        if said and said != " ".join(view.of(entry).when):
            yield day, said


def _days(view: DayView, entry: Entry) -> str:
    first = monday(view.today)
    last = first + timedelta(days=len(DAYS) - 1)
    coming = sorted({date.day for date in view.agenda.of(entry) if date.day <= last})
    return "".join(DAYS[(day - first).days] for day in coming)


def _parts(name: str) -> str:
    """Return a name with a mark where its long words may break; an empty text where they have no such place."""
    marked = with_seams(name, "|")
    return marked if marked != name else ""
