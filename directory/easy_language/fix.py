"""Safe rewrites: only what cannot change the meaning, each with the reason why it cannot."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from directory.easy_language.finding import Finding

# Why a rewrite of a rule is safe. What other rules suggest is never carried out.
WHY_SAFE: Mapping[str, str] = MappingProxyType(
    {
        "abbreviation": "Die Abkürzung hat nur diese eine Bedeutung.",
        "number-word": "Das Wort und die Ziffern sind die gleiche Zahl.",
        "roman": "Vor der Zahl steht ein Wort, das immer eine Nummer hat.",
        "date": "Es ist der gleiche Tag, nur anders geschrieben.",
        "phone": "Die Ziffern bleiben gleich.",
        "special-character": "Es bleibt das Gleiche, nur ohne das Zeichen.",
    }
)

# No phone numbers: they begin with 0, or are longer.
_DIGITS = r"(?<!\d)(?!0\d\d)\d{1,4}(?:[.,:]\d+)*(?!\d)"
_WORDS = "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig"
_NUMBER = rf"(?:{_DIGITS}|\b(?:ein|eins|{_WORDS})\b)"
_HOUR = r"\s*(?:Uhr|h)\b"
_PARTS = "halb|viertel|dreiviertel"
_DAY = r"\b(?:Mo|Di|Mi|Do|Fr|Sa|So)\b\.?"
_MONTH_DOT = r"\.(?:\s*\d{1,2}\.?|\s*[A-ZÄ][a-zä]+\.?)?(?:\s*\d{4})?"
_TO = r"\s*(?:[-–—/]|\bbis\b|\bund\b|\boder\b)\s*"
# Hours, ranges and fractions: who reads them wrongly stands before a closed door.
_DOUBTFUL = re.compile(
    "|".join(
        (
            rf"{_NUMBER}(?:{_MONTH_DOT})?(?:{_HOUR})?{_TO}{_NUMBER}(?:{_MONTH_DOT})?(?:{_HOUR})?",
            rf"{_NUMBER}{_HOUR}(?:\s*\d\d\b)?",
            r"\b\d{1,2}[.:]\d{2}\b(?!\.)",
            rf"\b(?:um|ab|gegen|{_PARTS}|nach|vor|von|bis)\s+(?:(?:{_PARTS})\s+)?{_NUMBER}(?!\s*\.\s*[A-ZÄ])",
            rf"{_DAY}\s*(?:[-–—]|\bbis\b)\s*{_DAY}",
            r"[½¼¾⅓⅔]",
            rf"{_NUMBER}\s+(?:Drittel|Viertel|Fünftel|Sechstel|Achtel|Zehntel)\b",
        )
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """What is written anew, from `start` to before `end` in characters, and why that is safe (German)."""

    start: int
    end: int
    before: str
    after: str
    why: str


def rewrites(text: str, findings: Iterable[Finding]) -> Iterator[Rewrite]:
    """Yield the safe rewrites of a sentence in order; of overlapping ones only the first.

    Hours, ranges and fractions are never touched, nor what stands right beside them: „Fr.: 8:00“ is no woman.
    """
    doubtful = [match.span() for match in _DOUBTFUL.finditer(text)]
    done = 0
    for finding in sorted(findings, key=lambda finding: (finding.start, finding.end)):
        if finding.replacement is None or finding.rule not in WHY_SAFE or finding.start < done:
            continue
        start, end = _with_neighbours(text, finding)
        if finding.rule != "phone" and any(one < end and start < other for one, other in doubtful):
            continue
        done = finding.end
        yield Rewrite(
            start=finding.start,
            end=finding.end,
            before=text[finding.start : finding.end],
            after=finding.replacement,
            why=WHY_SAFE[finding.rule],
        )


def _with_neighbours(text: str, finding: Finding) -> tuple[int, int]:
    """Return from where to where a finding reaches with the number before and after it, if there is one."""
    before = re.search(r"\d(?:\s*(?:Uhr|h)\b)?[\W_]*$", text[: finding.start])
    after = re.match(r"[\W_]*\d", text[finding.end :])
    return before.start() if before else finding.start, finding.end + (after.end() if after else 0)


def fixed(text: str, findings: Iterable[Finding]) -> str:
    """Return the sentence with every safe rewrite of these findings carried out."""
    done, end = [], 0
    for rewrite in rewrites(text, findings):
        done += [text[end : rewrite.start], rewrite.after]
        end = rewrite.end
    return "".join([*done, text[end:]])
