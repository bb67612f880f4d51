"""Nothing foreign is published: links that lead out of the folders of the site stop a build."""

import shutil
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from small_project import build, content
from test_serve import previewed, read, shows

from directory.source.links import foreign_folder, foreign_links

FOREIGN = "Das darf niemand lesen."


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "geheim").mkdir()
    (tmp_path / "geheim" / "geheim.md").write_text(FOREIGN)
    (tmp_path / "docs" / "innen").mkdir(parents=True)
    (tmp_path / "docs" / "innen" / "seite.md").write_text("# Seite")
    return tmp_path / "docs"


def found(docs: Path) -> list[tuple[str, str]]:
    return [(problem.path, problem.message) for problem in foreign_links(docs, "docs")]


@pytest.mark.parametrize(
    ("path", "target", "message"),
    [
        ("a.md", "../geheim/geheim.md", "Diese Verknüpfung führt aus dem Ordner hinaus."),
        ("ordner", "../geheim", "Diese Verknüpfung führt aus dem Ordner hinaus."),
        ("innen/tief.md", "../../geheim/geheim.md", "Diese Verknüpfung führt aus dem Ordner hinaus."),
        ("innen/ordner", "../../geheim", "Diese Verknüpfung führt aus dem Ordner hinaus."),
        ("a.md", "/etc/hostname", "Diese Verknüpfung führt aus dem Ordner hinaus."),
        (".verborgen", "/etc", "Diese Verknüpfung führt aus dem Ordner hinaus."),
        ("a.md", "nichts.md", "Diese Verknüpfung führt ins Leere."),
        ("a.md", "a.md", "Diese Verknüpfung führt ins Leere."),
        ("innen/oben", "..", "Diese Verknüpfung führt im Kreis."),
    ],
)
def test_links_that_lead_out_are_told(docs: Path, path: str, target: str, message: str) -> None:
    (docs / path).symlink_to(target)
    assert found(docs) == [(f"docs/{path}", message)]


def test_links_that_stay_inside_are_fine(docs: Path) -> None:
    (docs / "gleich.md").symlink_to("innen/seite.md")
    (docs / "auch").symlink_to("innen")
    (docs / ".#offen.md").symlink_to("jemand@rechner:1")
    assert found(docs) == []


def test_two_folders_that_lead_to_each_other_are_a_circle(docs: Path) -> None:
    (docs / "andere").mkdir()
    (docs / "andere" / "hin").symlink_to("../innen")
    (docs / "innen" / "her").symlink_to("../andere")
    assert {message for _, message in found(docs)} == {"Diese Verknüpfung führt im Kreis."}


def test_the_folder_itself_may_be_no_link_to_elsewhere(docs: Path, tmp_path: Path) -> None:
    project = tmp_path / "projekt"
    project.mkdir()
    (project / "docs").symlink_to(tmp_path / "geheim")
    (problem,) = foreign_links(project / "docs", "docs")
    assert (problem.path, problem.message) == ("docs", "Diese Verknüpfung führt aus dem Projekt hinaus.")
    (tmp_path / "gleich").symlink_to(docs)
    assert foreign_folder(tmp_path / "gleich", "gleich") is None


@pytest.mark.parametrize(
    "path", ["geheim.md", *(pytest.param(path, marks=pytest.mark.audit) for path in ("ordner", "mitmachen/tief.txt"))]
)
def test_a_build_stops_before_anything_is_built(built: Path, path: str) -> None:
    before = content(built / "site")
    (built / "geheim").mkdir()
    (built / "geheim" / "geheim.txt").write_text(FOREIGN)
    (built / "docs" / path).symlink_to(built / "geheim" / ("" if path == "ordner" else "geheim.txt"))
    done = build(built)
    assert done.returncode == 1
    assert "Diese Verknüpfung führt aus dem Ordner hinaus." in done.stdout
    assert content(built / "site") == before


def test_the_theme_of_a_city_is_looked_at_too(project: Path) -> None:
    (project / "geheim.css").write_text(FOREIGN)
    (project / "theme" / "assets").mkdir(parents=True)
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("font: false", "font: false, custom_dir: theme"))
    assert build(project).returncode == 0
    (project / "theme" / "assets" / "a.css").symlink_to("../../geheim.css")
    done = build(project)
    assert done.returncode == 1
    assert "theme/assets/a.css" in done.stdout


def test_entries_that_lie_elsewhere_stop_a_build(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "entries"
    shutil.move(project / "entries", elsewhere)
    (project / "entries").symlink_to(elsewhere)
    done = build(project)
    assert done.returncode == 1
    assert "Diese Verknüpfung führt aus dem Projekt hinaus." in done.stdout


def test_a_preview_shows_the_problem_and_not_the_file(project: Path) -> None:
    (project / "geheim.md").write_text(FOREIGN)
    (project / "docs" / "geheim.md").symlink_to("../geheim.md")
    (project / "docs" / "geheim.svg").symlink_to("../geheim.md")
    with previewed(project) as address:
        shows(address, "Diese Verknüpfung führt aus dem Ordner hinaus.")
        shows(f"{address}geheim/", "Diese Verknüpfung führt aus dem Ordner hinaus.")
        assert FOREIGN.encode() not in read(f"{address}geheim/")
        with pytest.raises(urllib.error.HTTPError, match="404"):
            read(f"{address}geheim.svg")
