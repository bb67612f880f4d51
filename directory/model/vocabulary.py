"""The controlled words of a city: data, not code. Each class is one item of one file under _vocabulary/."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, StringConstraints

from directory.model.base import Model, Record
from directory.model.place import Coordinates
from directory.model.text import (
    ENTRIES,
    Identifier,
    Identifiers,
    ItemReference,
    Line,
    Name,
    NonEmptyIdentifiers,
    Sentences,
)
from directory.model.values import Decimal, Truth

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
IconName = Identifier
SENSITIVE = (
    "ja, wenn es gefährlich sein kann, dass andere es sehen. Dann kann man die Seite schnell verlassen. "
    "Such-Wörter dazu kommen in keinen Link."
)
# What one wants to know about any entry, beside what access there is; how it is called where it is not known.
QUESTIONS: Mapping[str, str] = MappingProxyType({"wann": "Tag und Uhrzeit", "wo": "Ort", "kosten": "Kosten"})


class Term(Record):
    """A named item."""

    shorthand_field: ClassVar[str] = "name"
    name: Name = Field(alias="name", description="Wie es auf der Seite heißt.")

    @property
    def heading(self) -> str:
        """What stands over several entries with this term."""
        return self.name


class Tile(Model):
    """A rectangle on the schematic map, in steps of its grid, from the upper left corner."""

    x: Decimal = Field(alias="x", ge=0, description="Wie weit rechts.")
    y: Decimal = Field(alias="y", ge=0, description="Wie weit unten.")
    width: Decimal = Field(alias="breite", gt=0, description="Wie breit.")
    height: Decimal = Field(alias="hoehe", gt=0, description="Wie hoch.")

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height


ContactPoint = Annotated[Identifier, ItemReference(ENTRIES)] | None
CONTACT_POINT: Any = Field(
    None,
    alias="auskunft",
    description="Datei-Name von einem Angebot: Wen fragt man, wenn man sonst niemanden kennt?",
)


class Area(Term):
    """A social space, or the whole city."""

    in_sentence: Line = Field(alias="im_satz", description="Wie es im Satz heißt, zum Beispiel: in Nord.")
    colour: Colour = Field(alias="farbe", description="Farbe auf hellem Grund.")
    dark_colour: Colour = Field(alias="farbe_dunkel", description="Farbe auf dunklem Grund.")
    picture: Line = Field(
        "",
        alias="bild",
        description="Bild vom Gebiet: SVG-Datei unter docs/, 360 mal 64. Die Zeichnung heißt darin: bild.",
    )
    description: Sentences = Field((), alias="beschreibung", description="Was für ein Gebiet das ist.")
    tile: Tile | None = Field(None, alias="karte", description="Wo das Gebiet auf der einfachen Karte liegt.")
    city_wide: Truth = Field(default=False, alias="stadtweit", description="ja für die ganze Stadt.")
    contact_point: ContactPoint = CONTACT_POINT


class Population(Model):
    """How many people live there, and in which year that was counted."""

    number: int = Field(alias="zahl", description="Anzahl Menschen.")
    year: int = Field(alias="jahr", description="Jahr der Zählung.")


class Locality(Term):
    """A part of the city or a village, with the social space that it belongs to."""

    other_names: tuple[Name, ...] = Field((), alias="weitere_namen", description="Andere Namen.")
    area: Identifier = Field(alias="sozialraum", description="Der Sozialraum.")
    inferred: Truth = Field(default=False, alias="abgeleitet", description="ja, wenn die Zuordnung erschlossen ist.")
    unsettled: Truth = Field(
        default=False, alias="zu_klaeren", description="ja, wenn eine amtliche Liste den Ort nicht nennt."
    )
    confidence: Literal["hoch", "mittel", "niedrig"] = Field(
        "hoch", alias="sicherheit", description="Wie sicher die Zuordnung ist."
    )
    postal_codes: tuple[str, ...] = Field((), alias="postleitzahlen", description="Postleitzahlen.")
    coordinates: Coordinates | None = Field(None, alias="position", description="Punkt auf der Karte.")
    population: Population | None = Field(None, alias="einwohner", description="Wie viele Menschen dort wohnen.")


class Street(Term):
    """A street with the social spaces that it runs through, the one with the most houses first."""

    areas: NonEmptyIdentifiers = Field(alias="sozialraum", description="Die Sozialräume, der größte Teil zuerst.")
    inferred: Truth = Field(default=False, alias="abgeleitet", description="ja, wenn die Zuordnung erschlossen ist.")


class Group(Term):
    """An everyday group of topics, as the start page shows it."""

    description: Sentences = Field((), alias="beschreibung", description="Worum es geht.")
    icon: IconName = Field(alias="symbol", description="Name von einem Bild aus Material Design Icons.")


class Kind(Term):
    """What an entry is: a club, a self-help group, a meeting place."""

    plural: Line = Field(alias="mehrzahl", description="Die Mehrzahl.")
    description: Sentences = Field((), alias="beschreibung", description="Was das ist.")
    icon: IconName = Field(alias="symbol", description="Name von einem Bild aus Material Design Icons.")
    picture: Line = Field(
        "",
        alias="bild",
        description="Bild von der Art: SVG-Datei unter docs/, 64 mal 64. Die Zeichnung heißt darin: bild.",
    )
    words: tuple[Line, ...] = Field((), alias="worte", description="Wörter, mit denen Menschen danach suchen.")
    house: Truth = Field(
        default=False, alias="haus", description="ja, wenn es ein Haus für viele Gruppen ist. Es hilft dann weiter."
    )
    questions: Identifiers | None = Field(
        None,
        alias="fragen",
        description="Was man dazu wissen will: wann, wo, kosten, und Merkmale aus zugang.yaml. Fehlt es, ist es alles.",
    )
    contact_point: ContactPoint = CONTACT_POINT
    first_words: Sentences = Field(
        (),
        alias="erste_worte",
        max_length=2,
        description="Was man dort am Telefon sagt, höchstens 2 Sätze. Fehlt ein Satz, macht ihn die Seite selbst.",
    )

    @property
    def heading(self) -> str:
        """The plural."""
        return self.plural


WRITING_FIRST: Any = Field(
    default=False, alias="lieber_schreiben", description="ja, wenn Schreiben hier besser ist als Anrufen."
)
CONTACT_POINTS: Any = Field(
    (),
    alias="auskunft",
    description="Datei-Namen von Angeboten: Wen fragt man, wenn hier kein Angebot passt?",
)


class Topic(Term):
    """What an entry is about."""

    group: Identifier = Field(alias="gruppe", description="Die Gruppe auf der Startseite.")
    description: Sentences = Field((), alias="beschreibung", description="Worum es geht.")
    words: tuple[Line, ...] = Field((), alias="worte", description="Wörter, mit denen Menschen danach suchen.")
    sensitive: Truth = Field(default=False, alias="sensibel", description=SENSITIVE)
    crisis: Truth = Field(default=False, alias="krise", description="ja, wenn Menschen in Gefahr sein können.")
    writing_first: Truth = WRITING_FIRST
    contact_points: tuple[Annotated[Identifier, ItemReference(ENTRIES)], ...] = CONTACT_POINTS


class Audience(Term):
    """For whom an entry is."""

    description: Sentences = Field((), alias="beschreibung", description="Wer gemeint ist.")
    words: tuple[Line, ...] = Field((), alias="worte", description="Wörter, mit denen Menschen danach suchen.")
    sensitive: Truth = Field(default=False, alias="sensibel", description=SENSITIVE)
    writing_first: Truth = WRITING_FIRST
    contact_points: tuple[Annotated[Identifier, ItemReference(ENTRIES)], ...] = CONTACT_POINTS

    @property
    def heading(self) -> str:
        """The audience as an answer to "for whom?": a topic may have the same name."""
        return f"Für: {self.name}"


class AccessFeature(Term):
    """Something that makes a place usable, in the words for yes, partly and no."""

    icon: IconName = Field(alias="symbol", description="Name von einem Bild aus Material Design Icons.")
    yes: Line = Field(alias="ja", description="Der Satz für ja.")
    partly: Line = Field(alias="teilweise", description="Der Satz für teilweise.")
    no: Line = Field(alias="nein", description="Der Satz für nein.")
    question: Line = Field(alias="frage", description="Was man am Telefon fragt, wenn es nicht bekannt ist.")
    always_asked: Truth = Field(
        default=False, alias="immer_fragen", description="ja, wenn die Seite immer sagt, dass es nicht bekannt ist."
    )
    needs: Identifiers = Field((), alias="bedarf", description="Für wen es wichtig ist.")
    words: tuple[Line, ...] = Field((), alias="worte", description="Wörter, mit denen Menschen danach suchen.")


class Need(Term):
    """What a person needs in order to take part."""

    icon: IconName = Field(alias="symbol", description="Name von einem Bild aus Material Design Icons.")
    description: Sentences = Field((), alias="beschreibung", description="Was gemeint ist.")
    writing_first: Truth = WRITING_FIRST


class Language(Term):
    """A language, keyed by its ISO 639 code."""


class Answers(Record):
    """Which offers answer what people come with, keyed by an intent of the search; editors choose them."""

    fitting: tuple[Annotated[Identifier, ItemReference(ENTRIES)], ...] = Field(
        (), alias="passt", description="Angebote, die genau dafür da sind. Das beste steht zuerst."
    )
    partly: tuple[Annotated[Identifier, ItemReference(ENTRIES)], ...] = Field(
        (), alias="auch", description="Angebote, die ein Stück weiter helfen."
    )


class GlossaryTerm(Record):
    """A hard word and what it means."""

    name: Name = Field(alias="wort", description="Das Wort.")
    other_forms: tuple[Line, ...] = Field((), alias="weitere_formen", description="Andere Formen und Schreibungen.")
    other_words: tuple[Line, ...] = Field(
        (), alias="andere_woerter", description="Was nur so aussieht wie eine Form: Treffen ist kein Treff."
    )
    explanation: Sentences = Field(alias="erklaerung", description="Was es heißt.")
