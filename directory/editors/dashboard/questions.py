"""What is not known of an entry, as questions that somebody can ask its provider."""

from collections.abc import Iterator

from directory.model import Entry
from directory.model.vocabulary import QUESTIONS
from directory.schedule import is_current
from directory.view.day import DayView

WHEN_AND_WHERE = {QUESTIONS["wann"]: "Wann ist das?", QUESTIONS["wo"]: "Wo ist das?"}


def questions(view: DayView, entry: Entry) -> Iterator[str]:
    """Yield the questions about one entry; none about the place of a secret one."""
    unknown = view.of(entry).unknown
    yield from (WHEN_AND_WHERE[fact] for fact in unknown if fact in WHEN_AND_WHERE)
    if not entry.contact.phones:
        yield "Welche Telefon-Nummer kann man anrufen?"
    in_doubt = [
        times
        for times in entry.times
        if times.days and times.holidays is None and is_current(times.as_of, entry.confirmed, view.today)
    ]
    if in_doubt:
        yield "Ist das Angebot auch an Feiertagen da?"
    features = view.directory.vocabulary.access_features.values()
    asked = {QUESTIONS["kosten"]: "Was kostet das?"} | {feature.name: feature.question for feature in features}
    yield from (asked[fact] for fact in unknown if fact in asked)
