"""English words for times, as the grammar of times has them: "every Tuesday 3pm to 5pm"."""

import re

from directory.model.values import MONTHS, WEEKDAYS

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OF_THE_YEAR = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WORDS = {
    "every": "jeden",
    "each": "jeden",
    "daily": "täglich",
    "from": "von",
    "to": "bis",
    "till": "bis",
    "until": "bis",
    "and": "und",
    "at": "um",
    "on": "am",
    "first": "1.",
    "second": "2.",
    "third": "3.",
    "fourth": "4.",
    "last": "letzter",
    "of the month": "im Monat",
    "closed": "geschlossen",
}
ENGLISH = re.compile(rf"\b(?:{'|'.join(DAYS)}|daily)s?\b|\d\s*[ap]\.?m\b", re.IGNORECASE)
CLOCK = re.compile(r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>[ap])\.?\s?m\b\.?", re.IGNORECASE)
BARE = re.compile(
    r"\b(?P<first>\d{1,2}(?:[:.]\d\d)?)(?P<between>\s*(?:-|–|to|until|till)\s*)(?=\d{1,2}(?:[:.]\d\d)?\s*p\.?m)",
    re.IGNORECASE,
)
NOON = 12


def in_german(text: str) -> str:
    """Return a text with German words and hours where it says English ones; any other text as it is."""
    if not ENGLISH.search(text):
        return text
    text = CLOCK.sub(_hour, BARE.sub(r"\g<first> pm\g<between>", text))
    for english, german in (*zip(DAYS, WEEKDAYS, strict=True), *zip(OF_THE_YEAR, MONTHS, strict=True)):
        text = re.sub(rf"\b{english}s?\b", german, text, flags=re.IGNORECASE)
    for english in sorted(WORDS, key=len, reverse=True):
        text = re.sub(rf"\b{english}\b", WORDS[english], text, flags=re.IGNORECASE)
    return text


def _hour(found: re.Match[str]) -> str:
    hour = int(found["hour"]) % NOON + (NOON if found["half"].lower() == "p" else 0)
    return f"{hour:02}:{found['minute'] or '00'} Uhr"
