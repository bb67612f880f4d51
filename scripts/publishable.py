"""Compare the records of a facts file that may be published with the entries: each is an entry, or has a reason.

    python scripts/publishable.py FACTS.yaml [FACTS.yaml …] [--entries entries]

A directory is its content: a record that somebody found, checked and cleared must not be lost on the way. The facts
files are working notes with remarks that nobody may publish, so they are no part of this repository. What stands in
for them is `tests/cases/publishable/exceptions.yaml`: by name of the facts file (of its folder where it is only
`records`), slug and reason.

A record counts when its `publish` is `yes`; `updates` in any of the files decide anew. An update of an entry counts as
applied where the entry names its source or has its value; the others have a reason under `updates`. Exit status: 0
entries and exceptions are all records and updates, 1 something is missing, or an exception is needless.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

from directory.source.load import load

ROOT = Path(__file__).resolve().parents[1]
EXCEPTIONS = ROOT / "tests" / "cases" / "publishable" / "exceptions.yaml"

Facts = dict[str, Any]


def main() -> int:
    """Print the sum of each facts file and what is wrong with it, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", nargs="+", type=Path)
    parser.add_argument("--entries", type=Path, default=ROOT / "entries")
    asked = parser.parse_args()
    files = {path.parent.name if path.stem == "records" else path.stem: read(path) for path in asked.facts}
    decided = decisions(list(files.values()))
    exceptions = read(EXCEPTIONS)
    known = names(asked.entries)
    wrong = []
    for name, facts in files.items():
        records = publishable(facts, decided)
        if not records:
            continue
        excepted = set(exceptions.get(name, ()))
        print(sum_of(name, records, known, excepted))
        wrong += [f"{name}: {complaint}" for complaint in complaints(records, known, excepted)]
    wrong += updates_left_out(list(files.values()), asked.entries, exceptions.get("updates", {}))
    print("\n".join(wrong) or "Nothing is missing.")
    return 1 if wrong else 0


def read(path: Path) -> Facts:
    """Return what a YAML file says; every scalar is a text, as the facts files want it."""
    said: Facts = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - BaseLoader makes only texts
    return said or {}


def decisions(files: Sequence[Facts]) -> dict[str, str]:
    """Return for each slug what later findings say of publishing it: `yes` or `no`."""
    updates = (update for facts in files for update in facts.get("updates", ()))
    return {update["slug"]: update["value"] for update in updates if update.get("field") == "publish"}


def publishable(facts: Facts, decided: Mapping[str, str]) -> set[str]:
    """Return the slugs of all records of a facts file that may be published."""
    records = facts.get("records", ())
    return {record["slug"] for record in records if decided.get(record["slug"], record["publish"]) == "yes"}


def names(entries: Path) -> set[str]:
    """Return the file names of all entries without `.yaml`, the former ones too; entries with errors do not count."""
    directory = load(entries).directory
    found = directory.entries if directory else ()
    return {name for entry in found for name in (entry.slug, *entry.former_slugs)}


def updates_left_out(files: Sequence[Facts], entries: Path, reasons: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Print how many updates of entries are applied, and return those that are not and have no reason."""
    directory = load(entries).directory
    found = (
        {name: entry for entry in directory.entries for name in (entry.slug, *entry.former_slugs)} if directory else {}
    )
    texts = {entry.slug: unquote((entries.parent / entry.path).read_text("utf-8")) for entry in found.values()}
    updates = [update for facts in files for update in facts.get("updates", ()) if update["slug"] in found]
    left = []
    for update in updates:
        entry = found[update["slug"]]
        sources = [unquote(source).rstrip("/") for source in update["source"].split(" ; ")]
        values = [update.get("value"), *update.get("set", {}).values()]
        known = [value for value in values if isinstance(value, str) and value]
        # A secret entry names no source.
        if not entry.secret and not any(text in texts[entry.slug] for text in (*sources, *known)):
            left.append((update["slug"], update.get("field", "set")))
    excused = {(slug, field) for slug, fields in reasons.items() for field in fields}
    missing, needless = sorted({*left} - excused), sorted(excused - {*left})
    print(f"updates: {len(updates) - len(left)} applied + {len(left)} not = {len(updates)} updates of entries")
    return [
        *(f"{slug}: the update of {field} is neither applied nor an exception" for slug, field in missing),
        *(f"{slug}: {field} is an exception, but no update that is left out" for slug, field in needless),
    ]


def sum_of(name: str, records: set[str], known: set[str], excepted: set[str]) -> str:
    """Return the sum in words."""
    are, are_not = len(records & known), len(records & excepted - known)
    equal = "=" if are + are_not == len(records) else "≠"
    return f"{name}: {are} entries + {are_not} exceptions {equal} {len(records)} publishable records"


def complaints(records: set[str], known: set[str], excepted: set[str]) -> Iterator[str]:
    """Yield every record that is lost, and every exception that excuses nothing."""
    yield from (f"{slug} is neither an entry nor an exception" for slug in sorted(records - known - excepted))
    yield from (f"{slug} is an entry and an exception" for slug in sorted(excepted & known))
    yield from (f"{slug} is an exception, but no publishable record" for slug in sorted(excepted - records))


if __name__ == "__main__":
    sys.exit(main())
