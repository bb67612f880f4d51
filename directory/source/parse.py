"""YAML text to a tree, with everything refused that could mean something else than it seems to."""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from directory.problems import Position, Problem, quoted
from directory.source.decode import UNPRINTABLE, unprintable
from directory.source.syntax import syntax_problem
from directory.source.tree import Mapping, Node, Scalar, Sequence, absent

MAX_DEPTH = 20
# A real entry has some hundred values; aliases of aliases reach millions within a few lines.
MAX_VALUES = 10_000
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# libyaml where it is there: the pure-Python parser refuses raw tabs inside texts, which the npm package "yaml" writes.
_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)
# "-Text" and "# Notiz": only in such a line can a text of one line be meant otherwise.
LOOKS_MEANT_OTHERWISE = re.compile(r"^\s*-[^\W\d]|#")
END_OF_SENTENCE = (".", "!", "?")


@dataclass(slots=True)
class Parsed:
    """The tree of one file, or None where a problem leaves nothing to read."""

    root: Mapping | None = None
    problems: list[Problem] = field(default_factory=list)


class _UnreadableError(Exception):
    """The rest of the file cannot be read; the problem is already noted."""


def parse(text: str, path: str) -> Parsed:
    """Return the tree of one YAML document that is a mapping, and every problem of its form."""
    builder = _Builder(path, text.split("\n"))
    if fence := re.search(r"^\s*(?:```|~~~).*$", text, re.MULTILINE):
        message = f"Die Zeile {quoted(fence.group().strip())} gehört nicht in die Datei. Sie kommt aus einem Kommentar."
        where = Position(path, text.count("\n", 0, fence.start()) + 1)
        builder.note(where, "yaml-rahmen", message, "Löschen Sie jede Zeile, in der nur „```“ steht, auch die letzte.")
        return Parsed(None, builder.problems)
    try:
        root = builder.build(text)
    except yaml.YAMLError as error:
        builder.problems.append(syntax_problem(error, text, path))
        return Parsed(None, builder.problems)
    except _UnreadableError:
        return Parsed(None, builder.problems)
    return Parsed(root, builder.problems)


def _rest_of_a_sentence(text: str, rest: str) -> re.Match[str] | None:
    """Return what is eaten of "Klingeln Sie bei # 3.": it ends a sentence that the text does not end.

    A note begins with a capital letter: "# Das müssen wir noch fragen."
    """
    note = re.match(r"\s*#\s*(?=[^\sA-ZÄÖÜ]).*", rest)
    ends = note and note.group().rstrip().endswith(END_OF_SENTENCE)
    return note if ends and " " in text and not text.rstrip().endswith((*END_OF_SENTENCE, ":")) else None


class _Builder:
    """Turns the parser's events into nodes, for one file."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self.path = path
        self.lines = lines
        self.to_look_at = frozenset(number for number, line in enumerate(lines) if LOOKS_MEANT_OTHERWISE.search(line))
        self.problems: list[Problem] = []
        self.anchors: dict[str, tuple[Node, int, int]] = {}
        self.open_anchors: set[str] = set()
        self.unused_anchors: dict[str, Any] = {}
        self.values = 0
        self.deepest = 0

    def build(self, text: str) -> Mapping | None:
        # The parser answers with generators of untyped events; their names are YAML's own.
        self.events = yaml.parse(text, Loader=_LOADER)
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self.refuse(
                        event,
                        "yaml-mehrere-teile",
                        "Die Datei hat mehrere Teile, getrennt durch „---“.",
                        "Schneiden Sie „---“ und alles darunter aus. Der Text darunter kommt in eine neue Datei.",
                    )
                    raise _UnreadableError
                root = self.node(next(self.events), 1)
        for name, event in self.unused_anchors.items():
            message = (
                f"Das Wort {quoted('&' + name)} gehört so nicht zum Text: „&“ am Anfang hat eine eigene Bedeutung."
            )
            self.refuse(event, "yaml-verweis", message, "Setzen Sie den ganzen Text in Anführungszeichen.")
        if root is None or (isinstance(root, Scalar) and root.absent):
            self.note(
                Position(self.path),
                "datei-leer",
                "In der Datei steht nichts.",
                "Löschen Sie die Datei, oder füllen Sie sie aus.",
            )
            return None
        if not isinstance(root, Mapping):
            found = "eine Liste" if isinstance(root, Sequence) else f"ein Text: {quoted(root.text)}"
            self.note(
                Position(self.path, root.line, root.column),
                "yaml-keine-felder",
                f"In der Datei stehen keine Felder. Hier steht {found}.",
                "Jede Angabe beginnt mit dem Namen von ihrem Feld und einem Doppelpunkt:\nname: Beispiel-Gruppe",
            )
            return None
        return root

    def node(self, event: Any, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, depth)
        if event.tag is not None:
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            text = f"{shown} {getattr(event, 'value', '')}".strip()
            self.refuse(
                event,
                "yaml-etikett",
                f"Ein Text darf nicht mit einem Ausrufezeichen beginnen. Hier steht {quoted(shown)}.",
                "Setzen Sie den ganzen Text in Anführungszeichen. Gehört das Wort nicht dazu, dann löschen Sie es:\n"
                f'"{text}"',
            )
        self.grow(1, depth, event)
        before = self.values - 1
        deepest_before, self.deepest = self.deepest, depth
        if event.anchor:
            self.open_anchors.add(event.anchor)
            self.unused_anchors[event.anchor] = event
        node = self.scalar(event) if isinstance(event, yaml.ScalarEvent) else self.collection(event, depth)
        if event.anchor:
            self.open_anchors.discard(event.anchor)
            self.anchors[event.anchor] = (node, self.values - before, self.deepest - depth)
        self.deepest = max(deepest_before, self.deepest)
        return node

    def scalar(self, event: Any) -> Scalar:
        mark = event.start_mark
        # A refused tag was most likely meant as the first word of the text: then nothing else is wrong with it.
        text = event.value if event.tag is None else f"{event.tag} {event.value}"
        node = Scalar(
            line=mark.line + 1, column=mark.column + 1, text=text, plain=event.tag is None and event.implicit[0]
        )
        # "\x07" inside quotation marks becomes a control character only here.
        if bad := UNPRINTABLE.search(node.text):
            self.problems.append(unprintable(bad.group(), Position(self.path, node.line, node.column)))
        if node.plain and node.text:
            self.look_at_plain(event, node)
        if event.style in {"|", ">"} and re.match(r"\s*-\s", event.value):
            message = f"Das Zeichen „{event.style}“ macht aus der Liste einen einzigen Text, mit allen Strichen."
            hint = f"Löschen Sie das Zeichen „{event.style}“ hinter dem Doppelpunkt."
            self.note(Position(self.path, node.line, node.column), "yaml-strich", message, hint)
        return node

    def look_at_plain(self, event: Any, node: Scalar) -> None:
        """Note what was most likely meant otherwise: a dash that is text, and text that is a comment."""
        first, last = event.start_mark, event.end_mark
        if first.line == last.line and first.line not in self.to_look_at:
            return  # nearly all texts
        own_line = not self.lines[first.line][: first.column].strip()
        for number in range(first.line + (not own_line), last.line + 1):
            line = self.lines[number] if number < len(self.lines) else ""
            if (number > first.line and re.match(r"\s*-\s", line)) or re.match(r"\s*-[^\W\d]", line):
                self.dash_as_text(number, line)
        rest = self.lines[last.line][last.column :] if last.line < len(self.lines) else ""
        if eaten := re.match(r"\s*#(?=\w).*", rest) or _rest_of_a_sentence(node.text, rest):
            message = (
                f"{quoted(eaten.group().strip())} steht nach dem Zeichen „#“. Das liest niemand: Es ist eine Notiz."
            )
            in_brackets = re.search(r"[\[{]", self.lines[first.line][: first.column])
            sentence = eaten.group().rstrip("]}") if in_brackets else eaten.group()
            quotation = f'"{node.text}{sentence}"'
            hint = f"Gehört es zum Text? Dann setzen Sie den ganzen Text in Anführungszeichen:\n{quotation}"
            where = Position(self.path, last.line + 1, last.column + len(rest) - len(rest.lstrip()) + 1)
            self.note(where, "yaml-notiz", message, hint)

    def dash_as_text(self, number: int, line: str) -> None:
        where = Position(self.path, number + 1, len(line) - len(line.lstrip()) + 1)
        text = line.strip().lstrip("-").strip()
        if re.match(r"\s*-\s", line):
            message = "Dieser Strich ist weiter eingerückt als die Striche davor. So gehört die Zeile zum Satz davor."
            hint = "Alle Striche von einer Liste stehen genau untereinander. Löschen Sie Leerzeichen vor dem Strich."
        else:
            message = "Nach dem Strich fehlt ein Leerzeichen."
            hint = f"Schreiben Sie in jeder Zeile der Liste nach dem Strich ein Leerzeichen:\n- {text}"
        self.note(where, "yaml-strich", message, hint)

    def collection(self, event: Any, depth: int) -> Node:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.SequenceStartEvent):
            sequence = Sequence(line, column)
            while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
                node = self.node(item, depth + 1)
                sequence.items.append(node)
                if absent(node):
                    self.note(
                        Position(self.path, node.line, node.column),
                        "liste-leer",
                        "In dieser Liste steht nach einem Strich nichts.",
                        "Löschen Sie den Strich, oder schreiben Sie etwas dahinter.",
                    )
            return sequence
        mapping = Mapping(line=line, column=column)
        while not isinstance(item := next(self.events), yaml.MappingEndEvent):
            key = self.node(item, depth + 1)
            value = self.node(next(self.events), depth + 1)
            self.add(mapping, key, value)
        return mapping

    def add(self, mapping: Mapping, key: Node, value: Node) -> None:
        where = Position(self.path, key.line, key.column)
        if not isinstance(key, Scalar) or key.absent:
            self.note(
                where,
                "yaml-feldname",
                "Vor dem Doppelpunkt fehlt der Name von einem Feld.",
                "Schreiben Sie zum Beispiel:\nname: Beispiel-Gruppe",
            )
            return
        name = field_name(key.text)
        if name in mapping.keys:
            first = mapping.keys[name]
            self.note(
                where,
                "yaml-doppeltes-feld",
                f"Das Feld {quoted(key.text)} steht 2 Mal da. Zum ersten Mal steht es in Zeile {first.line}.",
                "Löschen Sie eins von beiden. Mehrere Werte schreiben Sie untereinander, jeden nach einem Strich.",
            )
            return
        mapping.keys[name] = key
        mapping.values[name] = value

    def alias(self, event: Any, depth: int) -> Node:
        name = event.anchor
        if name in self.open_anchors:
            self.refuse(
                event,
                "yaml-verweis",
                f"Der Verweis {quoted('*' + name)} zeigt auf sich selbst.",
                f"Löschen Sie „&{name}“ und „*{name}“. Schreiben Sie den Wert selbst.",
            )
            raise _UnreadableError
        if name not in self.anchors:
            self.refuse(
                event,
                "yaml-verweis",
                f"Den Verweis {quoted('*' + name)} gibt es nicht.",
                f'Beginnt Ihr Text mit einem Stern, dann setzen Sie ihn in Anführungszeichen:\n"*{name}"',
            )
            raise _UnreadableError
        self.unused_anchors.pop(name, None)
        node, values, height = self.anchors[name]
        self.grow(values, depth + height, event)
        return node

    def grow(self, values: int, depth: int, event: Any) -> None:
        self.values += values
        self.deepest = max(self.deepest, depth)
        if self.values > MAX_VALUES:
            self.refuse(
                event,
                "yaml-verweis",
                f"Die Verweise mit „&“ und „*“ ergeben mehr als {MAX_VALUES} Werte.",
                "Löschen Sie die Wörter mit „&“ und „*“. Schreiben Sie die Werte selbst.",
            )
            raise _UnreadableError
        if depth > MAX_DEPTH:
            self.refuse(
                event,
                "yaml-zu-tief",
                f"Hier sind mehr als {MAX_DEPTH} Listen oder Felder ineinander.",
                "Löschen Sie überflüssige Klammern. Zum Beispiel:\nthemen: [sucht]",
            )
            raise _UnreadableError

    def refuse(self, event: Any, code: str, message: str, hint: str) -> None:
        mark = event.start_mark
        self.note(Position(self.path, mark.line + 1, mark.column + 1), code, message, hint)

    def note(self, position: Position, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem.at(position, code, message, hint))


def field_name(key: str) -> str:
    """Return the key as the model spells it: `für_wen` is `fuer_wen`."""
    return re.sub(r"\s+", " ", key).strip().translate(UMLAUTS)
