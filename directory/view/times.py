"""When an entry takes place, in sentences and dates: what is said together, how old it is, and what comes next."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from directory.model import Directory, Entry
from directory.model.special_days import SpecialDays
from directory.model.times import Purpose, Times
from directory.schedule import NEXT, PURPOSES, Asked, Occurrence, Statement, is_current, period, rules_of, statements
from directory.schedule import special_days as special_days_in_words
from directory.view.attribution import speaker
from directory.view.phrases import age_tag, past_times_text, special_days_text
from directory.view.places import place_names

# What one need not say: one meets, or the door is open.
PLAIN_PURPOSES: frozenset[Purpose] = frozenset({"treffen", "offen"})
# Characters: rules may take 3 lines on a phone, a note only what is left of 2.
AT_A_GLANCE, WITH_A_NOTE = 110, 60
MORE_TIMES = "Es gibt noch mehr Zeiten."
# What stands after "es ist anders" where nobody says what is different.
WHAT_IS_DIFFERENT: Mapping[Asked, str] = {
    "anrufen": "Bitte fragen Sie vorher nach.",
    "fragen": "Bitte fragen Sie vorher nach.",
    "niemand": "Mehr wissen wir nicht.",
}


@dataclass(frozen=True, slots=True)
class TimesLine:
    """Rules that are said together: where (only if there are several places), the sentences, and the coming dates.

    The last `notes` of the sentences are the entry's own. `source` is who says so; where the next line has the same, it
    stands there.
    """

    where: str
    sentences: tuple[str, ...]
    notes: int
    source: str
    upcoming: tuple[Occurrence, ...]

    @property
    def every_week(self) -> bool:
        """Whether the sentences tell the dates after the next one too: it is each week on the same day."""
        days = [found.day for found in self.upcoming[:3]]
        return all((after - before).days == 7 for before, after in pairwise(days))  # noqa: PLR2004 - a week


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesBlock:
    """Rules with one purpose and one age.

    `heading` names the purpose, `next_label` stands before its next date. `year` is the one in which the rules were
    said: None where they are recent enough to be said as facts, 0 where nobody knows it. `age` says that in a sentence,
    `tag` in two words. `always` is whether they say "day and night" and nothing else.
    """

    purpose: Purpose
    heading: str
    next_label: str
    year: int | None
    always: bool
    lines: tuple[TimesLine, ...]

    @property
    def current(self) -> bool:
        """Whether the rules may be said as facts."""
        return self.year is None

    @property
    def short(self) -> str:
        """Where and what for, if that has to be said, and as many sentences as can be read at a glance.

        A note that points back says whose times these are ("Das sind Zeiten vom Kindergarten."): it belongs to them.
        """
        line = self.lines[0]
        first, *others = line.sentences
        label = "" if self.purpose in PLAIN_PURPOSES else self.heading
        text = ": ".join(filter(None, (line.where, label, first)))
        notes_from = len(others) - line.notes
        for number, sentence in enumerate(others):
            rule = number < notes_from or sentence.startswith("Das ")
            if len(text) + len(sentence) >= (AT_A_GLANCE if rule else WITH_A_NOTE):
                return f"{text} {MORE_TIMES}" if number < notes_from else text
            text = f"{text} {sentence}"
        return f"{text} {MORE_TIMES}" if len(self.lines) > 1 and len(text) < WITH_A_NOTE else text

    @property
    def whole(self) -> bool:
        """Whether `short` says everything."""
        one = len(self.lines) == 1 and not self.lines[0].source
        return one and " ".join(self.lines[0].sentences) in self.short

    @property
    def age(self) -> str:
        """What stands before the rules; empty where they are recent."""
        return "" if self.year is None else past_times_text(self.year)

    @property
    def tag(self) -> str:
        """How old the rules are; empty where they are recent, and where nobody knows it of what has no hours."""
        return "" if self.year is None or (self.always and not self.year) else age_tag(self.year)


@dataclass(frozen=True, slots=True)
class SpecialDaysView:
    """Days on which it is different, and what is different then."""

    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextDate:
    """The next date of an entry, and what takes place then."""

    label: str
    occurrence: Occurrence


def times_blocks(
    directory: Directory, entry: Entry, dates: tuple[Occurrence, ...], today: date, asked: Asked
) -> Iterator[TimesBlock]:
    """Yield the times by purpose, recent ones first, without rules whose days are all past.

    `asked` is how readers can ask what they leave open.
    """
    groups: dict[tuple[Purpose, int | None], dict[int, Times]] = {}
    found = rules_of(entry, today)
    for index, times in enumerate(found):
        if not _over(times, today):
            year = None if is_current(times.as_of, entry.confirmed, today) else times.as_of.year
            groups.setdefault((times.purpose, year), {})[index] = times
    order = list(PURPOSES)
    newest_first = sorted(
        groups.items(), key=lambda item: (item[0][1] is not None, -(item[0][1] or 0), order.index(item[0][0]))
    )
    for (purpose, year), rules in newest_first:
        said = statements(rules, today, asked=asked)
        speakers = [speaker(entry, found[statement.rules[0]]) for statement in said]
        lines = tuple(
            TimesLine(
                _place_name(directory, entry, found[statement.rules[0]]),
                statement.sentences,
                len(found[statement.rules[0]].notes),
                "" if who == after else who,
                _dates(dates, statement.rules),
            )
            for statement, who, after in zip(said, speakers, [*speakers[1:], ""], strict=True)
        )
        if lines:
            yield TimesBlock(
                purpose=purpose,
                heading=PURPOSES[purpose],
                next_label=NEXT[purpose],
                year=year,
                always=all(times.always for times in rules.values()),
                lines=lines,
            )


def special_days(entry: Entry, today: date, asked: Asked) -> Iterator[SpecialDaysView]:
    """Yield the days on which it is different, as long as they are not past; days with known hours are times.

    Where nothing says what is different, a sentence tells what to do; `asked` is how readers can ask.
    """
    for special in entry.special_days:
        over = special.last is not None and special.last < today
        if not over and not (special.hours and is_current(special.as_of, entry.confirmed, today)):
            known = special.closed or (special.notes and not special.hours)
            more = () if known else (WHAT_IS_DIFFERENT[asked],)
            text = special_days_text(special)
            yield SpecialDaysView(text, (*_open_all_the_same(entry, special, today), *special.notes, *more))


def _open_all_the_same(entry: Entry, closing: SpecialDays, today: date) -> Iterator[str]:
    """Yield the days that are open at known hours while it is closed."""
    for special in entry.special_days if closing.closed else ():
        together = special.concerns(closing.purpose) if closing.purpose else True
        if special.hours and together and is_current(special.as_of, entry.confirmed, today):
            around = special.days(today.year - 1, today.year + 1)
            if any(day >= today and closing.covers(day) for day in around):
                text = special_days_in_words(special)
                yield f"Aber {text[0].lower()}{text[1:]} ist offen."


def next_date(entry: Entry, dates: tuple[Occurrence, ...], today: date) -> NextDate | None:
    """Return the first of the coming dates."""
    return NextDate(NEXT[rules_of(entry, today)[dates[0].rule].purpose], dates[0]) if dates else None


def recent_rules(entry: Entry, today: date) -> Mapping[int, Times]:
    """Return the rules that may be said as facts and are not over, by their place in `rules_of` the entry."""
    return {
        index: times
        for index, times in enumerate(rules_of(entry, today))
        if is_current(times.as_of, entry.confirmed, today) and not _over(times, today)
    }


def recent_sentences(
    directory: Directory, entry: Entry, today: date, asked: Asked, only: Collection[int] | None = None
) -> tuple[str, ...]:
    """Return what the rules that may be said as facts say, a text for what is said together, with its place.

    `only` are the places of rules in `rules_of` the entry; the others are left out.
    """
    recent = recent_rules(entry, today)
    recent = {index: times for index, times in recent.items() if only is None or index in only}
    return tuple(" ".join(one) for one in _apart(directory, entry, recent, statements(recent, today, asked=asked)))


def _apart(
    directory: Directory, entry: Entry, rules: Mapping[int, Times], found: tuple[Statement, ...]
) -> tuple[tuple[str, ...], ...]:
    """Return the sentences of each statement; what it is for, and its place among several, stand before the first.

    A secret entry names no place.
    """
    where = ["" if entry.secret else _place_name(directory, entry, rules[one.rules[0]]) for one in found]
    names = where if len({*where}) > 1 else [""] * len(where)
    said = []
    for name, one in zip(names, found, strict=True):
        purpose = rules[one.rules[0]].purpose
        label = "" if purpose in PLAIN_PURPOSES else PURPOSES[purpose]
        said.append((": ".join(filter(None, (name, label, one.sentences[0]))), *one.sentences[1:]))
    return tuple(said)


def short_times(directory: Directory, entry: Entry, today: date, asked: Asked) -> tuple[str, ...]:
    """Return in short sentences when the entry is, and from when until when; nothing where no recent fact says so."""
    recent = recent_rules(entry, today)
    rules = {index: times for index, times in recent.items() if times.regular or times.by_appointment}
    found = statements(rules, today, asked=asked)
    begins = period(entry.begins, entry.ends, today)
    said = _apart(directory, entry, rules, found)
    if len({rules[one.rules[0]].place for one in found}) > 1:
        return (*begins, *(" ".join(one) for one in said))
    more = (MORE_TIMES,) if len(found) > 1 else ()
    return (*begins, *(said[0] if said else ()), *more)


def _dates(dates: tuple[Occurrence, ...], rules: tuple[int, ...]) -> tuple[Occurrence, ...]:
    """Return the dates of these rules; what several rules say about the same hour stands once."""
    once = {(found.day, found.start, found.end): found for found in dates if found.rule in rules}
    return tuple(once.values())


def _place_name(directory: Directory, entry: Entry, times: Times) -> str:
    """Return where a rule applies, in a few words; an empty text where there is only one place."""
    named = zip(directory.places(entry), place_names(directory, entry), strict=True)
    several = len(entry.places) > 1
    return next((name for place, name in named if several and place.id and place.id == times.place), "")


def _over(times: Times, today: date) -> bool:
    return times.ends is not None and times.ends < today
