"""Times and dates that contradict each other."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from directory.model import Directory, Entry
from directory.model.sentences import sentence_lists
from directory.model.time_phrases import rules_in_words
from directory.model.times import Times
from directory.model.values import MONTHS, WEEKDAYS, Clock
from directory.problems import Problem, quoted
from directory.problems.written import in_one_line
from directory.schedule import day, is_current, main_purpose
from directory.schedule.holidays import is_supported
from directory.schedule.recurrence import days

# Long enough for every season and every "5th Monday of the month".
A_YEAR = timedelta(days=366)
MIDNIGHT = Clock(24 * 60)
# Each rule is compared with so many before it: nobody writes more, and time must not grow with the square.
NEIGHBOURS = 50

EVEN_OR_ODD = re.compile(r"\b(un)?gerade[nr]?\s+(?:Kalender-?)?(?:Woche|KW)", re.IGNORECASE)
NAMED_DATE = re.compile(
    rf"\b({'|'.join(WEEKDAYS)}),?\s+(?:de[nmr]\s+)?(\d{{1,2}})\.\s*({'|'.join(MONTHS)})\s+(\d{{4}})\b"
)


def check(directory: Directory, today: date) -> Iterator[Problem]:
    """Yield days that do not fall on their weekday, rules without the day they count from, and rules that overlap."""
    if not is_supported(directory.city):
        message = f"Die Feiertage von „{directory.city.country}-{directory.city.subdivision}“ sind nicht bekannt."
        hint = "Prüfen Sie „land“ und „bundesland“. Zum Beispiel: land: DE, bundesland: TH"
        yield Problem.at(directory.city.position("bundesland"), "bundesland-unbekannt", message, hint)
    for entry in directory.entries:
        yield from _dates(entry)
        yield from _named_dates(entry)
        yield from _uncounted(entry, today)
        yield from _special_hours(entry)
        yield from _weeks_in_words(entry)
        yield from _in_words(entry)
        yield from _cut_at_midnight(entry)
        yield from _overlaps(entry, today)


def _dates(entry: Entry) -> Iterator[Problem]:
    for index, times in enumerate(entry.times):
        named: list[tuple[tuple[str | int, ...], date]] = (
            [(("ab",), times.anchor)] if times.anchor and times.every_weeks else []
        )
        named += [(("termine", number), value) for number, value in enumerate(times.dates)]
        for keys, value in named:
            if times.days and value.weekday() not in times.days:
                message = f"Der {day(value)} ist ein {WEEKDAYS[value.weekday()]}, kein {WEEKDAYS[times.days[0]]}."
                hint = "Prüfen Sie, ob der Tag oder das Jahr falsch ist."
                yield Problem.at(entry.position("zeiten", index, *keys), "wochentag-datum", message, hint)


def _in_words(entry: Entry) -> Iterator[Problem]:
    """Yield times that are written as a note although there are fields for every word of it: they have no dates."""
    for index, times in enumerate(entry.times):
        said = (type(times).model_fields[name].alias or name for name in times.model_fields_set)
        if rules := rules_in_words(frozenset(said), times.notes):
            message = f"{quoted(' '.join(times.notes))}: Das ist eine Zeit in Worten. Daraus werden keine Termine."
            fields = "\n".join(f"- {in_one_line(rule)}" for rule in rules)
            hint = f"Schreiben Sie in Feldern:\n{fields}"
            yield Problem.at(entry.position("zeiten", index, "hinweis"), "zeit-in-worten", message, hint)


def _named_dates(entry: Entry) -> Iterator[Problem]:
    texts: list[tuple[tuple[str | int, ...], str]] = [
        (("beschreibung", line), text) for line, text in enumerate(entry.description)
    ]
    for index, times in enumerate(entry.times):
        texts += [(("zeiten", index, "hinweis", line), text) for line, text in enumerate(times.notes)]
    for keys, text in texts:
        for weekday, number, month, year in NAMED_DATE.findall(text):
            try:
                value = date(int(year), MONTHS.index(month) + 1, int(number))
            except ValueError:
                message = f"Den Tag „{number}. {month} {year}“ gibt es nicht. Der Monat hat weniger Tage."
                hint = "Prüfen Sie Tag, Monat und Wochentag."
            else:
                if WEEKDAYS[value.weekday()] == weekday:
                    continue
                message = f"Der {number}. {month} {year} ist ein {WEEKDAYS[value.weekday()]}, kein {weekday}."
                hint = "Prüfen Sie, ob der Tag oder das Jahr falsch ist."
            yield Problem.at(entry.position(*keys), "wochentag-datum", message, hint)


def _uncounted(entry: Entry, today: date) -> Iterator[Problem]:
    for index, times in enumerate(entry.times):
        weeks, rest = divmod(times.every_weeks or 1, len(WEEKDAYS))
        if not rest:
            message = f"„alle_wochen: {times.every_weeks}“ heißt: in jeder {times.every_weeks}. Woche."
            instead = f"schreiben Sie:\nalle_wochen: {weeks}" if weeks > 1 else "löschen Sie die Zeile."
            hint = f"Meinten Sie alle {times.every_weeks} Tage? Dann {instead}"
            yield Problem.at(entry.position("zeiten", index, "alle_wochen"), "woche-unklar", message, hint)
        if times.every_weeks and not times.anchor and is_current(times.as_of, entry.confirmed, today):
            message = f"„alle_wochen: {times.every_weeks}“ sagt nicht, in welcher Woche."
            hint = "Schreiben Sie einen Tag dazu, an dem es wirklich stattfindet. Zum Beispiel:\nab: 2026-01-07"
            yield Problem.at(entry.position("zeiten", index, "alle_wochen"), "woche-unklar", message, hint)


def _weeks_in_words(entry: Entry) -> Iterator[Problem]:
    """Yield sentences that name even or odd weeks where the rule counts from a day: after week 53 they differ."""
    if not any(times.every_weeks for times in entry.times):
        return
    named = [(keys, EVEN_OR_ODD.search(line)) for keys, lines in sentence_lists(entry) for line in lines]
    for index, times in enumerate(entry.times):
        of_rule = [found for keys, found in named if found and (keys[0] != "zeiten" or keys[1] == index)]
        if times.every_weeks and of_rule:
            odd = "ungerade" if of_rule[0].group(1) else "gerade"
            message = (
                f"Ein Satz sagt „{of_rule[0].group()}“. „alle_wochen“ zählt anders: Nach der Woche 53 stimmt es nicht."
            )
            hint = f"Zählen Kalender-Wochen, dann schreiben Sie statt „alle_wochen“ und „ab“:\nkalenderwochen: {odd}"
            yield Problem.at(entry.position("zeiten", index, "alle_wochen"), "woche-gerade", message, hint)


def _cut_at_midnight(entry: Entry) -> Iterator[Problem]:
    """Yield a night in two halves: the 1st Saturday of a month is not always the day after its 1st Friday."""
    evenings = [times for times in entry.times if times.days and times.end == MIDNIGHT]
    for index, morning in enumerate(entry.times):
        if morning.start != Clock(0) or morning.end in (None, MIDNIGHT):
            continue
        for evening in evenings:
            next_days = {(day + 1) % len(WEEKDAYS) for day in evening.days}
            same = (evening.purpose, evening.place) == (morning.purpose, morning.place)
            if same and next_days == {*morning.days}:
                message = "Diese Zeit beginnt um 0 Uhr. Eine andere endet am Tag davor um 24 Uhr. Ist das 1 Nacht?"
                hint = f"Dann löschen Sie diese Zeit, und bei der Zeit vom Abend schreiben Sie:\nbis: {morning.end}"
                yield Problem.at(entry.position("zeiten", index), "nacht-geteilt", message, hint)


def _special_hours(entry: Entry) -> Iterator[Problem]:
    """Yield special days of which nobody says what is different, or for which purpose their hours are."""
    purposes = {times.purpose for times in entry.times}
    for index, special in enumerate(entry.special_days):
        if not (special.closed or special.hours or special.notes):
            message = "An diesen Tagen ist es anders. Aber hier steht nicht, was anders ist."
            hint = "Schreiben Sie eine „uhrzeit“ oder einen „hinweis“. Ist geschlossen, dann schreiben Sie:\nzu: ja"
            yield Problem.at(entry.position("ausnahmen", index, "zu"), "ausnahme-unklar", message, hint)
        if special.hours and not special.purpose and len(purposes) > 1:
            message = "Das Angebot hat Zeiten für verschiedene Zwecke. Für welchen Zweck gilt diese Uhrzeit?"
            hint = f"Schreiben Sie zum Beispiel:\nzweck: {main_purpose(entry)}"
            yield Problem.at(entry.position("ausnahmen", index, "uhrzeit"), "ausnahme-uhrzeit", message, hint)


def _overlaps(entry: Entry, today: date) -> Iterator[Problem]:
    found = cache(lambda index: frozenset(days(entry.times[index], today, today + A_YEAR)))
    for second, other in enumerate(entry.times):
        for first in range(max(0, second - NEIGHBOURS), second):
            if not _same_hour(entry.times[first], other):
                continue
            shared = min(found(first) & found(second), default=None)
            if shared is None:
                continue
            message = (
                f"Diese Zeit überschneidet sich mit der {first + 1}. Zeit in der Liste, zum Beispiel am {day(shared)}."
            )
            hint = "Gilt beides, dann schreiben Sie bei „zweck“ oder „hinweis“ den Unterschied. Sonst löschen Sie eine."
            yield Problem.at(entry.position("zeiten", second), "zeiten-ueberlappen", message, hint)
            break  # of many equal rules each says it once


def _same_hour(one: Times, other: Times) -> bool:
    """Return whether two rules with the same purpose and place say something about one hour."""
    if (one.purpose, one.place, one.notes, one.by_appointment) != (
        other.purpose,
        other.place,
        other.notes,
        other.by_appointment,
    ):
        return False
    if not (one.start and other.start):
        return False
    # What goes on after midnight is compared as far as midnight.
    one_end = MIDNIGHT if one.overnight else one.end or one.start
    other_end = MIDNIGHT if other.overnight else other.end or other.start
    return one.start == other.start or (one.start < other_end and other.start < one_end)
