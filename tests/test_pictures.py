"""Photos of doors: small, without a word on where they were made, never of a place that must stay unknown."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import TODAY
from PIL import Image
from playwright.sync_api import Browser
from small_project import build

from directory.checks import check
from directory.source import load

ENTRY = """
name: Treff
art: treffpunkt
themen: {topic}
beschreibung: Wir treffen uns.
kontakt: {{telefon: 040 123456}}
orte: {{strasse: Am Markt, hausnummer: 1, plz: 20095}}
quelle: {{angabe: Träger, stand: 2026-10}}
bild: {{datei: tuer.jpg, beschreibung: Eine blaue Tür mit 3 Stufen, urheber: Der Verein, jahr: 2026, lizenz: CC BY 4.0}}
"""


def photo(path: Path, size: tuple[int, int] = (1200, 800), **options: object) -> None:
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", size, "navy").save(path, **options)  # type: ignore[arg-type] # what the format takes


def with_exif(path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    photo(path, exif=exif)


def noise(path: Path) -> None:
    path.parent.mkdir()
    Image.effect_noise((900, 900), 100).save(path, quality=95)


@pytest.mark.parametrize(
    ("make", "topic", "codes"),
    [
        (photo, "sport", []),
        (lambda path: photo(path, (1601, 400)), "sport", ["bild-zu-gross"]),
        (noise, "sport", ["bild-zu-gross"]),
        (with_exif, "sport", ["bild-mit-daten"]),
        (lambda path: photo(path, comment=b"bei Frau Muster"), "sport", ["bild-mit-daten"]),
        (lambda path: (path.parent.mkdir(), path.write_bytes(b"<svg/>")), "sport", ["bild-format"]),
        (lambda _: None, "sport", ["bild-fehlt"]),
        (photo, "sucht", ["bild-ort"]),
    ],
    ids=["good", "wide", "heavy", "exif", "comment", "other format", "missing", "sensitive"],
)
def test_only_photos_that_harm_nobody_are_accepted(
    city: Callable[..., Path], make: Callable[[Path], object], topic: str, codes: list[str]
) -> None:
    root = city({"mitte/treff.yaml": ENTRY.format(topic=topic)})
    make(root / "_bilder" / "tuer.jpg")
    problems = check(load(root), TODAY).problems
    assert [problem.code for problem in problems if problem.code.startswith("bild")] == codes


def test_a_photo_stands_on_the_page_as_it_is_and_a_drawing_where_there_is_none(project: Path) -> None:
    entries = project / "entries"
    (entries / "mitte" / "treff.yaml").write_text(ENTRY.format(topic="sport"), encoding="utf-8")
    photo(entries / "_bilder" / "tuer.jpg")
    done = build(project)
    assert done.returncode == 0, done.stdout
    page = (project / "site" / "angebote" / "treff" / "index.html").read_text(encoding="utf-8")
    [image] = re.findall(r"<img [^>]*>", page)
    assert 'alt="Eine blaue Tür mit 3 Stufen" width="1200" height="800"' in image
    assert "Foto: Der Verein, 2026. Lizenz: CC BY 4.0" in page
    copied = project / "site" / "bilder" / "angebote" / "tuer.jpg"
    assert copied.read_bytes() == (entries / "_bilder" / "tuer.jpg").read_bytes()


@pytest.mark.parametrize("address", ["", "lobeda/", "angebote/treffpunkt-am-fichteplatz/"])
def test_drawings_have_the_colours_that_the_reader_has_chosen(browser: Browser, served: str, address: str) -> None:
    def seen(device: str, chosen: str) -> bytes:
        context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=device)  # type: ignore[arg-type]
        context.add_init_script(f"""localStorage.setItem("ansicht", '{{"scheme": "{chosen}"}}')""")
        page = context.new_page()
        page.goto(served + address, wait_until="load")
        shot = page.locator(".band svg:not(.icon)").first.screenshot()
        context.close()
        return shot

    light, dark = seen("light", ""), seen("dark", "")
    assert light != dark
    assert seen("light", "dunkel") == dark
    assert seen("dark", "hell") == light
