"""What a person can say on the phone, or write: two easy sentences, made from the entry."""

from dataclasses import dataclass
from urllib.parse import quote

from directory.model import Directory, Entry
from directory.view.asking import Asking
from directory.view.knowledge import only_by_phone
from directory.view.places import WITHOUT_DOOR


@dataclass(frozen=True, slots=True)
class FirstWords:
    """The sentences, and the same as a draft: a `mailto:` address, empty where no mail is known."""

    sentences: tuple[str, ...]
    draft: str


def first_words(directory: Directory, entry: Entry, asking: Asking, *, sensitive: bool) -> FirstWords | None:
    """Return what one can say about an entry; None where nobody answers by phone or mail.

    The vocabulary may have the words for those who call a kind of entry itself: nobody "is interested" in a refuge. Who
    calls somebody else names the entry. Where one may have to leave the page quickly there is no draft: it would stay
    on the device.
    """
    best = asking.best
    ways = [way for way in (best.ways if best else ()) if way.kind in {"telefon", "mail"}]
    if best is None or not ways:
        return None
    own = best.link == "eigen"
    said = directory.vocabulary.kinds[entry.main_kind].first_words if own else ()
    second = "Wen kann ich dazu fragen?" if best.advises else _question(entry, own=own)
    made = (f"Guten Tag, ich interessiere mich für: {entry.name.removesuffix('.')}.", second)
    sentences = (*said, *made[len(said) :])
    mail = next((way.to for way in ways if way.kind == "mail"), "")
    draft = f"{mail}?subject={quote(_subject(entry))}&body={quote(_body(sentences))}" if mail and not sensitive else ""
    return FirstWords(sentences, draft)


def _question(entry: Entry, *, own: bool) -> str:
    if own and only_by_phone(entry):
        return "Haben Sie jetzt Zeit für mich?"
    if not entry.places:
        return "Wann und wo ist das?"
    somewhere = any(place.kind not in WITHOUT_DOOR for place in entry.places)
    return "Darf ich mit einer anderen Person kommen?" if somewhere else "Wie kann ich mitmachen?"


def _subject(entry: Entry) -> str:
    return f"Frage zu: {entry.name}"


def _body(sentences: tuple[str, ...]) -> str:
    """Return the draft; lines of a mail end so (RFC 6068, section 5)."""
    return "\r\n".join((*sentences, ""))
