"""The writer of our own makes the site that MkDocs makes: every page and file, byte for byte."""

import re
from pathlib import Path

import pytest
from browsing import ENTRIES, PROJECT
from conftest import BASE_ENTRY, CITY, TODAY
from small_project import build, content, make_project
from test_cli import AUDIT, COMPLETE

from directory.site.hand_written import DocumentError, address_of, hand_written
from directory.site.mkdocs import Settings
from directory.site.writer import SiteConfig, write_site

LONG = """# Über **uns** & andere

Wir [machen](mitmachen/index.md#eins "Titel") das. Auch [hier](mitmachen/),
[dort](https://example.org/x.md) und ![Bild](bilder/a.svg).

| A | B |
| - | - |
| 1 | 2 |

## Eins {#eins}
## Zwei & drei
### Darunter
## Vier
## Fünf

<div markdown="0">Roh & so</div>
"""
OF_MITMACHEN = """# Mitmachen

[Zurück](../ueber-uns.md#eins), [Start](../index.md), ![Bild](../bilder/a.svg), [selbst](#x), [ohne](ohne.md)
"""


def test_the_shipped_site_is_the_same(site: Path, tmp_path: Path) -> None:
    config = SiteConfig.read(PROJECT / "mkdocs.yml")
    write_site(Settings(entries=ENTRIES, today=TODAY, booklets=False, docs=config.docs), config, tmp_path)
    assert [name for name, text in both(content(site), content(tmp_path)).items() if text] == []


def both(one: dict[str, bytes], other: dict[str, bytes]) -> dict[str, bool]:
    """Return for each file whether it differs."""
    assert len(one) > 50
    return {name: one.get(name) != other.get(name) for name in one.keys() | other.keys()}


@pytest.mark.parametrize("options", [(), ("--publish",)], ids=["trial", "published"])
def test_a_site_with_an_address_and_pages_of_all_kinds_is_the_same(tmp_path: Path, options: tuple[str, ...]) -> None:
    project = make_project(tmp_path / "project")
    settings = project / "entries" / "_stadt.yaml"
    settings.write_text((CITY / "_stadt.yaml").read_text() + COMPLETE)
    (project / "entries" / "_barrierefreiheit.yaml").write_text(AUDIT)
    (project / "entries" / "mitte" / "gruppe.yaml").write_text(BASE_ENTRY)
    docs = project / "docs"
    (docs / "ueber-uns.md").write_text(LONG)
    (docs / "mitmachen" / "index.md").write_text(OF_MITMACHEN)
    for name in ("bilder/a.svg", ".versteckt", "mitmachen/.versteckt/x.txt", "robots.txt"):
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_text("<svg/>")
    with (project / "mkdocs.yml").open("a") as config:
        config.write("markdown_extensions: [attr_list, {toc: {toc_depth: 3}}]\nstrict: false\n")
        config.write("extra: {menu: {Finden: {suche/: Suche}}, footer: {Mehr: {daten/: Daten}}}\n")
    for output, more in (("mit", ()), ("ohne", ("--without-mkdocs",))):
        done = build(project, "--output", output, *options, *more)
        assert done.returncode == 0, done.stdout + done.stderr
    made = content(project / "mit")
    assert [name for name, differs in both(made, content(project / "ohne")).items() if differs] == []
    assert b"https://treff.example/angebote/gruppe/" in made["sitemap.xml"] or not options
    assert 'href="../mitmachen/#eins"' in made["ueber-uns/index.html"].decode()


def test_a_broken_entry_or_page_leaves_the_old_site(built: Path) -> None:
    old = content(built / "site")
    (built / "docs" / "neu.md").write_bytes(b"# Gr\xfc\xdfe")
    done = build(built, "--without-mkdocs")
    assert done.returncode == 1
    assert "Die Datei „docs/neu.md“ ist nicht in UTF-8 gespeichert." in done.stdout + done.stderr
    (built / "docs" / "neu.md").unlink()
    (built / "entries" / "mitte" / "kaputt.yaml").write_text("name: x")
    done = build(built, "--without-mkdocs")
    assert done.returncode == 1
    assert re.search(r"Die Felder .*„beschreibung“.* fehlen", done.stdout)
    assert "Die alte Seite ist noch da." in done.stderr
    assert content(built / "site") == old


def test_pages_by_hand_have_an_address_a_title_and_sections(tmp_path: Path) -> None:
    (tmp_path / "seite.md").write_text("# Titel\n\n## Eins\n\n## Zwei\n")
    [page] = hand_written(tmp_path, {})
    assert (page.address, page.title, [one.url for one in page.sections]) == ("seite/", "Titel", ["#eins", "#zwei"])
    assert [address_of(name) for name in ("index.md", "a/index.md", "a/b.md", "a/b.svg")] == [
        "",
        "a/",
        "a/b/",
        "a/b.svg",
    ]
    (tmp_path / "kaputt.md").write_bytes(b"\xff")
    with pytest.raises(DocumentError, match="kaputt"):
        list(hand_written(tmp_path, {}))
