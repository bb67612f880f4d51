"""Times that somebody has written into a file in words, as rules: only where every word is understood."""

import re
from codecs import BOM_UTF8 as BOM
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from directory.files.amend import CannotAmendError, span_of
from directory.files.fields import entry_fields
from directory.files.writing import written
from directory.intake.times import Answer, read_back, times_answer
from directory.model import Entry
from directory.model.time_phrases import rules_in_words
from directory.model.values import UNKNOWN
from directory.output.atomic import replace_file
from directory.problems import quoted
from directory.problems.problem import has_errors
from directory.source.field_names import field_called
from directory.source.files import read, walk
from directory.source.load import model_of
from directory.source.parsing.parse import parse
from directory.source.tree import Mapping as Block
from directory.source.tree import Node, Scalar, absent
from directory.source.tree import Sequence as List

TIMES = "zeiten"
WINDOWS = b"\r\n"
NOTE = re.compile(r"(?:^|\s)#")


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The text of a file with its times as rules, and for each what was in words and how it reads now."""

    text: str
    said: tuple[str, ...] = ()


def with_rules(text: str, today: date) -> Rewritten:
    """Return the file of an entry with its times as rules, or as it is where anything is not certain.

    A time that is not understood, a note between times, and a file that cannot be read are left alone. What the times
    are for is never guessed: whoever writes it in words alone still has to say that.
    """
    parsed = parse(text, "")
    if parsed.root is None or has_errors(parsed.problems):
        return Rewritten(text)
    root = parsed.root
    key = TIMES if TIMES in root.keys else next((one for one in root.keys if field_called(one) == TIMES), "")
    if not key:
        return Rewritten(text)
    items: list[Any] = []
    said: list[str] = []
    for item in _items(root.values[key]):
        rules = _rules(item, _as_of(root))
        if rules is None:
            return Rewritten(text)
        items += rules.fields
        said += rules.said(today)
    if not said:
        return Rewritten(text)
    new = _replaced(text, key, written({TIMES: items}))
    after = parse(new, "").root if new else None
    others = {name: plain(value) for name, value in root.values.items() if name != key}
    if not after or {name: plain(value) for name, value in after.values.items() if name != TIMES} != others:
        return Rewritten(text)
    return Rewritten(new, tuple(said))


def rewrite_times(entries: Path, only: Collection[str] | None, today: date) -> list[str]:
    """Write the times of all entries, or only of these, as rules into their files; return what was done, and where."""
    root, done = str(entries.resolve()), []
    for candidate in walk(entries, entries.as_posix()):
        if model_of(candidate) is not Entry or (only is not None and candidate.path not in only):
            continue
        document = read(root, candidate).document
        if document and (new := with_rules(document.text, today)).said:
            file = Path(candidate.location)
            old, data = file.read_bytes(), new.text.encode()
            data = data.replace(b"\n", WINDOWS) if WINDOWS in old else data
            replace_file(file, (BOM if old.startswith(BOM) else b"") + data)
            done += [f"{candidate.path}: {one}" for one in new.said]
    return done


@dataclass(frozen=True, slots=True)
class _Rules:
    """What one item of the times becomes; `words` are those that it has been read from."""

    fields: Sequence[Mapping[str, Any]]
    words: str = ""

    def said(self, today: date) -> list[str]:
        if not self.words:
            return []
        return [f"{quoted(self.words)} steht jetzt in Feldern: {' '.join(read_back(self.fields, today))}"]


def _rules(item: Node, as_of: str) -> _Rules | None:
    """Return the fields of one item; None where it is in words that are not all understood."""
    if isinstance(item, Scalar):
        answer = _read(item.text, as_of)
        return _Rules(answer.rules, " ".join(item.text.split())) if answer else None
    fields = plain(item)
    if not isinstance(fields, dict):
        return None
    words = fields.get("hinweis", [])
    lines = [words] if isinstance(words, str) else words
    rules = rules_in_words(fields, lines)
    rest = {name: value for name, value in fields.items() if name != "hinweis"}
    return _Rules([{**rest, **rule} for rule in rules], " ".join(lines)) if rules else _Rules([fields])


def _read(text: str, as_of: str) -> Answer | None:
    purposes = next(field for field in entry_fields() if field.key == TIMES).fields
    choices = next(field for field in purposes if field.key == "zweck").choices
    answer = times_answer(text.splitlines(), choices, "", as_of)
    return answer if answer.rules and not answer.questions else None


def _as_of(root: Block) -> str:
    """Return when the only source of an entry said what it says; of several nobody knows which one said it."""
    sources = _items(root.values.get("quelle"))
    own = sources[0].values.get("stand") if len(sources) == 1 and isinstance(sources[0], Block) else None
    known = isinstance(own, Scalar) and re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", own.text)
    return own.text if known and isinstance(own, Scalar) else UNKNOWN


def _replaced(text: str, key: str, block: str) -> str:
    """Return the text with the block in place of the field; nothing where a note stands in it."""
    try:
        start, end = span_of(text, key)
    except CannotAmendError:
        return ""
    if NOTE.search(text[start:end]):
        return ""
    return text[:start] + block.rstrip("\n") + text[end:]


def _items(node: Node | None) -> list[Node]:
    found = node.items if isinstance(node, List) else [node] if node else []
    return [item for item in found if not absent(item)]


def plain(node: Node) -> Any:
    """Return a node as text, lists and dictionaries."""
    if isinstance(node, List):
        return [plain(item) for item in _items(node)]
    return {key: plain(value) for key, value in node.values.items()} if isinstance(node, Block) else node.text
