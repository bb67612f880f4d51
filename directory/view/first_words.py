"""What a person can say on the phone, or write: two easy sentences, made from the entry."""

from dataclasses import dataclass
from urllib.parse import quote

from directory.model import Entry
from directory.view.asking import Asking
from directory.view.knowledge import only_by_phone
from directory.view.places import WITHOUT_DOOR


@dataclass(frozen=True, slots=True)
class FirstWords:
    """The sentences, and the same as a draft: a `mailto:` address, empty where no mail is known."""

    sentences: tuple[str, ...]
    draft: str


def first_words(entry: Entry, asking: Asking, *, sensitive: bool) -> FirstWords | None:
    """Return what one can say about an entry; None where nobody answers by phone or mail.

    Where one may have to leave the page quickly there is no draft: it would stay on the device.
    """
    ways = [way for way in (asking.best.ways if asking.best else ()) if way.kind in {"telefon", "mail"}]
    if not ways:
        return None
    sentences = _in_need() if sensitive or only_by_phone(entry) else _about(entry)
    mail = next((way.to for way in ways if way.kind == "mail"), "")
    draft = f"{mail}?subject={quote(_subject(entry))}&body={quote(_body(sentences))}" if mail and not sensitive else ""
    return FirstWords(sentences, draft)


def _about(entry: Entry) -> tuple[str, str]:
    wish = "Wann und wo ist das?"
    if entry.places:
        somewhere = any(place.kind not in WITHOUT_DOOR for place in entry.places)
        wish = "Darf ich mit einer anderen Person kommen?" if somewhere else "Wie kann ich mitmachen?"
    return f"Guten Tag, ich interessiere mich für: {entry.name.removesuffix('.')}.", wish


def _in_need() -> tuple[str, str]:
    return "Guten Tag, ich brauche Hilfe.", "Haben Sie jetzt Zeit für mich?"


def _subject(entry: Entry) -> str:
    return f"Frage zu: {entry.name}"


def _body(sentences: tuple[str, ...]) -> str:
    """Return the draft; lines of a mail end so (RFC 6068, section 5)."""
    return "\r\n".join((*sentences, ""))
