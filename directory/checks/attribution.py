"""Every fact that names its source names one that there is, and has one age."""

from collections.abc import Iterator
from datetime import date

from directory.model import Directory, Entry
from directory.model.values import PartialDate
from directory.problems import Problem, allowed, quoted
from directory.schedule import partial_date


def check(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield names of sources that lead nowhere or to two, facts with two speakers or two ages, and who says nothing."""
    for entry in directory.entries:
        yield from _twice(entry)
        yield from _facts(entry)
        yield from _unused(entry)


def _twice(entry: Entry) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, source in enumerate(entry.sources):
        if source.id in seen:
            message = f"Die id {quoted(source.id)} haben 2 Quellen."
            hint = "Geben Sie jeder Quelle eine eigene „id“."
            yield Problem.at(entry.position("quelle", index, "id"), "quelle-unklar", message, hint)
        seen |= {source.id} if source.id else set()


def _facts(entry: Entry) -> Iterator[Problem]:
    known = {source.id: source for source in entry.sources if source.id}
    for keys, fact in entry.attributed():
        if fact.source is None:
            continue
        source = known.get(fact.source)
        if source is None:
            message = f"Eine Quelle mit der id {quoted(fact.source)} gibt es in dieser Datei nicht."
            hint = allowed(fact.source, known) if known else "Geben Sie der Quelle unter „quelle“ eine „id“."
            yield Problem.at(entry.position(*keys, "quelle"), "quelle-unbekannt", message, hint)
        elif fact.stated_by:
            message = "Hier stehen „quelle“ und „laut“. Dann weiß niemand, wer das sagt."
            yield Problem.at(
                entry.position(*keys, "laut"), "quelle-unklar", message, "Behalten Sie nur eins von beiden."
            )
        elif not _agree(fact.as_of, source.as_of):
            message = (
                f"Hier steht: {partial_date(fact.as_of)}. Bei der Quelle {quoted(fact.source)} steht: "
                f"{partial_date(source.as_of)}. Eine Angabe hat nur ein Alter."
            )
            hint = "Wann hat die Quelle das gesagt? Prüfen Sie beide Angaben bei „stand“."
            yield Problem.at(entry.position(*keys, "stand"), "stand-widerspruch", message, hint)


def _unused(entry: Entry) -> Iterator[Problem]:
    """Yield who says a field that the entry does not have; lines of an example are copied so."""
    has = {
        "fuer_wen": entry.audience_notes,
        "sprachen": entry.languages,
        "haltestelle": any(place.stop for place in entry.places),
    }
    for key, _ in entry.attributions.each():
        if not has.get(key, True):
            message = f"„belege“ nennt das Feld „{key}“. Dieses Feld gibt es in dieser Datei nicht."
            hint = f"Löschen Sie „{key}“ unter „belege“."
            yield Problem.at(entry.position("belege", key), "beleg-unbenutzt", message, hint)


def _agree(one: PartialDate, other: PartialDate) -> bool:
    """Return whether two dates can be one day; what is not known agrees with everything."""
    parts = zip((one.year, one.month, one.day), (other.year, other.month, other.day), strict=True)
    return all(0 in pair or pair[0] == pair[1] for pair in parts)
