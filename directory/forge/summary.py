"""What changed files mean, for the author of a pull request: what to mend and how, advice, and how it will read."""

import hashlib
import json
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from directory.checks import Checked, CheckResult
from directory.forge.markdown import advice, code, escaped, fenced, parts
from directory.forge.preview import as_it_reads
from directory.problems import Problem, Severity, has_errors

# The words of the format for each severity (docs.gitlab.com, "Code Quality", report format).
GITLAB = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.HINT: "info"}
NOTHING = "Sie haben keine Datei von einem Angebot geändert."
GOOD = "Alles in Ordnung. Danke!"


def summary(result: CheckResult, paths: Collection[str], today: date) -> str:
    """Return one Markdown text about these files; problems of other files are only counted. Everything is escaped."""
    return "\n\n".join(_parts(result, sorted(paths), today)) + "\n"


def _parts(result: CheckResult, paths: Sequence[str], today: date) -> Iterator[str]:
    problems = result.problems
    own = [problem for problem in problems if problem.path in paths]
    yield "## Ihre Änderung"
    if not paths:
        yield NOTHING
    elif has_errors(own):
        yield "Bitte verbessern Sie zuerst die Fehler. Dann prüft das Programm noch ein Mal."
    else:
        yield GOOD
    for path in paths:
        yield f"### {code(path)}"
        found = [problem for problem in own if problem.path == path]
        yield from _mending("Das müssen Sie verbessern", [one for one in found if one.severity is Severity.ERROR])
        yield from _mending("Das ist nur ein Rat", [one for one in found if one.severity is not Severity.ERROR])
        if not has_errors(found):
            yield from _reading(result.checked, path, today)
    if elsewhere := len({problem.path for problem in problems if problem.severity is Severity.ERROR} - {*paths}):
        yield f"Auch andere Dateien haben Fehler: {elsewhere}. Diese Fehler sind nicht von Ihnen."


def _mending(title: str, problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        yield f"#### {title}"
        yield "\n".join(_item(problem) for problem in problems)


def _item(problem: Problem) -> str:
    said = f"- **Zeile {problem.line}:** {escaped(problem.message)}"
    if "\n" not in problem.hint:
        return f"{said} {advice(problem.hint)}".rstrip()
    first, lines = problem.hint.split("\n", 1)
    block = fenced(lines).replace("\n", "\n  ")
    return f"{said} {escaped(first)}\n\n  {block}\n"


def _reading(checked: Checked | None, path: str, today: date) -> Iterator[str]:
    if checked is None:
        return
    yield from (escaped(one.reason) for one in checked.left_out if one.path == path)
    for entry in checked.directory.entries:
        if entry.path == path:
            yield "#### So steht es auf der Seite"
            yield from parts(as_it_reads(checked, entry.slug, today))


def code_quality(problems: Sequence[Problem], paths: Collection[str]) -> str:
    """Return the problems of these files as GitLab's Code Quality report, which marks the lines of a merge request."""
    items = [
        {
            "description": f"{problem.message} {problem.hint}".strip(),
            "check_name": problem.code,
            "fingerprint": hashlib.sha256(repr(problem).encode()).hexdigest(),
            "severity": GITLAB[problem.severity],
            "location": {"path": problem.path, "lines": {"begin": problem.line}},
        }
        for problem in problems
        if problem.path in paths
    ]
    return json.dumps(items, ensure_ascii=False, indent=2)
