"""Words that have a number or look like a time and are none, such as "Raum 12", "0-3 Jahre" or "Frau Montag"."""

import re
from functools import cache
from importlib.resources import files

import yaml

from directory.model.time_phrases.clock_times import HOUR

LETTER = "A-Za-zÀ-ÖØ-öø-ÿ"
NUMBER = rf"(?:\d+(?:[.,]\d+)?|(?i:{HOUR}))"


def thing(text: str, at: int) -> int:
    """Return where the thing ends that begins here; 0 where none begins. Nobody asks about what is in it."""
    if at and re.match(rf"[{LETTER}\d]", text[at - 1]):
        return 0
    found = _pattern().match(text, at)
    return found.end() if found else 0


@cache
def _pattern() -> re.Pattern[str]:
    kinds = yaml.safe_load(files("directory.model.time_phrases").joinpath("things.yaml").read_text("utf-8"))
    patterns = (re.sub(r"\bN(?![a-z.])", lambda _: NUMBER, one) for group in kinds.values() for one in group)
    return re.compile("|".join(f"(?:{one})" for one in patterns))
