"""Time our build of 1,000 entries against plain MkDocs with Material on 1,000 Markdown pages as long; and 5,000.

Run: python tests/benchmarks/build_speed.py [rounds]. The two kinds of build take turns, so that a machine that slows
down slows both. What counts is the ratio, not the seconds. Ours has lists, weeks and calendars too: what is
compared is the time of a page.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from html import unescape
from pathlib import Path

from generate import write_entries

PROJECT = Path(__file__).parents[2]
TODAY = "2026-11-22"
PLAIN = """site_name: Plain
theme: {name: material, language: de, font: false}
plugins: [%s]
not_in_nav: "/angebote/"
nav: [index.md]
"""


def timed(command: list[str], folder: Path) -> float:
    """Return the seconds that a command takes; it must succeed."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


def ours(count: int, folder: Path) -> list[str]:
    """Return the command that builds so many entries, after writing them."""
    entries = folder / f"entries-{count}"
    entries.mkdir()
    write_entries(PROJECT / "entries", entries, count)
    output = str(folder / f"site-{count}")
    return [
        sys.executable,
        "-m",
        "directory",
        "build",
        "--no-booklets",
        "--entries",
        str(entries),
        "--output",
        output,
        "--today",
        TODAY,
    ]


def plain(site: Path, folder: Path) -> list[str]:
    """Return the command that builds the text of our entry pages as Markdown, after writing it."""
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(plain_config(site, folder))]


def plain_config(site: Path, folder: Path, plugins: str = "") -> Path:
    """Write the text of our entry pages as Markdown, and return the settings for plain MkDocs and Material.

    Without its search, which is no part of ours either: what is compared is how pages are made.
    """
    docs = folder / "plain" / "docs"
    (docs / "angebote").mkdir(parents=True)
    (docs / "index.md").write_text("# Start\n", encoding="utf-8")
    (folder / "plain" / "mkdocs.yml").write_text(PLAIN % plugins, encoding="utf-8")
    for page in sorted((site / "angebote").glob("*/index.html")):
        article = page.read_text(encoding="utf-8").split("<article", 1)[1].split(">", 1)[1].split("</article>")[0]
        (docs / "angebote" / f"{page.parent.name}.md").write_text(markdown(article), encoding="utf-8")
    return folder / "plain" / "mkdocs.yml"


def markdown(article: str) -> str:
    """Return the words of an HTML body as Markdown with the same headings, lists and paragraphs."""
    text = re.sub(r"<h([1-3])[^>]*>", lambda match: "\n\n" + "#" * int(match.group(1)) + " ", article)
    text = re.sub(r"<li[^>]*>", "\n- ", text)
    text = re.sub(r"<(p|dt|dd|address|div|section|ul)[^>]*>", "\n\n", text)
    text = re.sub(r"\n[ \t]+", "\n", unescape(re.sub(r"<[^>]+>", "", text)))
    return re.sub(r"\n{3,}", "\n\n", text)


def main(rounds: int) -> None:
    """Print the medians and the two ratios that must hold."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = {"ours 1,000": ours(1000, folder)}
        timed(commands["ours 1,000"], PROJECT)
        commands |= {"plain 1,000": plain(folder / "site-1000", folder), "ours 5,000": ours(5000, folder)}
        seconds: dict[str, list[float]] = {key: [] for key in commands}
        for _ in range(rounds):
            for key, command in commands.items():
                seconds[key].append(timed(command, PROJECT))
        pages = {key: len([*site.rglob("index.html")]) for key, site in sites(folder).items()}
    for key, values in seconds.items():
        print(f"{key:<12} median {statistics.median(values):6.2f} s  ({min(values):.2f} to {max(values):.2f})")
    small, big, other = (seconds[key] for key in ("ours 1,000", "ours 5,000", "plain 1,000"))
    whole = ratio(small, other)
    print(f"ours / plain   {whole:.2f}, with {pages['ours']:,} and {pages['plain']:,} pages")
    print(f"a page / a plain page   {whole * pages['plain'] / pages['ours']:.2f}  (must be at most 0.50)")
    print(f"5,000 / 1,000  {ratio(big, small):.2f}  (must be at most 5.30)")


def sites(folder: Path) -> dict[str, Path]:
    """Return where both sites are built."""
    return {"ours": folder / "site-1000", "plain": folder / "plain" / "site"}


def ratio(ones: list[float], others: list[float]) -> float:
    """Return the median of the ratios, round by round."""
    return statistics.median(one / other for one, other in zip(ones, others, strict=True))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
