"""`directory report`: what stands in the directory, what is missing, and words that lead nowhere, for editors."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from directory.cli.terminal import CLEAN, checked, entries_option, format_option, number, today_option

if TYPE_CHECKING:
    from directory.view.day import DayView


@click.command()
@entries_option
@today_option
@format_option("text", "json", "csv")
def report(entries: Path, today: date, form: Literal["text", "json", "csv"]) -> int:
    """Für die Redaktion: Was im Verzeichnis steht, und was fehlt.

    Auch: Was die Such-Funktion kennt, aber kein Angebot hat. Als csv kommen nur die Zahlen.
    """
    from directory.exports.as_profile_csv import write
    from directory.schedule import agenda
    from directory.view.day import DayView

    found = checked(entries, today)
    view = DayView(found, agenda(found.directory, today))
    if form == "csv":
        click.echo(write(view), nl=False)
    elif form == "json":
        click.echo(json.dumps(_everything(view), ensure_ascii=False, indent=2))
    else:
        for line in (*_inventory(view), "", *_search(view)):
            click.echo(line)
    return CLEAN


def _everything(view: "DayView") -> dict[str, Any]:
    from directory.exports.as_profile_csv import rows
    from directory.search.coverage import dead_words, shared_names
    from directory.view.wishes import wishes

    return {
        "tag": view.today.isoformat(),
        "kennzahlen": list(rows(view)),
        "wuensche": [
            {"id": one.wish.id, "gebiet": one.wish.areas, "satz": one.sentence, "status": one.wish.state}
            for one in wishes(view)
        ],
        "woerter_ohne_angebot": [
            {"wort": dead.label, "weitere": dead.words} for dead in dead_words(view.directory, view.listed)
        ],
        "gleiche_namen": {name: [entry.slug for entry in same] for name, same in shared_names(view.listed).items()},
    }


def _inventory(view: "DayView") -> Iterator[str]:
    """Yield for each area what is counted and what is not there."""
    from directory.view.profile import profiles
    from directory.view.wishes import wishes

    yield "Das steht im Verzeichnis. Mehr sagen die Zahlen nicht:"
    for one in profiles(view):
        yield f"- {number(one.here.number, 'Angebot', 'Angebote')} mit Ort {one.area.in_sentence}"
        for figure in one.knowledge.known:
            yield f"  {figure.label}: {figure.number}"
        for row in one.missing:
            yield f"  Dazu steht kein Angebot da: {row.label}"
    yield "\nDas vermissen die Menschen:"
    missed = [f"- {one.wish.id}: {one.sentence} {one.state}" for one in wishes(view)]
    yield from missed or ["Es steht noch kein Wunsch da."]


def _search(view: "DayView") -> Iterator[str]:
    """Yield words that lead nowhere, and names that are not unique."""
    from directory.search.coverage import dead_words, shared_names

    yield "Dazu gibt es kein Angebot. Diese Wörter führen ins Leere:"
    for dead in dead_words(view.directory, view.listed):
        yield f"- {dead.label}: {', '.join(dead.words)}" if dead.words else f"- {dead.label}"
    yield "\nDiesen Namen haben mehrere Angebote. Die Suche weiß nicht, welches gemeint ist:"
    for name, same in shared_names(view.listed).items():
        yield f"- {name}: {', '.join(entry.slug for entry in same)}"
