"""Everything that an entry, a provider or a vocabulary item names exists."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from directory.checks.houses import at_address, whole_name
from directory.checks.providers_meant import provider_meant
from directory.checks.words_meant import what_to_write, with_age
from directory.model import Directory, Entry
from directory.model.base import Record
from directory.model.directory import VOCABULARY_FILES
from directory.model.draft import Draft
from directory.model.opening import Opening
from directory.model.provider import Provider
from directory.model.slugs import slug as file_name
from directory.model.text import NOT_KNOWN
from directory.model.vocabulary import QUESTIONS, Area, Audience, Kind, Topic
from directory.problems import WRITE, Candidates, Hint, Problem, allowed, did_you_mean, quoted
from directory.problems.written import scalar, short_field

Keys = tuple[str | int, ...]
# Field, file of the vocabulary, what the field names, and the words that there are.
Lists = tuple[tuple[str, str, Sequence[str], Collection[str]], ...]


def check(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield names that lead nowhere."""
    slugs = Candidates((*directory.entry, *directory.not_loaded))
    for entry in directory.entries:
        yield from _words(directory, entry)
        yield from _providers(directory, entry, entry.providers)
        yield from _entries(directory, entry, list(_named(entry)), slugs)
        yield from _places(entry)
    for draft in directory.drafts:
        yield from _lists(directory, draft, _of_draft(directory, draft))
        yield from _providers(directory, draft, draft.words.get("traeger", ()))
    for provider in directory.providers.values():
        if through := provider.contact.through:
            yield from _entries(directory, provider, [(("kontakt", "ueber"), through)], slugs)
    groups: tuple[Kind | Area, ...] = (*directory.vocabulary.kinds.values(), *directory.vocabulary.areas.values())
    for group in groups:
        if group.contact_point:
            yield from _entries(directory, group, [(("auskunft",), group.contact_point)], slugs)
    terms: tuple[Topic | Audience, ...] = (
        *directory.vocabulary.topics.values(),
        *directory.vocabulary.audiences.values(),
    )
    for term in terms:
        asked = [(("auskunft", index), slug) for index, slug in enumerate(term.contact_points)]
        yield from _entries(directory, term, asked, slugs)
    yield from _vocabulary(directory)
    yield from _welcomes(directory)
    for wish in directory.wishes.values():
        lists: Lists = (
            ("gebiet", "sozialraeume", wish.areas, directory.vocabulary.areas),
            ("themen", "themen", wish.topics, directory.vocabulary.topics),
        )
        yield from _lists(directory, wish, lists)


LONGEST_SIGN = 3  # letters: "gsg"
MOST_EXPLAINED = 12
VERY_LIKE = 75


def _words(directory: Directory, entry: Entry) -> Iterator[Problem]:
    words = directory.vocabulary
    lists: Lists = (
        ("art", "arten", entry.kinds, words.kinds),
        ("themen", "themen", entry.topics, words.topics),
        ("zielgruppen", "zielgruppen", entry.audiences, words.audiences),
        ("sprachen", "sprachen", entry.languages, words.languages),
        ("gebiet", "sozialraeume", entry.service_areas, words.areas),
    )
    yield from _lists(directory, entry, lists)
    for index, place in enumerate(entry.places):
        for feature in place.access.features if place.access else ():
            keys = ("orte", index, "zugang", feature)
            yield from _word(directory, entry, keys, feature, file="zugang", known=words.access_features)


def _of_draft(directory: Directory, draft: Draft) -> Lists:
    """Return what an entry with errors names, for those lists of words that there are."""
    files = {"art": "arten", "themen": "themen", "zielgruppen": "zielgruppen", "sprachen": "sprachen"}
    known = directory.vocabulary.by_file
    return tuple((key, file, draft.words.get(key, ()), known[file]) for key, file in files.items())


def _lists(directory: Directory, record: Record | Draft, lists: Lists) -> Iterator[Problem]:
    for key, file, values, known in lists:
        there = set(values)
        for index, value in enumerate(values):
            if not value:
                continue
            if value in values[:index]:
                message = f"Im Feld „{key}“ steht {quoted(value)} 2 Mal."
                yield Problem.at(record.position(key, index), "wort-doppelt", message, "Löschen Sie eins davon.")
                continue
            for problem in _word(directory, record, (key, index), value, file=file, known=known):
                yield _named_once(_as_items(problem, key) if len(values) > 1 else problem, there)


def _as_items(problem: Problem, key: str) -> Problem:
    """Return what is said of one item of several: not the whole field is written anew."""
    words = problem.instead.get(key) if isinstance(problem.instead, dict) else None
    if not isinstance(words, list):
        return problem
    said = problem.hint.partition(WRITE)[0]
    rest = {name: value for name, value in problem.instead.items() if name != key}
    lines = "\n".join(f"- {word}" for word in words)
    more = "".join(f"\nUnd ganz links:\n{short_field(name, value)}" for name, value in rest.items())
    return replace(problem, hint=f"{said}Schreiben Sie dafür in der Liste:\n{lines}{more}")


def _named_once(problem: Problem, there: set[str]) -> Problem:
    """Return what is said of a word; which one to write only if that does not stand in the list by then."""
    word = problem.instead
    if not isinstance(word, str):
        return problem
    if word not in there:
        there.add(word)
        return problem
    hint = f"Meinten Sie {quoted(word)}? Das steht schon in der Liste. Dann löschen Sie dieses Wort hier."
    return replace(problem, hint=hint, instead=None)


def _word(
    directory: Directory, record: Record | Draft, keys: Keys, word: str, *, file: str, known: Collection[str]
) -> Iterator[Problem]:
    """Yield a word that its list does not have; a list that cannot be read is reported once, as itself."""
    model = VOCABULARY_FILES[file]
    if word not in known and not {(model, word), (model, file)} & directory.invalid:
        name = next(key for key in reversed(keys) if isinstance(key, str) and key != word)
        message = f"Im Feld „{name}“ steht {quoted(word)}. Dieses Wort gibt es nicht."
        items = directory.vocabulary.by_file.get(file, {})
        whole = items.keys() >= set(known)
        hint = with_age(word, items, name) or what_to_write(word, items, name) if whole else None
        yield Problem.at(record.position(*keys), "wort-unbekannt", message, hint or _allowed(word, known, items))


def _allowed(word: str, known: Collection[str], items: Mapping[str, Record]) -> str:
    """Return the words of a list: short signs such as "fa" and words of which there are few with what they mean."""
    if not known or did_you_mean(word, known, VERY_LIKE) or len(known) > MOST_EXPLAINED:
        return allowed(word, known)
    if max(map(len, known)) <= LONGEST_SIGN:
        listing = ", ".join(f"{key} ({getattr(items.get(key), 'name', key)})" for key in known)
        return f"Erlaubt ist: {listing}."
    meant = {key: next(iter(getattr(items.get(key), "description", ())), "") for key in known}
    listing = "\n".join(f"{key} ({words.rstrip('.')})" if words else key for key, words in meant.items())
    return f"Welches Wort passt am besten? Schreiben Sie das Wort vor der Klammer:\n{listing}"


def _providers(directory: Directory, entry: Entry | Draft, names: Sequence[str]) -> Iterator[Problem]:
    for index, provider in enumerate(names):
        if provider and provider not in directory.providers and (Provider, provider) not in directory.invalid:
            message = f"Den Träger {quoted(provider)} gibt es nicht."
            near = what_to_write(provider, directory.providers, "traeger") or provider_meant(directory, provider)
            if near is None or not (near.words == WRITE or NOT_KNOWN.fullmatch(provider.strip())):
                near = Hint(f"{near or ''}\n{_new_provider(provider)}".strip())
            yield Problem.at(entry.position("traeger", index), "traeger-unbekannt", message, near)


def _new_provider(name: str) -> str:
    """Return the file of a provider that has none yet, and what is written in the entry."""
    slug = file_name(name) or "verein-im-park"
    return "\n".join(
        (
            f"Ist das ein neuer Träger? Dann schreiben Sie hier:\ntraeger: {slug}",
            f"Und legen Sie eine neue Datei an: _traeger/{slug}.yaml. In ihr steht:",
            f"name: {scalar(name)}\nart: verein",
        )
    )


def _named(entry: Entry) -> Iterator[tuple[Keys, str]]:
    """Yield the slugs of other entries, with the keys under which they stand."""
    yield from ((("orte", index, "bei"), place.at) for index, place in enumerate(entry.places) if place.at)
    if entry.contact.through:
        yield ("kontakt", "ueber"), entry.contact.through
    yield from ((("nachfolger", index), one.slug) for index, one in enumerate(entry.successors))


FROM_THE_GUIDE = "Das ist ein Beispiel aus der Anleitung. Löschen Sie"


def _entries(
    directory: Directory, record: Record, named: Sequence[tuple[Keys, str]], known: Candidates
) -> Iterator[Problem]:
    there = directory.entry.keys(), directory.not_loaded.keys(), directory.invalid_entries
    for keys, slug in named:
        if isinstance(record, Entry) and slug == record.slug:
            message = f"Das Angebot {quoted(slug)} zeigt auf sich selbst."
            yield Problem.at(record.position(*keys), "angebot-unbekannt", message, "Löschen Sie diese Zeile.")
        elif not any(slug in slugs for slugs in there):
            message = f"Das Angebot {quoted(slug)} gibt es nicht."
            field = next(str(key) for key in reversed(keys) if isinstance(key, str))
            near: Hint | str | None = f"{FROM_THE_GUIDE} „{field}“." if slug.startswith("beispiel-") else None
            near = near or (
                whole_name(directory, slug)
                or at_address(directory, slug, str(keys[-1]))
                or what_to_write(slug, directory.entry, str(keys[-1]))
            )
            hint = near or known.allowed(slug) or _without_file(field)
            yield Problem.at(record.position(*keys), "angebot-unbekannt", message, hint)


NO_FILE = MappingProxyType(
    {
        "bei": "Hat das Haus keine Datei? Dann löschen Sie „bei“. Schreiben Sie dafür „strasse“ und „hausnummer“.",
        "ueber": "Hat es keine Datei? Dann löschen Sie „ueber“. Schreiben Sie dafür „telefon“ oder „mail“.",
        "nachfolger": "Hat es keine Datei? Dann löschen Sie „nachfolger“.",
    }
)


def _without_file(field: str) -> str:
    """Return what to do where nothing is near: what somebody names may have no file yet."""
    return f"Hier steht der Datei-Name von einem Angebot. {NO_FILE.get(field, '')}".strip()


def _places(entry: Entry) -> Iterator[Problem]:
    known = [place.id for place in entry.places if place.id]
    for index, times in enumerate(entry.times):
        if times.place and times.place not in known:
            message = f"Einen Ort mit der id {quoted(times.place)} gibt es in dieser Datei nicht."
            hint = allowed(times.place, known) if known else f"Schreiben Sie bei dem Ort dazu:\nid: {times.place}"
            if len(entry.places) == 1 and not did_you_mean(times.place, known):
                hint = f"Es gibt hier nur einen Ort. Löschen Sie diese Zeile:\nort: {times.place}"
            yield Problem.at(entry.position("zeiten", index, "ort"), "ort-unbekannt", message, hint)


def _welcomes(directory: Directory) -> Iterator[Problem]:
    words = directory.vocabulary
    for welcome in directory.welcomes.values():
        for index, phrase in enumerate(welcome.emergency):
            keys = ("notfall", index, "stelle")
            yield from _word(directory, welcome, keys, phrase.help, file="sofort_hilfe", known=words.emergency_numbers)
        for index, topic_phrase in enumerate(welcome.topics):
            keys = ("themen", index, "thema")
            yield from _word(directory, welcome, keys, topic_phrase.topic, file="themen", known=words.topics)


def _vocabulary(directory: Directory) -> Iterator[Problem]:
    words = directory.vocabulary
    for topic in words.topics.values():
        yield from _word(directory, topic, ("gruppe",), topic.group, file="gruppen", known=words.groups)
    asked = (*QUESTIONS, *words.access_features)
    for kind in words.kinds.values():
        for index, question in enumerate(kind.questions or ()):
            yield from _word(directory, kind, ("fragen", index), question, file="zugang", known=asked)
    for locality in words.localities.values():
        yield from _word(directory, locality, ("sozialraum",), locality.area, file="sozialraeume", known=words.areas)
    for street in words.streets.values():
        for index, area in enumerate(street.areas):
            yield from _word(directory, street, ("sozialraum", index), area, file="sozialraeume", known=words.areas)
    for feature in words.access_features.values():
        for index, need in enumerate(feature.needs):
            yield from _word(directory, feature, ("bedarf", index), need, file="bedarfe", known=words.needs)
    yield from _emergency_numbers(directory)
    for opening in words.openings.values():
        yield from _opening(directory, opening)
    yield from _answers(directory)


def _answers(directory: Directory) -> Iterator[Problem]:
    """Yield answers that there are not any more: the search does without, and no build waits for whoever chose them."""
    known = Candidates((*directory.entry, *directory.not_loaded))
    there = {*directory.entry, *directory.not_loaded, *directory.invalid_entries}
    for answers in directory.vocabulary.answers.values():
        for key, slugs in (("passt", answers.fitting), ("auch", answers.partly)):
            for index, slug in enumerate(slugs):
                if slug not in there:
                    message = f"Das Angebot {quoted(slug)} gibt es nicht."
                    gone = "Gibt es das Angebot nicht mehr? Dann löschen Sie das Wort hier."
                    hint = "\n".join(filter(None, (known.allowed(slug), gone)))
                    yield Problem.at(answers.position(key, index), "anliegen-ohne-angebot", message, hint)


def _emergency_numbers(directory: Directory) -> Iterator[Problem]:
    words = directory.vocabulary
    for number in words.emergency_numbers.values():
        lists: Lists = (
            ("themen", "themen", number.topics, words.topics),
            ("zielgruppen", "zielgruppen", number.audiences, words.audiences),
        )
        yield from _lists(directory, number, lists)


def _opening(directory: Directory, opening: Opening) -> Iterator[Problem]:
    words = directory.vocabulary
    lists: Lists = (
        ("themen", "themen", opening.topics, words.topics),
        ("arten", "arten", opening.kinds, words.kinds),
        ("nummern", "sofort_hilfe", opening.numbers, words.emergency_numbers),
    )
    yield from _lists(directory, opening, lists)
    chosen = [(("zuerst", index), slug) for index, slug in enumerate(opening.entries)]
    yield from _entries(directory, opening, chosen, Candidates((*directory.entry, *directory.not_loaded)))
