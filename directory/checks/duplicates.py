"""One entry, one file: names that are equal in other words, contacts of the same entry, and entries to be left out."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from itertools import combinations

from directory.checks.privacy import related
from directory.easy_language.lemmas import known
from directory.model import Directory, Entry
from directory.model.contact import WEB_START
from directory.model.phone_number import national
from directory.model.slugs import LEGAL_FORM
from directory.model.text import collation_key, street_key
from directory.model.vocabulary import Locality
from directory.problems import Position, Problem, quoted

# Of 100; tried on the shipped names: two entries of one provider stay below.
NEARLY_EQUAL = 92
# In a city's directory there are fewer of one kind in one area; beyond that, time must not grow with the square.
NEIGHBOURS = 50
# A word that is in no list of words and in so few names says which entry is meant: "Kassablanca", not "Treff".
RARE = 3
SMALL = "am an beim das dem den der des die ein eine fur im in mit und vom von zu zum zur"
SMALL_WORDS = frozenset(SMALL.split())
HINT = "Ist es das gleiche Angebot, dann löschen Sie eine Datei."


def check(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield entries that seem to be the same entry, and removed ones that came back."""
    by_name: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(directory.entries, key=lambda entry: entry.path):
        by_name[collation_key(entry.name)[0]].append(entry)
        if entry.slug in directory.removed:
            message = f"Der Träger wollte, dass {quoted(entry.slug)} hier nicht steht."
            hint = "Löschen Sie diese Datei. Will er wieder hinein, dann löschen Sie seine Zeile in _entfernt.yaml."
            yield Problem.at(Position(entry.path), "entfernt", message, hint)
    for equal in (entries for entries in by_name.values() if len(entries) > 1):
        for entry in equal:
            message = f"Den gleichen Namen hat auch {equal[entry is equal[0]].path}."
            yield Problem.at(entry.position("name"), "name-doppelt", message, f"{HINT} Sonst ergänzen Sie den Namen.")
    first = {name: entries[0] for name, entries in by_name.items()}
    said: set[frozenset[str]] = set()
    for entry, other in (*_nearly_equal(first), *_in_other_words(directory, first), *_same_contact(directory)):
        pair = frozenset({entry.path, other.path})
        if pair not in said and entry is not other:
            said.add(pair)
            # In both files: whoever checks only one of them must see it, too.
            for one, same in ((entry, other), (other, entry)):
                message = (
                    f"{quoted(one.name)} ist vielleicht das gleiche Angebot wie {quoted(same.name)} ({same.path})."
                )
                yield Problem.at(one.position("name"), "fast-gleich", message, HINT)


def name_words(name: str, city: str) -> frozenset[str]:
    """Return the words by which an entry is known: without order, hyphens, small words, legal form and the city."""
    own = collation_key(city)[0]
    joined = re.sub(r"(?<=\w)[-\u2010-\u2015](?=\w)", "", LEGAL_FORM.sub(" ", name))
    return frozenset(collation_key(joined)[0].split()) - SMALL_WORDS - {own, f"{own}er"}


def _in_other_words(directory: Directory, by_name: dict[str, Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield entries whose names have the same words, or one all rare words of the other, in any folder and kind."""
    words = {name: name_words(entry.name, directory.city.name) for name, entry in by_name.items()}
    counts = Counter(word for own in words.values() for word in own)
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for name, own in words.items():
        for word in own:
            by_word[word].append(name)
    own_words = _own_words(directory)
    for sharing in (names for names in by_word.values() if len(names) <= NEIGHBOURS):
        for name, other_name in combinations(sorted(sharing), 2):
            entry, other = sorted((by_name[name], by_name[other_name]), key=lambda one: one.path)
            fewer, more = sorted((words[name], words[other_name]), key=len)
            part = fewer < more and not related(entry, other) and not _part_of(entry, other)
            rare = (word for word in fewer if counts[word] <= RARE)
            if fewer == more or (part and not all(_ordinary(word, own_words) for word in rare)):
                yield entry, other


def _own_words(directory: Directory) -> frozenset[str]:
    """Return the words by which kinds and topics are known; the list of all words takes half a second to load."""
    kinds, topics = directory.vocabulary.kinds.values(), directory.vocabulary.topics.values()
    texts = [*(kind.name for kind in kinds), *(text for topic in topics for text in (topic.name, *topic.words))]
    return frozenset(word for text in texts for word in name_words(text, directory.city.name))


def _ordinary(word: str, own: frozenset[str]) -> bool:
    return not word.isalpha() or word in own or known(word) or known(word.capitalize())


def _part_of(one: Entry, other: Entry) -> bool:
    """Return whether a name says that it is a part of the other: "Kochtreff im Jugendzentrum Westside"."""
    shorter, longer = sorted((one.name, other.name), key=len)
    return bool(re.search(rf"\b(?:am|beim|der|des|im|in|vom|von|zum)\s+{re.escape(shorter)}", longer))


def _same_contact(directory: Directory) -> Iterator[tuple[Entry, Entry]]:
    """Yield entries without provider or house in common that can be reached in the same way.

    That is two ways, a mail address and any word of their names, or one way and a word by which both are known.
    """
    ways: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in sorted(directory.entries, key=lambda entry: entry.path):
        for way in dict.fromkeys(_ways(entry)):
            ways[way].append(entry)
    common: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for (kind, _), sharing in ways.items():
        for entry, other in combinations(sharing[:NEIGHBOURS], 2):
            if not related(entry, other):
                common[entry.slug, other.slug].add(kind)
    localities = tuple(
        {collation_key(name)[0] for one in directory.vocabulary.localities.values() for name in _names(one)}
    )
    own_words, words_of = _own_words(directory), cache(partial(name_words, city=directory.city.name))
    for (slug, other_slug), kinds in common.items():
        entry, other = directory.entry[slug], directory.entry[other_slug]
        if collation_key(entry.name)[0] == collation_key(other.name)[0]:
            continue  # that is said of the names
        words = words_of(entry.name) & words_of(other.name)
        near = (word for word in words if not word.startswith(localities))
        mail = "mail" in kinds and words
        if len(kinds) > 1 or mail or not all(_ordinary(word, own_words) for word in near):
            yield entry, other


def _ways(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield every way to reach an entry: its kind, and what is equal in all spellings."""
    yield from (("mail", mail.casefold()) for mail in entry.contact.mails)
    yield from (("web", WEB_START.sub("", one).rstrip("/").casefold()) for one in entry.contact.websites)
    yield from (("phone", national(one.digits)) for one in entry.contact.numbers if one.digits.startswith(("0", "+")))
    for place in entry.places:
        if place.street and place.house_number:
            number = place.house_number.replace(" ", "").casefold()
            yield "address", f"{place.city or ''} {street_key(place.street)} {number}"


def _names(locality: Locality) -> tuple[str, ...]:
    return (locality.name, *locality.other_names)


def _nearly_equal(by_name: dict[str, Entry]) -> Iterator[tuple[Entry, Entry]]:
    from rapidfuzz import fuzz  # noqa: PLC0415 - a build without entries needs none

    # Only entries of one kind in one area are compared. Numbered ones ("Gruppe 1", "Gruppe 2") differ by their numbers.
    blocks: defaultdict[tuple[str, str, str], list[tuple[str, Entry]]] = defaultdict(list)
    for name, entry in by_name.items():
        numbers = " ".join(re.findall(r"\d+", name))
        blocks[entry.area, entry.main_kind, numbers].append((name, entry))
    for block in blocks.values():
        for first, second in sorted(_compared(block)):
            (name, entry), (other_name, other) = block[first], block[second]
            if fuzz.ratio(name, other_name, score_cutoff=NEARLY_EQUAL):
                yield entry, other


def _compared(block: list[tuple[str, Entry]]) -> set[tuple[int, int]]:
    """Return which names to compare, by their places: all, or of very many each with its neighbours.

    Neighbours are those that begin alike, and those that end alike: two names that differ in one place do one of it.
    """
    if len(block) <= NEIGHBOURS:
        return set(combinations(range(len(block)), 2))
    forwards = sorted(range(len(block)), key=lambda place: block[place][0])
    backwards = sorted(range(len(block)), key=lambda place: block[place][0][::-1])
    return {
        (min(one, other), max(one, other))
        for order in (forwards, backwards)
        for at, one in enumerate(order)
        for other in order[at + 1 : at + 1 + NEIGHBOURS // 2]
    }
