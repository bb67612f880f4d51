"""Free German times: what is read is what the line means, what is not read is asked about with its own words."""

import re
import time
from collections.abc import Mapping
from typing import Any

import pytest
from conftest import TODAY
from hypothesis import given
from hypothesis import strategies as st
from time_labels import ASK, Labelled, facts_read, labelled, words_kept

from directory.model.time_phrases import read_times
from directory.model.times import Times
from directory.schedule import statements

SITE_SAYS = ("Jeden Dienstag: 18 Uhr bis 20 Uhr.", "Von Montag bis Freitag: 9 Uhr bis 12 Uhr und 14 Uhr bis 16:30 Uhr.")
OPENING_HOURS = labelled("opening_hours.txt")
MEETINGS = labelled("meetings.txt")
LATER = labelled("later_hours.txt")
HARD = [*labelled("hard_hours.txt"), *labelled("ordinary_hours.txt")]
KINDS = labelled("kinds_of_times.txt")


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w", text))


def times(rule: Mapping[str, Any]) -> Times:
    return Times.model_validate({"zweck": "offen", "stand": "2026-10", **rule})


@pytest.mark.parametrize(
    "labelled_line", [*OPENING_HOURS, *MEETINGS, *LATER, *HARD, *KINDS], ids=lambda one: one.line[:60]
)
def test_a_line_is_read_as_it_means_or_asked_about(labelled_line: Labelled) -> None:
    reading = read_times(labelled_line.line)
    if reading.questions:
        assert reading.rules == ()
        for question in reading.questions:
            assert _letters(question.part) in _letters(labelled_line.line)
            assert question.message
            assert question.hint
            assert "kein Wochentag" not in question.message
        return
    assert labelled_line.label != ASK, f"should ask: {reading.rules}"
    assert facts_read(reading) == labelled_line.facts
    assert labelled_line.kept <= words_kept(reading)


def test_most_opening_hours_with_a_weekday_are_read() -> None:
    with_weekday = [case for case in OPENING_HOURS if case.names_weekday]
    read_ones = [case for case in with_weekday if not read_times(case.line).questions]
    assert len(with_weekday) == 192
    assert len(read_ones) / len(with_weekday) >= 0.7


@pytest.mark.parametrize("labelled_line", MEETINGS, ids=lambda one: one.line[:60])
def test_what_is_read_is_valid_and_reads_back(labelled_line: Labelled) -> None:
    reading = read_times(labelled_line.line)
    rules = {index: times(rule) for index, rule in enumerate(reading.rules)}
    said = [sentence for statement in statements(rules, TODAY) for sentence in statement.sentences]
    assert bool(said) == bool(rules)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("jeden 2. Dienstag 18 Uhr", "alle 2 Wochen am Dienstag"),
        ("jeder vierte Mittwoch, 15 Uhr", "4. Mittwoch im Monat"),
        ("Dinstag 14 bis 16 Uhr", "Dienstag"),
        ("Samstag 12.12. 15 Uhr", "2026"),
        ("Montag 9 Uhr, 12 Uhr", "8 bis 12 Uhr"),
        ("Dienstag abends 7 Uhr", "19 Uhr"),
    ],
)
def test_what_can_mean_two_things_is_asked_with_what_to_write(line: str, asked: str) -> None:
    [question] = read_times(line).questions
    assert asked in question.hint


def test_lines_belong_together() -> None:
    reading = read_times("Mo 9-12 Uhr\nDi 14-16 Uhr\nin den Ferien geschlossen\nan Feiertagen zu")
    assert not reading.questions
    assert [(rule["tage"], rule["schulferien"], rule["feiertage"]) for rule in reading.rules] == [
        (["Montag"], "zu", "zu"),
        (["Dienstag"], "zu", "zu"),
    ]


def test_one_line_that_is_asked_about_does_not_hide_the_others() -> None:
    reading = read_times("Mo 9-12 Uhr\njeden 2. Dienstag 14 Uhr")
    assert [rule["tage"] for rule in reading.rules] == [["Montag"]]
    assert [question.part for question in reading.questions] == ["jeden 2. Dienstag"]


WORDS = [word for case in [*OPENING_HOURS, *HARD, *KINDS] for word in case.line.split()]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_any_order_of_words_is_read_into_valid_rules_or_asked_about(found: list[str]) -> None:
    for rule in read_times(" ".join(found)).rules:
        times(rule)


@pytest.mark.parametrize("sentence", SITE_SAYS)
def test_the_sites_own_sentence_is_read_as_what_it_says(sentence: str) -> None:
    rules = dict(enumerate(map(times, read_times(sentence).rules)))
    assert [statement.sentences for statement in statements(rules, TODAY)] == [(sentence,)]


@pytest.mark.parametrize("text", ["(" * 91_000, "\n".join(["(" * 900] * 100), "Mo " * 330, "1.," * 300, "bis " * 250])
def test_hostile_text_is_answered_soon(text: str) -> None:
    started = time.perf_counter()
    read_times(text)
    assert time.perf_counter() - started < 3
