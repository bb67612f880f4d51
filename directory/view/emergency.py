"""What a number of help says of itself: hours, cost, names, in short sentences."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from directory.model.directory import Vocabulary
from directory.model.emergency import EmergencyNumber
from directory.model.vocabulary import Topic
from directory.schedule.age import is_current
from directory.schedule.sentences import statements


def emergency_facts(item: EmergencyNumber, today: date) -> tuple[str, ...]:
    """Return when somebody answers, what it costs and whether it is anonymous; hours that are old with their year."""
    return tuple(_facts(item, today))


def urgent_numbers(
    words: Vocabulary, topics: Iterable[Topic], audiences: Collection[str] = ()
) -> tuple[EmergencyNumber, ...]:
    """Return whom somebody in danger can call who reads about topics, on a page for audiences: none without a crisis.

    Who answers day and night comes first. Of the others there are those for some people only: a child or a man has no
    other number. They stand where the page is for these people, or for nobody in particular.
    """
    in_crisis = {topic.id for topic in topics if topic.crisis}
    numbers = [
        item for item in words.emergency_numbers.values() if item.phones and (item.day_and_night or item.audiences)
    ]
    some = {audience for item in numbers for audience in item.audiences} & set(audiences)
    fitting = [
        item
        for item in numbers
        if in_crisis & set(item.topics or in_crisis) and (not some or not item.audiences or some & set(item.audiences))
    ]
    return tuple(sorted(fitting, key=lambda item: not item.day_and_night))


def hours(item: EmergencyNumber) -> str:
    """Return when somebody answers, for a script that knows the time: "immer", "" if nobody knows, else rules.

    A rule has days, of which Monday is 0, and a time: "0,2 14:00-20:00". Between two rules stands ";".
    """
    if any(rule.always for rule in item.times):
        return "immer"
    return ";".join(
        f"{','.join(map(str, rule.days))} {rule.start}-{rule.end}"
        for rule in item.times
        if rule.days and rule.start and rule.end
    )


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
