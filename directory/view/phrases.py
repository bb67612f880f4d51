"""What the single values of an entry mean, in sentences: pages and booklets say the same in the same words."""

from collections.abc import Mapping
from types import MappingProxyType

from directory.model.participation import Age, Cost
from directory.model.special_days import SpecialDays
from directory.schedule import PURPOSES, special_days

JOINING: Mapping[str, str] = MappingProxyType(
    {
        "offen": "Sie brauchen keine Anmeldung.",
        "erstgespraech": "Zuerst gibt es ein Gespräch.",
        "anmeldung": "Sie müssen sich anmelden.",
        "nachweis": "Sie brauchen einen Nachweis.",
        "warteliste": "Es gibt eine Warteliste.",
    }
)
LED_BY: Mapping[str, str] = MappingProxyType(
    {
        "betroffene": "Betroffene leiten das Angebot selbst.",
        "fachleute": "Fachleute leiten das Angebot.",
        "beide": "Betroffene und Fachleute leiten das Angebot zusammen.",
    }
)
PLACE_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "auf-anfrage": "Den Ort kennen wir nicht.",
        "geheim": "Der Ort ist geheim.",
        "wechselnd": "Der Ort wechselt.",
        "aufsuchend": "Jemand kommt zu Ihnen nach Hause.",
        "online": "Das Angebot ist im Internet.",
        "telefon": "Das Angebot ist am Telefon. Sie müssen nirgends hingehen.",
    }
)
# What is said instead where somebody can be asked.
PLACES_TO_ASK_FOR: Mapping[str, str] = MappingProxyType(
    {
        "auf-anfrage": "Bitte fragen Sie nach dem Ort.",
        "wechselnd": "Der Ort wechselt. Fragen Sie vorher nach.",
    }
)
PLACE_ROLES: Mapping[str, str] = MappingProxyType({"buero": "Büro", "aussenstelle": "Weiterer Ort", "treffen": "Ort"})
ASK_WHERE = "Fragen Sie, wo die Gruppe jetzt ist."
PLANNED = "Dieses Angebot ist geplant. Es gibt das Angebot noch nicht."
CLOSED = "Dieses Angebot gibt es nicht mehr."
PAUSED = "Dieses Angebot macht gerade Pause."
ENDED = "Dieses Angebot ist zu Ende."
NOT_YET = "Dieses Angebot gibt es noch nicht."
_COSTS: Mapping[str, str] = MappingProxyType(
    {
        "kostenlos": "Es kostet nichts.",
        "spende": "Sie können Geld spenden.",
        "preis": "Es kostet Geld.",
        "beitrag": "Sie zahlen einen Beitrag.",
    }
)


def age_text(age: Age) -> str:
    """Return for which age an entry is; an empty text where no limit is known."""
    if age.minimum is not None and age.minimum == age.maximum:
        return f"Für Menschen im Alter von {_years(age.minimum, dative=True)}."
    if age.minimum is not None and age.maximum is not None:
        return f"Für Menschen von {age.minimum} bis {_years(age.maximum, dative=True)}."
    if age.minimum is not None:
        return f"Ab {_years(age.minimum, dative=True)}."
    return f"Bis {_years(age.maximum)}." if age.maximum is not None else ""


def _years(number: int, *, dative: bool = False) -> str:
    """Return so many years: "1 Jahr", "2 Jahre", "ab 2 Jahren"."""
    return f"{number} {'Jahr' if number == 1 else 'Jahren' if dative else 'Jahre'}"


def cost_text(cost: Cost) -> str:
    """Return what an entry costs, with the amount where it is known."""
    if not cost.amount:
        return _COSTS[cost.kind]
    amount = f"{_euros(cost.amount)} Euro{f' je {cost.per}' if cost.per else ''}"
    if cost.kind == "spende":
        return f"Sie können {amount} spenden."
    return f"{'Der Beitrag ist' if cost.kind == 'beitrag' else 'Es kostet'} {amount}."


def _euros(amount: str) -> str:
    """Return an amount as it stands on a price tag: "3", "2,50"."""
    whole, _, cents = amount.replace(".", ",").partition(",")
    return f"{whole},{cents:0<2}" if cents else whole


def special_days_text(special: SpecialDays) -> str:
    """Return on which days it is different, and whether it is closed then."""
    text = f"{special_days(special)} ist {'geschlossen' if special.closed else 'es anders'}."
    return f"{PURPOSES[special.purpose]}: {text}" if special.purpose else text


def age_tag(year: int) -> str:
    """Return in two words how old times are; 0 is an unknown year."""
    return f"Zeit von {year}" if year else "Zeit unsicher"


def age_mark(year: int) -> str:
    """Return in two words how old a fact is, for a sign beside it; 0 is an unknown year."""
    return f"von {year}" if year else "Jahr unbekannt"


def past_times_text(year: int) -> str:
    """Return what stands before times that are old; 0 is an unknown year."""
    return f"Im Jahr {year} war das so:" if year else "Das Alter von dieser Angabe kennen wir nicht:"
