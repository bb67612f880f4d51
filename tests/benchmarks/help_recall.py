"""How much danger the module `help` recognises in sets of queries: recall, and false alarms, by danger and language.

    .venv/bin/python tests/benchmarks/help_recall.py tests/cases/help/crisis_*.tsv tests/cases/help/harmless_*.tsv

A set has a first line with the names of its columns: `query`, `danger` (or `near_miss` in a harmless set), `language`,
`misspelt`. In a set with a `danger` every query must be acute; in a set with a `near_miss` none. `--misses` prints
what was not right.
"""

import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from recognising import recognise, rows


def main(paths: list[str], misses: bool) -> None:
    tables: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    wrong = []
    for path in map(Path, paths):
        queries = rows(path)
        wanted = "danger" in queries[0]
        kind = "acute" if wanted else "false alarms"
        for row, answer in zip(queries, recognise(row["query"] for row in queries), strict=True):
            acute = answer["level"] == "acute"
            tables[f"{kind}: set"][path.stem].append(acute)
            for column in ("danger", "near_miss", "language", "misspelt"):
                if row.get(column) is not None:
                    tables[f"{kind}: {column}"][row[column] or "-"].append(acute)
            tables[f"{kind}: all"]["all"].append(acute)
            if acute != wanted:
                wrong.append((path.stem, answer["level"], *row.values()))
    for name, table in tables.items():
        print(f"\n{name}")
        for key, values in sorted(table.items()):
            print(f"  {key:24} {sum(values):4} of {len(values):4}  {sum(values) / len(values):.3f}")
    if misses:
        for line in wrong:
            print("\t".join(map(str, line)))


if __name__ == "__main__":
    main([argument for argument in sys.argv[1:] if argument != "--misses"], "--misses" in sys.argv)
