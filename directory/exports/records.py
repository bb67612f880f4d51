"""The listed entries as plain values under their YAML keys, without what must stay secret."""

from contextlib import suppress
from datetime import date
from typing import Any

from directory.model import Entry
from directory.model.times import Times
from directory.schedule import Agenda, Occurrence, is_current
from directory.schedule.occurrences import HORIZON
from directory.schedule.opening_hours import NotExpressible, opening_hours
from directory.schedule.recurrence import within
from directory.view.asking import asking
from directory.view.day import DayView
from directory.view.times import recent_rules, recent_statements

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
    one text for each purpose; a purpose is left out there if OpenStreetMap cannot say it.
    """
    agenda, today = view.agenda, view.today
    values = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    places = view.directory.places(entry)
    values["orte"] = [place.model_dump(mode="json", by_alias=True, exclude_defaults=True) for place in places]
    recent = recent_rules(entry, today)
    values["zeiten"] = [times for i, times in enumerate(values.get("zeiten", [])) if i in recent]
    values["ausnahmen"] = [_special(entry, index, one, today) for index, one in enumerate(values.get("ausnahmen", []))]
    said = recent_statements(entry, today, asking(view.directory, entry, today).asked)
    values["zeiten_in_saetzen"] = [" ".join(statement.sentences) for statement in said]
    values["termine"] = [_date(occurrence) for occurrence in agenda.of(entry)[:DATES]]
    values["opening_hours"] = _opening_hours(
        entry, [within(times, entry.validity) for times in recent.values()], agenda
    )
    if entry.secret:
        values = {key: _without_speaker(value) for key, value in values.items()}
        # Which of its places a time belongs to would name one.
        values["zeiten"] = [{key: value for key, value in rule.items() if key != "ort"} for rule in values["zeiten"]]
    hidden = INTERNAL | (SECRET if entry.secret else frozenset())
    kept = {key: value for key, value in values.items() if key not in hidden and value}
    return {"id": entry.slug, "sozialraum": entry.area, **kept}


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


def _date(occurrence: Occurrence) -> dict[str, str]:
    values = {"tag": occurrence.day, "von": occurrence.start, "bis": occurrence.end, "unklar": occurrence.doubt}
    return {key: str(value) for key, value in values.items() if value}


def _opening_hours(entry: Entry, recent: list[Times], agenda: Agenda) -> dict[str, str]:
    said: dict[str, str] = {}
    period = agenda.today, agenda.today + HORIZON
    for purpose in dict.fromkeys(times.purpose for times in recent):
        rules = [times for times in recent if times.purpose == purpose]
        with suppress(NotExpressible):
            said[purpose] = opening_hours(rules, entry.special_days, agenda.holidays, *period)
    return said
