"""What an entry says about itself is still true: status, validity, groups of the start page with something in them."""

from collections.abc import Iterator
from datetime import date

from directory.model import Directory, Entry
from directory.problems import Problem, quoted
from directory.schedule import day


def check(directory: Directory, today: date) -> Iterator[Problem]:
    """Yield entries that time has overtaken, and everyday groups that lead to nothing."""
    for entry in directory.entries:
        yield from _status(entry, today)
    yield from _groups(directory, today)


def _status(entry: Entry, today: date) -> Iterator[Problem]:
    start = entry.validity.start if entry.validity else None
    end = entry.validity.end if entry.validity else None
    if entry.status in {"aktiv", "geplant"} and end and end < today:
        message = f"Das Angebot galt bis {day(end)}. Es steht darum in keiner Liste mehr."
        hint = "Gibt es das Angebot noch? Dann ändern Sie „gueltig“. Sonst schreiben Sie:\nstatus: geschlossen"
        yield Problem.at(entry.position("gueltig", "bis"), "abgelaufen", message, hint)
    if entry.status == "geplant" and start and start <= today:
        message = f"Das Angebot ist geplant, aber der erste Tag war am {day(start)}."
        yield Problem.at(
            entry.position("status"),
            "status-widerspruch",
            message,
            "Hat es begonnen? Dann schreiben Sie:\nstatus: aktiv",
        )
    if entry.successors and entry.status != "geschlossen":
        message = "Das Angebot hat Nachfolger, ist aber nicht geschlossen."
        hint = "Schreiben Sie:\nstatus: geschlossen\nOder löschen Sie „nachfolger“."
        yield Problem.at(entry.position("nachfolger"), "status-widerspruch", message, hint)
    if entry.confirmed and entry.confirmed.on > today:
        message = f"Der Tag der Bestätigung ({day(entry.confirmed.on)}) liegt in der Zukunft."
        yield Problem.at(entry.position("bestaetigt", "am"), "status-widerspruch", message, "Prüfen Sie das Datum.")


def _groups(directory: Directory, today: date) -> Iterator[Problem]:
    if directory.damaged:
        return  # what cannot be read may be just what fills the group
    topics = directory.vocabulary.topics
    filled = {topics[topic].group for entry in directory.listed(today) for topic in entry.topics if topic in topics}
    for group in directory.vocabulary.groups.values():
        if group.id not in filled:
            message = f"Zur Gruppe {quoted(group.name)} auf der Start-Seite gibt es kein Angebot."
            hint = "Löschen Sie die Gruppe, oder ordnen Sie ihr ein Thema mit Angeboten zu."
            yield Problem.at(group.position(), "gruppe-leer", message, hint)
