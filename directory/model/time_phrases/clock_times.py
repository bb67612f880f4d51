"""A time of day where one begins in a line: in digits or in words, and whether its hour may be twelve hours later."""

import re
from dataclasses import dataclass

MINUTES, DAY_END = 60, 24 * 60
HALF_A_DAY = DAY_END // 2
WORDS = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn zwanzig einundzwanzig zweiundzwanzig dreiundzwanzig vierundzwanzig"
)
HOURS = {word: number for number, word in enumerate(WORDS.split())} | {"eins": 1, "zwo": 2, "fuenf": 5, "zwoelf": 12}
HOURS["mitternacht"] = 24
MINUTE_WORDS = {"fünf": 5, "zehn": 10, "fünfzehn": 15, "zwanzig": 20, "fünfundzwanzig": 25, "dreißig": 30}
MINUTE_WORDS |= {"dreissig": 30, "vierzig": 40, "fünfundvierzig": 45, "fünfzig": 50}
END = r"(?![A-Za-zÀ-ÿ])"
HOUR = rf"(?:{'|'.join(sorted(HOURS, key=len, reverse=True))}){END}"
MINUTE = rf"(?:{'|'.join(sorted(MINUTE_WORDS, key=len, reverse=True))}){END}"
HOUR_DIGITS = r"(?P<hour>\d{1,2})(?!\d)"
# "10-12 am Markt" is German: only "10am", "10 AM" and "10 a.m." are before noon.
HALF = rf"(?P<half>(?<=\d)am|\s*(?:[pP]\.?\s?[mM]|[aA]\.\s?[mM]|AM))(?:\.|{END})"
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹oO", "012345678900")
TIME = re.compile(
    rf"{HOUR_DIGITS}(?:\s?[:.]\s?(?P<minute>\d{{2}}|[oO]{{2}})(?![\doO])|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{{2}})|,(?P<comma>[0-5]\d)(?!\d))?"
    rf"(?P<end>\.(?=\s*[-–]\s*\d{{1,2}}\.\s*[Uu]hr)|\.(?=\s*[Uu]hr))?"
    rf"(?:{HALF}"
    rf"|\s*(?P<word>[Uu]hr|UHR|h)(?:(?P<joined>[0-5]\d)(?!\d)|{END}(?:\s?(?P<after>[0-5][05])(?!\d|\s*(?:[:.–-]|[Uu]hr|h\b)))?))?"
)
FOUR_DIGITS = re.compile(
    r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?!\d)(?P<word>\s*(?:[Uu]hr|h\b))?(?P<more>(?=\s*[-–]\s*\d{4}\s*(?:[Uu]hr|h\b)))?"
)
PM_SPAN = re.compile(rf"\s*(?:-|–|to)\s*(?P<hour>\d{{1,2}})(?:[:.]\d\d)?{HALF}")
# "14,30" has minutes, but "9,15" may be two hours, so those need an end: "14,15-17". In "9-12,15-18" they have one of
# their own.
NO_HOURS = frozenset({"00", "30", "45"})
QUARTER = re.compile(
    rf"(?P<how>halb|drei\s?viertel|viertel\s+nach|viertel\s+vor|viertel)\s+(?P<hour>\d{{1,2}}(?![\d:.,]\d|\d)|{HOUR})(?:\s*[Uu]hr{END})?",
    re.IGNORECASE,
)
QUARTERS = {
    "halb": (-1, 30),
    "dreiviertel": (-1, 45),
    "viertelnach": (0, 15),
    "viertelvor": (-1, 45),
    "viertel": (-1, 15),
}
SPOKEN = re.compile(rf"(?P<hour>{HOUR})(?P<word>\s*uhr{END}(?:\s*(?P<minute>{MINUTE}))?)?", re.IGNORECASE)
BEFORE = re.compile(r"(?:(?<![A-Za-zÀ-ÿ])(?:um|von|ab|bis|seit|gegen)\s+|[-–]\s*)$", re.IGNORECASE)
RANGE = re.compile(rf"\s*(?:bis|-|–)\s*(?:{HOUR}|\d|halb|viertel|drei\s?viertel)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day in minutes.

    `exact`: it can be nothing else; it has minutes or says "Uhr". `twelve`: people say so in the morning and in the
    afternoon, as with "halb drei".
    """

    minutes: int
    end: int
    exact: bool
    twelve: bool = False


def clock_time(text: str, at: int) -> ClockTime | None:
    """Return the time of day that begins here."""
    return _digits(text, at) if text[at].isdigit() else _spoken(text, at)


def _digits(text: str, at: int) -> ClockTime | None:
    if (four := FOUR_DIGITS.match(text, at)) and (four["word"] or four["more"] is not None):
        # "1430-1600 Uhr"; without "Uhr" it may be a year.
        return _valid(int(four["hour"]), four["minute"], four.end(), exact=True)
    match = TIME.match(text, at)
    if match is None:
        return None
    comma, end = match["comma"], match.end()
    if comma and not _has_minutes(text, at, match):
        match = re.compile(HOUR_DIGITS).match(text, at)
        return ClockTime(int(match["hour"]) * MINUTES, match.end(), exact=False) if match else None
    if (match["minute"] or match["raised"] or comma) and (match["joined"] or match["after"]):
        end = match.end("word")  # "14.00 Uhr 30": a second time
    written = match["minute"] or match["raised"] or comma or match["joined"] or match["after"] or ""
    exact = bool(written or match["word"] or match["half"] or match["end"])
    hour = int(match["hour"])
    half = match["half"] or _half_of_the_end(text, match)
    if half:  # "7 pm"
        if not 1 <= hour <= HALF_A_DAY // MINUTES:
            return None
        hour = hour % 12 + 12 * (half.strip()[0] in "pP")
    return _valid(hour, written.translate(SUPERSCRIPTS), end, exact=exact)


def _has_minutes(text: str, at: int, match: re.Match[str]) -> bool:
    ends_a_span = re.search(r"(?:-|–|bis)\s*$", text[:at])
    begins_a_span = re.match(r"\s*(?:Uhr\s*)?(?:-|–|bis)\s*\d", text[match.end() :])
    if ends_a_span and begins_a_span and not match["word"]:
        return False  # "9-12,15-18"
    return match["comma"] in NO_HOURS or bool(begins_a_span and int(match["comma"]) % 5 == 0)


def _half_of_the_end(text: str, match: re.Match[str]) -> str:
    """Return the half of the day that stands at the end of a span: "5-7pm", but not "11-2pm"."""
    end = PM_SPAN.match(text, match.end()) if not match["word"] else None
    return end["half"] if end and int(match["hour"]) % 12 < int(end["hour"]) % 12 else ""


def _valid(hour: int, minute: str, end: int, *, exact: bool) -> ClockTime | None:
    minutes = hour * MINUTES + int(minute or 0)
    if minutes > DAY_END or int(minute or 0) >= MINUTES:
        return None
    return ClockTime(minutes, end, exact=exact)


def _spoken(text: str, at: int) -> ClockTime | None:
    """Return the time that words say: "halb drei", "neunzehn Uhr dreißig"; "acht" only where a time is expected."""
    if match := QUARTER.match(text, at):
        full, minute = QUARTERS[re.sub(r"\s", "", match["how"].lower())]
        hour = int(match["hour"]) if match["hour"].isdigit() else HOURS[match["hour"].lower()]
        if not 1 <= hour <= HALF_A_DAY // MINUTES:
            return None
        return ClockTime((hour + full) % 12 * MINUTES + minute, match.end(), exact=True, twelve=True)
    match = SPOKEN.match(text, at)
    if match is None or not (match["word"] or BEFORE.search(text[:at]) or RANGE.match(text, match.end())):
        return None
    hour = HOURS[match["hour"].lower()]
    minutes = hour * MINUTES + MINUTE_WORDS.get((match["minute"] or "").lower(), 0)
    return ClockTime(minutes, match.end(), exact=bool(match["word"]), twelve=1 <= hour <= HALF_A_DAY // MINUTES)
