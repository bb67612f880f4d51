"""The profile of an area on two sides, for a conference: what is counted, what to ask the providers, what is missed."""

from collections.abc import Iterable
from dataclasses import dataclass

from directory.schedule import day
from directory.view.day import DayView
from directory.view.figures import Figure, Row
from directory.view.outline import Line, texts
from directory.view.profile import Residents, profile
from directory.view.wishes import WishView

# What has room on the second side; the page of the profile has all of it.
MOST_QUESTIONS, MOST_WISHES = 14, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileSheet:
    """What stands on both sides. The cells of a table stand row by row, below their heads."""

    area: str
    colour: str
    title: str
    as_of: str
    trial: bool
    first: list[Line]
    place: list[Line]
    groups: list[list[str]]
    kinds: list[list[str]]
    known: list[list[str]]
    access: list[list[str]]
    after_knowledge: list[Line]
    missing: list[Line]
    questions: list[list[str]]
    more_questions: list[Line]
    wishes: list[list[Line]]
    no_wishes: list[Line]


def profile_sheet(view: DayView, area_id: str, *, trial: bool) -> ProfileSheet:
    """Return what stands on the sheet of an area."""
    area = view.directory.vocabulary.areas[area_id]
    found = profile(view, area)
    knowledge, here = found.knowledge, found.here.number
    asked = knowledge.questions[:MOST_QUESTIONS]
    recent = found.by_id["bekannt-zeiten-neu"].number
    evenings = f"Über den Abend und das Wochenende sagen wir nichts. Neue Zeiten kennen wir von {recent} von {here}."
    localities = [one.name for one in found.localities]
    return ProfileSheet(
        area=area.name,
        colour=area.colour,
        title=view.directory.city.title,
        as_of=day(view.today),
        trial=trial,
        first=[
            *texts(
                "Das Profil zählt nur Angebote aus diesem Verzeichnis.",
                "Vielleicht gibt es noch mehr Angebote. Dann fehlen diese Angebote nur hier.",
                f"Was brauchen die Menschen {area.in_sentence}? Das sagt das Profil nicht.",
            )
        ],
        place=[
            *texts(
                *([f"Dazu zählen: {', '.join(localities)}."] if localities else []),
                _residents(found.residents),
            )
        ],
        groups=_rows(found.groups),
        kinds=_rows(found.kinds),
        known=[[one.label, _of(one, here), str(here - one.number)] for one in knowledge.known],
        access=[[row.label, *(str(one.number) for one in row.said)] for row in knowledge.access],
        after_knowledge=[
            *texts(
                f"Aus diesem Jahr ist die neueste Quelle: {', '.join(map(_year, knowledge.sources))}.",
                *([] if found.times_are_known else [evenings]),
                "Zugang: 0 heißt, niemand hat das gesagt.",
                _age(knowledge.access_years),
            )
        ],
        missing=[*texts(*_missing(found.missing))],
        questions=[[one.entry.name, ", ".join(one.missing), one.whom] for one in asked],
        more_questions=[*texts(*_more(len(knowledge.questions), len(asked)))],
        wishes=[_wish(one) for one in found.wishes[:MOST_WISHES]],
        no_wishes=[*texts("Im Verzeichnis steht noch kein Wunsch. Was fehlt Ihnen? Schreiben Sie es hier auf.")],
    )


def _residents(residents: Residents | None) -> str:
    if residents is None:
        return "Wie viele Menschen dort wohnen, ist hier nicht bekannt."
    number = f"{residents.number:,}".replace(",", ".")
    said = residents.source.statement or residents.source.url
    return f"Im Jahr {residents.year} haben dort {number} Menschen gewohnt. Quelle: {said}."


def _age(years: tuple[int, int] | None) -> str:
    if years is None:
        return ""
    first, last = years
    if first == last:
        return f"Die Angaben zum Zugang sind aus dem Jahr {first}."
    return f"Die Angaben zum Zugang sind von {first} bis {last}."


def _rows(rows: Iterable[Row]) -> list[list[str]]:
    return [[row.label, str(row.here.number), str(row.city_wide.number)] for row in rows]


def _year(figure: Figure) -> str:
    year = figure.label.removeprefix("Neueste Quelle ").removeprefix("von ")
    return f"{year} bei {figure.number}"


def _of(figure: Figure, whole: int) -> str:
    return f"{figure.number} von {whole}"


def _missing(rows: Iterable[Row]) -> list[str]:
    names = [row.label for row in rows]
    if not names:
        return ["Zu jeder Gruppe von Themen steht hier ein Angebot."]
    return [f"Dazu steht hier kein Angebot: {'; '.join(names)}."]


def _more(whole: int, shown: int) -> list[str]:
    if not whole:
        return ["Von jedem Angebot wissen wir das Wichtigste."]
    return [f"Bei {whole - shown} weiteren Angeboten fehlt auch etwas."] if whole > shown else []


def _wish(one: WishView) -> list[Line]:
    return [Line(one.sentence, "strong"), *texts(" ".join([*one.why, one.state]), *one.wish.answer, one.said)]
