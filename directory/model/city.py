"""The settings of one city: everything that another city would write differently."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from directory.model.base import Model, Record, validation_error
from directory.model.contact import Contact, Phone, WebAddress
from directory.model.place import Coordinates
from directory.model.provenance import EasyLanguageCheck, Source
from directory.model.text import Line, Lines, Name, NonEmptySentences, Sentences
from directory.model.values import Day, Decimal, Truth
from directory.problems import quoted


class Operator(Model):
    """Who answers for the published directory."""

    name: Name = Field(alias="name", description="Wer das Verzeichnis betreibt.")
    public_body: Truth = Field(
        default=False,
        alias="oeffentliche_stelle",
        description="Ob das eine öffentliche Stelle ist, zum Beispiel die Stadt.",
    )
    address: Lines = Field(alias="adresse", description="Die Anschrift, Zeile für Zeile.")
    represented_by: Line | None = Field(None, alias="vertreten_durch", description="Wer die Stelle vertritt.")
    contact: Contact = Field(alias="kontakt", description="Wie man den Betreiber erreicht.")
    privacy_contact: Contact = Field(alias="datenschutz", description="Wie man die Stelle für Datenschutz erreicht.")


class Body(Model):
    """A public office with its web page."""

    name: Name = Field(alias="name", description="Der Name.")
    at: Line | None = Field(None, alias="bei", description="Zu welcher Stelle sie gehört.")
    website: WebAddress | None = Field(None, alias="webseite", description="Die Internet-Seite.")
    notes: Sentences = Field((), alias="hinweis", description="Was man wissen muss. Ein Satz in jeder Zeile.")


class Point(Model):
    """A point on the schematic map, in steps of its grid, from the upper left corner."""

    x: Decimal = Field(alias="x", description="Wie weit rechts.")
    y: Decimal = Field(alias="y", description="Wie weit unten.")


class Helper(Model):
    """Who answers questions about any entry, and has agreed to it."""

    name: Name = Field(alias="name", description="Wer hilft.")
    contact: Contact = Field(alias="kontakt", description="Wie man die Stelle erreicht.")
    agreed_on: Day = Field(alias="zugesagt", description="Der Tag, an dem die Stelle zugesagt hat.")

    @model_validator(mode="after")
    def _can_be_asked(self) -> "Helper":
        if not (self.contact.phones or self.contact.mails):
            raise validation_error(
                "kein-weg-hinein",
                f"Niemand weiß, wie man {quoted(self.name)} fragt.",
                "Schreiben Sie bei „kontakt“ ein Telefon oder eine Mail-Adresse.",
                at=("kontakt",),
            )
        return self


class EasyIntroduction(Model):
    """Sentences in Leichte Sprache about the directory, which a group of readers has checked."""

    sentences: NonEmptySentences = Field(alias="text", description="Was die Seite ist und kann, in Leichter Sprache.")
    review: EasyLanguageCheck = Field(alias="pruefung", description="Wer den Text geprüft hat, und wann.")


class SignedVideo(Model):
    """A video in sign language about the directory, a file below `docs/`."""

    file: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9/-]*\.(mp4|webm)$")] = Field(
        alias="datei", description="Die Datei im Ordner docs/. Zum Beispiel: videos/gebaerden.mp4."
    )
    text: NonEmptySentences = Field(alias="text", description="Was im Video gesagt wird. Ein Satz in jeder Zeile.")


class Decision(Model):
    """The recorded decision to publish."""

    on: Day = Field(alias="am", description="Der Tag.")
    by: Line = Field(alias="von", description="Wer entschieden hat.")


class City(Record):
    """One city and its directory. Only a build for publication needs the operator and the decision."""

    name: Name = Field(alias="name", description="Die Stadt.")
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = Field(
        alias="land", description="Das Land nach ISO 3166, zum Beispiel DE."
    )
    subdivision: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{1,3}$")] = Field(
        alias="bundesland", description="Das Bundesland nach ISO 3166-2, zum Beispiel TH."
    )
    timezone: Line = Field(alias="zeitzone", description="Die Zeitzone, zum Beispiel Europe/Berlin.")
    title: Name = Field(alias="titel", description="Der Name vom Verzeichnis.")
    subtitle: Line = Field(alias="untertitel", description="Ein Satz darunter.")
    river: Line | None = Field(None, alias="fluss", description="Der Fluss, an dem man sich zurechtfindet.")
    river_course: tuple[Point, ...] = Field(
        (), alias="fluss_verlauf", description="Wo der Fluss auf der einfachen Karte fließt, Punkt für Punkt."
    )
    river_positions: tuple[Coordinates, ...] = Field(
        (), alias="fluss_positionen", description="Wo der Fluss wirklich fließt, grob, Punkt für Punkt."
    )
    helper: Helper | None = Field(
        None, alias="auskunft", description="Wen man fragen kann, wenn man nicht weiter weiß."
    )
    reports: Contact = Field(default_factory=Contact, alias="fehler_melden", description="Wohin man Fehler meldet.")
    enforcement_body: Body | None = Field(
        None, alias="durchsetzungsstelle", description="Wo man sich über Barrieren beschwert."
    )
    signed_video: SignedVideo | None = Field(
        None, alias="gebaerden_video", description="Ein Video in Gebärden-Sprache für die Startseite."
    )
    easy_introduction: EasyIntroduction | None = Field(
        None, alias="leichte_sprache", description="Die Seite erklärt in Leichter Sprache, für die Startseite."
    )
    exit_page: WebAddress | None = Field(
        None, alias="ausweich_seite", description="Unauffällige Seite, zu der „Seite schnell verlassen“ führt."
    )
    website: WebAddress | None = Field(
        None, alias="webseite", description="Unter welcher Adresse das Verzeichnis im Netz steht."
    )
    repository: WebAddress | None = Field(None, alias="quelltext", description="Wo die Dateien öffentlich liegen.")
    language_profile: Literal["leicht-bitv", "leicht-din", "einfach"] = Field(
        "leicht-din",
        alias="sprach_profil",
        description="Wie einfach die Sätze sein sollen: leicht-bitv, leicht-din oder einfach.",
    )
    compound_mark: Literal["binde-strich", "mediopunkt"] = Field(
        "binde-strich",
        alias="wort_trenner",
        description="Was in langen Wörtern steht: binde-strich oder mediopunkt.",
    )
    data_licence: Line = Field(alias="daten_lizenz", description="Die Lizenz von den Einträgen.")
    streets_source: Source | None = Field(
        None, alias="strassen_quelle", description="Woher die Straßen und Ortsteile mit ihrem Sozialraum sind."
    )
    population_source: Source | None = Field(
        None, alias="einwohner_quelle", description="Woher die Zahlen der Einwohner sind. Ohne sie zeigt sie niemand."
    )
    operator: Operator | None = Field(None, alias="betreiber", description="Wer das Verzeichnis betreibt.")
    decision: Decision | None = Field(
        None, alias="veroeffentlicht", description="Wer die Veröffentlichung beschlossen hat."
    )

    @property
    def has_editors(self) -> bool:
        """Whether readers can tell somebody what is wrong or missing."""
        return bool(self.reports.phones or self.reports.mails or self.operator)

    @property
    def helper_phone(self) -> Phone | None:
        """The number of who helps."""
        return next(iter(self.helper.contact.phones), None) if self.helper else None

    def address_of(self, slug: str) -> str:
        """Return the full address of an entry's page; an empty text where the directory has no website."""
        return f"{self.website.rstrip('/')}/angebote/{slug}/" if self.website else ""

    def correction_address(self, slug: str) -> str:
        """Return the full address of the form that corrects an entry; an empty text where there is no website."""
        return f"{self.website.rstrip('/')}/mitmachen/aendern/#{slug}" if self.website else ""
