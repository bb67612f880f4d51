"""What a number of help says of itself: hours, cost, names, in short sentences."""

from collections.abc import Iterator
from datetime import date

from directory.model.vocabulary import EmergencyNumber
from directory.schedule.age import is_current
from directory.schedule.sentences import statements


def emergency_facts(item: EmergencyNumber, today: date) -> tuple[str, ...]:
    """Return when somebody answers, what it costs and whether it is anonymous; hours that are old with their year."""
    return tuple(_facts(item, today))


def _facts(item: EmergencyNumber, today: date) -> Iterator[str]:
    for statement in statements(dict(enumerate(item.times)), today):
        rule = item.times[statement.rules[0]]
        if rule.always or is_current(rule.as_of, None, today):
            yield from statement.sentences
        elif rule.as_of.known:
            yield from (f"Im Jahr {rule.as_of.year}: {sentence}" for sentence in statement.sentences)
    if item.free_of_charge:
        yield "Der Anruf kostet nichts." if item.phones else "Das kostet nichts."
    if item.anonymous:
        yield "Sie müssen Ihren Namen nicht sagen."
    if item.registration:
        yield "Sie müssen sich vorher anmelden."
