"""Numbers with words beside them: "01234 567890 (auch AB), Fax -91"."""

import re
from collections.abc import Sequence as Items
from typing import Any

from directory.problems import WRITE, Hint, quoted
from directory.source.fields.mistake import Mistake
from directory.source.fields.notes import PERSON, one_more, trimmed
from directory.source.tree import Mapping, Sequence

KNOWN_BESIDE_A_NUMBER = re.compile(
    r"\b(?:Telefon|Telefax|Fax|Tel|Fon|Handy|Mobil|Festnetz|oder|und|bzw)\b", re.IGNORECASE
)
A_NUMBER = re.compile(r"[+(]?\d[\d\s()/.\-–]{3,}\d")
MACHINE = re.compile(r"(?:\b(?:auch|mit|hat|ein(?:en)?)\s+)*(?:\b(?-i:AB)\b|\bAnruf-?beantworter\b)", re.IGNORECASE)
A_MACHINE = "Es gibt einen Anruf-Beantworter."
BESIDE_NUMBERS = (
    "Ist es wichtig? Dann schreiben Sie es bei „hinweis“ unter „kontakt“. Namen von Menschen stehen hier nicht."
)
Said = tuple[str, str, Hint]


def phones_in_words(mistake: Mistake, value: Items[Any]) -> Said | None:
    """Return the numbers that a text names; the model itself says best what is wrong with numbers alone."""
    text = mistake.text
    only = value[0] if len(value) == 1 else list(value)
    if only == text or (len(value) > 1 and not re.search(r"[A-Za-z]{2}", re.sub(r"oder|und|bzw", "", text))):
        return None
    machine = _machine(mistake)
    text = MACHINE.sub(" ", text) if machine else text
    other = re.findall(r"[^\W\d_]{2,}", KNOWN_BESIDE_A_NUMBER.sub("", text))
    letters = "".join(dict.fromkeys(re.findall(r"[OoQlIi|SB]", text)))
    if not isinstance(only, str):
        said = f"Das haben wir nicht verstanden: {quoted(' '.join(other))}. {BESIDE_NUMBERS}" if other else ""
        return "telefon", said, Hint(WRITE, {"telefon": only} | machine)
    if letters and re.fullmatch(r"[\dOoQlIi|SB\s()+/.\-–]+", text):
        said = f"Da sind Buchstaben in der Nummer: {', '.join(map(quoted, letters))}."
        return "telefon", said, Hint(WRITE, only)
    beside = A_NUMBER.sub(" ", text, count=1)
    words = PERSON.sub(" ", beside)
    named = "Namen von Menschen stehen hier nicht.\n" if words != beside else ""
    rest = trimmed(" ".join(KNOWN_BESIDE_A_NUMBER.sub(" ", words).split()))
    if not re.search(r"[^\W\d]{2}", rest):
        return "telefon", "", Hint(f"{named}{WRITE}", {"telefon": only} | machine if machine else only)
    number = {"nummer": only, "wofuer": rest}
    written = [number] if isinstance(mistake.spot.parent, Sequence) else {"telefon": number} | machine
    return "telefon", "", Hint(f"Andere Wörter gehören zu „wofuer“. {named}{WRITE}", written)


def _machine(mistake: Mistake) -> dict[str, Any]:
    """Return the note that there is an answering machine, where there is a place for it beside the number."""
    parent = mistake.spot.parent
    if (
        not isinstance(parent, Mapping)
        or mistake.names[:2] != ("kontakt", "telefon")
        or not MACHINE.search(mistake.text)
    ):
        return {}
    return {"hinweis": one_more(parent, "hinweis", A_MACHINE)}
