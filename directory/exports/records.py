"""The listed entries as plain values under their YAML keys, without what must stay secret."""

from contextlib import suppress
from datetime import date
from typing import Any

from directory.model import Entry
from directory.model.place import Place
from directory.model.times import Times
from directory.schedule import Agenda, Occurrence, is_current, rules_of
from directory.schedule.occurrences import horizon
from directory.schedule.opening_hours import NotExpressible, opening_hours
from directory.schedule.recurrence import within
from directory.view.day import DayView
from directory.view.times import recent_rules, recent_sentences

# Working information of the editors: no facts about the entry.
INTERNAL = frozenset({"trotzdem", "fruehere_namen_der_datei"})
SECRET = frozenset({"quelle", "traeger", "orte", "belege"})
SPEAKERS = frozenset({"quelle", "laut"})

# Enough to show; whoever wants all of them has the rules and the calendar files.
DATES = 10


def records(view: DayView) -> list[dict[str, Any]]:
    """Return one record an entry, in the order of lists. What is not known is absent; it never means no."""
    return [record(view, entry) for entry in view.listed]


def record(view: DayView, entry: Entry) -> dict[str, Any]:
    """Return one entry; places have the address and access of their venue, and old times are left out.

    Beside the rules of times stand their sentences, the coming dates, and `opening_hours` as OpenStreetMap writes them,
    one text for each purpose; a purpose is left out there if OpenStreetMap cannot say it. Where times belong to several
    places, each place has its own.
    """
    agenda, today = view.agenda, view.today
    values = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    places = view.directory.places(entry)
    values["orte"] = [_place(place) for place in places]
    recent = recent_rules(entry, today)
    values["zeiten"] = [times for i, times in enumerate(values.get("zeiten", [])) if i in recent]
    values["ausnahmen"] = [_special(entry, index, one, today) for index, one in enumerate(values.get("ausnahmen", []))]
    asked = view.of(entry).asking.asked
    values["zeiten_in_saetzen"] = list(recent_sentences(view.directory, entry, today, asked))
    rules = rules_of(entry, today)
    values["termine"] = [_date(found, rules[found.rule].place) for found in agenda.of(entry)[:DATES]]
    hours = _opening_hours(entry, [within(times, entry.validity) for times in recent.values()], agenda)
    values["opening_hours"] = hours.pop(None, {})
    for place in values["orte"]:
        if found := hours.get(place.get("id")):
            place["opening_hours"] = found
    if entry.secret:
        values = {key: _without_speaker(value) for key, value in values.items()}
        # Which of its places a time belongs to would name one.
        for key in ("zeiten", "termine"):
            values[key] = [{name: value for name, value in one.items() if name != "ort"} for one in values[key]]
    hidden = INTERNAL | (SECRET if entry.secret else frozenset())
    kept = {key: value for key, value in values.items() if key not in hidden and value}
    return {"id": entry.slug, "sozialraum": entry.area, **kept}


def _place(place: Place) -> dict[str, Any]:
    """Return a place; its position only under a licence."""
    closed = {"coordinates"} if place.coordinates and not place.coordinates.open else None
    return place.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=closed)


def _without_speaker(value: Any) -> Any:
    """Return a value without who says it: that may be who keeps the place secret."""
    if isinstance(value, list):
        return [_without_speaker(one) for one in value]
    return {key: one for key, one in value.items() if key not in SPEAKERS} if isinstance(value, dict) else value


def _special(entry: Entry, index: int, values: dict[str, Any], today: date) -> dict[str, Any]:
    """Return days on which it is different, without hours that are old."""
    if is_current(entry.special_days[index].as_of, entry.confirmed, today):
        return values
    return {key: value for key, value in values.items() if key != "uhrzeit"}


def _date(found: Occurrence, place: str | None) -> dict[str, str]:
    values = {"tag": found.day, "von": found.start, "bis": found.end, "ort": place, "unklar": found.doubt}
    return {key: str(value) for key, value in values.items() if value}


def _opening_hours(entry: Entry, recent: list[Times], agenda: Agenda) -> dict[str | None, dict[str, str]]:
    """Return values by the id of their place and by their purpose; without an id where all times are at one place."""
    said: dict[str | None, dict[str, str]] = {}
    period = agenda.today, horizon(agenda.today)
    several = len({times.place for times in recent}) > 1
    for place, purpose in dict.fromkeys((times.place if several else None, times.purpose) for times in recent):
        rules = [times for times in recent if times.purpose == purpose and (not several or times.place == place)]
        with suppress(NotExpressible):
            said.setdefault(place, {})[purpose] = opening_hours(rules, entry.special_days, agenda.holidays, *period)
    return said
