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
        current = rule.always or not rule.regular or is_current(rule.as_of, None, today)
        if current or rule.as_of.known:
            yield from statement.sentences
        if not current and rule.as_of.known:
            yield f"Das war im Jahr {rule.as_of.year} so."
    if item.free_of_charge:
        yield "Kostenlos."
    if item.anonymous:
        yield "Ohne Namen."
    if item.registration:
        yield "Sie müssen sich vorher anmelden."
