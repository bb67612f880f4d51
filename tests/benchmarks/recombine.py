"""Make a directory of any size out of the shipped entries: each new one has its parts from several real ones.

So words, lengths, gaps and old facts are spread as they are in reality. No name, number or address says that a real
entry has what it has not: names are made up, contacts are examples.
"""

import random
import shutil
from collections.abc import Mapping, Sequence
from math import prod
from pathlib import Path
from typing import Any

import yaml
from generate import NAMES, name

# What an entry has from one other; what names a source, another entry or a person stays behind.
PARTS = (
    ("art", "themen", "zielgruppen", "beschreibung"),
    ("fuer_wen",),
    ("orte",),
    ("zeiten",),
    ("kosten",),
    ("mitmachen", "sprachen"),
    ("traeger",),
)
NAMING = frozenset({"quelle", "laut", "belege", "bei", "id", "ort", "position", "ueber", "trotzdem"})
CITY = ("_stadt.yaml", "_vocabulary", "_traeger", "_bilder")


def recombine(source: Path, target: Path, count: int) -> None:
    """Write the city and its vocabulary from `source`, and so many entries, the same for the same count."""
    for part in CITY:
        if (source / part).is_dir():
            shutil.copytree(source / part, target / part)
        elif (source / part).exists():
            shutil.copy(source / part, target / part)
    (target / "_vocabulary" / "anliegen.yaml").unlink(missing_ok=True)
    for file in (target / "_vocabulary").glob("*.yaml"):  # what they name are entries, which are not here
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if not line.startswith(("  auskunft:", "  zuerst:"))))
    for file in (target / "_traeger").glob("*.yaml"):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if not line.strip().startswith("ueber:")))
    files = sorted(source.glob("[!_]*/*.yaml"))
    # A secret place may have no source that gives it away.
    shipped = [(file.parent.name, read(file)) for file in files if "art: geheim" not in file.read_text()]
    dice = random.Random(count)
    names = dice.sample(range(prod(map(len, NAMES))), count)
    for number in range(count):
        area, _ = dice.choice(shipped)
        folder = target / area
        folder.mkdir(exist_ok=True)
        made = entry(dice, shipped, area, number, name(names[number]))
        text = yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=1000)
        (folder / f"angebot-{number:05}.yaml").write_text(text, encoding="utf-8")


def read(file: Path) -> Mapping[str, Any]:
    """Return an entry with every value as text, as the program reads it."""
    found: Mapping[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text
    return found


def entry(
    dice: random.Random, shipped: Sequence[tuple[str, Mapping[str, Any]]], area: str, number: int, called: str
) -> dict[str, Any]:
    """Return an entry of an area; places are from an entry of the same area, so that its streets lie there."""
    made: dict[str, Any] = {"name": called}
    here = [one for folder, one in shipped if folder == area]
    everywhere = [one for _, one in shipped]
    for fields in PARTS:
        one = dice.choice(here if fields == ("orte",) else everywhere)
        made |= {field: without(one[field]) for field in fields if one.get(field)}
    made = {key: value for key, value in made.items() if value and value != [{}]}
    contact = dice.choice(everywhere).get("kontakt", {})
    examples = {
        "telefon": f"03641 {100000 + number}",
        "mail": f"kontakt{number}@example.org",
        "webseite": f"https://www.example.org/{number}",
    }
    wanted = contact.keys() & examples.keys() if isinstance(contact, Mapping) else set()
    made["kontakt"] = {key: text for key, text in examples.items() if key in (wanted or {"webseite"})}
    stand = [one.get("stand", "2024") for one in sources(dice.choice(everywhere))][:1] or ["2024"]
    made["quelle"] = [{"url": f"https://www.example.org/{number}", "stand": stand[0]}]
    return made


def sources(one: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return where an entry is from."""
    found = one.get("quelle", [])
    return [source for source in (found if isinstance(found, list) else [found]) if isinstance(source, Mapping)]


def without(value: Any) -> Any:
    """Return a value without what names something of the entry that it is from; nothing of it may be left."""
    if isinstance(value, dict):
        return {key: without(inner) for key, inner in value.items() if key not in NAMING}
    if isinstance(value, list):
        return [inner for inner in map(without, value) if inner]
    return value
