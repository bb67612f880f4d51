"""Rules of times as schedules: what HSDS can say as a rule, and all of it as German sentences.

Hours are local time. A rule that HSDS cannot say as a whole is sentences only.
"""

from collections.abc import Iterator
from datetime import date

from directory.exports.hsds.objects import Object, filled, identifier, text
from directory.exports.identity import rule_keys
from directory.model import Entry
from directory.model.times import Times
from directory.schedule import PURPOSES, rules_of, statements, trusted_until
from directory.schedule.recurrence import within
from directory.schedule.standard_rule import hours_of, standard_rule
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
    rule = standard_rule(times)
    if rule is None:
        return {}
    said: Object = {"freq": "MONTHLY" if rule.monthly else "WEEKLY", "byday": ",".join(rule.days), **_hours(times)}
    if rule.first:
        said |= {"interval": rule.interval, "wkst": "MO", "dtstart": rule.first.isoformat()}
    return said


def _hours(times: Times) -> Object:
    opens, closes = hours_of(times)
    return {"opens_at": opens, "closes_at": closes}
