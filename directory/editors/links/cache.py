"""What earlier visits found: who asks again too soon is a nuisance."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from directory.editors.links import DAYS
from directory.editors.links.check_url import Outcome, UrlCheck
from directory.output.atomic import replace_file


@dataclass(frozen=True, slots=True)
class CachedCheck:
    """A visit, its day, and since when every visit has ended the same way."""

    visit: UrlCheck
    on: date
    since: date


LinkCache = Mapping[str, CachedCheck]


def load_cache(file: Path) -> LinkCache:
    """Return what is in the file; nothing where it is missing or damaged: then everything is asked again."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return {address: _read(item) for address, item in content.items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return {}


def save_cache(memory: LinkCache, file: Path) -> None:
    """Write the file whole, always in the same order."""
    content = {
        address: {
            "outcome": item.visit.outcome.value,
            "address": item.visit.address,
            "on": item.on.isoformat(),
            "since": item.since.isoformat(),
        }
        for address, item in memory.items()
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file, json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True).encode())


def fresh(item: CachedCheck | None, today: date, days: int = DAYS) -> bool:
    """Return whether a visit is so recent that nobody has to ask again."""
    return item is not None and today - timedelta(days=days) < item.on <= today


def updated(before: CachedCheck | None, visit: UrlCheck, today: date) -> CachedCheck:
    """Return a visit of today, with what is known from before."""
    same = before is not None and before.visit.outcome is visit.outcome
    return CachedCheck(visit, today, before.since if before is not None and same else today)


def _read(item: Mapping[str, str]) -> CachedCheck:
    visit = UrlCheck(Outcome(item["outcome"]), item["address"])
    return CachedCheck(visit, date.fromisoformat(item["on"]), date.fromisoformat(item["since"]))
