"""What a round has found, in German and by file: only what somebody has to do."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from directory.editors.links.addresses import Use
from directory.editors.links.cache import CachedCheck, LinkCache
from directory.editors.links.check_url import Outcome
from directory.schedule import day

# The gravest first. Unreachable is not gone: the server may only have a bad day.
SENTENCES: Mapping[Outcome, str] = {
    Outcome.GONE: "Die Seite gibt es nicht mehr. Suchen Sie die neue Adresse, oder löschen Sie den Link.",
    Outcome.MOVED: "Die Seite ist umgezogen. Sehen Sie nach, und schreiben Sie dann:",
    Outcome.REDIRECT_LOOP: "Die Adresse führt im Kreis oder an kein Ziel. Sehen Sie selbst nach.",
    Outcome.PRIVATE: "Die Adresse führt in ein inneres Netz. Dort sieht das Programm nicht nach. Löschen Sie den Link.",
    Outcome.CERTIFICATE: "Das Zertifikat stimmt nicht. Manche Browser zeigen die Seite nicht. Sagen Sie es dem Träger.",
    Outcome.UNREACHABLE: "Die Seite antwortet nicht. Vielleicht ist das nur heute so.",
    Outcome.FORBIDDEN: "Die Seite lässt Programme nicht hinein. Sehen Sie selbst nach.",
    Outcome.HTTPS_AVAILABLE: "Die Seite gibt es auch mit https. Schreiben Sie:",
}
# What is wrong for sure. The rest is worth a look.
WRONG = frozenset({Outcome.GONE, Outcome.MOVED, Outcome.REDIRECT_LOOP, Outcome.CERTIFICATE, Outcome.PRIVATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One address in one place, and what is the matter with it."""

    path: str
    line: int
    name: str
    address: str
    outcome: Outcome
    message: str
    new_address: str
    since: str

    def as_dict(self) -> dict[str, str | int]:
        """Return the keys of the JSON format."""
        return asdict(self)


def notices(uses: Mapping[str, tuple[Use, ...]], memory: LinkCache) -> tuple[Notice, ...]:
    """Return what somebody has to look at, in the order of files and lines."""
    found = [
        _notice(address, use, memory[address])
        for address, own in uses.items()
        if address in memory and memory[address].visit.outcome is not Outcome.FINE
        for use in own
    ]
    return tuple(sorted(found, key=lambda one: (one.path, one.line, one.address)))


def as_text(found: tuple[Notice, ...], checked: int) -> str:
    """Return the notices for people, and how many addresses are right."""
    return "\n".join([*_lines(found), _verdict(found, checked), ""])


def wrong(found: tuple[Notice, ...]) -> bool:
    """Return whether any address is wrong for sure."""
    return any(one.outcome in WRONG for one in found)


def _notice(address: str, use: Use, item: CachedCheck) -> Notice:
    visit = item.visit
    return Notice(
        path=use.position.path,
        line=use.position.line,
        name=use.name,
        address=address,
        outcome=visit.outcome,
        message=SENTENCES[visit.outcome],
        new_address=visit.address,
        since=item.since.isoformat(),
    )


def _lines(found: tuple[Notice, ...]) -> Iterator[str]:
    name = ""
    for one in found:
        if one.name != name:
            name = one.name
            yield name
        yield f"  {one.path}:{one.line}  {one.address}"
        yield f"      {one.message}"
        if one.new_address:
            yield f"      {one.new_address}"
        if one.outcome is Outcome.UNREACHABLE:
            yield f"      Das ist so seit dem {day(date.fromisoformat(one.since))}."


def _verdict(found: tuple[Notice, ...], checked: int) -> str:
    bad = len({one.address for one in found})
    return f"{checked} Adressen geprüft. {f'{bad} davon brauchen einen Blick' if bad else 'Alles in Ordnung'}."
