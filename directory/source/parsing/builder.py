"""The events of the YAML parser to a tree, with everything refused that could mean something else than it seems to."""

import re
from functools import lru_cache
from typing import Any

import yaml

from directory.problems import Position, Problem, quoted
from directory.source.layout.finding import Finding
from directory.source.layout.hash_sign import only_a_note, rest_of_a_sentence
from directory.source.layout.hyphens import divided
from directory.source.layout.lists import dash_as_text, without_dashes
from directory.source.layout.second_fields import TWICE, second_entry, second_field
from directory.source.layout.second_items import second_items
from directory.source.layout.split_items import split_items
from directory.source.parsing.decode import UNPRINTABLE, unprintable
from directory.source.tree import Mapping, Node, Scalar, Sequence, absent

MAX_DEPTH = 20
# A real entry has some hundred values; aliases of aliases reach millions within a few lines.
MAX_VALUES = 10_000
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# libyaml where it is there: the pure-Python parser refuses raw tabs inside texts, which the npm package "yaml" writes.
_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)
# "-Text" and "# Notiz": only in such a line can a text of one line be meant otherwise.
LOOKS_MEANT_OTHERWISE = re.compile(r"^\s*(?:-[^\W\d]|[•–—·▪◦‣*])|#")


class UnreadableError(Exception):
    """The rest of the file cannot be read; the problem is already noted."""


class Builder:
    """Turns the parser's events into nodes, for one file."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self.path = path
        self.lines = lines
        self.to_look_at = frozenset(number for number, line in enumerate(lines) if LOOKS_MEANT_OTHERWISE.search(line))
        self.problems: list[Problem] = []
        self.mended: list[Finding] = []
        self.twice: list[tuple[Mapping, str, Scalar, Node]] = []
        self.anchors: dict[str, tuple[Node, int, int]] = {}
        self.open_anchors: set[str] = set()
        self.unused_anchors: dict[str, Any] = {}
        self.values = 0
        self.deepest = 0

    def build(self, text: str) -> Mapping | None:
        """Return the tree, or None where there are no fields; what is wrong is noted."""
        # The parser answers with generators of untyped events; their names are YAML's own.
        self.events = yaml.parse(text, Loader=_LOADER)
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._refuse(
                        event,
                        "yaml-mehrere-teile",
                        "Die Datei hat mehrere Teile, getrennt durch „---“.",
                        "Schneiden Sie „---“ und alles darunter aus. Der Text darunter kommt in eine neue Datei.",
                    )
                    raise UnreadableError
                root = self._node(next(self.events), 1)
        for name, event in self.unused_anchors.items():
            message = (
                f"Das Wort {quoted('&' + name)} gehört so nicht zum Text: „&“ am Anfang hat eine eigene Bedeutung."
            )
            self._refuse(event, "yaml-verweis", message, "Setzen Sie den ganzen Text in Anführungszeichen.")
        self._note_fields_that_stand_twice(root)
        self.problems += split_items(root, self.path, self.lines) if isinstance(root, Mapping) else ()
        if root is None or (isinstance(root, Scalar) and root.absent):
            self._note(
                Position(self.path),
                "datei-leer",
                "In der Datei steht nichts.",
                "Löschen Sie die Datei, oder füllen Sie sie aus.",
            )
            return None
        if not isinstance(root, Mapping):
            found = "eine Liste" if isinstance(root, Sequence) else f"ein Text: {quoted(root.text)}"
            self._note(
                Position(self.path, root.line, root.column),
                "yaml-keine-felder",
                f"In der Datei stehen keine Felder. Hier steht {found}.",
                "Jede Angabe beginnt mit dem Namen von ihrem Feld und einem Doppelpunkt:\nname: Beispiel-Gruppe",
            )
            return None
        return root

    def _note_fields_that_stand_twice(self, root: Node | None) -> None:
        at_top = [(key, value) for mapping, _, key, value in self.twice if mapping is root]
        second = second_entry(at_top, self.path)
        self.problems += [second] if second else []
        items = [*second_items(root, self.twice, self.path)] if self.twice and isinstance(root, Mapping) else []
        self.problems += [problem for _, problem in items]
        for mapping, name, key, value in self.twice:
            if not (second and mapping is root) and not any(mapping is block for block, _ in items):
                message, hint = second_field(mapping, name, key, value)
                self._note(Position(self.path, key.line, key.column), TWICE, message, hint)

    def _node(self, event: Any, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, depth)
        if event.tag is not None:
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            text = f"{shown} {getattr(event, 'value', '')}".strip()
            self._refuse(
                event,
                "yaml-etikett",
                f"Ein Text darf nicht mit einem Ausrufezeichen beginnen. Hier steht {quoted(shown)}.",
                "Setzen Sie den ganzen Text in Anführungszeichen. Gehört das Wort nicht dazu, dann löschen Sie es:\n"
                f'"{text}"',
            )
        self._grow(1, depth, event)
        before = self.values - 1
        deepest_before, self.deepest = self.deepest, depth
        if event.anchor:
            self.open_anchors.add(event.anchor)
            self.unused_anchors[event.anchor] = event
        node = self._scalar(event) if isinstance(event, yaml.ScalarEvent) else self._collection(event, depth)
        if event.anchor:
            self.open_anchors.discard(event.anchor)
            self.anchors[event.anchor] = (node, self.values - before, self.deepest - depth)
        if deepest_before > self.deepest:  # noqa: PLR1730 - as above
            self.deepest = deepest_before
        return node

    def _scalar(self, event: Any) -> Scalar:
        mark = event.start_mark
        # A refused tag was most likely meant as the first word of the text: then nothing else is wrong with it.
        text = event.value if event.tag is None else f"{event.tag} {event.value}"
        node = Scalar(
            line=mark.line + 1, column=mark.column + 1, text=text, plain=event.tag is None and event.implicit[0]
        )
        # "\x07" inside quotation marks becomes a control character only here.
        if event.style == '"' and (bad := UNPRINTABLE.search(text)):
            self.problems.append(unprintable(bad.group(), Position(self.path, node.line, node.column)))
        if node.plain and node.text:
            self._look_at_plain(event, node)
        if "- " in text and (
            found := divided(text, self.lines[mark.line], Position(self.path, node.line, node.column))
        ):
            self.problems.append(found)
        if event.style in {"|", ">"} and re.match(r"\s*-\s", event.value):
            message = f"Das Zeichen „{event.style}“ macht aus der Liste einen einzigen Text, mit allen Strichen."
            hint = f"Löschen Sie das Zeichen „{event.style}“ hinter dem Doppelpunkt."
            self._note(Position(self.path, node.line, node.column), "yaml-strich", message, hint)
        return node

    def _look_at_plain(self, event: Any, node: Scalar) -> None:
        """Note what was most likely meant otherwise: a dash that is text, and text that is a comment."""
        first, last = event.start_mark, event.end_mark
        if first.line == last.line and first.line not in self.to_look_at:
            return  # nearly all texts
        finding = without_dashes(self.lines, first.line, last.line) if first.line < last.line else None
        if finding := finding or dash_as_text(self.lines, (first.line, first.column), last.line):
            self.mended.append(finding)
        rest = self.lines[last.line][last.column :] if last.line < len(self.lines) else ""
        if eaten := re.match(r"\s*#(?=\w).*", rest) or rest_of_a_sentence(node.text, rest):
            message = (
                f"{quoted(eaten.group().strip())} steht nach dem Zeichen „#“. Das liest niemand: Es ist eine Notiz."
            )
            in_brackets = re.search(r"[\[{]", self.lines[first.line][: first.column])
            sentence = eaten.group().rstrip("]}") if in_brackets else eaten.group()
            quotation = f'"{node.text}{sentence}"'
            hint = f"Gehört es zum Text? Dann setzen Sie den ganzen Text in Anführungszeichen:\n{quotation}"
            where = Position(self.path, last.line + 1, last.column + len(rest) - len(rest.lstrip()) + 1)
            self._note(where, "yaml-notiz", message, hint)

    def _collection(self, event: Any, depth: int) -> Node:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.SequenceStartEvent):
            sequence = Sequence(line, column)
            while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
                node = self._node(item, depth + 1)
                sequence.items.append(node)
                if absent(node):
                    self._note(
                        Position(self.path, node.line, node.column),
                        "liste-leer",
                        "In dieser Liste steht nach einem Strich nichts.",
                        "Löschen Sie den Strich, oder schreiben Sie etwas dahinter.",
                    )
            return sequence
        mapping = Mapping(line=line, column=column)
        while not isinstance(item := next(self.events), yaml.MappingEndEvent):
            key = self._node(item, depth + 1)
            value = self._node(next(self.events), depth + 1)
            self._add(mapping, key, value)
        return mapping

    def _add(self, mapping: Mapping, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar) or key.absent:
            self._note(
                Position(self.path, key.line, key.column),
                "yaml-feldname",
                "Vor dem Doppelpunkt fehlt der Name von einem Feld.",
                "Schreiben Sie zum Beispiel:\nname: Beispiel-Gruppe",
            )
            return
        if absent(value) and (note := only_a_note(self.lines, key.line - 1)):
            self.mended.append(note)
        name = field_name(key.text)
        if name in mapping.keys:
            self.twice.append((mapping, name, key, value))
            return
        mapping.keys[name] = key
        mapping.values[name] = value

    def _alias(self, event: Any, depth: int) -> Node:
        name = event.anchor
        if name in self.open_anchors:
            self._refuse(
                event,
                "yaml-verweis",
                f"Der Verweis {quoted('*' + name)} zeigt auf sich selbst.",
                f"Löschen Sie „&{name}“ und „*{name}“. Schreiben Sie den Wert selbst.",
            )
            raise UnreadableError
        if name not in self.anchors:
            self._refuse(
                event,
                "yaml-verweis",
                f"Den Verweis {quoted('*' + name)} gibt es nicht.",
                f'Beginnt Ihr Text mit einem Stern, dann setzen Sie ihn in Anführungszeichen:\n"*{name}"',
            )
            raise UnreadableError
        self.unused_anchors.pop(name, None)
        node, values, height = self.anchors[name]
        self._grow(values, depth + height, event)
        return node

    def _grow(self, values: int, depth: int, event: Any) -> None:
        self.values += values
        if depth > self.deepest:  # noqa: PLR1730 - called for each value; max() takes three times as long
            self.deepest = depth
        if self.values > MAX_VALUES:
            self._refuse(
                event,
                "yaml-verweis",
                f"Die Verweise mit „&“ und „*“ ergeben mehr als {MAX_VALUES} Werte.",
                "Löschen Sie die Wörter mit „&“ und „*“. Schreiben Sie die Werte selbst.",
            )
            raise UnreadableError
        if depth > MAX_DEPTH:
            self._refuse(
                event,
                "yaml-zu-tief",
                f"Hier sind mehr als {MAX_DEPTH} Listen oder Felder ineinander.",
                "Löschen Sie überflüssige Klammern. Zum Beispiel:\nthemen: [sucht]",
            )
            raise UnreadableError

    def _refuse(self, event: Any, code: str, message: str, hint: str) -> None:
        mark = event.start_mark
        self._note(Position(self.path, mark.line + 1, mark.column + 1), code, message, hint)

    def _note(self, position: Position, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem.at(position, code, message, hint))


@lru_cache(2**12)
def field_name(key: str) -> str:
    """Return the key as the model spells it: `für_wen` is `fuer_wen`."""
    return re.sub(r"\s+", " ", key).strip().translate(UMLAUTS)
