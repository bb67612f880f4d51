"""Who can be asked, by which ways, and how it is said whose these are."""

from dataclasses import dataclass
from typing import Literal

from directory.model.contact import Phone

# The links of the chain in their order: the entry itself, whom it names, the house it meets in and who runs the house,
# who is behind the entry; then who only advises: on entries of its kind, the people it is for, its topics, in its
# area, and whom the settings name for the whole city.
Link = Literal["eigen", "genannt", "haus", "betreiber", "anbieter", "art", "zielgruppe", "thema", "gebiet", "auskunft"]
ADVICE: frozenset[Link] = frozenset({"art", "zielgruppe", "thema", "gebiet", "auskunft"})
WayKind = Literal["telefon", "mail", "formular", "nummer", "seite", "besuch"]
LABELS: dict[WayKind, str] = {
    "telefon": "Telefon",
    "mail": "Mail",
    "formular": "Formular zum Schreiben",
    "nummer": "Nummer zum Schreiben",
    "seite": "Internet-Seite",
    "besuch": "Hingehen",
}
HUMAN: frozenset[WayKind] = frozenset({"telefon", "mail", "formular", "nummer", "besuch"})
WRITTEN: frozenset[WayKind] = frozenset({"mail", "formular", "nummer"})
SPEAKING: tuple[WayKind, ...] = ("telefon", "mail", "formular", "nummer", "seite", "besuch")
WRITING: tuple[WayKind, ...] = ("mail", "formular", "nummer", "telefon", "seite", "besuch")
# What one is told about a way, in singular and plural, and whose it is.
THINGS: dict[WayKind, tuple[str, str]] = {
    "telefon": ("die Nummer", "die Nummern"),
    "mail": ("die Mail-Adresse", "die Mail-Adressen"),
    "formular": ("das Formular", "die Formulare"),
    "nummer": ("die Nummer", "die Nummern"),
    "seite": ("die Internet-Seite", "die Internet-Seiten"),
    "besuch": ("die Adresse", "die Adressen"),
}
# Languages of whole sites, as their addresses have them (ISO 639-1).
IN_LANGUAGE = {"en": "Englisch", "fr": "Französisch", "ru": "Russisch", "uk": "Ukrainisch", "ar": "Arabisch"}
OWNERS: dict[Link, str] = {"haus": "vom Haus", "anbieter": "vom Anbieter"}
HELPS = "Diese Stelle hilft Ihnen weiter."
ADVISES = "Die Stelle gehört nicht zum Angebot."


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to ask. `to` is where it leads on a screen, `sentences` when one can go there."""

    kind: WayKind
    text: str
    to: str = ""
    purpose: str = ""
    phone: Phone | None = None
    sentences: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What kind of way it is."""
        return self.phone.label if self.phone and not self.phone.voice else LABELS[self.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerer:
    """Somebody who can be asked, the best way first.

    `name` and `page`, an address below the site's root, are empty where it is the entry itself. `notes` are what one
    must know before.
    """

    link: Link
    name: str
    page: str
    ways: tuple[Way, ...]
    notes: tuple[str, ...] = ()

    @property
    def invitation(self) -> str:
        """Who is asked, as a sentence; nothing for the entry itself."""
        if self.advises:
            return f"Auskunft gibt: {self.brief_name}."
        return f"Fragen Sie hier: {self.name.removesuffix('.')}." if self.name else ""

    @property
    def human(self) -> bool:
        """Whether a person answers; a mere website does not."""
        return any(way.kind in HUMAN for way in self.ways)

    @property
    def brief_name(self) -> str:
        """The name without what only registers need."""
        return self.name.partition(" – ")[0].removesuffix(" e. V.").removesuffix(".")

    @property
    def whose(self) -> str:
        """Whose number it is, as a sentence; nothing for the entry's own."""
        if self.link not in OWNERS:
            told = {"eigen": "", "betreiber": "Diese Stelle führt das Haus.", "genannt": HELPS}
            return told.get(self.link, ADVISES)
        first = self.ways[0]
        several = sum(way.kind == first.kind for way in self.ways) > 1
        return f"{'Das sind' if several else 'Das ist'} {THINGS[first.kind][several]} {OWNERS[self.link]}."

    @property
    def beside(self) -> str:
        """Whose way it is, in a few words that stand beside it; nothing for the entry's own."""
        if self.advises:
            return f"Auskunft: {self.brief_name}"
        name = self.name.partition(" – ")[0]
        if not name:
            return ""
        return f"{THINGS[self.ways[0].kind][0].split()[1]} von: {name}"

    @property
    def owner(self) -> bool:
        """Whether it is told whose the way is, and not only that somebody else answers."""
        return self.link in OWNERS or self.link == "betreiber"

    @property
    def advises(self) -> bool:
        """Whether it is an advice office that does not belong to the entry."""
        return self.link in ADVICE

    @property
    def short(self) -> str:
        """Whom to ask and how, in one line of a list; of others than the entry itself also what they are."""
        way = f"{self.ways[0].label}: {self.ways[0].text}"
        role = "Auskunft: " if self.advises else {"haus": "Haus: ", "anbieter": "Anbieter: "}.get(self.link, "")
        name = self.brief_name if self.advises else self.name
        return f"{role}{name}, {way}" if name else way
