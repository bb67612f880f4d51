"""entries/ to one Directory and every problem on the way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from directory.model.audit import Audit
from directory.model.base import Record
from directory.model.city import City
from directory.model.directory import VOCABULARY_FILES, Directory, Vocabulary, in_order
from directory.model.draft import Draft
from directory.model.entry import Entry
from directory.model.pathway import Pathway
from directory.model.picture import PictureFile
from directory.model.provider import Provider, Removal
from directory.model.text import collation_key
from directory.model.welcome import Welcome
from directory.model.wish import Wish
from directory.parallel import in_parallel
from directory.problems import Position, Problem, bounded, did_you_mean, quoted
from directory.source.drafts import draft
from directory.source.fields.umlauts import umlauts
from directory.source.fields.validate import meant
from directory.source.files import Candidate, read, unfit, walk
from directory.source.layout.notes import public_notes
from directory.source.pictures import measured

# What can be wrong with a line that does not matter if its field is written anew.
IN_A_LINE = frozenset(
    {"yaml-doppelpunkt", "yaml-sonderzeichen", "yaml-anfuehrungszeichen", "yaml-anfuehrungszeichen-mitten"}
)
CITY = "_stadt"
VOCABULARY = "_vocabulary"
PROVIDERS = "_traeger"
PATHWAYS = "_wege"
WELCOMES = "_willkommen"
WISHES = "_fehlt"
REMOVED = "_entfernt"
AUDIT = "_barrierefreiheit"
PICTURES = "_bilder"
TOP_FILES: dict[str, type[Record]] = {CITY: City, AUDIT: Audit, REMOVED: Removal}
FOLDERS: dict[str, type[Record]] = {PROVIDERS: Provider, PATHWAYS: Pathway, WELCOMES: Welcome, WISHES: Wish}
# Their sentences are read even if something else in them is wrong; as in `Directory.records`.
WITH_SENTENCES = frozenset({Entry, Provider, Pathway, Wish, *VOCABULARY_FILES.values()})


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read; `files` are all there are, by path. `directory` is None only without the city's own settings."""

    directory: Directory | None
    problems: tuple[Problem, ...]
    files: Mapping[str, Candidate]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFile:
    """What one file gave: records of one model by their id, the ids that have errors, and the problems.

    `drafts` are what can be read of those with errors.
    """

    model: type[Record] | None
    records: dict[str, Record] = field(default_factory=dict)
    invalid: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    drafts: tuple[Draft, ...] = ()
    pictures: dict[str, PictureFile] = field(default_factory=dict)


def load(root: Path, shown_as: str | None = None, on_file: Callable[[int], None] = lambda _: None) -> Loaded:
    """Return the directory in this folder; one broken file never hides the others.

    Messages name files below `shown_as`. `on_file` hears after each file how many there are in all.
    """
    shown_as = shown_as or root.as_posix()
    candidates = list(walk(root, shown_as))
    parsed = []
    for file in in_parallel(
        read_one, str(root.resolve()), candidates, work="Lesen von den Dateien", name=lambda one: one.path
    ):
        parsed.append(file)
        on_file(len(candidates))
    return assemble(parsed, shown_as, candidates)


def assemble(
    parsed: list[ParsedFile],
    shown_as: str,
    candidates: Sequence[Candidate],
    not_loaded: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Loaded:
    """Return the directory that these files make. `not_loaded`: the names in entries that were left out, by id."""
    problems = [problem for file in parsed for problem in file.problems]
    city = next((record for record in _all(parsed, City).values()), None)
    if not any(file.model is City for file in parsed):
        problems.append(_no_city(f"{shown_as}/{CITY}.yaml"))
    directory = _directory(city, parsed, not_loaded) if city else None
    return Loaded(directory, tuple(bounded(problems)), MappingProxyType({one.path: one for one in candidates}))


def read_one(root: str, candidate: Candidate) -> ParsedFile:
    """Return what one file gives; depends on nothing but the file."""
    if candidate.folder == PICTURES:
        return _picture(root, candidate)
    content = read(root, candidate)
    model = model_of(candidate)
    if model is None:
        return ParsedFile(model=None, problems=content.problems or (_misplaced(candidate),))
    in_items = candidate.folder == VOCABULARY or model is Removal
    if content.document is None:
        return ParsedFile(model=model, invalid=frozenset({candidate.stem}), problems=content.problems)
    records: dict[str, Record] = {}
    problems = list(content.problems)
    if model is Entry:
        told = frozenset(problem.line for problem in problems if problem.code == "yaml-notiz")
        problems += public_notes(content.document.text, candidate.path, told)
    drafts: list[Draft] = []
    names = list(content.document.root.keys) if in_items else [candidate.stem]
    for name in names:
        path = [name] if in_items else []
        outcome = meant(model, name, content.document, *path)
        problems = [*_not_said_again(problems, outcome.problems), *outcome.problems]
        if isinstance(outcome.record, Entry):
            problems += umlauts(outcome.record, content.document)
        # What was meant is checked, too: nobody shall mend one value and then meet ten more mistakes.
        if outcome.record and (model is Entry or not outcome.problems):
            records[name] = outcome.record
        elif model in WITH_SENTENCES:
            drafts.append(draft(model, outcome.document, *path))
    return ParsedFile(
        model=model,
        records=records,
        invalid=frozenset(names) - records.keys(),
        problems=tuple(problems),
        drafts=tuple(drafts),
    )


def _not_said_again(of_lines: list[Problem], of_fields: list[Problem]) -> list[Problem]:
    """Return what is wrong with lines, without those that are written anew for what is wrong with their field."""
    anew = {one.line for one in of_fields if one.instead is not None}
    return [one for one in of_lines if one.code not in IN_A_LINE or one.line not in anew]


def _picture(root: str, candidate: Candidate) -> ParsedFile:
    if problem := unfit(candidate.location, root, Position(candidate.path)):
        return ParsedFile(model=None, problems=(problem,))
    name = f"{candidate.stem}{candidate.ending}"
    return ParsedFile(model=None, pictures={name: measured(candidate.location)})


def model_of(candidate: Candidate) -> type[Record] | None:
    """Return what a file describes: its folder decides."""
    if candidate.folder == "":
        return TOP_FILES.get(candidate.stem)
    if candidate.folder == VOCABULARY:
        return VOCABULARY_FILES.get(candidate.stem)
    if candidate.folder in FOLDERS:
        return FOLDERS[candidate.folder]
    return None if candidate.folder.startswith("_") or "/" in candidate.folder else Entry


def city_wide(candidate: Candidate) -> bool:
    """Return whether a file matters to every entry: settings, word lists, and what may not stand in the directory."""
    return candidate.folder == VOCABULARY or (candidate.folder == "" and candidate.stem in TOP_FILES)


def _directory(city: Any, parsed: list[ParsedFile], not_loaded: Mapping[str, tuple[str, ...]]) -> Directory:
    entries: list[Any] = [entry for file in parsed if file.model is Entry for entry in file.records.values()]
    providers = sorted(_all(parsed, Provider).items(), key=lambda item: collation_key(item[1].name))
    return Directory(
        city=city,
        vocabulary=Vocabulary.of_files(
            {file: MappingProxyType(_all(parsed, model)) for file, model in VOCABULARY_FILES.items()}
        ),
        entries=in_order(entries),
        providers=MappingProxyType(dict(providers)),
        pathways=MappingProxyType(dict(sorted(_all(parsed, Pathway).items()))),
        welcomes=MappingProxyType(dict(sorted(_all(parsed, Welcome).items()))),
        wishes=MappingProxyType(dict(sorted(_all(parsed, Wish).items()))),
        removed=MappingProxyType(_all(parsed, Removal)),
        audit=next(iter(_all(parsed, Audit).values()), None),
        pictures=MappingProxyType({name: one for file in parsed for name, one in file.pictures.items()}),
        invalid=frozenset((file.model, name) for file in parsed if file.model for name in file.invalid),
        not_loaded=not_loaded,
        drafts=tuple(draft for file in parsed for draft in file.drafts),
    )


def _all(parsed: list[ParsedFile], model: type[Record]) -> dict[str, Any]:
    return {name: record for file in parsed if file.model is model for name, record in file.records.items()}


def _misplaced(candidate: Candidate) -> Problem:
    if candidate.folder == VOCABULARY:
        near = did_you_mean(candidate.stem, VOCABULARY_FILES)
        hint = (
            f"Meinten Sie „{near}.yaml“? Schreiben Sie Ihre Wörter dort hinein, und löschen Sie diese Datei."
            if near
            else f"Erlaubt ist: {', '.join(VOCABULARY_FILES)}."
        )
        message = f"Eine Wörter-Liste mit dem Namen {quoted(candidate.stem)} gibt es nicht."
    else:
        hint = "Legen Sie die Datei in den Ordner von ihrem Sozialraum."
        message = "Diese Datei liegt nicht in einem Ordner für Angebote. Niemand liest sie."
    return Problem.at(Position(candidate.path), "datei-falscher-ordner", message, hint)


def _no_city(path: str) -> Problem:
    message = f"Die Datei „{CITY}.yaml“ fehlt. In ihr steht, um welche Stadt es geht."
    return Problem.at(
        Position(path), "stadt-fehlt", message, "Legen Sie die Datei an. Was hinein gehört, steht in ANOTHER-CITY.md."
    )
