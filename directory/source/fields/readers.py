"""Texts that stand where several fields belong, as those fields: times, a price, a source.

A reader returns nothing where it is not sure.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from directory.model.contact import MAIL
from directory.model.phone_number import numbers_with_kind
from directory.model.values import AMOUNT, amount_written, day_written
from directory.source.fields.barriers import access
from directory.source.fields.dates import confirmed, exceptions, validity
from directory.source.fields.everyday_times import in_order, read_everyday
from directory.source.fields.notes import note_of, trimmed
from directory.source.fields.places_in_words import place

WEB = re.compile(r"(?:https?:/*)?(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s,;<>()\]]*)?", re.IGNORECASE)
STATED = re.compile(
    r"[\s,;(–-]*\b(?:stand|vom|am|seit|abgerufen(?: am)?|gesehen(?: am)?)\b[:\s]*(?P<date>[\w. /-]*\d{2,4}[\w-]*)\)?",
    re.IGNORECASE,
)
DATE_AT_END = re.compile(
    r"[\s,;(–-]+(?P<date>(?:\d{1,2}\.\s*)?(?:\d{1,2}[./]\s*|[A-Za-zä]+\.?\s+)?\d{4}(?:-\d\d){0,2})\)?\s*$"
)
FREE = re.compile(
    r"\b(?:kostenlos|kostenfrei|gratis|umsonst|frei|nichts|0 ?(?:€|Euro))\b|\bkeine? (?:Kosten|Eintritt|Beitrag)",
    re.IGNORECASE,
)
GIFT = re.compile(r"\bspenden?\b", re.IGNORECASE)
FEE = re.compile(r"beitrag|mitglied|jahresgebühr", re.IGNORECASE)
UNITS = (
    "Mal|Monat|Jahr|Termin|Person|Treffen|Abend|Tag|Stunde|Kurs|Woche|Quartal|Halbjahr|Familie|Kind|Besuch|Teilnahme"
    "|Nachmittag|Platz|Teilnehmer"
)
PER = re.compile(
    rf"\b(?:pro|je|im|(?:für )?jede[nrs]?)\s+(?P<what>{UNITS})\b|(?P<often>monatlich|jährlich|wöchentlich)"
    r"|/\s?(?P<unit>Monat|Jahr|Stunde|Person)",
    re.IGNORECASE,
)
OFTEN = {"monatlich": "Monat", "jährlich": "Jahr", "wöchentlich": "Woche"}
JOIN = (
    ("warteliste", re.compile(r"wart(?:e-?liste|en)", re.IGNORECASE)),
    ("erstgespraech", re.compile(r"erst-?gespräch|vor-?gespräch|kennen-?lern", re.IGNORECASE)),
    ("nachweis", re.compile(r"nachweis|überweisung|rezept|verordnung|attest", re.IGNORECASE)),
    (
        "offen",
        re.compile(
            r"(?:ohne|keine?)\s+(?:vor-?)?anmeld|nicht (?:vorher )?anmelden|einfach|vorbei|offen|jederzeit|spontan|nein"
            r"|ohne",
            re.IGNORECASE,
        ),
    ),
    (
        "anmeldung",
        re.compile(r"anmeld|anruf|rufen|vorher|bescheid|melden|termin|mail|ja\b|nötig|erforderlich", re.IGNORECASE),
    ),
)
AGES = re.compile(r"(?P<from>\d{1,3})\s*(?:-|–|bis(?: zu)?)\s*(?P<to>\d{1,3})")
FROM = re.compile(
    r"(?:ab|über|mindestens|min\.?)\s*(?P<from>\d{1,3})|(?P<plus>\d{1,3})\s*(?:\+|plus|und älter|Jahre und älter)",
    re.IGNORECASE,
)
TO = re.compile(r"(?:bis|unter|höchstens|max\.?|maximal)\s*(?:zu\s*)?(?P<to>\d{1,3})", re.IGNORECASE)
ANY_AGE = re.compile(r"alle.*|jede[rs]?.*|egal|kein.*|beliebig|offen|jung und alt|für alle", re.IGNORECASE)


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
    return {"angabe": rest, "stand": stand} if rest else None


def cost(text: str, _: str = "") -> Any:
    """Return kind and amount of a cost; further words are a note."""
    amounts = [one for one in AMOUNT.finditer(text) if re.search(r"€|Euro|EUR", one.group(), re.IGNORECASE)]
    bare = re.fullmatch(r"\s*(?:€|EUR|Euro)?\s*(?P<amount>\d+(?:[.,]\d{1,2})?)\s*(?:,-)?\s*(?:€|EUR|Euro)?\s*", text)
    gift = GIFT.search(text) and not re.search(r"\bkeine? spende", text, re.IGNORECASE)
    if amounts and gift:
        return {"art": "spende", "hinweis": note_of(text)}
    if len(amounts) > 1:
        return _several_prices(text) or {"art": "preis", "hinweis": note_of(text)}
    if amounts or bare:
        amount = amount_written(amounts[0].group().strip() if amounts else bare["amount"])  # type: ignore[index]
        if amount in {"0", "0,00"}:
            return "kostenlos"
        per = PER.search(text)
        je = (per["what"] or per["unit"] or OFTEN[per["often"].lower()]).capitalize() if per else ""
        rest = text
        for one in filter(None, (amounts[0] if amounts else bare, per)):
            rest = rest.replace(one.group(), " ")
        note = note_of(
            re.sub(r"\b(?:ca|etwa|Kosten|Eintritt|Beitrag|Mitgliedsbeitrag|Preis|Unkosten)\b\.?:?", " ", rest)
        )
        fields: dict[str, Any] = {"art": "beitrag" if FEE.search(text) else "preis", "betrag": amount}
        fields |= {"je": je} if je else {}
        return fields | ({"hinweis": note} if note else {})
    if gift:
        return "spende"
    return "kostenlos" if FREE.search(text) and not re.search(r"\bnicht\b", text) else None


# What others pay than most.
FOR_SOME = re.compile(r"\b(?:für|ermäßigt\w*|Kinder|mit|Rentner\w*|erste[sr]?|1\.)\b|\b1\. ", re.IGNORECASE)


def _several_prices(text: str) -> Any:
    """Return the price for most people with its period; what some pay is a note each. None where that is not clear."""
    first, *others = [part.strip() for part in re.split(r"[,;]\s+|(?<!\d)\.\s+(?=[A-ZÄÖÜ])", text) if part.strip()]
    if not others or not PER.search(first) or not all(FOR_SOME.search(part) for part in others):
        return None
    price = cost(first)
    if not isinstance(price, dict) or "hinweis" in price or "betrag" not in price:
        return None
    fee = {"art": "beitrag"} if price.get("je") in {"Monat", "Jahr", "Quartal", "Halbjahr"} else {}
    notes = [note_of(part) for part in others]
    return {**price, **fee, "hinweis": notes if len(notes) > 1 else notes[0]}


DETAILS = re.compile(r"\d|spätestens|\b(?:tel|mail|telefon|per|bei|nur|tag)|tag\b", re.IGNORECASE)


def joining(text: str, _: str = "") -> Any:
    """Return how one joins; until when, and where, is a note."""
    how = next((word for word, pattern in JOIN if pattern.search(text)), None)
    return {"wie": how, "hinweis": note_of(text)} if how and DETAILS.search(text) else how


def age(text: str, _: str = "") -> Any:
    """Return the first and the last year of an age; an empty text where there is no limit."""
    if both := AGES.search(text):
        if int(both["from"]) > int(both["to"]):
            return None
        return {"ab": both["from"], "bis": both["to"]}
    first, last = FROM.search(text), TO.search(text)
    fields = {"ab": first["from"] or first["plus"]} if first else {}
    fields |= {"bis": last["to"]} if last and not first else {}
    if fields:
        return fields
    return "" if ANY_AGE.fullmatch(text.strip()) else None


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
