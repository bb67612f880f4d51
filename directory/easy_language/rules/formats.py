"""Dates, times and phone numbers in the one form that readers know."""

import re
from collections.abc import Iterator

from directory.easy_language.finding import Match
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.rules.spans import found
from directory.easy_language.text import Kind, Sentence

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
_SHORT = {name[:3]: name for name in MONTHS} | {"Sept": "September", "Febr": "Februar", "Mrz": "März"}
_NAMES = "|".join(sorted([*MONTHS, *_SHORT], key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<iso>\d{{4}})-(?P<isomonth>\d{{2}})-(?P<isoday>\d{{2}})(?![\w-])"
    rf"|(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})\."
    rf"(?:(?P<year> ?\d{{4}}|\d{{2}})(?![\w:]|[.,]\d| ?Uhr| ?[A-ZÄÖÜ]))?(?![\d])"
    rf"|(?P<sday>\d{{1,2}})/(?P<smonth>\d{{1,2}})/(?P<syear>\d{{4}})(?!\w)"
    rf"|(?P<nday>\d{{1,2}})\.(?P<gap> ?)(?P<name>{_NAMES})\b(?P<dot>\.?)(?: ?(?P<nyear>\d{{4}}))?)"
)
_NO_DATE = re.compile(r"\b(?:Punkt|Kapitel|Abschnitt|Nr\.?|Nummer|Version|Teil|Absatz|Ziffer|Artikel|[A-Z]{2,}) ?$")


def date(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find dates that do not look like „2. Dezember 2026“; the rewrite is safe where the year is whole or missing."""
    if not sentence.digits:
        return
    for match in found(_DATE, sentence):
        part = match.groupdict()
        day = int(part["isoday"] or part["day"] or part["sday"] or part["nday"])
        month = _month(part)
        if not (1 <= day <= 31 and 1 <= month <= 12) or _NO_DATE.search(sentence.text[: match.start()]):  # noqa: PLR2004
            continue
        year = (part["iso"] or part["year"] or part["syear"] or part["nyear"] or "").strip()
        text = match.group()
        mended = f"{day}. {MONTHS[month - 1]}" + (f" {year}" if year else "")
        if not year and part["day"] and _closes(sentence.text[match.end() :]):
            mended += "."
        if (
            part["name"]
            and not year
            and part["dot"]
            and (part["name"] in MONTHS or _closes(sentence.text[match.end() :]))
        ):
            mended += "."
        if mended != text:
            safe = len(year) != 2  # noqa: PLR2004 - nobody knows the century
            shown = mended if safe else f"{day}. {MONTHS[month - 1]} und das Jahr mit 4 Ziffern"
            yield Match.over(match, f"Schreiben Sie: {shown.rstrip('.')}.", mended if safe else None)


def _month(part: dict[str, str | None]) -> int:
    if name := part["name"]:
        return MONTHS.index(_SHORT.get(name, name)) + 1
    return int(part["isomonth"] or part["month"] or part["smonth"] or 0)


def _closes(rest: str) -> bool:
    """Return whether the dot before `rest` also ends the sentence."""
    return not rest.strip(' “”"»«)')


_CLOCK = r"(?:[01]?\d|2[0-4])"
_MINUTES = r"[.:]\d{2}"
_RANGE = re.compile(
    rf"(?<![\w.,:/+-])(?P<a>{_CLOCK})(?P<am>{_MINUTES})?(?: ?Uhr)?(?P<link> ?[-–—] ?| bis | und | oder )"
    rf"(?P<b>{_CLOCK})(?P<bm>{_MINUTES})?(?P<unit> ?Uhr| ?h)?\b(?![.,:]?\d)(?! \d\d\b)"
)
_TIME = re.compile(
    rf"(?<![\w.,:/+–-])(?P<h>{_CLOCK})(?P<m>{_MINUTES})?(?P<unit> ?Uhr| ?h)\b"
    r"(?: (?P<late>[0-5]\d)\b(?=[.!?]?$|[,;.!?)] | (?:in|im|am|an|auf|bei|mit|vor|los|da|hier)\b))?(?!-)"
)
_CHAIN = re.compile(r"\d ?(?:Uhr)? ?(?:bis|und|oder|[-–—]) ?$")
_BARE = re.compile(
    rf"(?P<before>\b(?:[Uu]m|[Aa]b|[Bb]is|[Gg]egen) )(?P<h>{_CLOCK})(?P<m>[.:][0-5]\d)"
    r"(?![\w:/-]|[.,]\d| ?(?:Uhr|h\b|Euro|€|Jahr|Stunde|Minute|bis|[-–]))"
)


def time(sentence: Sentence, _: Limits) -> Iterator[Match]:  # noqa: C901 - three patterns, one after the other
    """Find times that do not look like „18 Uhr“ or „18:30 Uhr“."""
    if not sentence.digits:
        return
    done = []
    for match in found(_RANGE, sentence):
        if not _is_clock(match):
            continue
        if _CHAIN.search(sentence.text[: match.start()]):
            continue  # „10 bis 11 bis 12 Uhr“ has no safe rewrite
        if not (_valid(match["am"]) and _valid(match["bm"])):
            continue
        link = match["link"] if match["link"].strip().isalpha() else " bis "
        mended = f"{_clock(match['a'], match['am'])}{link}{_clock(match['b'], match['bm'])} Uhr"
        both = f"{_clock(match['a'], match['am'])} Uhr{link}{_clock(match['b'], match['bm'])} Uhr"
        done.append(match.span())
        if match.group() not in (mended, both):
            yield Match.over(match, f"Schreiben Sie: {mended}.", mended)
    for match in found(_TIME, sentence):
        if any(start < match.end() and end > match.start() for start, end in done):
            continue
        if (
            (match["unit"].strip() == "h" and not match["m"])
            or not _valid(match["m"])
            or (match["m"] and match["late"])
        ):
            continue
        mended = f"{_clock(match['h'], ':' + match['late'] if match['late'] else match['m'])} Uhr"
        if match.group() != mended:
            yield Match.over(match, f"Schreiben Sie: {mended}.", mended)
    for match in found(_BARE, sentence):
        start = match.start("h")
        if any(a <= start < b for a, b in done) or _maybe_date(match["before"], match["m"]):
            continue
        mended = f"{_clock(match['h'], match['m'])} Uhr"
        yield Match(start=start, end=match.end(), suggestion=f"Schreiben Sie: {mended}.", replacement=mended)


def _is_clock(match: re.Match[str]) -> bool:
    """Return whether a range is of times: „10-12 Uhr“ or „9:00-12:00“, not „10-12“ or „10-12 h“."""
    begin, end, unit = match["am"] or "", match["bm"] or "", (match["unit"] or "").strip()
    if not unit:
        return begin.startswith(":") and end.startswith(":")
    return unit == "Uhr" or bool(begin or end)


def _clock(hour: str, minutes: str | None) -> str:
    return str(int(hour)) + (f":{minutes[1:]}" if minutes and minutes[1:] != "00" else "")


def _valid(minutes: str | None) -> bool:
    return minutes is None or int(minutes[1:]) < 60  # noqa: PLR2004


def _maybe_date(before: str, minutes: str) -> bool:
    """Return whether „ab 10.12“ may be a day: „um“ never is, and no month is 00 or above 12."""
    return minutes[0] == "." and before.strip().lower() != "um" and 1 <= int(minutes[1:]) <= 12  # noqa: PLR2004


def phone(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find phone numbers with other marks than blanks, or without any parts."""
    if not sentence.digits:
        return
    for token in sentence.tokens:
        if token.name:
            continue
        if token.kind is Kind.PHONE:
            mended = " ".join(re.sub(r"(?<=\d)[ ]?\(0\)|[()/–-]", " ", token.text).replace("+ ", "+").split())
            if mended != token.text:
                yield Match(
                    start=token.start, end=token.end, suggestion=f"Schreiben Sie: {mended}.", replacement=mended
                )
        elif token.kind is Kind.NUMBER and re.fullmatch(r"0[1-9]\d{7,12}", token.text):
            yield Match(start=token.start, end=token.end)
