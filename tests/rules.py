"""Any rule of times that the model allows, and days on which it does not hold: for property tests."""

from datetime import date, timedelta

from hypothesis import strategies as st

from directory.model.provenance import Validity
from directory.model.special_days import SpecialDays
from directory.model.times import Times
from directory.model.values import MONTHS, WEEKDAYS

# Two years with a week 53, a leap day and four changes of the clock.
FIRST, LAST = date(2026, 7, 1), date(2028, 6, 30)

dates = st.dates(FIRST - timedelta(days=40), LAST + timedelta(days=40)).map(str)
closings = st.sampled_from([None, None, "zu", "offen"])
PURPOSES = ("offen", "offen", "telefon")


@st.composite
def rules(draw: st.DrawFn) -> Times:
    """Return a rule of any kind, with days and hours. What is drawn as None is left out."""
    start = draw(st.integers(0, 24 * 4 - 1))
    # Until midnight, or on until the next morning: at most 14 hours.
    overnight = st.integers(0, start - 10 * 4) if start >= 10 * 4 else st.none()
    end = draw(st.none() | st.integers(start + 1, 24 * 4) | overnight)
    period = sorted([draw(dates), draw(dates)])
    fields: dict[str, object] = {
        "zweck": draw(st.sampled_from(PURPOSES)),
        "stand": "2026-10",
        "von": f"{start // 4:02}:{start % 4 * 15:02}",
        "bis": None if end is None else f"{end // 4:02}:{end % 4 * 15:02}",
        "feiertage": draw(closings),
        "schulferien": draw(closings),
        "gueltig": draw(
            st.sampled_from(
                [None, None, {"ab": period[0]}, {"bis": period[1]}, dict(zip(("ab", "bis"), period, strict=True))]
            )
        ),
        "ab": draw(st.none() | st.none() | dates),
        "nach_vereinbarung": draw(st.sampled_from([None, None, None, "ja"])),
    }
    kind = draw(st.sampled_from(["weekly", "weekly", "nth", "weeks", "calendar weeks", "dates", "always"]))
    if kind == "dates":
        fields["termine"] = draw(st.lists(dates, min_size=1, max_size=6))
    elif kind == "always":
        fields |= {"von": None, "bis": None, "immer": "ja", "nach_vereinbarung": None}
    else:
        fields["tage"] = draw(st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=7))
        fields["monate"] = draw(st.none() | st.lists(st.sampled_from(MONTHS), max_size=12))
        fields["vorlesungszeit"] = draw(st.sampled_from([None] * 11 + ["ja"]))
    if kind == "nth":
        fields["im_monat"] = draw(st.lists(st.sampled_from(["1", "2", "3", "4", "5", "letzter"]), min_size=1))
    if kind == "calendar weeks":
        fields["kalenderwochen"] = draw(st.sampled_from(["gerade", "ungerade"]))
    if kind == "weeks":
        fields |= {"alle_wochen": draw(st.integers(2, 5)), "ab": draw(dates)}
    return Times.model_validate({key: value for key, value in fields.items() if value is not None})


@st.composite
def exceptions(draw: st.DrawFn) -> SpecialDays:
    """Return some days on which it is different: closed, open at other hours, or nobody knows; once or every year."""
    start = draw(st.dates(FIRST - timedelta(days=400), LAST))
    end = start + timedelta(days=draw(st.integers(0, 30)))
    hours = draw(st.lists(st.sampled_from(["9-12", "13:30-16", "18-24", "ab 20", "22:00-06:00"]), max_size=2))
    fields: dict[str, object] = draw(
        st.sampled_from([{"zu": "ja"}, {"zu": "nein"}, {"zu": "nein", "uhrzeit": hours, "stand": str(start)[:7]}])
    )
    days: dict[str, object] = draw(
        st.sampled_from(
            [
                {"ab": str(start), "bis": str(end)},
                {"ab": str(start), "bis": str(end), "jedes_jahr": "ja"},
                {"ab": _in_year(start), "bis": _in_year(end), "jedes_jahr": "ja"},
                {"ab": MONTHS[start.month - 1], "bis": MONTHS[end.month - 1], "jedes_jahr": "ja"},
            ]
        )
    )
    purpose = draw(st.sampled_from([None, None, *sorted({*PURPOSES})]))
    return SpecialDays.model_validate(fields | days | ({"zweck": purpose} if purpose else {}))


def periods() -> st.SearchStrategy[Validity | None]:
    """Return from when until when an entry is there; mostly always."""
    days = st.dates(FIRST - timedelta(days=40), LAST + timedelta(days=40))
    fields = st.fixed_dictionaries({}, optional={"ab": days, "bis": days})
    return st.none() | st.none() | fields.filter(_in_order).map(Validity.model_validate)


def _in_order(period: dict[str, date]) -> bool:
    return period.get("ab", date.min) <= period.get("bis", date.max)


def _in_year(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]}"
