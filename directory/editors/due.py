"""Which entries somebody has to look at again, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from directory.model import Directory, Entry
from directory.model.times import Times
from directory.model.values import PartialDate
from directory.schedule import day, is_current, partial_date, rules_of
from directory.schedule.age import CURRENT

MONTHS = 12
# Long enough before the end to ask by letter and wait for the answer.
SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An entry that is due.

    `last_said` is when its provider, the editors or a source last said something about it, `oldest` how old the oldest
    fact is that it shows. `questions` are reasons to ask the provider; `housekeeping` is what editors can mend by
    themselves.
    """

    entry: Entry
    last_said: PartialDate
    oldest: PartialDate
    questions: tuple[str, ...]
    housekeeping: tuple[str, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """Every reason, those for the provider first."""
        return (*self.questions, *self.housekeeping)


def due(directory: Directory, today: date, older_than: int | None = None) -> tuple[Due, ...]:
    """Return the entries that are due, those with the oldest facts first.

    Never confirmed is a reason, and so is everything that was last said more than 12 months ago. With `older_than` it
    is that many months, and an entry stays out as long as its last word is more recent.
    """
    limit = today - CURRENT * (older_than or MONTHS) // MONTHS
    found = []
    for entry in directory.entries:
        if entry.status != "geschlossen":
            said = last_said(entry)
            questions = tuple(_questions(entry, said, limit, today))
            housekeeping = tuple(_housekeeping(entry, today))
            recent = said.known and said.first_day() >= limit
            if (questions or housekeeping) and not (older_than and recent):
                found.append(
                    Due(
                        entry=entry,
                        last_said=said,
                        oldest=oldest_fact(entry, today),
                        questions=questions,
                        housekeeping=housekeeping,
                    )
                )
    return tuple(sorted(found, key=lambda item: (item.oldest, item.entry.slug)))


def last_said(entry: Entry) -> PartialDate:
    """Return the newest date of the confirmation and the sources; what is known to the year counts from its start."""
    dates = [source.as_of for source in entry.sources if source.as_of.known]
    return max([*dates, *_confirmed(entry)], key=PartialDate.first_day, default=PartialDate())


def oldest_fact(entry: Entry, today: date) -> PartialDate:
    """Return how old the oldest fact is that an entry shows; an unknown date where one of them has none.

    A new source does not make an old fact younger, a confirmation does: it is of the whole entry.
    """
    dated = [times.as_of for times in rules_of(entry, today) if not _over(times, today)]
    checked = [place.access.checked.on for place in entry.places if place.access and place.access.checked]
    dated += [*checked, *(fact.as_of for keys, fact in entry.attributed() if keys[0] != "zeiten" and fact.as_of.known)]
    # Facts without a date of their own are as old as the oldest source may be.
    dated += [source.as_of for source in entry.sources]
    return max([min(dated), *_confirmed(entry)])


def _confirmed(entry: Entry) -> Iterator[PartialDate]:
    if entry.confirmed:
        on = entry.confirmed.on
        yield PartialDate(on.year, on.month, on.day)


def _questions(entry: Entry, said: PartialDate, limit: date, today: date) -> Iterator[str]:
    if entry.confirmed is None:
        yield "Noch nie bestätigt."
    elif entry.confirmed.on < limit:
        yield f"Zuletzt bestätigt am {day(entry.confirmed.on)}."
    if not said.known:
        yield "Wie alt die Angaben sind, wissen wir nicht."
    elif entry.confirmed is None and said.first_day() < limit:
        yield f"Die Angaben sind alt. Stand: {partial_date(said)}."
    running = [times for times in entry.times if not _over(times, today)]
    old = [times.as_of for times in running if not is_current(times.as_of, entry.confirmed, today)]
    if old:
        yield f"Die Zeiten sind alt. Stand: {partial_date(min(old)) or 'nicht bekannt'}."
    if entry.times and not running:
        yield "Alle Zeiten sind vorbei."
    yield from (f"Zeiten gelten nur bis zum {day(end)}." for end in sorted({*_ends(running)}) if end <= today + SOON)
    yield from _validity(entry, today)


def _validity(entry: Entry, today: date) -> Iterator[str]:
    start, end = entry.begins, entry.ends
    if end and end < today:
        yield f"Das Angebot galt nur bis zum {day(end)}."
    elif end and end <= today + SOON:
        yield f"Das Angebot gilt nur bis zum {day(end)}."
    if entry.status == "geplant" and start and start <= today:
        yield f"Der Beginn war geplant für den {day(start)}."


def _housekeeping(entry: Entry, today: date) -> Iterator[str]:
    for special in entry.special_days:
        if special.last and special.last < today:
            yield f"Die Ausnahme bis zum {day(special.last)} ist vorbei."


def _over(times: Times, today: date) -> bool:
    return times.ends is not None and times.ends < today


def _ends(rules: list[Times]) -> Iterator[date]:
    yield from (rule.ends for rule in rules if rule.ends)
