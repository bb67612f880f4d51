"""Sentences typed without umlauts: "Fuer Anfaengerinnen", though only names of files are written so."""

import re
from collections.abc import Iterator

from directory.easy_language.lemmas import known
from directory.model.entry import Entry
from directory.model.sentences import sentence_lists
from directory.problems import Problem, quoted
from directory.source.layout.finding import rewritten
from directory.source.parsing.document import Document

# "neue", "Mauer", "Quelle", "Israel", "aktuell", "zuerst": there the 2 letters are hardly ever an umlaut.
PAIR = re.compile(r"[aA]e(?![lr]\b)|[oO]e|(?<![aeqAEQ])[uU]e(?!ll|rst)")
WORD = re.compile(r"(?<![\w@./-])[A-Za-zÄÖÜäöüß]+(?:-[A-Za-zÄÖÜäöüß]+)*(?![\w@/]|[.-]\w)")
UMLAUTS = {"ae": "ä", "oe": "ö", "ue": "ü", "Ae": "Ä", "Oe": "Ö", "Ue": "Ü"}
# What the word list has in Swiss spelling, too; "Massage", "Fussel" and "Kreissaal" are no such words.
SHARP = re.compile(
    r"(?<=gro|grö|gru|grü|hei|wei|fei|lei|bei)ss(?=\b|e|ig|k|z|s|v|h|b)|(?<=groe|grue)ss|(?<=stra)ss(?=en?\b|en|e-|enb)"
    r"|(?<=rau)ss(?=en)|(?<=au)ss(?=en|er)|(?<=spa)ss(?!a|e[lr])|(?<=fu|fü)ss(?!e[lr])|(?<=fue)ss|(?<=sü)ss|(?<=sue)ss"
    r"|(?<=[lhgn]ie)ss|(?<=rei)ss(?=ig)|(?<=mä)ss(?=ig)|(?<=mae)ss(?=ig)|(?<=gemä)ss\b|(?<=blo|sto)ss",
    re.IGNORECASE,
)
SWISS = frozenset({"fuer", "Fuer"})
MOST_NAMED = 5
# The first words that people write so even beside others with umlauts.
OFTEN = (
    " fuer ",
    "Fuer ",
    "ueber ",
    "Ueber ",
    "koennen",
    "oechte",
    "gross",
    "Gross",
    "trasse ",
    "schoen",
    "muess",
    "Tuer",
)


def umlauts(entry: Entry, document: Document) -> Iterator[Problem]:
    """Yield, once for a file, that its sentences have no umlauts, with the lines as they most likely should be.

    Only what the word list has with an umlaut and not without one counts; beside two such words the names among them
    that it does not know are read in the same way.
    """
    if any(letter in document.text for letter in "äöü") and not any(word in document.text for word in OFTEN):
        return  # who writes one umlaut hardly leaves out another; nearly all files end here
    texts = [(keys, text) for keys, text in _texts(entry) if PAIR.search(text) or SHARP.search(text)]
    words = {word for _, text in texts for word in WORD.findall(text) if PAIR.search(word) or SHARP.search(word)}
    sure = {word: meant for word in sorted(words) if (meant := _meant(word))}
    if not sure:
        return
    if len(sure) > 1:
        sure |= {word: with_umlauts(word) for word in words - sure.keys() if _strange(word)}
    lines = document.text.split("\n")
    mended: dict[int, str] = {}
    for keys, text in texts:
        number = document.position(*keys).line - 1
        own = {word: sure[word] for word in WORD.findall(text) if word in sure}
        if own:
            mended[number] = WORD.sub(lambda word: sure.get(word.group(), word.group()), lines[number])
    named = ", ".join(quoted(word) for word in list(dict.fromkeys(_in_order(texts, sure)))[:MOST_NAMED])
    message = f"{named}: In Sätzen und Namen stehen Umlaute und „ß“. Nur Datei-Namen haben keine."
    yield rewritten("umlaut", message, dict(sorted(mended.items()))).problem(document.path)


def with_umlauts(word: str) -> str:
    """Return a word with an umlaut for each pair of letters that can stand for one."""
    return PAIR.sub(lambda pair: UMLAUTS[pair.group()], SHARP.sub("ß", word))


def _texts(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what people read, with the keys under which it stands."""
    yield ("name",), entry.name
    yield from ((("weitere_namen", at), name) for at, name in enumerate(entry.other_names))
    for keys, sentences in sentence_lists(entry):
        yield from (((*keys, at), sentence) for at, sentence in enumerate(sentences))
    yield from ((("quelle", at, "angabe"), one.statement) for at, one in enumerate(entry.sources) if one.statement)


def _meant(word: str) -> str:
    """Return a word with umlauts, where the word list has it so and not as it is written."""
    parts = word.split("-")
    meant = [_part(part) for part in parts]
    return "-".join(meant) if meant != parts else ""


def _part(part: str) -> str:
    written = with_umlauts(part)
    if written == part:
        return part
    if PAIR.search(part) and part not in SWISS and known(part):
        return SHARP.sub("ß", part)
    return written if known(written) or known(written.lower()) or not PAIR.search(part) else part


def _strange(word: str) -> bool:
    return any(PAIR.search(part) and not known(part) for part in word.split("-"))


def _in_order(texts: list[tuple[tuple[str | int, ...], str]], sure: dict[str, str]) -> Iterator[str]:
    return (word for _, text in texts for word in WORD.findall(text) if word in sure)
