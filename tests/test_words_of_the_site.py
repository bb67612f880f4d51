"""What the templates say: every sentence on the built pages keeps the main rules of easy language."""

import re
from pathlib import Path

import pytest
from pagetree import Page
from test_easy_language import MAIN

from directory.checks.easy_language import HardWords
from directory.easy_language import Names, check, profile
from directory.model import Directory
from directory.source import load

BLOCKS = ("p", "li", "dt", "dd", "legend", "label", "summary", "button", "h1", "h2", "h3", "h4", "figcaption")
# Pages for professionals and lawyers are held to the profile "einfach" by hand, but for profiles and the inventory;
# those for contributors quote files and mistakes; the pages of welcome are in other languages.
OTHERS = re.compile(
    r"/(fachleute(?!/(?:bestand|profil))|mitmachen/(felder|meldungen|sprache)|datenschutz|impressum|barrierefreiheit|daten)/|"
    r"/willkommen/"
)
# What is no sentence: an address, a number, a list of names.
SENTENCE = re.compile(r"[A-ZÄÖÜ„\d].*[a-zäöüß].*\s.*[.!?:]$")
FOR_PROFESSIONALS = {"provenance", "sources", "technical"}
END = re.compile(r"(?<=\w\w[.!?])\s+(?=[A-ZÄÖÜ„])|\n")
# What names something; the licence is a name too. Neither a list of localities is a sentence, nor the hours of a day.
NO_SENTENCE = re.compile(
    r"Jede[nr] \S+: \d|Für Fachleute:|Angebote von:|Das macht:|Die Angaben stehen unter der Lizenz|"
    r"(?:Oder f|F)ragen Sie (?:hier|im Haus|beim Anbieter):|Hier heißt es:|Hier ist es:|Seite von:|Nur im |"
    r"Stiftung Dr\.|\S+ Was heißt das\?|(\S+, ){5}"
)
# How many entries a link leads to.
COUNT = re.compile(r"\s\(\d+\)")


@pytest.fixture(scope="module")
def directory() -> Directory:
    found = load(Path("entries")).directory
    assert found
    return found


def sentences(page: Page) -> set[str]:
    """Return the sentences of a page; those that name sources and files are for professionals."""
    found = set()
    for block in page.find(*BLOCKS):
        if any(child.tag in BLOCKS for child in block.iter() if child is not block):
            continue
        if any(FOR_PROFESSIONALS & set(one.attrib.get("class", "").split()) for one in page.above(block)):
            continue
        for part in block.iter():
            if part.tag == "br" or "where" in part.attrib.get("class", ""):
                part.text = f"\n{part.text or ''}"
        text = COUNT.sub("", "".join(block.itertext()))
        found |= {" ".join(part.split()) for part in END.split(text)}
    return {part for part in found if SENTENCE.fullmatch(part) and not NO_SENTENCE.match(part)}


def test_every_sentence_of_the_templates_is_easy(site: Path, directory: Directory) -> None:
    wanted = profile(directory.city.language_profile).only(MAIN)
    names, allowed = Names(directory.names), HardWords(directory)
    spoken: dict[str, str] = {}
    for file in sorted(site.rglob("*.html")):
        address = f"/{file.relative_to(site).parent.as_posix()}/"
        if not OTHERS.search(address):
            for sentence in sentences(Page(address, file.read_text(encoding="utf-8"))):
                spoken.setdefault(sentence, address)
    assert len(spoken) > 500
    lines = sorted(spoken)
    faults = [
        f"{spoken[lines[one.item]]}: {lines[one.item]!r}: {one.rule} {one.text!r}"
        for one in check(lines, wanted, names)
        if one.severity != "hint" and one not in allowed
    ]
    assert not faults, "\n".join(faults)


def test_what_profiles_tell_professionals_is_simple(site: Path, directory: Directory) -> None:
    names, allowed = Names(directory.names), HardWords(directory)
    spoken: set[str] = set()
    for file in site.glob("fachleute/profil/*/index.html"):
        page = Page("/fachleute/", file.read_text(encoding="utf-8"))
        for block in page.find("p"):
            if any("technical" in one.attrib.get("class", "").split() for one in page.above(block)):
                spoken |= {" ".join(part.split()) for part in END.split("".join(block.itertext()))}
    lines = sorted(line for line in spoken if "CSV" not in line and "CC BY" not in line)  # names
    assert len(lines) > 20
    faults = [one for one in check(lines, profile("einfach"), names) if one.severity != "hint" and one not in allowed]
    assert not faults, [(lines[one.item], one.rule) for one in faults]
