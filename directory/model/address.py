"""One line of address, as people write it, in its parts."""

import re
from dataclasses import dataclass

NUMBER = r"\d{1,4}\s?[a-zA-Z]?(?:\s?[-–/+]\s?\d{1,4}\s?[a-zA-Z]?)?"
STREET_AND_NUMBER = re.compile(rf"(?P<street>.*?[^\W\d][.)]?)\s*,?\s+(?:Nr\.?\s*)?(?P<number>{NUMBER})$")
POSTAL_CODE = re.compile(r"(?:\bD-)?\b(?P<code>\d{5})\b\s*(?P<city>[^,;\n]*)")
# With a number these are a part of a house, and no street.
INSIDE_A_HOUSE = re.compile(r"(?:Haus|Raum|Zimmer|Etage|Stock|Gebäude|Block|Eingang|Aufgang|Hinterhaus)", re.IGNORECASE)
POST_OFFICE_BOX = re.compile(r"\bpost-?fach\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The parts of an address; empty where it does not say them. `rest` is what is none of them."""

    street: str = ""
    number: str = ""
    postal_code: str = ""
    city: str = ""
    rest: tuple[str, ...] = ()


def read_address(text: str) -> Address:
    """Return the parts of a line such as "Haus am Markt, Hauptstraße 5, 20095 Musterstadt"."""
    found = POSTAL_CODE.search(text)
    code, city = (found["code"], found["city"].strip(" .")) if found else ("", "")
    others = POSTAL_CODE.sub("", text, count=1) if found else text
    pieces = [piece for part in re.split(r"[,;\n]", others) if (piece := part.strip())]
    for index, piece in enumerate(pieces):
        own = STREET_AND_NUMBER.match(piece)
        if own and not POST_OFFICE_BOX.search(piece) and not INSIDE_A_HOUSE.fullmatch(own["street"]):
            rest = (*pieces[:index], *pieces[index + 1 :])
            number = re.sub(r"\s+", "", own["number"]).replace("–", "-")
            return Address(street=own["street"].strip(), number=number, postal_code=code, city=city, rest=rest)
    street = pieces[0] if len(pieces) == 1 and not POST_OFFICE_BOX.search(pieces[0]) else ""
    return Address(street=street, postal_code=code, city=city, rest=() if street else tuple(pieces))
