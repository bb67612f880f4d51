"""Every entry has one name in the file system, one address on the site, and a folder that is an area."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import PurePosixPath

from pydantic_core import PydanticCustomError

from directory.model import Directory
from directory.model.slugs import slug
from directory.model.text import identifier
from directory.model.vocabulary import Area
from directory.output.icons import exists as icon_exists
from directory.problems import Position, Problem, allowed, quoted

# What stands at the top of the site already; a test compares it with the pages that are made.
TAKEN = frozenset(
    {
        "a-bis-z", "angebote", "arten", "assets", "barrierefreiheit", "daten", "datenschutz", "diese-woche", "fuer",
        "gruppen", "haeuser", "hefte", "hilfe-sofort", "impressum", "kalender", "kosten", "mein-sozialraum",
        "meine-liste", "mitmachen", "naechste-woche", "ohne-internet", "ortsteile", "passt-das", "schema",
        "suche", "themen", "traeger", "wege", "willkommen", "wochentage", "woerterbuch",
    }
)  # fmt: skip
# Addresses and the names of files get longer than this, and must still be names that every file system allows.
LONGEST_ID = 60


def check(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield entries whose file or folder cannot become an address."""
    for area in directory.vocabulary.areas.values():
        if area.id in TAKEN:
            message = f"Die Adresse {quoted(area.id)} hat schon eine andere Seite."
            yield Problem.at(
                area.position(), "adresse-belegt", message, "Geben Sie dem Sozialraum einen anderen Kurz-Namen."
            )
    first: dict[str, str] = {}
    for entry in sorted(directory.entries, key=lambda entry: entry.path):
        position = Position(entry.path)
        if entry.area not in directory.vocabulary.areas and (Area, "sozialraeume") not in directory.invalid:
            message = f"Den Sozialraum {quoted(entry.area)} gibt es nicht."
            yield Problem.at(position, "ordner-unbekannt", message, allowed(entry.area, directory.vocabulary.areas))
        if entry.slug in first:
            message = f"Der Name {quoted(entry.slug + '.yaml')} ist schon vergeben: {first[entry.slug]}."
            yield Problem.at(
                position, "dateiname-doppelt", message, "Geben Sie einer von beiden Dateien einen anderen Namen."
            )
        first.setdefault(entry.slug, entry.path)
    yield from _former_names(directory)
    yield from _words(directory)
    for record in (
        *directory.entries,
        *directory.providers.values(),
        *directory.pathways.values(),
        *directory.wishes.values(),
    ):
        yield from _too_long(record.id, partial(Position, record.path))
        try:
            identifier(record.id)
        except PydanticCustomError:
            message = f"Der Name {quoted(PurePosixPath(record.path).name)} geht nicht."
            hint = (
                "Nehmen Sie nur kleine Buchstaben ohne Umlaut, Ziffern und Binde-Striche. "
                f"Zum Beispiel: {slug(PurePosixPath(record.path).stem) or 'haus-im-park'}.yaml"
            )
            yield Problem.at(Position(record.path), "dateiname", message, hint)


def _words(directory: Directory) -> Iterator[Problem]:
    """Yield keys of word lists that cannot stand in an address or a style sheet, and pictograms that do not exist."""
    for words in directory.vocabulary.by_file.values():
        for item in words.values():
            name = getattr(item, "icon", None)
            if name and not icon_exists(name):
                message = f"Ein Bild mit dem Namen {quoted(name)} gibt es nicht."
                hint = "Alle Namen stehen hier: https://pictogrammers.com/library/mdi/"
                yield Problem.at(item.position("symbol"), "symbol-unbekannt", message, hint)
            yield from _too_long(item.id, item.position)
            try:
                identifier(item.id)
            except PydanticCustomError as error:
                said = error.context or {}
                yield Problem.at(item.position(), "kurzname", said["message"], said["hint"])


def _too_long(name: str, position: Callable[[], Position]) -> Iterator[Problem]:
    """Yield that a name is too long; where it stands is looked up only then, in the file."""
    if len(name) > LONGEST_ID:
        message = f"Der Name hat {len(name)} Zeichen. Erlaubt sind {LONGEST_ID} Zeichen."
        hint = "Nehmen Sie nur die wichtigsten Wörter. Zum Beispiel: haus-im-park"
        yield Problem.at(position(), "kurzname-zu-lang", message, hint)


def _former_names(directory: Directory) -> Iterator[Problem]:
    """Yield former names that another page has: at one address there can be only one."""
    first: dict[str, str] = {}
    for entry in sorted(directory.entries, key=lambda entry: entry.path):
        for index, former in enumerate(entry.former_slugs):
            position = partial(entry.position, "fruehere_namen_der_datei", index)
            yield from _too_long(former, position)
            if former == entry.slug:
                message = f"{quoted(former)} ist kein früherer Name. So heißt diese Datei jetzt."
            elif former in directory.entry:
                message = f"{quoted(former)} ist der Name von einer anderen Datei: {directory.entry[former].path}."
            elif first.get(former) == entry.path:
                message = f"{quoted(former)} steht hier zwei Mal."
            elif former in first:
                message = f"{quoted(former)} ist schon ein früherer Name von dieser Datei: {first[former]}."
            else:
                first[former] = entry.path
                continue
            yield Problem.at(position(), "dateiname-doppelt", message, "Löschen Sie diesen früheren Namen.")
