"""The feed of what is new: strictly as RFC 4287 wants it, with dates from the entries alone."""

import re
from datetime import date, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest
from conftest import TODAY, MakeCity, day_view, entry_with, load_city

from directory.exports.as_atom import write

ATOM = "{http://www.w3.org/2005/Atom}"
NEW = "aufgenommen: 2026-11-02"
CONFIRMED = "bestaetigt: {am: 2026-11-10, von: traeger}"


def feed(city: MakeCity, files: dict[str, str], name: str = "entries", today: date = TODAY) -> str:
    return write(day_view(load_city(city(dict(files), name=name)).directory, today))


def refuse(text: str) -> list[ET.Element]:
    """Return the entries of a feed that has all that RFC 4287 demands (4.1.1 and 4.1.2)."""
    root = ET.fromstring(text)  # noqa: S314 - our own file
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    for item in (root, *entries):
        for name in ("id", "title", "updated"):
            [one] = item.findall(f"{ATOM}{name}")
            assert one.text
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", item.findtext(f"{ATOM}id") or "")
        moments = [*item.findall(f"{ATOM}updated"), *item.findall(f"{ATOM}published")]
        assert all(datetime.fromisoformat(one.text or "").tzinfo for one in moments)
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    for entry in entries:
        [link] = entry.findall(f"{ATOM}link")
        assert link.attrib.keys() == {"rel", "href"}
        assert link.attrib["rel"] == "alternate"
        assert entry.findtext(f"{ATOM}content")
    ids = [item.findtext(f"{ATOM}id") for item in (root, *entries)]
    assert len({*ids}) == len(ids)
    said = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert said == sorted(said, reverse=True)
    assert not said or root.findtext(f"{ATOM}updated") == said[0]
    return entries


def test_new_and_confirmed_offers_are_told_the_newest_first(city: MakeCity) -> None:
    files = {
        "mitte/alt.yaml": entry_with("name: Alt"),
        "mitte/chor.yaml": entry_with(f"name: Chor & <Co>\n{NEW}"),
        "mitte/gruppe.yaml": entry_with(f"name: Gruppe\naufgenommen: 2026-10-01\n{CONFIRMED}"),
    }
    entries = refuse(feed(city, files))
    assert [
        [item.findtext(f"{ATOM}{name}") for name in ("title", "summary", "updated", "published")] for item in entries
    ] == [
        [
            "Gruppe",
            "Neu im Verzeichnis seit 1. Oktober 2026. Bestätigt am 10. November 2026.",
            "2026-11-10T00:00:00Z",
            "2026-10-01T00:00:00Z",
        ],
        ["Chor & <Co>", "Neu im Verzeichnis seit 2. November 2026.", "2026-11-02T00:00:00Z", "2026-11-02T00:00:00Z"],
    ]


def test_without_a_date_the_feed_is_there_and_empty(city: MakeCity) -> None:
    assert refuse(feed(city, {})) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<id>", "<ids>"),
        ("T00:00:00Z</updated>", "</updated>"),
        ("<name>", "<nam>"),
        (' rel="alternate" href="../angebote', ' href="../angebote'),
    ],
)
def test_a_planted_fault_is_found(city: MakeCity, old: str, new: str) -> None:
    text = feed(city, {"mitte/gruppe.yaml": entry_with(f"name: Gruppe\n{NEW}")})
    closing = {"<ids>": ("</id>", "</ids>"), "<nam>": ("</name>", "</nam>")}.get(new, ("", ""))
    assert old in text
    refuse(text)
    with pytest.raises((AssertionError, ValueError)):
        refuse(text.replace(old, new).replace(*closing))


def test_an_offer_stays_the_same_when_its_file_gets_a_new_name(city: MakeCity) -> None:
    lines = f"name: Gruppe\n{NEW}"
    [before] = refuse(feed(city, {"mitte/gruppe.yaml": entry_with(lines)}))
    renamed = {"mitte/kreis.yaml": entry_with(f"{lines}\nfruehere_namen_der_datei: [gruppe]")}
    [after] = refuse(feed(city, renamed, name="renamed"))
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")


def test_the_day_of_the_build_is_not_in_it(city: MakeCity) -> None:
    files = {"mitte/gruppe.yaml": entry_with(f"name: Gruppe\n{CONFIRMED}")}
    assert feed(city, files) == feed(city, files, name="later", today=TODAY + timedelta(days=40))


def test_a_secret_offer_says_only_what_it_is(city: MakeCity) -> None:
    lines = f'orte: [{{art: geheim}}, {{strasse: Am Kai, hausnummer: 9, plz: "20095", rolle: buero}}]\n{NEW}'
    text = feed(city, {"alle/zuflucht.yaml": entry_with(lines)})
    assert len(refuse(text)) == 1
    assert "Am Kai" not in text
