"""A directory without what has errors, and without every name that would lead there."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from directory.checks.checked import Kind, LeftOut
from directory.model import Directory, Entry
from directory.model.contact import Contact
from directory.model.provider import Provider
from directory.source import Loaded
from directory.source.load import city_wide, model_of

Holder = TypeVar("Holder", Entry, Provider)


def concern_the_city(loaded: Loaded, paths: Collection[str]) -> bool:
    """Return whether any of these files matters to every entry; one that is not there does."""
    return any(path not in loaded.files or city_wide(loaded.files[path]) for path in paths)


def left_out_files(loaded: Loaded, paths: Iterable[str]) -> Iterator[LeftOut]:
    """Yield what each of these files would have been."""
    kinds = {Entry: Kind.ENTRY, Provider: Kind.PROVIDER}
    for path in paths:
        file = loaded.files[path]
        model = model_of(file)
        yield LeftOut(path=path, kind=kinds.get(model, Kind.FILE) if model else Kind.FILE, name=file.stem)


def pruned(directory: Directory, paths: Collection[str]) -> tuple[Directory, tuple[LeftOut, ...]]:
    """Return the directory without the entries and providers of these files, and what else is missing without them.

    An entry that takes place at a missing entry is missing too. Other names of what is missing are taken out of the
    entries and providers that have them. What is missing counts as `invalid`, and its names stay known.
    """
    providers = {one.id: one for one in directory.providers.values() if one.path not in paths}
    entries, without_venue = _with_venue([entry for entry in directory.entries if entry.path not in paths])
    pathways = {key: one for key, one in directory.pathways.items() if one.path not in paths}
    welcomes = {key: one for key, one in directory.welcomes.items() if one.path not in paths}
    wishes = {key: one for key, one in directory.wishes.items() if one.path not in paths}
    slugs = {entry.slug for entry in entries}
    dropped: list[LeftOut] = []
    entries = [_entry_without(entry, slugs, providers, dropped) for entry in entries]
    providers = {key: _without_through(provider, slugs, dropped) for key, provider in providers.items()}
    gone = [entry for entry in directory.entries if entry.path in paths or entry.slug not in slugs]
    others = (
        *directory.providers.values(),
        *directory.pathways.values(),
        *directory.welcomes.values(),
        *directory.wishes.values(),
    )
    if not gone and not dropped and not any(one.path in paths for one in others):
        return directory, ()
    smaller = replace(
        directory,
        entries=tuple(entries),
        providers=MappingProxyType(providers),
        pathways=MappingProxyType(pathways),
        welcomes=MappingProxyType(welcomes),
        wishes=MappingProxyType(wishes),
        invalid=directory.invalid
        | {(Entry, entry.slug) for entry in gone}
        | {(Provider, key) for key in directory.providers if key not in providers},
        not_loaded=MappingProxyType(
            {
                **directory.not_loaded,
                **{entry.slug: tuple(names_of(entry)) for entry in gone if entry.slug not in slugs},
            }
        ),
    )
    return smaller, (*without_venue, *dropped)


def _with_venue(entries: list[Entry]) -> tuple[list[Entry], list[LeftOut]]:
    """Return the entries whose houses are all there, and the others."""
    without_venue: list[LeftOut] = []
    while True:
        slugs = {entry.slug for entry in entries}
        lost = {
            entry.path: LeftOut(path=entry.path, kind=Kind.ENTRY, name=entry.slug, because=place.at)
            for entry in entries
            for place in entry.places
            if place.at and place.at not in slugs
        }
        if not lost:
            return entries, without_venue
        without_venue += lost.values()
        entries = [entry for entry in entries if entry.path not in lost]


def _entry_without(
    entry: Entry, slugs: Collection[str], providers: Mapping[str, Provider], dropped: list[LeftOut]
) -> Entry:
    """Return the entry without names that lead nowhere; they are added to `dropped`."""
    entry = _without_through(entry, slugs, dropped)
    lost = {
        "traeger": [name for name in entry.providers if name not in providers],
        "nachfolger": [one.slug for one in entry.successors if one.slug not in slugs],
    }
    for field, names in lost.items():
        dropped += (LeftOut(path=entry.path, kind=Kind.REFERENCE, name=field, because=name) for name in names)
    changed: dict[str, object] = {}
    if lost["traeger"]:
        changed["providers"] = tuple(name for name in entry.providers if name in providers)
    if lost["nachfolger"]:
        changed["successors"] = tuple(one for one in entry.successors if one.slug in slugs)
    return entry.model_copy(update=changed) if changed else entry


def _without_through(holder: Holder, slugs: Collection[str], dropped: list[LeftOut]) -> Holder:
    through = holder.contact.through
    if through is None or through in slugs:
        return holder
    dropped.append(LeftOut(path=holder.path, kind=Kind.REFERENCE, name="kontakt: ueber", because=through))
    contact: Contact = holder.contact.model_copy(update={"through": None})
    return holder.model_copy(update={"contact": contact})


def names_of(entry: Entry) -> Iterator[str]:
    """Yield what is called by a name in an entry."""
    yield from (entry.name, *entry.other_names)
    yield from (place.stop for place in entry.places if place.stop)
