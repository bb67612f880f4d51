"""Nothing that is withheld of a secret place stands anywhere: not in a byte of the site, not in a browser.

Marks are put into every field of entries with a secret place, and every file is searched for them. A field or an output
that comes tomorrow falls under it by itself: what a page may show of a secret entry has to be named in SHOWN.
"""

import gzip
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from browsing import serving
from conftest import TODAY, MakeCity, entry_with, load_city
from planted import planted
from playwright.sync_api import Browser
from pypdf import PdfReader
from small_project import make_project

from directory.checks import check
from directory.files.fields import Field

# What people need in order to ask and to come; the rest of a secret entry stays with the editors.
SHOWN = re.compile(
    r"name|weitere_namen|beschreibung|fuer_wen|erster_besuch|bedingungen|(zeiten|ausnahmen|mitmachen|kosten|kontakt)\..*|"
    r"leichte_sprache\.geprueft_von"
)
NOT_SHOWN = {"zeiten.ort"}  # it names a place
SECRET = {
    "art": "geheim",
    "id": "{id}",
    "zugang": {"rollstuhl": "ja", "hinweis": ["{hint}"], "geprueft": {"am": "2026-05-01", "von": "{by}"}},
}
FORMS = {
    "alone": [SECRET],
    "beside-another": [{"art": "telefon"}, {**SECRET, "rolle": "buero"}],
    "paused": [{"art": "geheim", "id": "{id}", "zugang": {"aufzug": "nein", "laut": "{by}", "hinweis": ["{hint}"]}}],
}

SETTINGS = """
webseite: https://angebote.stadt.example
quelltext: https://github.com/stadt/angebote
auskunft: {name: Die Auskunft, kontakt: {telefon: 040 555555}, zugesagt: 2026-11-01}
fehler_melden: {mail: redaktion@stadt.example, telefon: 040 666666}
"""
LEADING_THERE = {
    "leitet-weiter": "kontakt: {ueber: zuflucht-alone}",
    "war-frueher": "status: geschlossen\nnachfolger: [{angebot: zuflucht-alone, was: Rat}]",
}


class Marks:
    """Words that stand nowhere else, by the form of the place and the path of the field."""

    def __init__(self) -> None:
        self.by_field: dict[str, str] = {}

    def mark(self, form: str, path: str) -> str:
        return self.by_field.setdefault(f"{form}: {path}", f"qz{len(self.by_field):04}qz")

    def of(self, form: str, field: Field) -> str:
        mark = self.mark(form, ".".join(field.path))
        return f"https://{mark}.example/" if field.kind == "url" else mark

    def withheld(self) -> dict[str, str]:
        """Return the field of each mark that may stand nowhere."""
        paths = {mark: name.partition(": ")[2] for name, mark in self.by_field.items()}
        return {
            mark: name
            for name, mark in self.by_field.items()
            if not SHOWN.fullmatch(paths[mark]) or paths[mark] in NOT_SHOWN
        }


def places(marks: Marks, form: str) -> object:
    text = json.dumps(FORMS[form])
    for name in ("id", "hint", "by"):
        text = text.replace(f"{{{name}}}", marks.mark(form, f"orte.{name}"))
    return json.loads(text)


@pytest.fixture(scope="module")
def marks() -> Marks:
    return Marks()


@pytest.fixture(scope="module")
def built(marks: Marks, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site with everything that can be built, of a city with three secret places."""
    project = make_project(tmp_path_factory.mktemp("secret"))
    for form in FORMS:
        changed = {
            "orte": places(marks, form),
            "traeger": [f"traeger-{form}"],
            "zeiten.ort": marks.mark(form, "orte.id"),
            "quelle.url": None,
            "status": "pausiert" if form == "paused" else "aktiv",
            "kontakt.telefon.art": "sprache",
        }
        entry = planted(lambda field, form=form: marks.of(form, field), changed)  # type: ignore[misc]
        (project / "entries" / "alle" / f"zuflucht-{form}.yaml").parent.mkdir(exist_ok=True)
        (project / "entries" / "alle" / f"zuflucht-{form}.yaml").write_text(entry)
        provider = {
            "name": marks.mark(form, "traeger.name"),
            "art": "verein",
            "beschreibung": marks.mark(form, "traeger.beschreibung"),
            "kontakt": {"mail": f"{marks.mark(form, 'traeger.mail')}@example.org"},
        }
        (project / "entries" / "_traeger" / f"traeger-{form}.yaml").write_text(json.dumps(provider))
    # What adds parts to pages and data, and entries that lead to a secret one.
    settings = project / "entries" / "_stadt.yaml"
    settings.write_text(settings.read_text() + SETTINGS)
    for name, lines in LEADING_THERE.items():
        (project / "entries" / "mitte" / f"{name}.yaml").write_text(entry_with(f"name: {name}\n{lines}"))
    command = [sys.executable, "-m", "directory", "build", "--today", TODAY.isoformat()]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def contents(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file and what is packed in it: archives, compressed files, the streams and the text of a PDF."""
    yield name, data
    if name.endswith(".gz"):
        yield from contents(name.removesuffix(".gz"), gzip.decompress(data))
    elif zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for one in archive.namelist():
                yield from contents(f"{name}/{one}", archive.read(one))
    elif data.startswith(b"%PDF"):
        plain = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pdf.save(plain, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        yield f"{name} (objects)", plain.getvalue()
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
        yield f"{name} (text)", re.sub(r"[\s\u00ad\u200b-]", "", text).encode()


def everything(site: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(site.rglob("*")):
        if file.is_file():
            name = file.relative_to(site).as_posix()
            yield name, name.encode()
            yield from contents(name, file.read_bytes())


def test_nothing_that_is_withheld_stands_in_the_site(built: Path, marks: Marks) -> None:
    withheld = marks.withheld()
    assert len(withheld) > 20
    pattern = re.compile("|".join([*withheld, *(f"traeger-{form}" for form in FORMS)]).encode(), re.IGNORECASE)
    found: dict[str, set[str]] = {}
    kinds = set()
    for name, data in everything(built):
        kinds.add(name.rpartition(".")[2])
        for mark in pattern.findall(data):
            found.setdefault(withheld.get(mark.decode().lower(), mark.decode()), set()).add(name)
    assert found == {}
    assert {"html", "pdf (text)", "pdf (objects)", "json", "geojson", "csv", "ics", "js", "xml"} <= kinds


def test_the_marks_are_found_where_they_may_stand(built: Path, marks: Marks) -> None:
    """Without this the test above could not fail: what is shown is found in pages, data, search and on paper."""
    shown = {name: mark for name, mark in marks.by_field.items() if mark not in marks.withheld()}
    found: dict[str, set[str]] = {mark: set() for mark in shown.values()}
    pattern = re.compile("|".join(found).encode(), re.IGNORECASE)
    for name, data in everything(built):
        for mark in pattern.findall(data):
            found[mark.decode().lower()].add(name)
    told = found[shown["alone: name"]]
    assert {"angebote/zuflucht-alone/index.html", "daten/entries.json", "daten/entries.csv"} <= told
    assert {"daten/hsds/services/index.json", "daten/angebote-excel.csv"} <= told
    assert any(name.endswith("pdf (text)") for name in told)
    assert any(name.startswith("assets/search") or "suche" in name for name in told)
    assert "angebote/zuflucht-paused/index.html" in found[shown["paused: name"]]
    assert {name for name, mark in shown.items() if name.startswith("alone: kontakt") and not found[mark]} == set()


STORED = """async () => {
  const caches_ = [];
  if (window.caches) for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) caches_.push(request.url, await (await cache.match(request)).text());
  }
  const bases = window.indexedDB?.databases ? (await indexedDB.databases()).map(({ name }) => name) : [];
  return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, caches_, bases, window.name]);
}"""


def test_a_browser_keeps_nothing_of_a_secret_place(built: Path, marks: Marks, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    kept = []
    with serving(built) as address:
        for path in (
            "angebote/zuflucht-alone/",
            "mitmachen/aendern/#zuflucht-alone",
            "meine-liste/",
            "suche/?q=zuflucht",
        ):
            page.goto(address + path, wait_until="networkidle")
            for button in page.locator(".pick button:visible, button.pick:visible").all():
                button.click()
            kept.append(str(page.evaluate(STORED)))
    kept.append(json.dumps(context.storage_state()))
    context.close()
    assert "liste" in "".join(kept), "the list was there, and took nothing from a sensitive page"
    assert [mark for mark in marks.withheld() if mark in "".join(kept).lower()] == []


# Every way in


@pytest.mark.parametrize(
    ("path", "lines", "message"),
    [
        ("mitte/zuflucht.yaml", "orte: {art: geheim}", "Der Ordner „mitte“ verrät"),
        ("mitte/zuflucht.yaml", "orte: [{art: telefon}, {art: geheim, rolle: buero}]", "Der Ordner „mitte“ verrät"),
        ("mitte/zuflucht.yaml", "orte: {art: geheim}\nstatus: pausiert", "Der Ordner „mitte“ verrät"),
        ("alle/zuflucht.yaml", "orte: {art: geheim}\ngebiet: [mitte]", "Das Gebiet „Mitte“ verrät"),
        ("alle/zuflucht.yaml", "orte: {art: geheim}\ngebiet: [alle, hafen]", "Das Gebiet „Hafen“ verrät"),
        ("alle/zuflucht.yaml", "orte: {art: geheim}\ngebiet: [alle]", ""),
        ("alle/zuflucht.yaml", "orte: {art: geheim}", ""),
    ],
)
def test_a_secret_place_is_nowhere_but_in_the_whole_city(city: MakeCity, path: str, lines: str, message: str) -> None:
    loaded = load_city(city({path: entry_with(f"name: Zuflucht\n{lines}")}))
    result = check(loaded, TODAY)
    secret = [problem.message for problem in result.problems if problem.code == "ort-geheim"]
    assert bool(secret) == bool(message)
    assert message in " ".join(secret)
    assert result.checked
    assert ("zuflucht" in result.checked.directory.entry) == (not message), "an output never gets it"
