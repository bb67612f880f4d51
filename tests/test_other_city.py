"""The engine knows no city: another one, in another federal state, gets a site of its own."""

import re
import subprocess
import sys
from pathlib import Path

from conftest import BASE_ENTRY, MakeCity

PROJECT = Path(__file__).parents[1]
CONFIG = """
site_name: Treffpunkte
docs_dir: {docs}
theme: {{name: material, language: de, font: false}}
plugins: []
hooks: [{hook}]
strict: true
"""


def test_three_entries_of_another_city(city: MakeCity, tmp_path: Path) -> None:
    crisis = (
        "name: Linie\nart: treffpunkt\nthemen: sucht\nbeschreibung: Das ist eine Linie.\nkontakt: {telefon: 116 117}\n"
    )
    root = city({"hafen/linie.yaml": crisis + "orte: {art: telefon}\nquelle: {angabe: Träger}\n"})
    (tmp_path / "docs" / "mitmachen").mkdir(parents=True)
    (tmp_path / "docs" / "mitmachen" / "index.md").write_text("# Mitmachen\n\nSchreiben Sie uns.\n")
    hook = PROJECT / "hooks" / "directory_hook.py"
    (tmp_path / "mkdocs.yml").write_text(CONFIG.format(docs=tmp_path / "docs", hook=hook))
    command = [
        sys.executable,
        "-m",
        "directory",
        "build",
        "--no-booklets",
        "--entries",
        str(root),
        "--config",
        str(tmp_path / "mkdocs.yml"),
    ]
    command += ["--output", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("3 Angebote")
    text = "".join(page.read_text() for page in (tmp_path / "site").rglob("*.html"))
    assert "Treffpunkte in Musterstadt" in text
    assert "Kein Angebot der Stadt Musterstadt." in text
    assert not re.search(r"Jena|Saale|Lobeda|Winzerla|Thüring|TLMB|03641", text)


HOSTILE = '</title><script>alert(1)</script>"><img src=x onerror=y>'


def test_no_name_becomes_markup_in_the_frame_of_a_page(city: MakeCity, tmp_path: Path) -> None:
    """The frame is rendered by MkDocs, whose templates do not escape by themselves."""
    root = city({"mitte/boese.yaml": f"name: '{HOSTILE}'\n" + BASE_ENTRY.partition("\n")[2]})
    settings = root / "_stadt.yaml"
    settings.write_text(settings.read_text().replace("name: Musterstadt", f"name: '{HOSTILE}'"))
    output = tmp_path / "site"
    command = [
        sys.executable,
        "-m",
        "directory",
        "build",
        "--no-booklets",
        "--entries",
        str(root),
        "--output",
        str(output),
    ]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    text = (output / "angebote" / "boese" / "index.html").read_text()
    assert text.count("&lt;script&gt;alert(1)") >= 4, "title, way, heading, banner"
    for page in output.rglob("*.html"):
        assert "<script" not in re.sub(
            r'<script(?: type="module")? src="|<script type="application/ld\+json">(?=[^<]*</script>)',
            "",
            page.read_text(),
        ), page
        assert "<img" not in page.read_text(), page


def test_no_code_or_template_names_the_first_city() -> None:
    own_words = re.compile(r"Jena|Saale|Lobeda|Winzerla|Thüring|TLMB|03641")
    for file in (PROJECT / "directory").rglob("*"):
        if file.suffix in {".py", ".html", ".yaml", ".css", ".js", ".typ"}:
            assert not own_words.search(file.read_text(encoding="utf-8")), file
