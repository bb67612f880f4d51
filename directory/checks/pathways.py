"""Ways to help lead to offers that exist, and do not tell what has lapsed."""

from collections.abc import Iterator
from datetime import date

from directory.model import Directory
from directory.problems import Candidates, Problem, quoted


def check(directory: Directory, today: date) -> Iterator[Problem]:
    """Yield offers that do not exist, which the page then leaves out, and facts whose last day is over."""
    known = Candidates((*directory.entry, *directory.not_loaded))
    there = {*directory.entry, *directory.not_loaded, *directory.invalid_entries}
    for pathway in directory.pathways.values():
        for number, step in enumerate(pathway.steps):
            for index, slug in enumerate(step.ask):
                if slug not in there:
                    at = pathway.position("schritte", number, "wen", index)
                    message = f"Das Angebot {quoted(slug)} gibt es nicht. Die Seite lässt es weg."
                    yield Problem.at(at, "weg-ohne-angebot", message, known.allowed(slug))
            for index, fact in enumerate(step.facts):
                if fact.valid_until < today:
                    at = pathway.position("schritte", number, "angaben", index, "gilt_bis")
                    message = (
                        f"Diese Angabe galt nur bis {fact.valid_until}. Die Seite zeigt jetzt den Text aus „danach“."
                    )
                    yield Problem.at(at, "weg-abgelaufen", message, "Schreiben Sie die neue Angabe hinein.")
