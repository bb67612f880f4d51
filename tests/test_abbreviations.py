"""Short names that are spelled out on the page of an offer: a list that somebody has read (WCAG 3.1.4).

A new or changed line is looked at once: is that name meant? `pytest --golden` writes the list anew.
"""

from pathlib import Path

import pytest
from browsing import ENTRIES
from conftest import day_view
from pagetree import Page

from directory.source import load
from directory.view.abbreviations import abbreviations, short_names
from directory.view.shown import shown_sentences

LIST = Path("tests/cases/abbreviations_of_the_site.txt")
# Names that stand for no other words, or for words that no source tells.
ONLY_NAMES = frozenset(["EKKStein", "GUT", "IKOS", "JG", "KOMME", "LISA", "NOVA", "REFUGIO", "SCHOTT", "TOWANDA"])
# "Naturschutzjugend (NAJU)", "MobB e. V. – Menschen ohne bezahlte Beschäftigung": the name says it itself.
SAID_IN_THE_NAME = frozenset(["AKST", "GPV", "HivO", "KuBuS", "MobB", "NAJU", "SiT"])


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        pytest.param("AWO Jena", ["AWO", "Arbeiterwohlfahrt"], ["Arbeiterwohlfahrt"], id="within a compound"),
        pytest.param("Die ÜAG", ["ÜAG", "Überbetriebliche Ausbildungsgesellschaft"], None, id="umlauts"),
        pytest.param("TaF", ["TaF", "Treffpunkt am Fichteplatz e. V."], ["Treffpunkt am Fichteplatz"], id="no e. V."),
        pytest.param("Im SV", ["SV Lobeda", "Sportverein Lobeda"], ["Sportverein"], id="the same end"),
        pytest.param("AWO", ["AWO", "Altenhilfe"], [], id="other letters"),
        pytest.param("AWO", ["Arbeiterwohlfahrt"], [], id="a group without the short name"),
        pytest.param("Mobiler Dienst (MoD)", ["MoD", "Mobiler Dienst"], [], id="said in the same text"),
        pytest.param("WeltRaum", ["WeltRaum", "Welt der Räume"], [], id="two words"),
        pytest.param("SV SCHOTT", ["SCHOTT", "Sportverein Schott"], [], id="the same in small letters"),
    ],
)  # fmt: skip
def test_a_short_name_is_spelled_out(text: str, names: list[str], found: list[str] | None) -> None:
    assert [one.long for one in abbreviations(short_names([text]), [(*names,)], [text])] == (
        names[1:] if found is None else found
    )


def test_every_short_name_on_a_page_of_the_site_is_explained(request: pytest.FixtureRequest) -> None:
    view = day_view(load(ENTRIES).directory)
    lines, unexplained = [], []
    for entry in view.listed:
        shown = view.of(entry)
        lines += [f"{shown.slug} | {one.short} | {one.long}" for one in shown.abbreviations]
        texts = [shown.name, *shown_sentences(entry), *(provider.name for provider in shown.contact.providers)]
        shorts = {*short_names(texts)} - ONLY_NAMES - SAID_IN_THE_NAME
        shorts -= {one.short for one in shown.abbreviations}
        unexplained += [f"{shown.slug}: {short}" for short in shorts if not view.glossary.explains(short)]
    text = "".join(f"{line}\n" for line in sorted(lines))
    if request.config.getoption("--golden"):
        LIST.write_text(text, encoding="utf-8")
    assert unexplained == []
    assert text == LIST.read_text(encoding="utf-8")


def test_the_page_says_it_once(site: Path) -> None:
    page = Page("/", (site / "angebote" / "radio-okj" / "index.html").read_text(encoding="utf-8"))
    said = [part for part in page.find("p") if part.text == "kurz für Offener Kanal Jena"]
    assert len(said) == 1
