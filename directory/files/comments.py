"""The comments of a YAML file, and which value each of them belongs to.

A comment in a line of its own belongs to the key or item below it; where it is indented further than that, to the end
of what is above it. A comment behind something belongs to what it stands behind.
"""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from directory.files.writing import Notes, Path
from directory.source.parsing.builder import field_name
from directory.source.tree import ABSENT

COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
MODELINE = re.compile(r"#\s*yaml-language-server:")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Blocks = tuple[tuple[int, Path], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One comment and where it begins, counted from 0."""

    line: int
    column: int
    index: int
    text: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Comments:
    """All comments of a file: those above everything, and those of each value by its keys."""

    head: tuple[str, ...] = ()
    notes: Mapping[Path, Notes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where a key, an item or a value begins, and the blocks that it is in, each with its column."""

    index: int
    line: int
    column: int
    path: Path
    blocks: Blocks


def comments_of(text: str, values: Mapping[str, Any]) -> Comments:
    """Return the comments of a file that can be read; `values` is what it says in its full form."""
    root: Any = yaml.compose(text, Loader=_LOADER)
    found = list(find(text, root))
    if not found:
        return Comments()
    outline = _Outline()
    outline.enter(root, values, (), ())
    above = _above(text, found, outline.starts[0])
    notes: defaultdict[Path, Notes] = defaultdict(Notes)
    for comment in found[above:]:
        outline.attach(comment, notes)
    return Comments(tuple(comment.text for comment in found[:above]), notes)


def find(text: str, root: yaml.Node) -> Iterator[Comment]:
    """Yield every comment: each `#` after a blank that stands in no text."""
    position = 0
    for number, line in enumerate(_without_texts(text, root).split("\n")):
        if match := COMMENT.search(line):
            column = match.start()
            yield Comment(
                line=number,
                column=column,
                index=position + column,
                text=match.group().rstrip(),
                alone=not line[:column].strip(),
            )
        position += len(line) + 1


def _without_texts(text: str, root: yaml.Node) -> str:
    """Return the file with an x for each letter of a key or value, so that only YAML's own signs are left."""
    parts, position = [], 0
    for begin, end in sorted({_span(node, text) for node in _scalars(root, set())}):
        parts += [text[position:begin], re.sub(r"\S", "x", text[begin:end])]
        position = end
    return "".join([*parts, text[position:]])


def _scalars(node: yaml.Node, seen: set[int]) -> Iterator[yaml.ScalarNode]:
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        yield node
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        for one in child if isinstance(child, tuple) else (child,):
            yield from _scalars(one, seen)


def _span(node: yaml.ScalarNode, text: str) -> tuple[int, int]:
    """Return where the text of a scalar stands; that of a block begins in the line below its `|`."""
    begin, end = node.start_mark.index, node.end_mark.index
    return (text.find("\n", begin, end) if node.style in {"|", ">"} and "\n" in text[begin:end] else begin), end


def _above(text: str, found: list[Comment], first: Start) -> int:
    """Return how many comments stand above everything: those for editors, and those that a blank line sets apart."""
    lines = text.split("\n")[: first.line]
    apart = max((number for number, line in enumerate(lines) if not line.strip()), default=-1)
    return max(
        (
            number
            for number, comment in enumerate(found, 1)
            if comment.line < apart or (comment.line < first.line and MODELINE.match(comment.text))
        ),
        default=0,
    )


class _Outline:
    """Where everything in a file begins and ends."""

    def __init__(self) -> None:
        self.starts: list[Start] = []
        self.ends: list[tuple[int, int, int, Path]] = []  # of what ends with a letter or bracket: line, end, -begin
        self.brackets: list[tuple[int, int, Path]] = []
        self.seen: set[int] = set()

    def enter(self, node: yaml.Node, value: Any, path: Path, blocks: Blocks) -> None:
        """Note what is in a value; what an alias repeats is noted only where it is written."""
        if id(node) in self.seen:
            return
        self.seen.add(id(node))
        begin, end = node.start_mark, node.end_mark
        in_block = isinstance(node, yaml.CollectionNode) and not node.flow_style
        if not in_block:
            self.ends.append((end.line, end.index, -begin.index, path))
        if isinstance(node, yaml.CollectionNode) and not in_block:
            self.brackets.append((begin.index, end.index, path))
        if isinstance(node, yaml.SequenceNode):
            blocks = (*blocks, (begin.column, path)) if in_block else blocks
            self.items(node, value, path, blocks)
        elif isinstance(node, yaml.MappingNode):
            if isinstance(value, list):  # one value where a list belongs
                path, value = (*path, 0), value[0]
            blocks = (*blocks, (begin.column, path)) if in_block else blocks
            self.fields(node, value or {}, path, blocks)

    def items(self, node: yaml.SequenceNode, value: Any, path: Path, blocks: Blocks) -> None:
        written = [item for item in node.value if not _absent(item)]
        # Where one item became several, as "Mo-Fr" does, the comments of all items stay with the list.
        each = isinstance(value, list) and len(value) == len(written)
        for index, item in enumerate(written):
            below = (*path, index) if each else path
            self.start(item.start_mark, below, blocks, None if node.flow_style else node.start_mark.column)
            self.enter(item, value[index] if each else None, below, blocks)

    def fields(self, node: yaml.MappingNode, value: Mapping[str, Any], path: Path, blocks: Blocks) -> None:
        for key, item in node.value:
            name, mark = field_name(key.value), key.start_mark
            # Features may stand under `merkmale`; in the full form they stand beside the other fields of the group.
            apart = name not in value and isinstance(item, yaml.MappingNode) and bool(item.value)
            below = path if apart else (*path, name)
            inside = (*blocks, (mark.column + 1, below)) if _absent(item) else blocks
            self.start(mark, below, inside)
            if item.start_mark.line > mark.line and (isinstance(item, yaml.ScalarNode) or item.flow_style):
                self.start(item.start_mark, below, blocks)
            self.enter(item, value if apart else value.get(name), below, blocks)

    def start(self, mark: Any, path: Path, blocks: Blocks, column: int | None = None) -> None:
        self.starts.append(
            Start(
                index=mark.index,
                line=mark.line,
                column=mark.column if column is None else column,
                path=path,
                blocks=blocks,
            )
        )

    def attach(self, comment: Comment, notes: defaultdict[Path, Notes]) -> None:
        """Put a comment where it belongs; of several behind one thing the others go above it."""
        beside = None if comment.alone else self.left_of(comment)
        if beside is None:
            path, above = self.below(comment)
            (notes[path].before if above else notes[path].after).append(comment.text)
        elif notes[beside].beside:
            notes[beside].before.append(comment.text)
        else:
            notes[beside].beside.append(comment.text)

    def left_of(self, comment: Comment) -> Path | None:
        """Return what ends on the line of a comment: the last value and all that ends with it, else the last key."""
        ended = [end for end in self.ends if end[0] == comment.line and end[1] <= comment.index]
        if ended:
            return max(ended)[3]
        begun = [start for start in self.starts if start.line == comment.line and start.index < comment.index]
        return begun[-1].path if begun else None

    def below(self, comment: Comment) -> tuple[Path, bool]:
        """Return what a comment stands above, or with False what it stands at the end of."""
        after = bisect(self.starts, comment.index, key=lambda start: start.index)
        last, following = self.starts[max(after - 1, 0)], self.starts[after] if after < len(self.starts) else None
        around = [(begin, end, path) for begin, end, path in self.brackets if begin < comment.index < end]
        if around:
            _, end, path = max(around, key=lambda bracket: bracket[0])
            return (following.path, True) if following and following.index < end else (path, False)
        if following is None or comment.column > following.column:
            column, path = max(
                (block for block in last.blocks if block[0] <= comment.column), key=lambda block: block[0]
            )
            if following is None or (column, path) not in following.blocks:
                return path, False
        return following.path, True


def _absent(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ABSENT
