"""Typst behind one function: a template and plain data become a PDF or a picture, always the same bytes."""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, is_dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from directory.output.fonts import FONT, font_files, printable
from directory.output.icons import drawing
from directory.output.qr import qr_code
from directory.output.typography import NEGATION, keep_units_together
from directory.parallel import mark_as_threaded

if TYPE_CHECKING:
    import typst

# Templates lie with the output that they are for; what they share, with this module.
PACKAGE = Path(__file__).parents[1]
# A word without a hyphen that is longer than a line of the smallest column; addresses break after their marks.
TOO_LONG = re.compile(r"[^\s-]{26,}")
MARK = re.compile(r"(?<=[@./_])(?=\w)")
PIECE = 12
# What is no text for readers: names by which the template finds something. They must stand under one of these keys.
VERBATIM = frozenset({"slug", "slugs", "to", "icons", "icon", "colour", "paper", "drawing"})
BREAK = "\N{ZERO WIDTH SPACE}"
PICTURE_PPI = 96
# What none of so many documents has needed again is what Typst forgets.
REMEMBERED = 10


def data_of(content: object, icons: Iterable[str], *, bold_negation: bool, **more: object) -> str:
    """Return the content as JSON for a template, in letters that the fonts have.

    Each sentence is split into parts: every second one is a negation, which is printed bold.
    """
    values = asdict(content) if is_dataclass(content) and not isinstance(content, type) else content
    pictures = {name: drawing(name) for name in sorted(set(icons))}
    whole = {"content": values, "icons": pictures, "font": FONT, **more}
    return json.dumps(_prepared(whole, bold_negation=bold_negation), ensure_ascii=False, sort_keys=True)


def _prepared(value: Any, *, bold_negation: bool) -> Any:
    if isinstance(value, str):
        return TOO_LONG.sub(_breakable, printable(value))
    if isinstance(value, Mapping):
        prepared = {key: _field(key, item, bold_negation=bold_negation) for key, item in value.items()}
        if prepared.get("kind") == "text" and "text" in prepared:
            text = keep_units_together(prepared["text"])
            prepared["parts"] = _parts(text) if bold_negation else [text]
        return prepared
    if isinstance(value, list | tuple):
        return [_prepared(item, bold_negation=bold_negation) for item in value]
    return value


def _field(key: str, value: Any, *, bold_negation: bool) -> Any:
    if key == "code":
        return qr_code(value)
    return value if key in VERBATIM else _prepared(value, bold_negation=bold_negation)


def _breakable(word: re.Match[str]) -> str:
    """Return a very long word with places where a line may end; they are no letters, and nobody sees them."""
    pieces = MARK.sub(BREAK, word.group()).split(BREAK)
    return BREAK.join(piece[at : at + PIECE] for piece in pieces for at in range(0, len(piece), PIECE))


def _parts(sentence: str) -> list[str]:
    parts, end = [], 0
    for match in NEGATION.finditer(sentence):
        parts += [sentence[end : match.start()], match.group()]
        end = match.end()
    return [*parts, sentence[end:]]


def typeset(template: Path, data: str, form: Literal["pdf", "png"] = "pdf") -> bytes:
    """Return the template filled with the data: a PDF that everyone can read (PDF/UA-1), or a picture of one page."""
    standards: Any = ["ua-1"] if form == "pdf" else []
    inputs = {"data": data, "fits": json.dumps(_fits(template, data))}  # before the compiler has threads
    made = _compiler().compile(
        input=str(template),
        format=form,
        ppi=PICTURE_PPI,
        sys_inputs=inputs,
        pdf_standards=standards,
    )
    content = made[0] if isinstance(made, list) else made or b""
    return _packed(content) if form == "pdf" else content


def _packed(pdf: bytes) -> bytes:
    """Return the same document with its small parts compressed together, which halves a booklet (PDF 1.7, 7.5.7)."""
    import pikepdf  # noqa: PLC0415 - a build without booklets does not need it

    with pikepdf.open(BytesIO(pdf)) as document:
        content = BytesIO()
        packed = pikepdf.ObjectStreamMode.generate
        document.save(content, object_stream_mode=packed, deterministic_id=True)
        return content.getvalue()


def forget() -> None:
    """Give back the memory of what was set: a compiler keeps it for its next documents, of which none is the same."""
    for _ in range(REMEMBERED + 1):
        _compiler().compile(input=b"", format="svg", sys_inputs={})


def _fits(template: Path, data: str) -> dict[str, int]:
    """Return what the companion of a template finds out about the data: by slug, in which of its ways a page is set."""
    companion = template.with_stem(f"{template.stem}-fit")
    if not companion.is_file():
        return {}
    import typst  # noqa: PLC0415 - a build without booklets does not need it

    inputs = {"data": data, "fits": "{}"}
    trial = typst.Compiler(str(companion), str(PACKAGE), _fonts(), ignore_system_fonts=True, sys_inputs=inputs)
    return dict(json.loads(trial.query("<fit>", field="value")))


def fingerprint(template: Path, data: str, form: str = "pdf") -> str:
    """Return a text that changes whenever the outcome may change."""
    return sha256(f"{_tools()}\0{template.name}\0{form}\0{data}".encode()).hexdigest()


@cache
def _tools() -> str:
    """Return everything but the data that the outcome depends on."""
    parts = [file.read_bytes() for file in (*sorted(PACKAGE.rglob("*.typ")), *font_files(), Path(__file__))]
    versions = [f"{name} {version(name)}" for name in ("typst", "segno", "pikepdf")]
    return sha256(b"\0".join([*parts, *(name.encode() for name in versions)])).hexdigest()


@cache
def _compiler() -> "typst.Compiler":
    """Return the one compiler of this process; it keeps what it has set before."""
    import typst  # noqa: PLC0415 - as above

    return typst.Compiler(root=str(PACKAGE), font_paths=_fonts(), ignore_system_fonts=True)


@cache
def _fonts() -> "typst.Fonts":
    """Return the fonts of the booklets, and no others."""
    import typst  # noqa: PLC0415 - as above

    # One thread: books are set side by side already, and a second one takes memory and no less time (measured).
    os.environ.setdefault("RAYON_NUM_THREADS", "1")
    mark_as_threaded()
    # A folder of its own: the package has each font twice, and the order of a folder's files is nobody's promise.
    with tempfile.TemporaryDirectory(prefix="hefte-schrift-") as folder:
        for file in font_files():
            shutil.copy(file, folder)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        # A font is read when the first letter is set in it: now, as long as its file is there.
        used = f'#set text(font: "{FONT}", fallback: false); a *b*'
        typst.Compiler(font_paths=fonts, ignore_system_fonts=True).compile(input=used.encode(), format="svg")
    return fonts
