"""Everything on the desk, section by section."""

from collections.abc import Iterator

from directory.checks import Checked
from directory.editors.dashboard.contradictions import closed_venue, rival_times, shared_phones
from directory.editors.dashboard.gaps import gaps
from directory.editors.dashboard.questions import questions
from directory.editors.dashboard.section import Group, Section
from directory.editors.dashboard.ways import ways_to_ask
from directory.editors.due import due
from directory.editors.letters.letter import ways
from directory.editors.links.addresses import addresses
from directory.editors.links.cache import LinkCache
from directory.editors.links.findings import notices
from directory.editors.recipients import recipients_of
from directory.problems import GERMAN
from directory.schedule import partial_date
from directory.view.day import DayView


def sections(view: DayView, memory: LinkCache, search: Section) -> tuple[Section, ...]:
    """Return the sections: what is due, what is not known, what is in doubt, what is hard to read, and what is missing.

    `memory` is what the last check of links has found, `search` what leads nowhere in the search, which this package
    does not know.
    """
    return (
        Section(
            name="faellig",
            title="Wer muss etwas bestätigen?",
            todo=(
                "Fragen Sie nach. Briefe macht dieser Befehl: directory due --output build/briefe",
                "Alles stimmt? Dann schreiben Sie: directory confirm NAME --by traeger",
            ),
            groups=tuple(_due(view)),
            empty="Alles ist frisch.",
        ),
        Section(
            name="fragen",
            title="Was wissen wir noch nicht?",
            todo=("Fragen Sie den Träger. Schreiben Sie die Antwort in die Datei.",),
            groups=tuple(_questions(view)),
            empty="Alle Fragen haben eine Antwort.",
        ),
        Section(
            name="kontakt",
            title="Wen können Leser fragen?",
            todo=("Suchen Sie eine Telefon-Nummer. Schreiben Sie die Nummer mit ihrer Quelle in die Datei.",),
            groups=tuple(ways_to_ask(view)),
            empty="Es gibt kein Angebot.",
        ),
        Section(
            name="zweifel",
            title="Was passt nicht zusammen?",
            todo=("Vielleicht stimmt beides. Fragen Sie nach.",),
            groups=tuple(_doubts(view)),
            empty="Alles passt zusammen.",
        ),
        Section(
            name="meldungen",
            title="Was findet die Prüfung?",
            todo=("Was eine Meldung heißt, sagt zum Beispiel: directory explain passive",),
            groups=tuple(_problems(view.checked)),
            empty="Alles in Ordnung.",
        ),
        Section(
            name="luecken",
            title="Was fehlt in diesem Verzeichnis?",
            todo=("Vielleicht gibt es das in der Stadt. Dann kennen wir es noch nicht.",),
            groups=tuple(_gaps(view)),
            empty="Jedes Gebiet hat zu jedem Thema ein Angebot.",
        ),
        search,
        Section(
            name="links",
            title="Welche Links stimmen nicht?",
            todo=("Das fragt nur dieser Befehl nach: directory links",),
            groups=tuple(_links(view, memory)),
            empty="Kein Link ist als falsch bekannt.",
        ),
    )


def _due(view: DayView) -> Iterator[Group]:
    found = due(view.directory, view.today)
    for to in recipients_of(view.directory, found):
        lines = tuple(
            f"{item.entry.name} ({item.entry.slug}). Älteste Angabe: {partial_date(item.oldest) or 'unbekannt'}. "
            f"{' '.join(item.reasons)}"
            for item in to.due
        )
        yield Group(to.name, lines, ". ".join(ways(to.contact)) or "Weder Telefon noch Mail ist bekannt.")


def _questions(view: DayView) -> Iterator[Group]:
    for entry in view.listed:
        if asked := tuple(questions(view, entry)):
            yield Group(entry.name, asked, entry.file)


def _doubts(view: DayView) -> Iterator[Group]:
    for entry in view.listed:
        if found := (*rival_times(entry), *closed_venue(view, entry)):
            yield Group(entry.name, found, entry.file)
    if phones := tuple(f"{number}: {', '.join(holders)}." for number, holders in shared_phones(view)):
        yield Group("Diese Nummern stehen bei verschiedenen Trägern", phones)


def _problems(checked: Checked) -> Iterator[Group]:
    by_path: dict[str, list[str]] = {}
    for missing in checked.left_out:
        by_path.setdefault(missing.path, []).append(missing.reason)
    for one in checked.problems:
        line = f"Zeile {one.line}, {GERMAN[one.severity][0]} [{one.code}]: {one.message} {one.hint}"
        by_path.setdefault(one.path, []).append(line)
    for path, lines in sorted(by_path.items()):
        yield Group(path.rpartition("/")[2], tuple(" ".join(line.split()) for line in lines), path)


def _gaps(view: DayView) -> Iterator[Group]:
    for area in view.directory.vocabulary.areas.values():
        if not area.city_wide and (missing := tuple(gaps(view, area))):
            number = len(view.by_area.get(area.id, []))
            yield Group(area.name, missing, f"{number} Angebote in diesem Gebiet")


def _links(view: DayView, memory: LinkCache) -> Iterator[Group]:
    by_name: dict[tuple[str, str], list[str]] = {}
    for one in notices(addresses(view.directory), memory):
        line = " ".join(filter(None, (one.address, one.message, one.new_address)))
        by_name.setdefault((one.name, one.path), []).append(line)
    for (name, path), lines in by_name.items():
        yield Group(name, tuple(lines), path)
