"""The files that the search page loads."""

from collections.abc import Iterator
from itertools import count

from directory.model import Directory, Entry
from directory.output.file import OutputFile
from directory.output.scripts import minified
from directory.search import index
from directory.search.analysis import stem
from directory.search.documents import documents
from directory.search.help import help_script
from directory.search.intents import intents_file
from directory.search.intents.answers import Answers, answers_file, answers_of
from directory.search.outside import places_outside
from directory.search.rarer_words import LETTERS, foreign_words, rarer_words
from directory.search.results import result_rows
from directory.search.synonyms import area_phrases, localities_by_area, named_after, search_vocabulary
from directory.view.day import ONE_SEARCH_FILE, DayView

FOLDER = "suche/daten"
HELP = "assets/scripts/help.js"


def search_files(view: DayView, one_file: int = ONE_SEARCH_FILE) -> Iterator[OutputFile]:
    """Yield what recognises danger, vocabulary, rarer words, intents, and of entries: index, titles, what they answer.

    Above so many entries the last three for each area too.
    An area has what takes place there, what serves the whole city, and what is named after it: nothing else can be a
    result of a search in that area. Scores are those of the whole city, so results are the same.
    """
    directory, entries = view.directory, view.listed
    found = documents(directory, entries)
    whole = index.build(found)
    split = len(entries) > one_file
    settings = {"areaOf": localities_by_area(directory)}
    written = whole.postings.keys()
    # A name that no entry has is sent with the rarer words.
    outside = places_outside(directory)
    here = [name for name in outside if stem(name) in written and not _stands_in_a_place(whole, stem(name))]
    elsewhere = [name for name in outside if stem(name) not in written]
    yield OutputFile(HELP, minified(help_script()))
    yield OutputFile(f"{FOLDER}/sprache.json", search_vocabulary(directory, written, outside=here, **settings))
    yield OutputFile(f"{FOLDER}/anliegen.json", intents_file())
    yield OutputFile(f"{FOLDER}/worte.json", rarer_words(directory, written, elsewhere))
    for letters in LETTERS:
        yield OutputFile(f"{FOLDER}/fremd-{letters}.json", foreign_words(letters))
    answers = answers_of(directory, found, whole)
    yield from _of(view, answers, whole, "", list(range(len(entries))))
    for area in directory.vocabulary.areas if split else ():
        yield from _of(view, answers, whole, f"-{area}", _of_area(directory, entries, area))


def _stands_in_a_place(whole: index.Index, term: str) -> bool:
    """Return whether an entry is named after a place, or is there, though that is outside the city."""
    return any(whole.postings[term][field] for field in ("name", "others", "places"))


def _of(view: DayView, answers: Answers, whole: index.Index, suffix: str, chosen: list[int]) -> Iterator[OutputFile]:
    """Yield index, titles, and what answers whom, of the chosen entries."""
    yield OutputFile(f"{FOLDER}/antworten{suffix}.json", answers_file(answers, chosen))
    yield OutputFile(f"{FOLDER}/index{suffix}.json", index.compressed(whole, chosen))
    yield OutputFile(f"{FOLDER}/titel{suffix}.json", result_rows(view, [view.listed[number] for number in chosen]))


def _of_area(directory: Directory, entries: tuple[Entry, ...], area: str) -> list[int]:
    wide = {area, *(other.id for other in directory.vocabulary.areas.values() if other.city_wide)}
    phrases = area_phrases(directory, area)
    return [
        number
        for number, entry in zip(count(), entries, strict=False)
        if wide.intersection(directory.areas_of(entry)) or named_after(entry, phrases)
    ]
