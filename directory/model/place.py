"""Places: where something happens, how to find the door, and who can get in."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from directory.model.attribution import AS_OF, SOURCE, STATED_BY
from directory.model.base import Model, validation_error
from directory.model.provenance import Measurement
from directory.model.text import ENTRIES, Identifier, ItemReference, Line, Reference, Sentences
from directory.model.values import MONTHS, NO, YES, AsOf, Decimal
from directory.problems import Hint

Degree = Literal["ja", "teilweise", "nein"]


class Coordinates(Model):
    """A point on the map, WGS 84, degrees."""

    latitude: Decimal = Field(
        alias="breite", title="Breite", ge=-90, le=90, description="Breite in Grad, zum Beispiel 50.94."
    )
    longitude: Decimal = Field(
        alias="laenge", title="Länge", ge=-180, le=180, description="Länge in Grad, zum Beispiel 11.60."
    )
    source: Line | None = Field(
        None, alias="quelle", title="Woher ist der Punkt?", description="Woher der Punkt ist, und aus welchem Jahr."
    )
    licence: Line | None = Field(
        None,
        alias="lizenz",
        title="Lizenz vom Punkt",
        description="Unter welcher Lizenz der Punkt ist. Fehlt sie, steht er in keiner Daten-Datei.",
    )

    @property
    def open(self) -> bool:
        """Whether others may have the point: only under a licence that somebody stated."""
        return bool(self.licence)


class Access(Model):
    """What is known about barriers. A feature that is absent is not known; it is never "no"."""

    extra_keys: ClassVar[bool] = True
    features: Annotated[Mapping[str, Degree], ItemReference("zugang")] = Field(
        default_factory=dict,
        alias="merkmale",
        title="Merkmale",
        description="Jedes Merkmal aus _vocabulary/zugang.yaml: ja, teilweise oder nein.",
    )
    door_width_cm: Annotated[int, Field(gt=0, lt=1000)] | None = Field(
        None,
        alias="tuerbreite_cm",
        title="Breite von der Tür",
        description="Breite von der schmalsten Tür in Zentimetern.",
    )
    notes: Sentences = Field(
        (),
        alias="hinweis",
        title="Hinweise zu Barrieren",
        description="Was man vorher wissen muss. Ein Satz in jeder Zeile.",
    )
    checked: Measurement | None = Field(
        None,
        alias="geprueft",
        title="Wer hat nachgesehen?",
        examples=["geprueft: {am: 2026-10-01, von: Redaktion}"],
        description="Wer nachgesehen hat, und wann. Fehlt es, ist es nur eine Angabe.",
    )
    stated_by: Line | None = STATED_BY
    source: Identifier | None = SOURCE
    as_of: AsOf = AS_OF

    @model_validator(mode="before")
    @classmethod
    def _gather_features(cls, data: object) -> object:
        """Which features exist is vocabulary, so any key that is not a field is taken for a feature."""
        if not isinstance(data, dict):
            return data
        own = {field.alias for field in cls.model_fields.values()}
        rest = {key: value for key, value in data.items() if key in own}
        features = {key: _degree(value) for key, value in data.items() if key not in own}
        return {**rest, "merkmale": features} if features else rest

    def __bool__(self) -> bool:
        return bool(self.features or self.door_width_cm or self.notes)


def _degree(value: object) -> object:
    word = value.strip().lower() if isinstance(value, str) else ""
    return "ja" if word in YES else "nein" if word in NO else value


def read_postal_code(value: object) -> object:
    """Return a postal code of 5 digits from 0 to 9; refuse anything else with what to write."""
    if not isinstance(value, str) or re.fullmatch(r"[0-9]{5}", value.strip()):
        return value.strip() if isinstance(value, str) else value
    digits = "".join(str(unicodedata.digit(sign)) for sign in value if sign.isdigit())
    hint = Hint("Schreiben Sie 5 Ziffern, zum Beispiel: 01234\nKennen Sie die nicht? Dann löschen Sie die Zeile.")
    if len(digits) == len("7747"):
        hint = Hint("Fehlt vorn die 0? Dann schreiben Sie:", f"0{digits}")
    elif len(digits) == len("07747"):
        hint = Hint("Schreiben Sie nur die 5 Ziffern:", digits)
    raise validation_error("wert-falsch", f"„{value}“ ist keine Postleitzahl.", hint)


def house_number(text: str) -> str:
    """Return a house number; what a spreadsheet has made a day of is asked about: "2-4" becomes "02. Apr"."""
    day = re.fullmatch(r"(\d{1,2})\.\s?([A-ZÄa-zä]{3,})\.?", text)
    month = next((number for number, name in enumerate(MONTHS, 1) if day and name.startswith(day[2][:3])), 0)
    if day and month:
        meant = Hint(
            "So wird in einer Tabelle aus 2 Zahlen ein Tag. Stimmt das? Dann schreiben Sie:", f"{int(day[1])}-{month}"
        )
        raise validation_error("wert-falsch", f"„{text}“ ist keine Hausnummer.", meant)
    return text


HouseNumber = Annotated[Line, AfterValidator(house_number)]
PostalCode = Annotated[str, BeforeValidator(read_postal_code), StringConstraints(pattern=r"^[0-9]{5}$")]


class Place(Model):
    """One place of an entry."""

    id: Identifier | None = Field(
        None,
        alias="id",
        title="Kurz-Name vom Ort",
        description="Kurz-Name, nur nötig, wenn Zeiten zu diesem Ort gehören.",
    )
    role: Literal["treffen", "buero", "aussenstelle"] = Field(
        "treffen",
        alias="rolle",
        title="Wofür ist der Ort da?",
        description="Wofür der Ort da ist: treffen, buero oder aussenstelle.",
    )
    kind: Literal["fest", "auf-anfrage", "geheim", "wechselnd", "aufsuchend", "online", "telefon"] = Field(
        "fest",
        alias="art",
        title="Was für ein Ort ist das?",
        description="fest, auf-anfrage, geheim, wechselnd, aufsuchend (kommt nach Hause), online oder telefon.",
    )
    at: Annotated[Reference, ItemReference(ENTRIES)] | None = Field(
        None,
        alias="bei",
        title="In welchem Haus?",
        description="Datei-Name von dem Haus, in dem es stattfindet. Adresse und Zugang kommen von dort.",
    )
    street: Line | None = Field(None, alias="strasse", title="Straße", description="Straße ohne Hausnummer.")
    house_number: HouseNumber | None = Field(
        None, alias="hausnummer", title="Hausnummer", description="Hausnummer oder Haus-Teil, zum Beispiel 28a."
    )
    postal_code: PostalCode | None = Field(
        None, alias="plz", title="Postleitzahl", description="Postleitzahl mit 5 Ziffern."
    )
    city: Line | None = Field(
        None, alias="stadt", title="Stadt", description="Nur nötig, wenn der Ort in einer anderen Stadt liegt."
    )
    locality: Line | None = Field(None, alias="ortsteil", title="Ortsteil", description="Ortsteil oder Dorf.")
    directions: Sentences = Field(
        (),
        alias="so_finden_sie_uns",
        title="Wie findet man die Tür?",
        description="Wie man die Tür findet. Ein Satz in jeder Zeile.",
    )
    stop: Line | None = Field(
        None, alias="haltestelle", title="Haltestelle", description="Name von der Haltestelle, ohne Linie."
    )
    coordinates: Coordinates | None = Field(
        None,
        alias="position",
        title="Punkt auf der Karte",
        examples=["position: {breite: 50.94, laenge: 11.60}"],
        description="Punkt auf der Karte.",
    )
    access: Access | None = Field(
        None,
        alias="zugang",
        title="Barrieren",
        examples=["zugang: {rollstuhl: ja}"],
        description="Was über Barrieren bekannt ist.",
    )

    LOCATING: ClassVar[tuple[str, ...]] = (
        "bei",
        "strasse",
        "hausnummer",
        "plz",
        "stadt",
        "ortsteil",
        "so_finden_sie_uns",
        "haltestelle",
        "position",
    )

    @model_validator(mode="after")
    def _keeps_secrets(self) -> "Place":
        if self.kind != "geheim":
            return self
        telling = [
            f"„{field.alias}“"
            for field in type(self).model_fields.values()
            if field.alias in self.LOCATING and getattr(self, _attribute(field.alias))
        ]
        if telling:
            fields, tell = ("Das Feld", "verrät") if len(telling) == 1 else ("Die Felder", "verraten")
            named = ", ".join(telling)
            raise validation_error(
                "ort-geheim",
                f"Der Ort ist geheim. {fields} {named} {tell} ihn.",
                Hint(
                    f"Löschen Sie {fields.replace('Das', 'das').replace('Die', 'die')} {named}.",
                    without=tuple(name.strip("„“") for name in telling),
                ),
                at=(telling[0].strip("„“"),),
            )
        return self

    @property
    def has_address(self) -> bool:
        """Whether there is anything to go to."""
        return bool(self.street or self.directions)


def _attribute(alias: str) -> str:
    return next(name for name, field in Place.model_fields.items() if field.alias == alias)
