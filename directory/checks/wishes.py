"""Wishes tell nothing of a person, name things that exist, and do not stay for ever."""

import re
from collections.abc import Iterator
from datetime import date

from directory.checks.persons import person_in
from directory.model import Directory
from directory.model.contact import MAIL
from directory.model.sentences import sentence_lists
from directory.model.text import street_key
from directory.model.wish import Wish
from directory.problems import Candidates, Problem, quoted

# A number of four digits may be a year; longer ones are phones, postcodes or days of birth.
NUMBER = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}\b|\+?\d(?:[\s/-]?\d){4,}")
ONE_OF_US = re.compile(r"\b(?:ich|mir|mich|mein(?:e[mnrs]?)?)\b", re.IGNORECASE)
WORD = re.compile(r"[\w/-]+")
HOUSE = re.compile(r"\.?\s+(\d+\w?)\b")
# No place of the city has a longer name.
MOST_WORDS = 4
IN_GENERAL = "Schreiben Sie allgemein, zum Beispiel: Am Abend fehlt ein Treffpunkt."


def check(directory: Directory, today: date) -> Iterator[Problem]:
    """Yield what may not stand in a wish, offers that do not exist, and wishes whose year is over."""
    if not directory.wishes:
        return
    known = Candidates((*directory.entry, *directory.not_loaded))
    there = {*directory.entry, *directory.not_loaded, *directory.invalid_entries}
    places = _Places(directory)
    public = "\n".join(directory.names)
    for wish in directory.wishes.values():
        yield from _too_much(wish, places, public)
        for index, slug in enumerate(wish.offers):
            if slug not in there:
                message = f"Das Angebot {quoted(slug)} gibt es nicht."
                yield Problem.at(wish.position("angebote", index), "angebot-unbekannt", message, known.allowed(slug))
        at = wish.position("gemeldet")
        if wish.reported.first_day() > today:
            message = f"Der Monat {wish.reported} kommt erst noch."
            yield Problem.at(at, "wunsch-monat", message, "Schreiben Sie den Monat, in dem es jemand gemeldet hat.")
        elif wish.last_day < today:
            message = f"Dieser Wunsch ist vom Monat {wish.reported}. Nach 12 Monaten zeigt ihn niemand mehr."
            hint = "Fragen Sie nach: Fehlt es noch? Dann ändern Sie „gemeldet“. Sonst löschen Sie diese Datei."
            yield Problem.at(at, "wunsch-abgelaufen", message, hint)


def _too_much(wish: Wish, places: "_Places", public: str) -> Iterator[Problem]:
    """Yield each sentence that may lead to a person."""
    for keys, lines in sentence_lists(wish):
        for index, line in enumerate(lines):
            if said := _leads_to_somebody(line, places, public):
                yield Problem.at(wish.position(*keys, index), "wunsch-zu-genau", said, IN_GENERAL)


def _leads_to_somebody(line: str, places: "_Places", public: str) -> str:
    """Return what in a line may lead to a person, as a sentence; an empty text where nothing does."""
    if person := person_in(line, public):
        return f"{quoted(person)} nennt eine Person. In einem Wunsch steht kein Name."
    if found := MAIL.search(line) or NUMBER.search(line):
        return f"{quoted(found.group())} kann zu einem Menschen führen."
    if found := ONE_OF_US.search(line):
        return f"{quoted(found.group())} ist von einem Menschen. Die Redaktion schreibt den Satz neu."
    if place := places.named_in(line):
        return f"{quoted(place)} ist ein kleiner Ort. Dort erkennt man Menschen leicht."
    return ""


class _Places:
    """Villages, parts of the city and addresses of houses: with so few people somebody is recognised."""

    def __init__(self, directory: Directory) -> None:
        words = directory.vocabulary
        areas = {street_key(part) for area in words.areas.values() for part in (area.name, *area.name.split("/"))}
        named = [(one.name, *one.other_names) for one in words.localities.values()]
        parts = {part for names in named for name in names for part in (name, *name.split("/"))}
        self._small = {street_key(part) for part in parts} - areas
        self._streets = {street_key(street.name) for street in words.streets.values()}

    def named_in(self, line: str) -> str:
        """Return the first such place that a line names, as it is written there; an empty text without one."""
        words = [(found.group(), found.end()) for found in WORD.finditer(line)]
        for first in range(len(words)):
            for last in range(first, min(first + MOST_WORDS, len(words))):
                name = " ".join(word for word, _ in words[first : last + 1])
                if street_key(name) in self._small:
                    return name
                if street_key(name) in self._streets and (number := HOUSE.match(line, words[last][1])):
                    return f"{name} {number[1]}"
        return ""
