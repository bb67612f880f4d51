"""What an entry says about itself is still true: status, validity, groups of the start page with something in them."""

import re
from collections.abc import Iterator
from datetime import date

from directory.model import Directory, Entry
from directory.model.sentences import sentence_lists
from directory.model.values import PartialDate
from directory.problems import Problem, quoted
from directory.schedule import day, partial_date

# "Bitte melden Sie sich an", "Rufen Sie vorher an", "Fragen Sie vorher nach", "nur mit Anmeldung".
ASK_FIRST = re.compile(
    r"\bmelden Sie sich\b.*\ban\b|\b(?:rufen|fragen) Sie\b.*\bvorher\b|\bmit (?:Anmeldung|Termin)\b", re.IGNORECASE
)

WITHOUT_BARRIERS = re.compile(r"(?<!nicht )\bbarriere-?frei\b", re.IGNORECASE)


def check(directory: Directory, today: date) -> Iterator[Problem]:
    """Yield entries that time has overtaken, and everyday groups that lead to nothing."""
    for entry in directory.entries:
        yield from _status(entry, today)
        yield from _future(entry, today)
        yield from _contradictions(entry)
        yield from _access(entry)
    yield from _groups(directory, today)


def _status(entry: Entry, today: date) -> Iterator[Problem]:
    start, end = entry.begins, entry.ends
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
    copied = any(one.slug.startswith("beispiel-") for one in entry.successors)  # from the guide
    if entry.successors and entry.status != "geschlossen" and not copied:
        message = "Das Angebot hat Nachfolger, ist aber nicht geschlossen."
        hint = "Schreiben Sie:\nstatus: geschlossen\nOder löschen Sie „nachfolger“."
        yield Problem.at(entry.position("nachfolger"), "status-widerspruch", message, hint)


def _future(entry: Entry, today: date) -> Iterator[Problem]:
    said: list[tuple[tuple[str | int, ...], PartialDate]] = [
        *(((*keys, "stand"), fact.as_of) for keys, fact in entry.attributed()),
        *((("ausnahmen", index, "stand"), special.as_of) for index, special in enumerate(entry.special_days)),
        *((("quelle", index, "stand"), source.as_of) for index, source in enumerate(entry.sources)),
    ]
    dates = [(keys, as_of.first_day(), partial_date(as_of)) for keys, as_of in said if as_of.known]
    if entry.confirmed:
        dates.append((("bestaetigt", "am"), entry.confirmed.on, day(entry.confirmed.on)))
    if entry.included:
        dates.append((("aufgenommen",), entry.included, day(entry.included)))
    for keys, value, spoken in dates:
        if value > today:
            message = f"„{spoken}“ liegt in der Zukunft. Das kann noch niemand gesagt haben."
            yield Problem.at(entry.position(*keys), "stand-zukunft", message, "Prüfen Sie Jahr, Monat und Tag.")


def _contradictions(entry: Entry) -> Iterator[Problem]:
    """Yield facts of one entry that cannot both be true."""
    cost, joining = entry.cost, entry.joining
    if cost and cost.kind == "kostenlos" and cost.amount and float(cost.amount.replace(",", ".")):
        message = f"Das Angebot ist kostenlos. Trotzdem steht da ein Betrag: {cost.amount} Euro."
        hint = "Kostet es nichts? Dann löschen Sie „betrag“. Kostet es Geld? Dann schreiben Sie:\nart: preis"
        yield Problem.at(entry.position("kosten", "betrag"), "kosten-widerspruch", message, hint)
    if joining and joining.how == "offen" and any(ASK_FIRST.search(line) for line in joining.notes):
        message = "Das Feld „wie“ sagt: Man kann einfach kommen. Der Hinweis sagt: Man muss vorher fragen."
        hint = "Was stimmt? Muss man vorher fragen, dann schreiben Sie bei „mitmachen“:\nwie: anmeldung"
        yield Problem.at(entry.position("mitmachen", "hinweis"), "mitmachen-widerspruch", message, hint)


def _access(entry: Entry) -> Iterator[Problem]:
    """Yield the claim that there are no barriers where nobody says which."""
    if any(place.access or place.at for place in entry.places):
        return
    for keys, lines in sentence_lists(entry):
        for index, line in enumerate(lines):
            if found := WITHOUT_BARRIERS.search(line):
                message = f"Der Satz sagt „{found.group()}“. Das Feld „zugang“ sagt nichts dazu."
                hint = "Was geht ohne Hilfe? Fragen Sie nach. Schreiben Sie zum Beispiel:\nzugang: {rollstuhl: ja}"
                yield Problem.at(entry.position(*keys, index), "barrierefrei-unklar", message, hint)


def _groups(directory: Directory, today: date) -> Iterator[Problem]:
    if directory.invalid:
        return  # what cannot be read may be just what fills the group
    topics = directory.vocabulary.topics
    filled = {topics[topic].group for entry in directory.listed(today) for topic in entry.topics if topic in topics}
    for group in directory.vocabulary.groups.values():
        if group.id not in filled:
            message = f"Zur Gruppe {quoted(group.name)} auf der Startseite gibt es kein Angebot."
            hint = "Löschen Sie die Gruppe, oder ordnen Sie ihr ein Thema mit Angeboten zu."
            yield Problem.at(group.position(), "gruppe-leer", message, hint)
