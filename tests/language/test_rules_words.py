"""Rules about words and characters: labelled sentences, rewrites, and texts that nobody should write."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.easy_language import check, explanations, fixed, profile
from directory.easy_language.names import Names
from directory.easy_language.rules import SENTENCE_RULES, TEXT_RULES

CASES = Path(__file__).parent / "cases"
MINE = [
    "sentence-per-item",
    "sentence-length",
    "abbreviation",
    "number-word",
    "roman",
    "high-number",
    "percent",
    "decimal",
    "date",
    "time",
    "phone",
    "special-character",
    "gender-sign",
    "quotes",
    "all-caps",
    "long-word",
    "hyphen-form",
    "jargon",
    "foreign-word",
    "negation",
    "references",
    "nominal-style",
]
STRICT = profile("leicht-bitv")


def cases(rule: str) -> list[tuple[str, bool]]:
    path = CASES / f"{rule}.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [(line[2:], line[0] == "+") for line in lines if line[:2] in ("+ ", "- ")]


@pytest.mark.parametrize("rule", MINE)
def test_labelled_sentences(rule: str) -> None:
    limits = STRICT.rules[rule].limits
    wrong = [
        f"{'missed' if bad else 'false alarm'}: {text}"
        for text, bad in cases(rule)
        if bool(list(SENTENCE_RULES[rule](Names().sentence(text), limits))) != bad
    ]
    assert not wrong
    assert {bad for _, bad in cases(rule)} == {True, False}, "a file that is not there shows nothing"


@pytest.mark.parametrize("rule", [rule for rule in [*MINE, *TEXT_RULES] if rule in explanations()])
def test_examples_show_the_rule(rule: str) -> None:
    explanation = explanations()[rule]
    assert rule in {finding.rule for finding in check(explanation.wrong, STRICT)}
    assert rule not in {finding.rule for finding in check(explanation.right, STRICT)}


REWRITES = [
    ("Es kostet (fast) nichts (immer).", "Es kostet fast nichts immer."),
    ("Wir (Eltern) spielen (auch im Hof) mit Kind(ern).", "Wir (Eltern) spielen (auch im Hof) mit Kind(ern)."),
    ("Kaffee & Kuchen kosten 5 €.", "Kaffee und Kuchen kosten 5 Euro."),
    ("Wir treffen uns am 02.12.2026 um 18.00 Uhr.", "Wir treffen uns am 2. Dezember 2026 um 18.00 Uhr."),
    ("Der Kurs ist am 2.12.", "Der Kurs ist am 2. Dezember."),
    ("Rufen Sie an: 03641/12 34 56.", "Rufen Sie an: 03641 12 34 56."),
    ("Mo-Fr 10-12 Uhr", "Mo-Fr 10-12 Uhr"),
    ("Wir malen, basteln usw.", "Wir malen, basteln und so weiter."),
    ("Zwei Frauen kommen dreimal.", "2 Frauen kommen 3-mal."),
    ("Kommen Sie in die Lutherstr. 5.", "Kommen Sie in die Lutherstraße 5."),
    ("Es dauert ca. 2 Std.", "Es dauert ungefähr 2 Stunden."),
    ("Das steht im SGB IX.", "Das steht im SGB 9."),
    ("10–12 Kinder", "10–12 Kinder"),
]


@pytest.mark.parametrize(("text", "mended"), REWRITES)
def test_rewrites(text: str, mended: str) -> None:
    assert fixed(text, check([text], STRICT)) == mended


PIECES = st.sampled_from(
    [
        "Mo",
        "Fr",
        "-",
        "–",
        "bis",
        "10",
        "12",
        "Uhr",
        "18.30",
        "02.12.2026",
        "2.12.",
        "z.",
        "B.",
        "usw.",
        "ca.",
        "&",
        "5",
        "€",
        "%",
        "§",
        "03641/12345",
        "(03641)",
        "zwei",
        "zweimal",
        "acht",
        "Str.",
        "Hauptstr.",
        "II",
        "IX",
        "e.",
        "V.",
        "ASB",
        "Dr.",
        "km",
        "Std.",
        "h",
        ".",
        ",",
        "!",
        "?",
        ":",
        "„",
        "“",
        "(",
        ")",
        "*",
        "innen",
        "Lehrer:in",
        "und",
        "Wir",
        "treffen",
        "uns",
        "Dez.",
        "3.",
        "3",
        "0",
        "1",
        "www.jena.de",
        "a@b.de",
    ]
)
LINES = st.lists(PIECES, max_size=9).flatmap(lambda parts: st.sampled_from([" ", ""]).map(lambda gap: gap.join(parts)))


CHUNKS = st.sampled_from(
    [
        "Wir treffen uns", "am 02.12.2026", "am 2.12.", "vom 1.3. bis 5.4.", "am 24. Dez. 2026", "um 18.30 Uhr",
        "ab 09:00 Uhr", "von 10.00-12.00 Uhr", "10–12 Uhr", "um 18:30", "Mo-Fr", "Mo, Mi und Fr", "Sa. und So.",
        "jeden Di", "z. B.", "usw.", "ca.", "ca. 2 Std.", "5 km", "24h", "5 €", "10%", "Kaffee & Kuchen", "§ 5",
        "Tel.: 03641/12345", "(03641) 12 34 56", "zwei Frauen", "dreimal", "in der Lutherstr. 5", "im SGB IX",
        "e. V.", "beim ASB", "Frau Dr. Groß", "inkl. Essen", "und", "oder", "Ende.", "Was ist das?",
        "einundzwanzig Kinder", "S. 5", "max. acht Personen", "10 000 Menschen", "Ludwig II.",
        "18.30 bis 20.00 Uhr",
    ]
)  # fmt: skip
SENTENCES = st.lists(CHUNKS, max_size=7).map(" ".join)


@given(SENTENCES)
@settings(max_examples=500, deadline=None)
def test_a_second_rewrite_changes_nothing(text: str) -> None:
    once = fixed(text, check([text], STRICT))
    assert fixed(once, check([once], STRICT)) == once


@given(LINES)
@settings(max_examples=200, deadline=None)
def test_rewriting_comes_to_an_end(text: str) -> None:
    for _ in range(5):
        text = fixed(text, check([text], STRICT))
    assert fixed(text, check([text], STRICT)) == text


@given(st.lists(st.one_of(st.text(max_size=60), LINES), max_size=4))
@settings(max_examples=300, deadline=None)
def test_any_text_passes(items: list[str]) -> None:
    for finding in check(items, STRICT):
        assert 0 <= finding.start <= finding.end <= len(items[finding.item])


@pytest.mark.parametrize(
    "text", ["", "😀👍🏽", "a" * 5000, "https://" + "x" * 3000, "Ab" * 2500, "zwei" * 1000, "1." * 2000, "-" * 3000]
)
def test_hostile_texts_pass(text: str) -> None:
    check([text], STRICT)
