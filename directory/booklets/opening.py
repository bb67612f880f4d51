"""What a booklet opens with: needs in people's own words, and three answers to each, with a way to ask."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from directory.booklets.offer import HeadWay, brief
from directory.model import Entry
from directory.model.emergency import EmergencyNumber
from directory.model.opening import Opening
from directory.view.day import DayView
from directory.view.outline import Group, phone_line

ANSWERS = 3
# How much each thing counts: what one needs most is a voice, nearby.
PHONE, NEARBY, TOPIC, FOR_ALL, WORD, OWN, WALK_IN = 20, 9, 6, 4, 3, 2, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An offer, or an emergency number without a slug: its name, the way to ask, one sentence, where and when."""

    slug: str
    name: str
    way: HeadWay
    sentence: str
    answers: list[Group]


@dataclass(frozen=True, slots=True)
class Need:
    """A need and its answers."""

    name: str
    icon: str
    answers: list[Answer]


def needs(view: DayView, area: str, entries: list[Entry]) -> list[Need]:
    """Return the needs with their answers among these entries; no offer answers two needs, no number twice a need."""
    made, used = [], set[str]()
    for opening in view.directory.vocabulary.openings.values():
        numbers = [_number(opening, view.directory.vocabulary.emergency_numbers[one]) for one in opening.numbers]
        free = {entry.slug: entry for entry in entries if entry.slug not in used}
        answers = [*_offers(view, opening, area, free, ANSWERS - len(numbers)), *numbers]
        used |= {answer.slug for answer in answers}
        if answers:
            made.append(Need(opening.name, opening.icon, answers))
    return made


def _offers(view: DayView, opening: Opening, area: str, there: Mapping[str, Entry], wanted: int) -> Iterator[Answer]:
    chosen = [there[slug] for slug in opening.entries if slug in there]
    fitting = [entry for entry in there.values() if entry not in chosen and _fits(view, opening, entry)]
    ranked = sorted(fitting, key=lambda entry: -_score(view, opening, area, entry))
    # Nobody is sent first to where nobody knows when it is.
    known = next((entry for entry in ranked[:ANSWERS] if entry.times), None)
    ordered = [*chosen, *([known] if known else []), *(entry for entry in ranked if entry is not known)]
    numbers: set[str] = set()
    for entry in ordered:
        offer = brief(view, view.of(entry))
        if wanted and offer.way.line.text not in numbers:
            wanted -= 1
            numbers.add(offer.way.line.text)
            yield Answer(
                slug=entry.slug,
                name=_short_name(entry),
                way=replace(offer.way, beside=_beside(view, entry)),
                sentence=_sentence(opening, entry.description),
                answers=offer.answers,
            )


def _beside(view: DayView, entry: Entry) -> str:
    """Return whose the way is; what it is for stands with the offer."""
    best = view.of(entry).asking.best
    return best.beside if best else ""


def _short_name(entry: Entry) -> str:
    """Return the name, or the beginning of it that people use as a name too."""
    begun = [name for name in entry.other_names if entry.name.startswith(name)]
    return min((entry.name.partition(" – ")[0], *begun), key=len)


def _fits(view: DayView, opening: Opening, entry: Entry) -> bool:
    """Return whether an entry may answer: it is about this, of such a kind, and a person can be asked.

    Nobody wants to be sent to help with addiction who is only alone.
    """
    said = view.of(entry)
    human = said.asking.human
    about = any(topic in opening.topics for topic in entry.topics)
    of_kind = not opening.kinds or entry.main_kind in opening.kinds
    return about and of_kind and not entry.secret and not said.sensitive and human is not None and not human.advises


def _score(view: DayView, opening: Opening, area: str, entry: Entry) -> int:
    asking = view.of(entry).asking
    best = asking.best
    rank = min(opening.topics.index(topic) for topic in entry.topics if topic in opening.topics)
    counted = (
        (PHONE, best is not None and best.ways[0].kind == "telefon"),
        (NEARBY, area in view.directory.areas_of(entry)),
        (FOR_ALL, not entry.audiences and not entry.age and not entry.conditions),
        (WORD, _has_a_word(opening, " ".join(entry.description))),
        (OWN, asking.link == "eigen"),
        (WALK_IN, entry.joining is not None and entry.joining.how == "offen"),
    )
    return max(0, TOPIC - rank) + sum(points for points, true in counted if true)


def _sentence(opening: Opening, sentences: Sequence[str]) -> str:
    """Return the first sentence with a word of the need, else the first one."""
    return next((line for line in sentences if _has_a_word(opening, line)), sentences[0])


def _has_a_word(opening: Opening, text: str) -> bool:
    return any(word.casefold() in text.casefold() for word in opening.words)


def _number(opening: Opening, item: EmergencyNumber) -> Answer:
    way = HeadWay("phone", phone_line(item.phones[0]), "")
    return Answer(slug="", name=item.name_alone, way=way, sentence=_sentence(opening, item.when), answers=[])
