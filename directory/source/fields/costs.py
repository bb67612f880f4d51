"""What something costs, as people say it: "2,50 € pro Treffen, mit Ausweis frei", "fünf Euro im Monat"."""

import re
from typing import Any

from directory.model.values import AMOUNT, amount_written
from directory.source.fields.notes import in_digits, note_of

FREE = re.compile(
    r"\b(?:kostenlos|kostenfrei|gratis|umsonst|frei|nichts|0 ?(?:€|Euro)|free)\b|\bkeine? (?:Kosten|Eintritt|Beitrag)"
    r"|^\W*(?:keine?r?|nein|null|ohne)\W*$",
    re.IGNORECASE,
)
GIFT = re.compile(r"\bspenden?\b", re.IGNORECASE)
FEE = re.compile(r"beitrag|jahresgebühr", re.IGNORECASE)
UNITS = (
    "Mal|Monat|Jahr|Termin|Person|Treffen|Abend|Tag|Stunde|Kurs|Woche|Quartal|Halbjahr|Familie|Kind|Besuch|Teilnahme"
    "|Nachmittag|Platz|Teilnehmer"
)
PER = re.compile(
    rf"\b(?:pro|je|im|(?:für )?jede[nrs]?)\s+(?P<what>{UNITS})\b|(?P<often>monatlich|jährlich|wöchentlich)"
    rf"|/\s?(?P<unit>{UNITS})\b|(?P<fee>jahres|monats)(?=beitrag|gebühr)",
    re.IGNORECASE,
)
OFTEN = {"jahres": "Jahr", "monats": "Monat", "monatlich": "Monat", "jährlich": "Jahr", "wöchentlich": "Woche"}
REGULARLY = frozenset({"Monat", "Jahr", "Quartal", "Halbjahr"})
# "2-3 €", "ca. 5 Euro", "ab 10 Euro": more than one amount can be meant.
VAGUE = re.compile(
    r"\d\s*(?:€|Euro)?\s*(?:-|–|bis)\s*\d|\b(?:ca|circa|etwa|ungefähr|ab|bis zu|mindestens|höchstens)\b", re.IGNORECASE
)
# What others pay than most.
FOR_SOME = re.compile(
    r"\b(?:für|ermäßigt\w*|Kinder|mit|Rentner\w*|erste[sr]?|1\.|Mitglieder|frei|kostenlos)\b|\b1\. ", re.IGNORECASE
)
PARTS = re.compile(r"[,;]\s+|\s*[()]\s*|(?<!\d)\.\s+(?=[A-ZÄÖÜ])")
CURRENCY = re.compile(r"€|Euro|EUR", re.IGNORECASE)


def cost(text: str, _: str = "") -> Any:
    """Return kind and amount of a cost; further words are a note. None where it is not sure that it costs something."""
    text = in_digits(text)
    amounts = [one for one in AMOUNT.finditer(text) if CURRENCY.search(one.group())]
    bare = re.fullmatch(r"\s*(?:€|EUR|Euro)?\s*(?P<amount>\d+(?:[.,]\d{1,2})?)\s*(?:,-)?\s*(?:€|EUR|Euro)?\s*", text)
    gift = GIFT.search(text) and not re.search(r"\bkeine? spende", text, re.IGNORECASE)
    if amounts and gift:
        return {"art": "spende", "hinweis": note_of(text)}
    if not amounts and not bare:
        return "spende" if gift else "kostenlos" if FREE.search(text) and not re.search(r"\bnicht\b", text) else None
    if len(amounts) > 1 or VAGUE.search(text) or (amounts and FREE.search(AMOUNT.sub(" ", text))):
        return _with_others(text) or {"art": "preis", "hinweis": note_of(text)}
    return _price(text, amounts[0].group() if amounts else bare["amount"])  # type: ignore[index]


def _price(text: str, amount: str) -> Any:
    number = amount_written(amount.strip())
    if number in {"0", "0,00"}:
        return "kostenlos"
    per = PER.search(text)
    je = (per["what"] or per["unit"] or OFTEN[(per["often"] or per["fee"]).lower()]).capitalize() if per else ""
    rest = text
    for one in (amount, *((per.group(),) if per else ())):
        rest = rest.replace(one, " ")
    note = note_of(
        re.sub(r"\b(?:Kosten|Eintritt|Beitrag|Mitgliedsbeitrag|Preis|Unkosten)\b\.?:?", " ", rest, flags=re.IGNORECASE)
    )
    fields: dict[str, Any] = {"art": "beitrag" if FEE.search(text) else "preis", "betrag": number}
    return fields | ({"je": je} if je else {}) | ({"hinweis": note} if note else {})


def _with_others(text: str) -> Any:
    """Return the price for most people with its period; what some pay is a note each. None where that is not clear."""
    first, *others = [part.strip() for part in PARTS.split(text) if part and part.strip()]
    if not others or VAGUE.search(first) or not all(FOR_SOME.search(part) for part in others):
        return None
    price = cost(first)
    if not isinstance(price, dict) or "hinweis" in price or "betrag" not in price:
        return None
    fee = {"art": "beitrag"} if price.get("je") in REGULARLY else {}
    notes = [note_of(part) for part in others]
    return {**price, **fee, "hinweis": notes if len(notes) > 1 else notes[0]}
