"""entries/ to one Directory and every problem on the way."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from directory.model.base import Record
from directory.model.city import City
from directory.model.directory import Directory, Vocabulary, in_order
from directory.model.entry import Entry
from directory.model.provider import Provider
from directory.model.text import collation_key
from directory.model.vocabulary import (
    AccessFeature,
    Area,
    Audience,
    EmergencyNumber,
    GlossaryTerm,
    Group,
    Kind,
    Language,
    Locality,
    Need,
    Topic,
)
from directory.problems import Position, Problem, did_you_mean, quoted
from directory.source.files import Found, walk
from directory.source.validate import validate

CITY = "_stadt"
VOCABULARY = "_vocabulary"
PROVIDERS = "_traeger"
# Each vocabulary file, the attribute of Vocabulary that it fills, and what its items are.
VOCABULARY_FILES: dict[str, tuple[str, type[Record]]] = {
    "sozialraeume": ("areas", Area),
    "ortsteile": ("localities", Locality),
    "gruppen": ("groups", Group),
    "arten": ("kinds", Kind),
    "themen": ("topics", Topic),
    "zielgruppen": ("audiences", Audience),
    "zugang": ("access_features", AccessFeature),
    "bedarfe": ("needs", Need),
    "sprachen": ("languages", Language),
    "woerterbuch": ("glossary", GlossaryTerm),
    "sofort_hilfe": ("emergency_numbers", EmergencyNumber),
}
AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read. `directory` is None only where the city's own settings cannot be read."""

    directory: Directory | None
    problems: tuple[Problem, ...]
    files: int


def load(root: Path, shown_as: str | None = None, on_file: Callable[[], None] = lambda: None) -> Loaded:
    """Return the directory in this folder; one broken file never hides the others. `on_file` is told of each file."""
    reader = _Reader(shown_as or str(root))
    files = 0
    for found in walk(root, reader.shown_as):
        reader.take(found)
        files += 1
        on_file()
    return Loaded(reader.directory(), tuple(sorted(reader.problems)), files)


class _Reader:
    """Collects the records of one folder."""

    def __init__(self, shown_as: str) -> None:
        self.shown_as = shown_as
        self.problems: list[Problem] = []
        self.city: City | None = None
        self.city_found = False
        self.vocabulary: dict[str, dict[str, Record]] = {}
        self.providers: dict[str, Provider] = {}
        self.entries: list[Entry] = []
        self.damaged: set[str] = set()

    def take(self, found: Found) -> None:
        self.problems.extend(found.problems)
        if found.folder == VOCABULARY:
            self.take_vocabulary(found)
        elif found.folder == "" and found.stem == CITY:
            self.city_found = True
            self.city = self.record(City, found)
        elif found.folder == PROVIDERS:
            if provider := self.record(Provider, found):
                self.providers[found.stem] = provider
        elif found.folder == "" or found.folder.startswith("_") or "/" in found.folder:
            if not found.problems:
                self.misplaced(found)
        elif entry := self.record(Entry, found):
            self.entries.append(entry)

    def record(self, model: type[AnyRecord], found: Found) -> AnyRecord | None:
        record, problems = validate(model, found.stem, found.document) if found.document else (None, [])
        self.problems.extend(problems)
        if record is None:
            self.damaged.add(found.stem)
        return record

    def take_vocabulary(self, found: Found) -> None:
        if found.stem not in VOCABULARY_FILES:
            if not found.problems:
                self.misplaced(found)
            return
        attribute, model = VOCABULARY_FILES[found.stem]
        items = self.vocabulary.setdefault(attribute, {})
        if found.document:
            for key in found.document.root.keys:
                item, problems = validate(model, key, found.document, key)
                self.problems.extend(problems)
                if item:
                    items[key] = item
                else:
                    self.damaged.add(key)

    def misplaced(self, found: Found) -> None:
        if found.folder == VOCABULARY:
            near = did_you_mean(found.stem, VOCABULARY_FILES)
            hint = f"Meinten Sie „{near}.yaml“?" if near else f"Erlaubt ist: {', '.join(VOCABULARY_FILES)}."
            message = f"Eine Wörter-Liste mit dem Namen {quoted(found.stem)} gibt es nicht."
        else:
            hint = "Legen Sie die Datei in den Ordner von ihrem Sozialraum, zum Beispiel in nord."
            message = "Diese Datei liegt nicht in einem Ordner für Angebote. Niemand liest sie."
        self.problems.append(Problem.at(Position(found.path), "datei-falscher-ordner", message, hint))

    def directory(self) -> Directory | None:
        if not self.city_found:
            message = f"Die Datei „{CITY}.yaml“ fehlt. In ihr steht, um welche Stadt es geht."
            self.problems.append(Problem.at(Position(f"{self.shown_as}/{CITY}.yaml"), "stadt-fehlt", message, "Legen Sie die Datei an. Was hinein gehört, steht in HACKING.md."))
        if self.city is None:
            return None
        return Directory(
            city=self.city,
            vocabulary=Vocabulary(**{name: MappingProxyType(items) for name, items in self.vocabulary.items()}),  # type: ignore[arg-type]
            entries=in_order(self.entries),
            providers=MappingProxyType(dict(sorted(self.providers.items(), key=lambda item: collation_key(item[1].name)))),
            damaged=frozenset(self.damaged),
        )
