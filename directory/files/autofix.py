"""Safe rewrites of sentences in the files of a directory."""

import re
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

from directory.checks.easy_language import findings
from directory.easy_language import Finding, Profile, Rewrite, fixed, rewrites
from directory.model import Directory, Entry
from directory.output.atomic import replace_file
from directory.source.files import walk
from directory.source.load import model_of
from directory.source.parsing.decode import decode
from directory.source.parsing.parse import parse

WINDOWS = b"\r\n"
LINE_END = re.compile(r"(\r\n|\n|\r)")
Sentence = tuple[int, str]  # the number of its line, from 1, and its text


def rewrite_entries(
    directory: Directory, profile: Profile, only: Collection[str] | None = None
) -> tuple[int, list[str]]:
    """Carry out safe rewrites in the files that were read; return how many sentences have changed, and each rewrite.

    With `only` in no other files. A sentence that is broken over several lines stays as it is, and so do the ends of
    lines.
    """
    found: defaultdict[str, defaultdict[Sentence, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for record, keys, sentence, finding in findings(directory, profile, only):
        if finding.replacement is not None:
            found[record.path][record.position(*keys).line, sentence].append(finding)
    changed = sum(_rewrite(Path(path), sentences) for path, sentences in found.items())
    said = [
        in_words(f"{path}:{number}", rewrite)
        for path, sentences in found.items()
        for (number, sentence), own in sentences.items()
        for rewrite in rewrites(sentence, own)
    ]
    return changed, said


# What is wrong with lines in one way only, and mended in one way only.
CERTAIN = frozenset(
    {"yaml-tabulator", "yaml-leerzeichen-fehlt", "yaml-strich", "yaml-rahmen", "zeichen-kopiert", "datei-kodierung"}
)
DAMAGED = "\N{REPLACEMENT CHARACTER}"


def rewrite_lines(entries: Path, only: Collection[str] | None = None) -> list[str]:
    """Mend the lines of entries where everything that is wrong with lines is certain; return what was wrong, and where.

    A file with anything else in it stays as it is: nobody shall look for what has changed beside a mistake.
    """
    said: list[str] = []
    for candidate in walk(entries, entries.as_posix()):
        if model_of(candidate) is not Entry or (only is not None and candidate.path not in only):
            continue
        file = Path(candidate.location)
        data = file.read_bytes()
        decoded = decode(data, candidate.path)
        parsed = parse(decoded.text, candidate.path)
        wrong = [*([decoded.problem] if decoded.problem else []), *parsed.problems]
        if not wrong or parsed.root is None or DAMAGED in parsed.text or any(one.code not in CERTAIN for one in wrong):
            continue
        new = parsed.text.encode()
        replace_file(file, new.replace(b"\n", WINDOWS) if WINDOWS in data else new)
        said += [f"{one.path}:{one.line}: {one.message} Das ist jetzt anders." for one in wrong]
    return said


def in_words(place: str, rewrite: Rewrite) -> str:
    """Return what was written anew, where, and why that is safe."""
    return f"{place}: „{rewrite.before.strip()}“ ist jetzt „{rewrite.after.strip()}“. {rewrite.why}"


def _rewrite(file: Path, sentences: dict[Sentence, list[Finding]]) -> int:
    # Bytes: Python would change the ends of lines.
    parts = LINE_END.split(file.read_bytes().decode())
    changed = 0
    for (number, sentence), own in sentences.items():
        at = 2 * (number - 1)  # every second part is the end of a line
        new = parts[at].replace(sentence, fixed(sentence, own), 1)
        changed += new != parts[at]
        parts[at] = new
    if changed:
        replace_file(file, "".join(parts).encode())
    return changed
