"""Safe rewrites of sentences in the files of a directory."""

import re
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

from directory.checks.easy_language import findings
from directory.easy_language import Finding, Profile, Rewrite, fixed, rewrites
from directory.model import Directory
from directory.output.atomic import replace_file

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
