"""An entry: everything that one YAML file can say."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from directory.model.attribution import Attributed, Attributions
from directory.model.base import Model, Record, validation_error
from directory.model.contact import Contact
from directory.model.participation import Age, Cost, Joining
from directory.model.picture import Picture
from directory.model.place import Place
from directory.model.provenance import Confirmation, EasyLanguageCheck, Source, Suppression, Validity
from directory.model.special_days import SpecialDays
from directory.model.text import (
    ENTRIES,
    PROVIDERS,
    Identifiers,
    ItemReference,
    Line,
    Name,
    NonEmptyReferences,
    NonEmptySentences,
    Reference,
    References,
    Sentences,
)
from directory.model.times import Times
from directory.model.values import Day


class Successor(Model):
    """Where an activity of a closed entry takes place now."""

    shorthand_field: ClassVar[str] = "angebot"
    slug: Annotated[Reference, ItemReference(ENTRIES)] = Field(
        alias="angebot", title="Welches Angebot?", description="Datei-Name von dem Angebot, das es jetzt gibt."
    )
    activity: Line | None = Field(
        None, alias="was", title="Was gibt es dort?", description="Was es dort jetzt gibt, zum Beispiel: Kochen."
    )


class Entry(Record):
    """One entry. Its `slug` is the file's name and its home area the file's folder."""

    name: Name = Field(
        alias="name",
        title="Name",
        examples=["name: Beispiel-Gruppe"],
        description="Der Name, so wie die Gruppe selbst heißt.",
    )
    other_names: tuple[Name, ...] = Field(
        (), alias="weitere_namen", title="Weitere Namen", description="Kurze, frühere und Alltags-Namen."
    )
    kinds: Annotated[NonEmptyReferences, ItemReference("arten")] = Field(
        alias="art",
        title="Art vom Angebot",
        examples=["art: selbsthilfegruppe"],
        description="Was es ist, zum Beispiel: selbsthilfegruppe. Das Erste ist die Haupt-Art.",
    )
    topics: Annotated[NonEmptyReferences, ItemReference("themen")] = Field(
        alias="themen",
        title="Themen",
        examples=["themen: [sucht, trauer]"],
        description="Worum es geht, zum Beispiel: sucht.",
    )
    audiences: Annotated[References, ItemReference("zielgruppen")] = Field(
        (), alias="zielgruppen", title="Ziel-Gruppen", description="Für welche Menschen."
    )
    description: NonEmptySentences = Field(
        alias="beschreibung",
        title="Was ist das?",
        examples=["beschreibung:\n  - Wir sind eine Gruppe.\n  - Wir treffen uns jede Woche."],
        description="Was ist das? Ein kurzer Satz in jeder Zeile.",
    )
    audience_notes: Sentences = Field(
        (), alias="fuer_wen", title="Für wen ist das?", description="Für wen ist das? Ein kurzer Satz in jeder Zeile."
    )
    first_visit: Sentences = Field(
        (),
        alias="erster_besuch",
        title="Das erste Mal",
        description="Wie das erste Mal ist: Wer begrüßt Sie? Darf jemand mitkommen?",
    )
    providers: Annotated[References, ItemReference(PROVIDERS)] = Field(
        (), alias="traeger", title="Träger", description="Datei-Namen aus _traeger/."
    )
    led_by: Literal["betroffene", "fachleute", "beide"] | None = Field(
        None, alias="geleitet_von", title="Wer leitet das Angebot?", description="betroffene, fachleute oder beide."
    )
    service_areas: Annotated[References, ItemReference("sozialraeume")] = Field(
        (), alias="gebiet", title="Gebiet", description="Für welche Sozialräume. Fehlt es, gilt der Ordner."
    )
    places: tuple[Place, ...] = Field(
        (),
        alias="orte",
        title="Wo ist das?",
        examples=["orte:\n  - strasse: Beispielstraße\n    hausnummer: 3"],
        description="Wo es stattfindet.",
    )
    picture: Picture | None = Field(
        None,
        alias="bild",
        title="Foto",
        examples=[
            "bild: {datei: tuer.jpg, beschreibung: Das ist die Tür., urheber: Träger, jahr: 2026, lizenz: CC BY}"
        ],
        description="Ein Foto von der Tür oder vom Haus, ohne Menschen und Schilder.",
    )
    times: tuple[Times, ...] = Field(
        (),
        alias="zeiten",
        title="Wann ist das?",
        examples=["zeiten:\n  - zweck: treffen\n    tage: [Dienstag]\n    von: 18:00\n    stand: 2026-10"],
        description="Wann es stattfindet.",
    )
    special_days: tuple[SpecialDays, ...] = Field(
        (),
        alias="ausnahmen",
        title="Ausnahmen",
        examples=["ausnahmen:\n  - {ab: 24. Dezember, bis: 2. Januar, jedes_jahr: ja}"],
        description="Tage, an denen es anders ist. Ohne Uhrzeit ist dann geschlossen.",
    )
    joining: Joining | None = Field(None, alias="mitmachen", title="Mitmachen", description="Wie man mitmacht.")
    conditions: Sentences = Field(
        (), alias="bedingungen", title="Bedingungen", description="Was man beachten muss. Ein Satz in jeder Zeile."
    )
    age: Age | None = Field(None, alias="alter", title="Alter", description="Für welches Alter.")
    cost: Cost | None = Field(None, alias="kosten", title="Kosten", description="Was es kostet.")
    languages: Annotated[References, ItemReference("sprachen")] = Field(
        (), alias="sprachen", title="Sprachen", description="Sprachen als Kürzel, zum Beispiel de oder ar."
    )
    contact: Contact = Field(
        default_factory=Contact, alias="kontakt", title="Wen kann man fragen?", description="Wen man fragen kann."
    )
    status: Literal["aktiv", "pausiert", "geschlossen", "geplant"] = Field(
        "aktiv",
        alias="status",
        title="Gibt es das Angebot jetzt?",
        description="aktiv, pausiert, geschlossen oder geplant.",
    )
    validity: Validity | None = Field(
        None,
        alias="gueltig",
        title="Von wann bis wann",
        examples=["gueltig: {bis: 2027-06-30}"],
        description="Von wann bis wann es das Angebot gibt.",
    )
    successors: tuple[Successor, ...] = Field(
        (),
        alias="nachfolger",
        title="Was gibt es jetzt?",
        description="Bei geschlossenen: Datei-Namen von Angeboten, die es jetzt gibt, und was es dort gibt.",
    )
    former_slugs: Identifiers = Field(
        (),
        alias="fruehere_namen_der_datei",
        title="Frühere Namen von der Datei",
        description="Wie die Datei früher hieß. Alte Links gehen weiter.",
    )
    easy_language: EasyLanguageCheck | None = Field(
        None,
        alias="leichte_sprache",
        title="Prüfung der Sprache",
        examples=["leichte_sprache: {geprueft_von: Prüf-Gruppe der Lebenshilfe, am: 2026-10-01}"],
        description="Welche Prüf-Gruppe den Text geprüft hat.",
    )
    confirmed: Confirmation | None = Field(
        None,
        alias="bestaetigt",
        title="Bestätigt",
        examples=["bestaetigt: {am: 2026-10-01, von: traeger}"],
        description="Wann zuletzt bestätigt, und von wem.",
    )
    included: Day | None = Field(
        None,
        alias="aufgenommen",
        title="Aufgenommen",
        description="Seit wann das Angebot im Verzeichnis steht. Der Feed nennt es dann neu.",
    )
    sources: Annotated[tuple[Source, ...], Field(min_length=1)] = Field(
        alias="quelle",
        title="Quelle",
        examples=["quelle: {angabe: Träger, stand: 2026-10}"],
        description="Woher die Angaben sind.",
    )
    attributions: Attributions = Field(
        default_factory=Attributions,
        alias="belege",
        title="Belege",
        examples=["belege:\n  sprachen: {laut: Träger, stand: 2026-10}"],
        description="Woher „fuer_wen“, „sprachen“ und „haltestelle“ sind. Nur nötig bei mehreren Quellen.",
    )
    suppressions: tuple[Suppression, ...] = Field(
        (), alias="trotzdem", title="Trotzdem", description="Meldungen, die so bleiben, immer mit Grund."
    )

    @model_validator(mode="after")
    def _has_a_way_in(self) -> "Entry":
        reachable = self.contact.reachable or any(place.has_address or place.at for place in self.places)
        if not reachable and self.status != "geschlossen":
            raise validation_error(
                "kein-weg-hinein",
                "Niemand weiß, wie man hinkommt oder wen man fragt.",
                "Schreiben Sie einen Ort, eine Telefon-Nummer, eine Mail-Adresse oder eine Internet-Seite.\n"
                "Zum Beispiel:\nkontakt:\n  telefon: 01234 567890",
            )
        return self

    @cached_property
    def slug(self) -> str:
        """The name of the file without its ending; also the address of the page."""
        return self.id

    @property
    def first_slug(self) -> str:
        """The name that the file had at first: it stays what it is when the file is renamed."""
        return next(iter(self.former_slugs), self.slug)

    @property
    def file(self) -> str:
        """The file of the entry as the repository names it, wherever it was read from."""
        return f"entries/{self.area}/{self.slug}.yaml"

    @cached_property
    def area(self) -> str:
        """The home area: the file's folder."""
        return PurePosixPath(self.path).parent.name

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """Every area on whose page the entry stands: where it takes place, and what it serves."""
        return tuple(dict.fromkeys((self.area, *self.service_areas)))

    @property
    def main_kind(self) -> str:
        """The first kind."""
        return self.kinds[0]

    @property
    def secret(self) -> bool:
        """Whether any place of the entry must not be known."""
        return any(place.kind == "geheim" for place in self.places)

    def attributed(self) -> Iterator[tuple[tuple[str | int, ...], Attributed]]:
        """Yield every group of facts that may say who says it, with the YAML keys under which it stands."""
        yield from ((("zeiten", index), times) for index, times in enumerate(self.times))
        for index, place in enumerate(self.places):
            if place.access:
                yield ("orte", index, "zugang"), place.access
        yield from ((key, fact) for key, fact in ((("mitmachen",), self.joining), (("kosten",), self.cost)) if fact)
        yield from ((("belege", key), fact) for key, fact in self.attributions.each())

    @property
    def begins(self) -> date | None:
        """The first day on which there is the entry; None where it has always been there."""
        return self.validity.start if self.validity else None

    @property
    def ends(self) -> date | None:
        """The last day on which there is the entry; None for one without an end."""
        return self.validity.end if self.validity else None

    def begun(self, today: date) -> bool:
        """Return whether there is the entry already."""
        return self.begins is None or self.begins <= today

    def listed(self, today: date) -> bool:
        """Return whether the entry belongs in lists: not closed, not paused, not expired. Age never matters."""
        expired = self.ends is not None and self.ends < today
        return self.status in {"aktiv", "geplant"} and not expired
