"""Texts that stand where several fields belong, as those fields: times, a price, a source.

A reader returns nothing where it is not sure.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from directory.model.contact import MAIL
from directory.model.phone_number import numbers_with_kind
from directory.model.text import NOT_KNOWN
from directory.model.values import day_written
from directory.source.fields.barriers import access
from directory.source.fields.costs import cost
from directory.source.fields.dates import confirmed, exceptions, validity
from directory.source.fields.everyday_times import in_order, read_everyday
from directory.source.fields.notes import trimmed
from directory.source.fields.places_in_words import place
from directory.source.fields.taking_part import age, joining

WEB = re.compile(r"(?:https?:/*)?(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s,;<>()\]]*)?", re.IGNORECASE)
STATED = re.compile(
    r"[\s,;(–-]*\b(?:stand|vom|am|seit|abgerufen(?: am)?|gesehen(?: am)?)\b[:\s]*(?P<date>[\w. /-]*\d{2,4}[\w-]*)\)?",
    re.IGNORECASE,
)
DATE_AT_END = re.compile(
    r"[\s,;(–-]+(?P<date>(?:\d{1,2}\.\s*)?(?:\d{1,2}[./]\s*|[A-Za-zä]+\.?\s+)?\d{4}(?:-\d\d){0,2})\)?\s*$"
)


def times(text: str, as_of: str, purpose: str = "treffen") -> Any:
    """Return rules of times; nothing where a word is not understood or a question is open."""
    found = read_everyday(text, as_of)
    return in_order(found, as_of, purpose) or None


def contact(text: str, _: str = "") -> Any:
    """Return the ways to reach somebody that a text names."""
    mails = MAIL.findall(text)
    rest = MAIL.sub(" ", text)
    webs = [web_in_full(one) for one in WEB.findall(rest)]
    rest = WEB.sub(" ", rest)
    fields = {"telefon": phones(rest) if re.search(r"\d{3}", rest) else None, "mail": mails, "webseite": webs}
    found = {key: value[0] if len(value) == 1 else value for key, value in fields.items() if value}
    return found or None


# "Mo-Fr 9-12 Uhr" and "ab 18 Uhr" are no numbers.
HOURS_TO_CALL = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?(?:\s*(?:-|–|bis)\s*\d{1,2}(?:[:.]\d\d)?)?\s*(?:Uhr|h\b)", re.IGNORECASE
)


def phones(text: str, _: str = "") -> Any:
    """Return the numbers in a text, and what answers there where it is no voice."""
    found = numbers_with_kind(HOURS_TO_CALL.sub(" ", text))
    return [number if kind == "sprache" else {"nummer": number, "art": kind} for number, kind in found] or None


def web_in_full(text: str) -> str:
    """Return a web address with its beginning."""
    bare = re.sub(r"^https?:/*", "", text, flags=re.IGNORECASE).rstrip(".")
    return f"{'http' if text.lower().startswith('http://') else 'https'}://{bare}"


def source(text: str, as_of: str) -> Any:
    """Return page or statement of a source, and since when it is said."""
    said = STATED.search(text) or DATE_AT_END.search(text)
    date = day_written(said["date"].strip(" .)")) if said else ""
    known = re.fullmatch(r"\d{4}(?:-\d\d){0,2}", date)
    rest = trimmed(text[: said.start()] + text[said.end() :] if said and known else text)
    stand = date if known else as_of
    if web := WEB.search(rest):
        return {"url": web_in_full(web.group()), "stand": stand}
    return {"angabe": rest, "stand": stand} if rest and not NOT_KNOWN.fullmatch(rest) else None


Reader = Callable[[str, str], Any]
READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "zeiten": times,
        "orte": place,
        "kontakt": contact,
        "telefon": phones,
        "quelle": source,
        "kosten": cost,
        "mitmachen": joining,
        "wie": joining,
        "ausnahmen": exceptions,
        "gueltig": validity,
        "bestaetigt": confirmed,
        "alter": age,
        "zugang": access,
    }
)
