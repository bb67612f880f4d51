"""What is known of the entries of an area, how old that is, and what to ask whom: knowledge, not supply."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from directory.model import Entry
from directory.model.values import PartialDate
from directory.schedule import is_current
from directory.view.answerer import Answerer
from directory.view.day import DayView
from directory.view.figures import Figure, figure, grouped
from directory.view.times import recent_rules

DEGREES = {"ja": "ja", "teilweise": "zum Teil", "nein": "nein"}
# What a provider can say in one call, in the order of asking: what is not known, and by which figure.
QUESTIONS = {
    "telefon": "Telefon",
    "zeiten-neu": "Zeiten",
    "adresse": "Adresse",
    "barrieren": "Barrieren",
    "kosten": "Kosten",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRow:
    """An access feature: at how many entries it is there, partly, or not. What nobody has said is in none of them."""

    label: str
    said: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """An entry of which something is not known, what that is, and who can be asked; nobody where no way is known."""

    entry: Entry
    missing: tuple[str, ...]
    answerer: Answerer | None

    @property
    def whom(self) -> str:
        """Whom to ask and how, in one line."""
        return self.answerer.short if self.answerer else "Kein Kontakt bekannt"


@dataclass(frozen=True, eq=False, kw_only=True)
class Knowledge:
    """Of how many entries something is known, what is known of barriers and since when, from when the sources are.

    What needs more than the fields of entries is worked out when somebody asks for it: figures do not.
    """

    view: DayView
    entries: Sequence[Entry]
    known: tuple[Figure, ...]
    access: tuple[AccessRow, ...]
    sources: tuple[Figure, ...]

    @cached_property
    def access_years(self) -> tuple[int, int] | None:
        """The years of the oldest and the newest word about barriers, the same one twice for a single year."""
        said = [one for entry in self.entries if not entry.secret for one in self.view.of(entry).access]
        years = sorted(one.since.year for one in said if one.since.known)
        return (years[0], years[-1]) if years else None

    @cached_property
    def questions(self) -> tuple[OpenQuestion, ...]:
        """The entries of which something is not known, those first of which most is not."""
        return tuple(_questions(self.view, self.entries, self.known))

    @property
    def figures(self) -> Iterator[Figure]:
        """Every figure."""
        yield from self.known
        yield from (one for row in self.access for one in row.said)
        yield from self.sources


def knowledge_of(view: DayView, entries: Sequence[Entry]) -> Knowledge:
    """Return what is known of these entries."""
    return Knowledge(
        view=view,
        entries=entries,
        known=tuple(_known(view, entries)),
        access=tuple(_access(view, entries)),
        sources=tuple(_sources(entries)),
    )


def _known(view: DayView, entries: Sequence[Entry]) -> Iterator[Figure]:
    """Yield of how many entries something is known."""
    today, places = view.today, view.directory.places

    def known(key: str, label: str, field: str, test: Callable[[Entry], object]) -> Figure:
        return figure(f"bekannt-{key}", label, [entry for entry in entries if test(entry)], field)

    yield known(
        "adresse",
        "Adresse mit Hausnummer",
        "Das Feld „orte“",
        lambda entry: not entry.secret and any(place.street and place.house_number for place in places(entry)),
    )
    yield known("telefon", "Telefon-Nummer", "Das Feld „kontakt.telefon“", lambda entry: entry.contact.phones)
    yield known("mail", "Mail-Adresse", "Das Feld „kontakt.mail“", lambda entry: entry.contact.mails)
    yield known("internet", "Internet-Seite", "Das Feld „kontakt.webseite“", lambda entry: entry.contact.websites)
    yield known("zeiten", "Zeiten, auch alte", "Das Feld „zeiten“", lambda entry: entry.times)
    yield known(
        "zeiten-neu",
        "Zeiten, höchstens 1 Jahr alt",
        "Das Feld „zeiten“ mit „stand“, oder „bestaetigt“",
        lambda entry: recent_rules(entry, today),
    )
    yield known("kosten", "Kosten", "Das Feld „kosten“", lambda entry: entry.cost)
    yield known(
        "barrieren",
        "Barrieren, mindestens 1 Angabe",
        "Das Feld „orte.zugang“",
        lambda entry: not entry.secret and any(place.access and place.access.features for place in places(entry)),
    )
    yield known(
        "bestaetigt",
        "Bestätigt, höchstens vor 1 Jahr",
        "Das Feld „bestaetigt“",
        lambda entry: is_current(PartialDate(), entry.confirmed, today),
    )


def _access(view: DayView, entries: Sequence[Entry]) -> Iterator[AccessRow]:
    """Yield each feature of which something is known, and those that everybody wants to know of."""

    def said(entry: Entry) -> Iterator[str]:
        for place in () if entry.secret else view.directory.places(entry):
            for feature, degree in place.access.features.items() if place.access else ():
                yield f"{feature}-{degree}"

    groups = grouped(entries, said)
    for feature in view.directory.vocabulary.access_features.values():
        figures = tuple(
            figure(
                f"zugang-{feature.id}-{degree}",
                f"{feature.name}: {label}",
                groups.get(f"{feature.id}-{degree}", ()),
                "Das Feld „orte.zugang“",
            )
            for degree, label in DEGREES.items()
        )
        if feature.always_asked or any(one.number for one in figures):
            yield AccessRow(label=feature.name, said=figures)


def _sources(entries: Sequence[Entry]) -> Iterator[Figure]:
    """Yield how many entries have their newest source from each year, the newest year first."""

    def year(entry: Entry) -> Iterator[str]:
        yield str(max((source.as_of.year for source in entry.sources), default=0))

    for key, found in sorted(grouped(entries, year).items(), reverse=True):
        name, label = (key, f"von {key}") if int(key) else ("ohne-jahr", "ohne Jahr")
        yield figure(f"quelle-{name}", f"Neueste Quelle {label}", found, "Das Feld „quelle“ mit „stand“")


def _questions(view: DayView, entries: Sequence[Entry], known: Sequence[Figure]) -> Iterator[OpenQuestion]:
    """Yield the entries of which something is not known, those first of which most is not."""
    having = {one.id: {entry.slug for entry in one.entries} for one in known}
    asked = []
    for entry in entries:
        missing = [
            label
            for key, label in QUESTIONS.items()
            if entry.slug not in having[f"bekannt-{key}"] and not (entry.secret and key in {"adresse", "barrieren"})
        ]
        if missing:
            asking = view.of(entry).asking
            # Who only advises does not know what an offer costs.
            answerer = asking.answerers[0] if asking.advice else asking.best
            asked.append(OpenQuestion(entry=entry, missing=tuple(missing), answerer=answerer))
    yield from sorted(asked, key=lambda one: -len(one.missing))
