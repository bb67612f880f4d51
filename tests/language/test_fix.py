"""Rewrites that change no meaning: hours, ranges and fractions stay as somebody has written them."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.easy_language import profile, rewritten
from directory.easy_language.fix import WHY_SAFE

REVIEWED = Path(__file__).with_name("rewritten_hours.txt")
STRICT = profile("leicht-din")


def after(line: str) -> str:
    [done], changes = rewritten([line], STRICT)
    assert all(change.why for _, change in changes)
    return done


@pytest.mark.parametrize(
    "line",
    [
        "Wir haben bis 19h offen.",
        "Mo. - Do.: 8:00 - 17:00 Uhr Fr.: 8:00 - 14:30 Uhr",
        "Offen ist um 18.30 Uhr.",
        "Offen ist von 9:00-12:00.",
        "Offen ist Mo-Fr.",
        "Es kommen 10–12 Menschen.",
        "Nehmen Sie 1/2 Liter oder ½ Tasse.",
        "Nehmen Sie zwei Drittel davon.",
        "Wir treffen uns um halb acht.",
        "Kommen Sie von drei bis vier Uhr.",
        "Die Annahme ist bis 11.00 bzw. 17.00 Uhr.",
        "Wilhelm II hat das Haus gebaut.",
        "Das ist die VI im Plan.",
    ],
)
def test_what_is_in_doubt_stays(line: str) -> None:
    assert after(line) == line


@pytest.mark.parametrize(
    ("line", "done"),
    [
        ("Wir kommen z. B. am Di oder Mi.", "Wir kommen zum Beispiel am Dienstag oder Mittwoch."),
        ("Das steht im SGB II.", "Das steht im SGB 2."),
        ("Wir haben zwei Räume.", "Wir haben 2 Räume."),
        ("Am 02.12.2026 ist Weihnachts-Feier.", "Am 2. Dezember 2026 ist Weihnachts-Feier."),
        ("Wir kochen & backen.", "Wir kochen und backen."),
    ],
)
def test_what_is_sure_is_written_anew(line: str, done: str) -> None:
    assert after(line) == done


def test_real_lines_of_hours_keep_their_meaning() -> None:
    """The lines that change among 377 real ones, each with what it becomes; every pair was read."""
    pairs = [pair.split("\n") for pair in REVIEWED.read_text(encoding="utf-8").strip().split("\n\n")]
    assert len(pairs) >= 20
    for line, done in pairs:
        assert after(line) == done
        assert numbers(done) == numbers(line)


def numbers(line: str) -> list[str]:
    """Return the hours, ranges and fractions of a line, as they are written."""
    return re.findall(r"\d+[.:]\d\d(?!\.?\d)|\d+ ?(?:Uhr|h)\b|\d+ ?[-–/] ?\d+|[½¼¾]", line)


hour = st.integers(0, 24).map(str) | st.tuples(st.integers(0, 23), st.sampled_from([":", "."]), st.integers(0, 59)).map(
    lambda parts: f"{parts[0]}{parts[1]}{parts[2]:02}"
)
span = st.tuples(hour, st.sampled_from([" Uhr", "h", " h", ""]), st.sampled_from(["-", " - ", "–", " bis ", "/"]), hour)
timed = st.tuples(span, st.sampled_from([" Uhr", "h", " h"])).map(lambda parts: "".join(parts[0]) + parts[1])
WORDS = "Mo|Di.|Fr|Fr.|Sa|So|Mo-Fr|z. B.|bzw.|ca.|tägl.|u.|zwei|acht|&|+|,|;|am|ab|um|Nr.|II|IV|Std."
word = st.sampled_from(re.split(r"\|", WORDS))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(timed, word), min_size=1, max_size=8))
def test_hours_are_never_touched(parts: list[str]) -> None:
    line = " ".join(parts)
    done = after(line) if line.strip() else ""
    for part in parts:
        if re.search(r"\d", part):
            assert part in done, line


def test_no_rule_about_hours_is_carried_out() -> None:
    assert not {"time", "percent", "decimal", "high-number"} & set(WHY_SAFE)
