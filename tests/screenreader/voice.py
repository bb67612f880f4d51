"""How the voice of most free screen readers (eSpeak NG) says the times, dates and numbers of 30 offers.

    tests/screenreader/voice.py SITE TABLE

writes a table: what is written, what is said (in eSpeak's sounds), and whether that is right: part by part it must
sound like the parts said alone. A number of a phone is right if its groups are said as digits or as small numbers,
never as thousands. What eSpeak cannot say better is named: it knows no "dreißigste", and says "Uhr" twice.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from walk import Page

OFFERS = 30
GAP = "[ \N{NO-BREAK SPACE}]"
MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
DAYS = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag"
WRITTEN = re.compile(
    rf"(?P<clock>\d+:\d\d){GAP}Uhr|(?P<hour>\d+){GAP}Uhr|(?P<day>\d+)\. (?P<month>{MONTHS})(?P<of> \d{{4}})?"
    rf"|(?P<which>\d)\. (?P<weekday>{DAYS})|(?P<phone>(?:0\d{{2,4}}|11\d)(?:{GAP}\d{{1,3}})+)"
    r"|(?P<year>(?:19|20)\d\d)(?!\d)|(?P<code>0\d{4})|(?P<number>\d{1,3})(?!\d)"
)
RIGHT, PLAIN_DAY, TWICE, WRONG = "richtig", "verständlich: Zahl statt „-te“", "verständlich: „Uhr“ 2 Mal", "FALSCH"


@cache
def said(text: str) -> str:
    """Return the sounds of a text, without stress and breaks."""
    command = ["espeak-ng", "-v", "de", "-q", "-x", text]
    sounds = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return re.sub(r"[^A-Za-z@0-9]", "", sounds)


def together(parts: Iterable[str]) -> str:
    return "".join(said(part) for part in parts)


def ways(number: str) -> Iterator[list[str]]:
    """Yield the ways to say a group of digits: each digit, or as a number, zeros apart."""
    yield list(number)
    bare = number.lstrip("0")
    if bare and len(bare) <= 3:
        yield ["0"] * (len(number) - len(bare)) + [bare]


def verdict(found: re.Match[str]) -> str:
    """Say whether one thing is said right."""
    heard, got = said(found[0]), found.groupdict()
    if clock := got["clock"]:
        hour, minutes = clock.split(":")
        once = [hour, "Uhr", *([minutes] if minutes != "00" else [])]
        return RIGHT if heard == together(once) else TWICE if heard == together([*once, "Uhr"]) else WRONG
    if got["hour"]:
        return RIGHT if heard == together([got["hour"], "Uhr"]) else WRONG
    if number := got["day"] or got["which"]:
        rest = [got["month"] or got["weekday"], *([got["of"].strip()] if got["of"] else [])]
        return PLAIN_DAY if heard == together([number, *rest]) else WRONG
    if phone := got["phone"]:
        readings = {""}
        for group in re.split(GAP, phone):
            readings = {begun + together(way) for begun in readings for way in ways(group)}
        return RIGHT if heard in readings else WRONG
    if got["code"]:
        return RIGHT if heard == together(got["code"]) else WRONG
    return RIGHT  # a number alone


def things(page: Page) -> list[re.Match[str]]:
    """Return what an offer says with digits: its times, its dates, its address, its numbers."""
    texts = [node.raw for node in page.all("p", "li", "address", "a") if node.within(lambda one: one.tag == "article")]
    found = [one for text in texts for one in WRITTEN.finditer(re.sub(r"[ \n\t]+", " ", text))]
    return list({one[0]: one for one in found}.values())


def main(site: Path, table: Path) -> int:
    pages = [Page(site, f"angebote/{folder.name}/") for folder in sorted((site / "angebote").iterdir())]
    most = sorted(((page.address, things(page)) for page in pages), key=lambda one: -len(one[1]))[:OFFERS]
    rows = [(address, one[0], said(one[0]), verdict(one)) for address, found in most for one in found]
    table.parent.mkdir(exist_ok=True)
    lines = ["Angebot\tgeschrieben\tgesprochen\tUrteil", *("\t".join(row) for row in rows)]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    counts = [f"{sum(row[3] == name for row in rows):5} {name}\n" for name in (RIGHT, PLAIN_DAY, TWICE, WRONG)]
    sys.stdout.writelines(counts)
    sys.stderr.writelines(f"{row[0]}: “{row[1]}” sounds like {row[2]}.\n" for row in rows if row[3] == WRONG)
    return any(row[3] == WRONG for row in rows)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
