"""What is not known of an entry, as questions that somebody can ask its provider."""

from collections.abc import Iterator

from directory.model import Entry
from directory.schedule import is_current
from directory.view.day import DayView


def questions(view: DayView, entry: Entry) -> Iterator[str]:
    """Yield the questions about one entry; none about the place of a secret one."""
    if not entry.times:
        yield "Wann ist das?"
    if not entry.places and not entry.secret:
        yield "Wo ist das?"
    if not entry.contact.phones:
        yield "Welche Telefon-Nummer kann man anrufen?"
    in_doubt = [
        times
        for times in entry.times
        if times.days and times.holidays is None and is_current(times.as_of, entry.confirmed, view.today)
    ]
    if in_doubt:
        yield "Ist das Angebot auch an Feiertagen da?"
    asked = {feature.name: feature.question for feature in view.directory.vocabulary.access_features.values()}
    for fact in view.of(entry).unknown:
        yield asked.get(fact, "Was kostet das?")
