"""The checkers of pages and colours find what is broken: one good page, and one fault at a time."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from accessibility import CHECKS
from contrast import contrast, loose_colours, schemes, too_weak, unplaced
from findings import KEY, counts, disagreeing, ran
from pagetree import Page

from directory.output.sheets import STYLES

GOOD = """<!doctype html>
<html lang="de"><head><title>Seite</title><link rel="stylesheet" href="../a.css"><script src="a.js"></script></head>
<body><a class="skip" href="#inhalt">Zum Inhalt</a>
<header><a href="/">Start</a>
<nav aria-label="Haupt-Menü"><ul><li><a href="./" aria-current="page">Hier</a></li></ul></nav>
<form><fieldset><legend>Schrift</legend><label><input type="radio" name="size"> Groß</label></fieldset>
<button type="button"><svg aria-hidden="true"></svg>Zurück</button></form></header>
<nav class="crumbs" aria-label="Sie sind hier">
<ol><li><a href="/">Start</a></li><li aria-current="page">Seite</li></ol></nav>
<main><article id="inhalt" tabindex="-1"><h1>Seite</h1><h2 id="was">Was</h2><p><a href="/eins/">Eins</a></p>
<p><a href="https://example.org" rel="noopener">example.org</a></p><img src="a.png" alt="Ein Haus"></article></main>
<aside aria-labelledby="hilfe"><h2 id="hilfe">Hilfe</h2></aside>
<footer><nav aria-label="Mehr"><a href="/daten/">Daten</a></nav></footer></body></html>"""
BROKEN = [
    ("language", 'lang="de"', 'lang="en"'),
    ("headings", "<h2 id", "<h1>Noch eine</h1><h2 id"),
    ("headings", '<h2 id="was">Was</h2>', "<h3>Was</h3>"),
    ("own headings", '<h2 id="was">Was</h2>', '<h2 id="was">Hilfe</h2>'),
    ("skip link", '<a class="skip" href="#inhalt">Zum Inhalt</a>', ""),
    ("skip link", ' tabindex="-1"', ""),
    ("landmarks", 'aria-label="Mehr"', 'aria-label="Haupt-Menü"'),
    ("landmarks", ' aria-label="Mehr"', ""),
    ("landmarks", "<main>", "<main></main><main>"),
    ("aria-current", ' aria-current="page">Hier', ">Hier"),
    ("aria-current", 'href="/daten/"', 'href="/daten/" aria-current="page"'),
    ("aria-current", ' aria-current="page">Seite', ">Seite"),
    ("names of controls", "> Groß<", "><"),
    ("names of controls", ">Eins<", '><svg aria-hidden="true"></svg><'),
    ("fields and buttons", "<legend>Schrift</legend>", ""),
    ("fields and buttons", ' type="button"', ""),
    ("images", ' alt="Ein Haus"', ""),
    ("images", '<svg aria-hidden="true">', "<svg>"),
    ("ids and references", 'id="was"', 'id="hilfe"'),
    ("ids and references", 'aria-labelledby="hilfe"', 'aria-labelledby="weg"'),
    ("no other hosts", 'src="a.js"', 'src="https://cdn.example/a.js"'),
    ("no other hosts", 'src="a.png"', 'src="//cdn.example/a.png"'),
    ("links to other hosts", ' rel="noopener"', ""),
    ("links to other hosts", 'rel="noopener"', 'rel="noopener" target="_blank"'),
    ("tab order", 'tabindex="-1"', 'tabindex="1"'),
    ("tab order", 'tabindex="-1"', 'tabindex=""'),
    ("no inline code", "<h1>", '<h1 style="color:red">'),
    ("no inline code", "<h1>", '<h1 onclick="x()">'),
    ("no inline code", "<h1>", "<script>x()</script><h1>"),
    ("no English", "Zum Inhalt", "Skip to content"),
    ("no English", 'aria-label="Mehr"', 'aria-label="Table of contents"'),
    ("same words, same goal", '<a href="/eins/">Eins</a>', '<a href="/eins/">Eins</a> <a href="/zwei/">Eins</a>'),
    ("same words, same goal", "<p><a", '<p><a href="/zwei/">Eins</a></p><h2>Weiter</h2><p><a'),
    ("where the page stands", ' aria-label="Sie sind hier"', ""),
    ("where the page stands", ' aria-current="page">Seite', ">Seite"),
    ("tables", "<p>", "<table><tr><td>1</td></tr></table><p>"),
]


def faults(check: str, html: str) -> list[str]:
    return list(CHECKS[check](Page("/hier/", html)))


@pytest.mark.parametrize("check", CHECKS)
def test_a_good_page_has_no_faults(check: str) -> None:
    assert faults(check, GOOD) == []


@pytest.mark.parametrize(("check", "good", "bad"), BROKEN)
def test_each_fault_is_found(check: str, good: str, bad: str) -> None:
    assert GOOD.count(good) >= 1, "the fault would change nothing"
    assert faults(check, GOOD.replace(good, bad, 1)) != []


def test_every_check_has_a_fault_that_it_finds() -> None:
    assert {check for check, _, _ in BROKEN} == set(CHECKS)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#4051b5", "#c6cbe9") == pytest.approx(4.28, abs=0.05)  # measured by axe on Material's tabs


@pytest.mark.parametrize(
    ("name", "weak"), [("text", "#666"), ("line", "#ddd"), ("on-action", "#aaa"), ("focus-edge", "#ffdf5a")]
)
def test_a_weak_colour_is_found(name: str, weak: str) -> None:
    found = schemes(STYLES)["light"]
    assert any(name in fault or "focus" in fault for fault in too_weak(found | {name: weak}))
    assert not any(name in fault for fault in too_weak(found))


def test_a_colour_that_nobody_placed_and_one_outside_of_the_tokens_are_found() -> None:
    assert unplaced({"new": "#123456", "gap": "1rem"}) == ["new"]
    assert loose_colours("a { color: #123; margin: 0 }") == ["a: color: #123"]
    with pytest.raises(ValueError, match="no colour"):
        contrast("tomato", "#fff")


@pytest.mark.parametrize(
    "dark",
    [
        "@media (prefers-color-scheme: dark) { :root { --ground: #000 } }",
        ':root[data-scheme="dunkel"] { --ground: #000 }',
    ],
)
def test_dark_colours_are_found_wherever_they_stand(tmp_path: Path, dark: str) -> None:
    (tmp_path / "one.css").write_text(f":root {{ --ground: #fff; --text: #111 }} /* x */ {dark}", encoding="utf-8")
    assert schemes(tmp_path)["light"] == {"ground": "#fff", "text": "#111"}
    assert schemes(tmp_path)["dark"] == {"ground": "#000", "text": "#111"}


def test_the_counts_of_all_workers_are_added_up() -> None:
    def report(found: int, when: str = "call") -> Any:
        return SimpleNamespace(user_properties=[(KEY, {"check": "x", "pages": 2, "found": found})], when=when)

    assert counts(cast("list[pytest.TestReport]", [report(1), report(0), report(9, "teardown")])) == {
        "x": {"pages": 4, "found": 1}
    }


@pytest.mark.parametrize(
    ("found", "audit", "wrong"), [(1, False, set()), (1, True, {"x"}), (2, True, set()), (3, False, {"x"})]
)
def test_only_an_audit_may_say_that_the_statement_tells_too_much(found: int, audit: bool, wrong: set[str]) -> None:
    measured = {"x": found, "new": 0}
    assert disagreeing(measured, {"x": 2}, every_check=False, audit=audit) == wrong
    assert disagreeing(measured, {"x": 2, "old": 0}, every_check=True, audit=audit) == wrong | {"new", "old"}


def test_only_a_run_of_all_tests_of_all_files_measures_every_check() -> None:
    def config(keyword: str = "", *arguments: str) -> Any:
        return SimpleNamespace(getoption=lambda _: keyword, args=arguments)

    names = [file.name for file in Path(__file__).parent.glob("test_accessibility_*.py")]
    reports: list[Any] = [SimpleNamespace(nodeid=f"tests/{name}::test_one") for name in names]
    assert ran(config(), reports, "test_accessibility_*.py")
    assert not ran(config(), reports[1:], "test_accessibility_*.py")
    assert not ran(config("axe"), reports, "test_accessibility_*.py")
    assert not ran(config("", "tests/test_accessibility_static.py::test_one"), reports, "test_accessibility_*.py")
