"""The rules of grammar on labelled sentences („+“ must be reported, „-“ must not), and on any text at all."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.easy_language import explanations, profile, profile_names
from directory.easy_language.names import Names
from directory.easy_language.rules import SENTENCE_RULES, TEXT_RULES
from directory.easy_language.rules.clauses import subordinate
from directory.easy_language.rules.coordination import enumeration
from directory.easy_language.rules.pronouns import address_mix, address_reader
from directory.easy_language.text import Text

CASES = Path(__file__).parent / "cases"
RULES = (
    *("passive", "konjunktiv", "genitive", "subordinate", "infinitive-group", "statements", "enumeration"),
    *("praeteritum", "future", "plusquamperfekt", "pronoun"),
)
WORDS = """werden wird geprüft worden der die das des einer Gruppe Vereins Jenas wenn dass um zu helfen Sie sie ihr er ,
. ? und oder sei wäre habe sollte 3 Uhr beraten während wegen als Der Wegen 😀 www.jena.de „ “ hatte gegangen"""
GERMAN = st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join)


def lines(rule: str) -> list[str]:
    text = (CASES / f"{rule}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line[:2] in {"+ ", "- "}]


@pytest.mark.parametrize("rule", RULES)
def test_sentences(rule: str) -> None:
    """Every wrong sentence is named, with what went wrong."""
    wrong = [
        f"{'missed' if line[0] == '+' else 'false alarm'}: {line[2:]}"
        for line in lines(rule)
        if bool(list(SENTENCE_RULES[rule](Names().sentence(line[2:]), ()))) is not (line[0] == "+")
    ]
    assert not wrong, "\n".join(wrong)
    assert {line[0] for line in lines(rule)} == {"+", "-"}, "sentences of both kinds show something"


@given(st.one_of(GERMAN, st.text(max_size=80)))
@settings(max_examples=300, deadline=None)
def test_any_text_passes_and_places_lie_inside(text: str) -> None:
    sentence = Names().sentence(text)
    for name in RULES:
        for match in SENTENCE_RULES[name](sentence, ()):
            assert 0 <= match.start < match.end <= len(text)
    for rule in (address_reader, address_mix):
        list(rule(Text([sentence]), ()))


@pytest.mark.parametrize("text", ["", "x" * 5000, "https://www.jena.de/" + "a" * 500, "😀", "wird" * 900, "der " * 900])
def test_strange_texts(text: str) -> None:
    for name in RULES:
        list(SENTENCE_RULES[name](Names().sentence(text), ()))


def test_names_are_left_alone() -> None:
    sentence = Names(["Haus der Jugend", "Deutschlands Stimme"]).sentence(
        "Das Haus der Jugend und „Wege der Hoffnung“ sind da."
    )
    assert not list(SENTENCE_RULES["genitive"](sentence, ()))


def test_the_step_counts_clauses() -> None:
    sentence = Names().sentence("Wenn Sie kommen, sagen Sie, ob Sie Hilfe brauchen.")
    assert [match.level for match in subordinate(sentence, (1, 2))] == [0, 1]


def test_the_limit_of_lists_comes_from_the_profile() -> None:
    sentence = Names().sentence("Es gibt Kaffee, Tee, Kuchen und Brot.")
    assert not list(enumeration(sentence, (5,)))
    assert next(enumeration(sentence, (4,))).values == {"number": 4}


def text(*sentences: str) -> Text:
    return Text([Names().sentence(sentence, index) for index, sentence in enumerate(sentences)])


@pytest.mark.parametrize(
    "told", ["Rufen Sie an.", "Bitte klingeln.", "Du kannst kommen.", "Ihre Kinder sind willkommen.", "Komm vorbei!"]
)
def test_a_text_that_speaks_to_its_readers(told: str) -> None:
    assert not list(address_reader(text("Der Treff ist am Montag.", told), ()))


def test_a_text_that_speaks_to_nobody() -> None:
    assert len(list(address_reader(text("Der Treff ist am Montag.", "Sie ist nett."), ()))) == 1


@pytest.mark.parametrize(
    "sentences", [("Kommen Sie!", "Bring dein Kind mit."), ("Du kannst kommen.", "Wir helfen Ihnen.")]
)
def test_du_and_sie_in_one_text(sentences: tuple[str, ...]) -> None:
    assert len(list(address_mix(text(*sentences), ()))) == 1


@pytest.mark.parametrize(
    "sentences",
    [
        ("Kommen Sie!", "Anna kommt, sie ist nett."),
        ("Du bist toll.", "Sie ist nett."),
        ("Ihr seid da.", "Bring dein Kind mit."),
    ],
)
def test_only_one_form_in_a_text(sentences: tuple[str, ...]) -> None:
    assert not list(address_mix(text(*sentences), ()))


@pytest.mark.parametrize("rule", [*RULES, *("address-reader", "address-mix")])
def test_every_rule_is_explained_and_used(rule: str) -> None:
    assert rule in explanations()
    assert any(rule in profile(name).rules for name in profile_names())


@pytest.mark.parametrize("rule", RULES)
def test_examples_of_explanations_show_the_rule(rule: str) -> None:
    explanation = explanations()[rule]
    for wrong, expected in ((explanation.wrong, True), (explanation.right, False)):
        for example in wrong:
            assert bool(list(SENTENCE_RULES[rule](Names().sentence(example), ()))) is expected, example


def test_rules_are_registered() -> None:
    assert {"address-reader", "address-mix"} <= set(TEXT_RULES)
