"""Rules of times as schedules: what HSDS can say as a rule, and all of it as German sentences.

Hours are local time. HSDS has no months, calendar weeks, exceptions or lecture periods: such rules are sentences only,
because half a rule names days that are wrong.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from directory.exports.hsds.objects import Object, filled, identifier, text
from directory.exports.identity import rule_keys
from directory.model import Entry
from directory.model.times import DAY, Times
from directory.model.values import Clock
from directory.schedule import PURPOSES, rules_of, statements, trusted_until
from directory.schedule.recurrence import within
from directory.schedule.rrule import WEEKDAYS, rrule
from directory.view.day import DayView
from directory.view.times import recent_rules

Scheduled = tuple[Times, list[Object]]


def schedules(view: DayView, entry: Entry) -> Iterator[Scheduled]:
    """Yield each rule that may be said as a fact, with its schedules: one, or one a day for single days to come."""
    keys = rule_keys(entry, rules_of(entry, view.today))
    asked = view.of(entry).asking.asked
    different = [sentence for days in view.of(entry).special_days for sentence in (days.text, *days.notes)]
    for index, rule in recent_rules(entry, view.today).items():
        times = within(rule, entry.validity)
        sentences = [sentence for one in statements({0: rule}, view.today, asked=asked) for sentence in one.sentences]
        common = {
            "description": text(*sentences, *([] if times.dates else different)),
            "notes": PURPOSES[times.purpose],
        }
        last = trusted_until(times.as_of, entry.confirmed)
        yield (
            times,
            [
                filled(id=identifier(view.directory.city, "schedule", keys[index], day), **common, **rest)
                for day, rest in _days(times, view.today, last)
            ],
        )


def _days(times: Times, today: date, last: date) -> Iterator[tuple[str, Object]]:
    """Yield a key and what says on which days it is: `valid_to` is the last day on which we still say it."""
    if times.dates:
        for day in sorted(set(times.dates)):
            if today <= day <= last:
                yield day.isoformat(), {"valid_from": day.isoformat(), "valid_to": day.isoformat(), **_hours(times)}
        return
    end = times.ends
    period = {
        "valid_from": times.begins.isoformat() if times.begins else "",
        "valid_to": min(filter(None, (last, end))).isoformat(),
        "until": end.isoformat() if end else "",
    }
    yield "", {**period, **_recurrence(times)}


def _recurrence(times: Times) -> Object:
    """Return the rule, if HSDS can say all of it; nothing else."""
    if times.always:
        return {"freq": "WEEKLY", "byday": ",".join(WEEKDAYS), "opens_at": "00:00", "closes_at": "23:59"}
    parts = rrule(times)
    unknown_weeks = times.every_weeks and not times.anchor
    if not parts or times.months or times.lecture_time or times.by_appointment or unknown_weeks:
        return {}
    days = parts["BYDAY"]
    rule: Object = {"freq": parts["FREQ"], "byday": ",".join(map(str, days if isinstance(days, list) else [days]))}
    if times.every_weeks and times.anchor:
        first = times.anchor
        while first.weekday() not in times.days:
            first += timedelta(days=1)
        rule |= {"interval": times.every_weeks, "wkst": "MO", "dtstart": first.isoformat()}
    return rule | _hours(times)


def _hours(times: Times) -> Object:
    return {"opens_at": _clock(times.start), "closes_at": _clock(times.end)}


def _clock(moment: Clock | None) -> str:
    """Return a time of day; midnight at the end of a day is its last minute, as HSDS wants it."""
    if moment is None:
        return ""
    return "23:59" if moment.minutes == DAY else str(moment)
