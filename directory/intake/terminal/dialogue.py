"""Questions about a new entry, one field after the other; what is needed comes first, everything else on request."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic_core import PydanticCustomError

from directory.clock import local_today
from directory.files.fields import Field, entry_fields
from directory.files.writing import Path
from directory.intake.naming import free_slug, home_area, is_secret, taken
from directory.intake.terminal.answers import AnswerError, Options, draft_of, keys_of, options, values_from
from directory.intake.times import read_back
from directory.model import Directory, Entry
from directory.model.text import identifier
from directory.problems import Problem, quoted

# What is asked without request, beside what must be there, by the keys of the group.
FIRST: Mapping[tuple[str, ...], tuple[str, ...]] = {
    (): ("name", "art", "themen", "beschreibung", "kontakt", "quelle"),
    ("orte",): ("strasse", "hausnummer", "plz"),
    ("orte", "zugang"): ("merkmale", "hinweis"),
    ("zeiten",): ("zweck", "tage", "von", "bis", "stand"),
    ("kontakt",): ("telefon", "mail", "webseite"),
    ("kosten",): ("art", "betrag", "stand"),
    ("quelle",): ("url", "angabe", "stand"),
}
FEW = 4  # a group with no more fields is asked as a whole
SHOWN = 80  # longer lists are no help; people write what they look for
WHERE = (
    "Das Angebot hat eine eigene Adresse.",
    "Es ist in einem Haus, das schon in diesem Verzeichnis steht.",
    "Es hat keinen festen Ort. Oder es ist für die ganze Stadt.",
)
YES = frozenset({"j", "ja", "y", "yes"})


class Dialogue:
    """Asks until there is an entry without mistakes. `ask` shows a prompt and returns a line, `say` shows a text."""

    def __init__(self, directory: Directory, ask: Callable[[str], str], say: Callable[[str], None]) -> None:
        self.directory = directory
        self.ask = ask
        self.say = say
        self.values: dict[str, Any] = {}

    def run(self) -> Entry:
        """Return the finished entry."""
        for field in entry_fields():
            if field.key == "orte":
                self.place(field)
            elif field.key in FIRST[()]:
                self.field(field, self.values, ())
        self.say("\nDas Wichtigste ist da.")
        self.more("Möchten Sie noch etwas angeben?", entry_fields(), self.values, ())
        return self.finished()

    def finished(self) -> Entry:
        """Return the entry as soon as nothing in it is wrong."""
        while True:
            draft = draft_of(self.values)
            if draft.entry is not None:
                return draft.entry
            self.show_errors(draft.problems)
            self.say("Bitte ergänzen oder ändern Sie das.")
            self.more("Was möchten Sie ändern?", entry_fields(), self.values, ())

    def revised(self, problems: Sequence[Problem]) -> Entry | None:
        """Show what the check says of the whole entry; return the entry if anything in it was changed then."""
        self.say("\nDas ist der Prüfung aufgefallen:")
        self.show_errors(problems)
        changed = self.more("Möchten Sie etwas ändern?", entry_fields(), self.values, ())
        return self.finished() if changed else None

    def home(self) -> tuple[str, str]:
        """Return the folder and the name of the file; both are proposed and can be changed."""
        known = self.directory.vocabulary.areas.values()
        # The folder of a secret place would say where to look for it.
        possible = [area for area in known if area.city_wide or not is_secret(self.values)]
        areas = Options({area.id: area.name for area in possible}, closed=True)
        area = home_area(self.values, self.directory)
        self.say("\nIn welches Gebiet gehört das Angebot?")
        for number, (word, name) in enumerate(areas.names.items(), 1):
            self.say(f"  {number:>2}  {name} ({word})")
        area = self.until(f"[{area}]", area, areas.find)
        slug = free_slug(self.values["name"], self.directory)
        self.say("\nWie soll die Datei heißen? Der Name wird zur Adresse von der Seite. Er bleibt immer gleich.")
        return area, self.until(f"[{slug}]", slug, self.free)

    def free(self, slug: str) -> str:
        """Return the name of a file if no other file has it; raise AnswerError otherwise."""
        try:
            identifier(slug)
        except PydanticCustomError as error:
            said = error.context or {}
            raise AnswerError(f"{said['message']} {said['hint']}") from None
        if taken(slug, self.directory):
            raise AnswerError(f"Den Namen {quoted(slug)} hat schon ein anderes Angebot.")
        return slug

    def until(self, prompt: str, proposal: str, read: Callable[[str], str]) -> str:
        """Return an answer as soon as it can be read; no answer means the proposal."""
        while True:
            try:
                return read(self.ask(f"{prompt} > ").strip() or proposal)
            except AnswerError as error:
                self.say(f"  {error}")

    def place(self, field: Field) -> None:
        """Ask for the place by what people know of it."""
        self.say("\nWo ist das Angebot?\n" + "\n".join(f"  {number}  {line}" for number, line in enumerate(WHERE, 1)))
        while (answer := self.answer()) not in {"1", "2", "3"}:
            self.say("  Schreiben Sie 1, 2 oder 3.")
        if answer == "1":
            self.field(field, self.values, ())
        elif answer == "2":
            venue = dict[str, Any]()
            self.values[field.key] = [venue]
            self.single(field.field("bei"), venue, (field.key, 0))

    def field(self, field: Field, into: dict[str, Any], above: Path) -> None:
        """Ask for a field; an earlier answer is replaced."""
        if field.kind != "group":
            self.single(field, into, above)
            return
        self.say(f"\n{field.title}\n  {field.help}")
        if field.key in into and not field.many:
            self.confirm_group(field, into[field.key], (*above, field.key))
        elif field.key in into and not self.agreed("Das ist schon da. Soll es bleiben?", otherwise=True):
            del into[field.key]
        while not self.groups(field, into, above) and field.required:
            self.say("  Das muss sein.")

    def groups(self, field: Field, into: dict[str, Any], above: Path) -> bool:
        """Ask for a group, or for more as long as there are; return whether there is any."""
        if not field.many:
            values = into.setdefault(field.key, dict[str, Any]())
            if not values and not self.group(field, values, (*above, field.key)):
                del into[field.key]
            return field.key in into
        found = into.setdefault(field.key, list[Any]())
        more = not found or self.agreed(f"Noch etwas zu „{field.title}“?", otherwise=False)
        while more:
            found.append(dict[str, Any]())
            if not self.group(field, found[-1], (*above, field.key, len(found) - 1)):
                found.pop()
                break
            more = self.agreed(f"Noch etwas zu „{field.title}“?", otherwise=False)
        if not found:
            del into[field.key]
        return bool(found)

    def group(self, field: Field, values: dict[str, Any], path: Path) -> bool:
        """Ask for the fields of a group until they fit together; return whether anything was said."""
        first = [one for one in field.fields if one.required or one.key in FIRST.get(field.path, ())]
        if not first or len(field.fields) <= FEW:
            first = list(field.fields)
        for one in first:
            if one.key in values:
                continue  # an earlier answer has said it, too: "Dienstag 14 bis 16 Uhr"
            self.field(one, values, path)
            if one.required and one.key not in values:
                break
        if values:
            self.confirm_group(field, values, path, asked=len(first) == len(field.fields))
        return bool(values)

    def confirm_group(self, field: Field, values: dict[str, Any], path: Path, *, asked: bool = False) -> None:
        """Ask for other fields of a group unless all were asked for, and for others until all fit together."""
        if not asked:
            self.more(f"Mehr zu „{field.title}“?", field.fields, values, path)
        while values and (wrong := self.wrong_below(path)):
            self.show_errors(wrong)
            if not self.more("Was möchten Sie ändern? Ohne Antwort fällt alles davon weg.", field.fields, values, path):
                values.clear()

    def wrong_below(self, path: Path) -> list[Problem]:
        """Return what does not fit together in a group."""
        return draft_of(self.values).wrong_below(path)

    def more(self, question: str, fields: Sequence[Field], values: dict[str, Any], above: Path) -> bool:
        """Ask for other fields by their number or name until there is none; return whether there was any."""
        self.say(f"\n{question} Schreiben Sie eine Nummer. Oder drücken Sie nur die Eingabe-Taste.")
        titles = Options({field.key: field.title for field in fields}, closed=True)
        known = [field.key in values for field in fields]
        for number, (field, there) in enumerate(zip(fields, known, strict=True), 1):
            self.say(f"  {number:>2}  {field.title}{' (ist da)' if there else ''}")
        changed = False
        while answer := self.answer():
            try:
                key = titles.find(answer)
            except AnswerError as error:
                self.say(f"  {error}")
                continue
            self.field(next(field for field in fields if field.key == key), values, above)
            changed = True
            self.say("\nNoch eine Nummer? Oder nur die Eingabe-Taste.")
        return changed

    def single(self, field: Field, into: dict[str, Any], above: Path) -> None:
        """Ask for a value until it is right. Only what must be there may not be left empty."""
        needed = field.required and bool(into or not above)
        self.explain(field, needed=needed)
        while True:
            answer = self.sentences() if field.kind == "sentence" else self.answer()
            for key in keys_of(field, into):
                del into[key]
            if not answer and needed:
                self.say("  Das muss sein.")
                continue
            if not answer:
                return
            try:
                into |= values_from(field, answer, self.directory)
            except AnswerError as error:
                self.say(f"  {error}")
                continue
            many = len(into.get(field.key, ())) if field.many else 0
            wrong = draft_of(self.values).wrong_at((*above, field.key), many)
            if not wrong:
                if field.path == ("zeiten", "tage"):
                    self.say(f"  So steht es da: {' '.join(read_back([into], local_today()))}")
                return
            self.show_errors(wrong)

    def explain(self, field: Field, *, needed: bool) -> None:
        """Show what is asked for, and what may be answered."""
        self.say(f"\n{field.title}{' (muss sein)' if needed else ''}\n  {field.help}")
        names = options(field, self.directory).names
        if 0 < len(names) <= SHOWN:
            for number, (word, name) in enumerate(names.items(), 1):
                self.say(f"  {number:>2}  {name}" if name == word else f"  {number:>2}  {name} ({word})")
        if field.kind == "features":
            self.say(f"  Zum Beispiel: 1 {field.choices[0].value}, 2 {field.choices[-1].value}")
        elif field.kind == "sentence":
            self.say("  Eine leere Zeile beendet die Liste.")
        elif field.many:
            self.say("  Mehrere trennen Sie mit einem Komma.")

    def sentences(self) -> str:
        """Return lines up to an empty one."""
        lines = []
        while line := self.answer():
            lines.append(line)
        return "\n".join(lines)

    def answer(self) -> str:
        """Return one line."""
        return self.ask("> ").strip()

    def agreed(self, question: str, *, otherwise: bool) -> bool:
        """Return whether the answer is yes; `otherwise` is what no answer means."""
        answer = self.ask(f"\n{question} {'[Ja/nein]' if otherwise else '[ja/Nein]'} ").strip().casefold()
        return answer in YES if answer else otherwise

    def show_errors(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong, in the words of `directory check`."""
        for problem in problems:
            for line in (*problem.message.split("\n"), *problem.hint.split("\n")):
                self.say(f"  {line}")
