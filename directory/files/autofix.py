"""Safe rewrites of sentences in the files of a directory."""

from collections import defaultdict
from pathlib import Path

from directory.checks.easy_language import findings
from directory.easy_language import Finding, Profile, fixed
from directory.model import Directory


def rewrite_entries(directory: Directory, profile: Profile) -> int:
    """Carry out safe rewrites in the files that were read, and return how many sentences have changed.

    A sentence that is broken over several lines stays as it is.
    """
    found: defaultdict[tuple[str, int, str], list[Finding]] = defaultdict(list)
    for record, keys, sentence, finding in findings(directory, profile):
        if finding.replacement is not None:
            found[record.path, record.position(*keys).line, sentence].append(finding)
    changed = 0
    for (path, number, sentence), own in found.items():
        file = Path(path)
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        new = lines[number - 1].replace(sentence, fixed(sentence, own), 1)
        changed += new != lines[number - 1]
        lines[number - 1] = new
        file.write_text("".join(lines), encoding="utf-8")
    return changed
