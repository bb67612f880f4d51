"""Addresses and other places in one text, and the fields that they mean."""

import re
from typing import Any

from directory.model.address import read_address
from directory.problems import WRITE, Hint, quoted
from directory.problems.written import field_lines
from directory.source.fields.notes import note_of

SEVERAL_OF_A_PLACE = "Für den Ort gibt es mehrere Felder."
FLOOR = re.compile(r"(?P<number>\d+)\.?\s*(?P<what>Stock|Etage|OG|Obergeschoss|Stockwerk)", re.IGNORECASE)


def place(text: str, _: str = "") -> Any:
    """Return the fields of an address of one or more lines; what is none of them says where the door is."""
    text = re.sub(r"(?<=\d)([a-z]?)\s+in\s+(?=[A-ZÄÖÜ])", r"\1, ", text)  # "Hauptstraße 5 in Hafen"
    text = IN_THE.sub("", text)
    text = text if PART_OF_A_HOUSE.search(text) else LAST_NAME.sub(r"\g<before>", text)
    stop = STOP.search(text)
    text = STOP.sub(",", text, count=1) if stop else text
    locality = LOCALITY.search(text)
    text = LOCALITY.sub(r"\g<before>", text, count=1) if locality else text
    address = read_address(re.sub(r"[\n()]", ", ", text))
    if not address.street or NOT_A_STREET.search(address.street):
        return None
    if not (address.number or address.postal_code or LIKE_A_STREET.search(address.street)):
        return None
    fields: dict[str, Any] = {"strasse": street_in_full(address.street)}
    fields |= {"hausnummer": address.number} if address.number else {}
    fields |= {"plz": address.postal_code} if address.postal_code else {}
    fields |= {"ortsteil": _locality(locality)} if locality else {}
    fields |= {"haltestelle": stop["name"].strip()} if stop else {}
    rest = [_where(part) for part in address.rest if not re.fullmatch(r"(?:D-?)?\d{5}.*|Deutschland", part)]
    return fields | ({"so_finden_sie_uns": rest[0] if len(rest) == 1 else rest} if rest else {})


IN_THE = re.compile(r"(?:^|(?<=,)\s*)(?:in|an|auf|bei) (?:der|dem) (?=[A-ZÄÖÜ])|^im (?=[A-ZÄÖÜ]\w*weg\b)")
# "Hauptstraße 5, Musterstadt": the city, or a part of it.
LAST_NAME = re.compile(r"(?P<before>\d\s?[a-zA-Z]?)\s*,\s*(?P<name>[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?)\s*$")
PART_OF_A_HOUSE = re.compile(
    r"(?:haus|hof|saal|gang|etage|gescho(?:ß|ss)|keller|raum|zimmer|stock|kirche|heim|zentrum|treff|büro|laden|klub|club"
    r"|halle|turm|flügel|links|rechts|schule|garten|tür)\s*$",
    re.IGNORECASE,
)


# "Haltestelle Nordfriedhof" and "(Straßenbahn-Haltestelle: Emil-Höllein-Platz)", up to the next comma.
STOP = re.compile(
    r"[,;(\n]\s*(?:(?:Bus|Straßenbahn|Bahn|Tram)-?)?Halte-?stelle\b:?\s*(?P<name>[^,;()\n]+?)\s*(?:\)|(?=[,;\n]|$))",
    re.IGNORECASE,
)
# "12345 Ort (Nord)", "12345 Ort-Nord", "12345 Ort, OT Dorf": the part of the city stands behind its name.
LOCALITY = re.compile(
    r"(?P<before>\b\d{5}\s+(?P<city>[A-ZÄÖÜ][a-zäöüß]+))"
    r"(?:\s*\((?:OT\s+)?(?P<inside>[A-ZÄÖÜ][\w-]+)\)|-(?P<joined>[A-ZÄÖÜ][\w-]+)|\s*,?\s*(?:OT|Ortsteil)\s+(?P<named>[A-ZÄÖÜ][\w-]+))"
)
SIDES = frozenset({"Nord", "Süd", "Ost", "West", "Mitte", "Zentrum"})


def _locality(found: re.Match[str]) -> str:
    if found["joined"]:
        return f"{found['city']}-{found['joined']}"
    name = found["inside"] or found["named"]
    return f"{found['city']}-{name}" if name in SIDES else name


NOT_A_STREET = re.compile(
    r"\d\.\s|@|\b(?:Stock|Etage|Uhr)\b|^\W*\d|\b(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|\bMittwoch"
    r"|\bim (?:Sommer|Winter)\b",
    re.IGNORECASE,
)


def street_in_full(street: str) -> str:
    """Return a street without its usual abbreviation."""
    whole = re.sub(r"(?<=[a-zäöüß])str\.?$", "straße", street)
    return re.sub(r"(?<![A-Za-z])Str\.?$", "Straße", whole)


def _where(part: str) -> str:
    if floor := FLOOR.fullmatch(part.strip()):
        return f"Das ist im {floor['number']}. Stock."
    return note_of(part) or f"{part.strip().rstrip('.')}."


# What a place is that has no address, by the words for it; "geheim" comes first.
KINDS = (
    ("geheim", re.compile(r"\bgeheim|\bvertraulich|\banonym", re.IGNORECASE)),
    ("online", re.compile(r"\bonline\b|\bzoom\b|\bvideo|\bteams\b|\bskype\b", re.IGNORECASE)),
    ("wechselnd", re.compile(r"\bwechsel|verschieden|\büberall\b|jedes Mal|immer woanders", re.IGNORECASE)),
    ("aufsuchend", re.compile(r"\bhaus-?besuch|\bzu Ihnen\b|kommen nach Hause", re.IGNORECASE)),
    ("telefon", re.compile(r"^\W*(?:nur )?(?:am |per )?telefon(?:isch)?\W*$", re.IGNORECASE)),
    ("auf-anfrage", re.compile(r"\bauf (?:An|Nach)frage|\bnach (?:Absprache|Vereinbarung)", re.IGNORECASE)),
)
MAP = re.compile(r"^https?://\S+$")
LIKE_A_STREET = re.compile(
    r"(?:stra(?:ß|ss)e|str\.?|weg|platz|allee|gasse|ring|ufer|damm|markt|graben|hof|steig|chaussee|park|promenade|pfad"
    r"|brücke|hang|berg|tal)$",
    re.IGNORECASE,
)
LIKE_A_HOUSE = re.compile(
    r"haus\b|zentrum\b|treff\w*\b|heim\b|kirche\b|gemeinde\b|cl?k?lub\b|schule\b|caf[eé]\b|laden\b|büro\b|bibliothek\b"
    r"|halle\b|werkstatt\b|stätte\b|stelle\b|scheune\b|villa\b|turm\b",
    re.IGNORECASE,
)
BESIDE_A_HOUSE = re.compile(r"(?:vor|hinter|neben|bei|am|an|auf|gegenüber|nahe|siehe)\b", re.IGNORECASE)
EXAMPLE = "orte: {strasse: Beispielstraße, hausnummer: 3}"
Said = tuple[str, str, Hint]


def places(texts: list[str]) -> Said:
    """Return the field, what is said of texts about places, and the fields that they mean or what to write."""
    text = " ".join(texts)
    said = SEVERAL_OF_A_PLACE
    if (value := _without_address(text)) and not re.search(r"\d", text):
        return "orte", said, Hint(WRITE, {"orte": value})
    if MAP.match(text):
        return "orte", said, Hint(f"Schreiben Sie die Adresse mit Worten. Zum Beispiel:\n{EXAMPLE}")
    if value := places_value(texts):
        return "orte", said, Hint(WRITE, {"orte": value}, _asked(texts))
    house = re.sub(r"^(?:im|in der|das|die|der) ", "", text)
    if LIKE_A_HOUSE.search(house) and not (BESIDE_A_HOUSE.match(house) or re.search(r"\d|[,;]", house)):
        words = (
            f"Ist das ein Haus aus dem Verzeichnis? Dann gehört sein Datei-Name hierher. Ist es keins? Schreiben Sie "
            f"Straße und Hausnummer, zum Beispiel:\n{EXAMPLE}\nFür ein Haus aus dem Verzeichnis schreiben Sie:"
        )
        return "orte", said, Hint(words, {"orte": {"bei": house}})
    directions = field_lines("orte", {"so_finden_sie_uns": note_of(text)})
    hint = f"Schreiben Sie Straße und Hausnummer. Zum Beispiel:\n{EXAMPLE}"
    return "orte", said, Hint(f"{hint}\nGibt es keine Adresse? Dann schreiben Sie:\n{directions}")


def _without_address(text: str) -> dict[str, Any] | None:
    """Return what kind of place it is that has no address, with all other words; of a secret place nothing else."""
    kind = next((kind for kind, pattern in KINDS if pattern.search(text)), "")
    if not kind:
        return None
    alone = kind == "geheim" or len(text.split()) < 4  # noqa: PLR2004
    return {"art": kind} if alone else {"art": kind, "so_finden_sie_uns": note_of(text)}


def places_value(texts: list[str]) -> Any:
    """Return the fields of one place or of several; None where it is not sure that there are addresses."""
    each = [place(text) for text in texts]
    return each if len(texts) > 1 and all(each) else place("\n".join(texts))


def _asked(texts: list[str]) -> str:
    """Return the question about a name behind a street: the city, which nobody must write, or a part of it."""
    names = [found["name"] for text in texts if (found := LAST_NAME.search(text)) and not PART_OF_A_HOUSE.search(text)]
    return "\n".join(f"Ist {quoted(name)} ein Ortsteil? Dann schreiben Sie dazu:\nortsteil: {name}" for name in names)
