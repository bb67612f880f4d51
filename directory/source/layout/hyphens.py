"""Words that a printed page has divided at the end of its lines: "Tin- nitus"."""

import re

from directory.problems import Position, Problem, quoted

# "Vor- und Nachmittag" leaves a part of a word out.
DIVIDED = re.compile(
    r"(?P<start>[^\W\d_]*[a-zäöüß])- "
    r"(?P<end>(?!(?:und|oder|bzw|beziehungsweise|sowie|als|wie|bis|statt|noch|aber|auch|plus|in|im|zu|mit|für)\b)"
    r"[a-zäöüß]{2,})"
)
BEFORE_A_TEXT = re.compile(r"\s*(?:-\s+)?(?:[\w-]+:\s+)?")


def divided(text: str, line: str, position: Position) -> Problem | None:
    """Return which words of a text are divided, and the text with whole ones as it stands in its line."""
    words = list(DIVIDED.finditer(text))
    if not words:
        return None
    before = line[: position.column - 1]
    whole = DIVIDED.sub(r"\g<start>\g<end>", text)
    message = f"Hier ist ein Wort mit einem Trenn-Strich geteilt: {quoted(words[0].group())}."
    shown = (
        f"{before}{whole}"
        if BEFORE_A_TEXT.fullmatch(before)
        else ", ".join(word["start"] + word["end"] for word in words)
    )
    return Problem.at(position, "trenn-strich", message, f"Schreiben Sie in eine Zeile:\n{shown}")
