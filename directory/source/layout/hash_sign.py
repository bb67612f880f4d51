"""What stands behind "#" is a note, which nobody reads; some people mean it as a part of the text."""

import re

from directory.problems import quoted
from directory.problems.written import in_quotes
from directory.source.layout.finding import Finding

END_OF_SENTENCE = (".", "!", "?")
ONLY_A_NOTE = re.compile(r"(?P<field>\s*(?:-\s+)?[\w-]+:)\s+(?P<text>#\w.*)")


def rest_of_a_sentence(text: str, rest: str) -> re.Match[str] | None:
    """Return what is eaten of "Klingeln Sie bei # 3.": it ends a sentence that the text does not end.

    A note begins with a capital letter: "# Das müssen wir noch fragen."
    """
    note = re.match(r"\s*#\s*(?=[^\sA-ZÄÖÜ]).*", rest)
    ends = note and note.group().rstrip().endswith(END_OF_SENTENCE)
    return note if ends and " " in text and not text.rstrip().endswith((*END_OF_SENTENCE, ":")) else None


def only_a_note(lines: list[str], number: int) -> Finding | None:
    """Return what is wrong with a field that is empty because its value begins with "#", as names in networks do."""
    found = ONLY_A_NOTE.fullmatch(lines[number].rstrip())
    if not found:
        return None
    mended = f"{found['field']} {in_quotes(found['text'])}"
    return Finding(
        code="yaml-notiz",
        message=f"{quoted(found['text'])} beginnt mit dem Zeichen „#“. Das liest niemand: Es ist eine Notiz.",
        hint=f"Gehört es zum Text? Dann setzen Sie den ganzen Text in Anführungszeichen:\n{mended}",
        lines={number: mended},
        line=number,
        column=found.start("text"),
    )
