"""Files that strangers write cost no more than their size: time and messages have a bound."""

import time
from collections import Counter
from dataclasses import replace

import pytest
from conftest import BASE_ENTRY, TODAY, MakeCity, entry_with, load_city

from directory.checks import check, duplicates, references, times
from directory.model import Directory
from directory.problems import Candidates, Position, Problem, bounded, suggest
from directory.problems.bounded import MOST_OF_A_CODE

RULE = "  - {zweck: treffen, tage: [Montag], von: '18:00', stand: 2026-10}\n"


def directory_of(city: MakeCity, files: dict[str, str], name: str = "entries") -> Directory:
    directory = load_city(city(files, name)).directory
    assert directory
    return directory


def with_rules(count: int) -> str:
    return f"{BASE_ENTRY}zeiten:\n{RULE * count}"


def test_equal_rules_give_messages_that_a_person_can_read(city: MakeCity) -> None:
    loaded = load_city(city({"mitte/gruppe.yaml": with_rules(400)}))
    started = time.process_time()
    found = [problem for problem in check(loaded, TODAY).problems if problem.code == "zeiten-ueberlappen"]
    assert time.process_time() - started < 15, "it took 40 seconds"
    assert len(found) == MOST_OF_A_CODE + 1
    counted = [one for one in found if one.message.startswith("Die Meldung „zeiten-ueberlappen“ gibt es in dieser")]
    assert len(counted) == 1


def test_ten_times_as_many_rules_give_ten_times_as_many_pairs(city: MakeCity) -> None:
    few, many = (
        len(list(times.check(directory_of(city, {"mitte/gruppe.yaml": with_rules(count)}, str(count)), TODAY)))
        for count in (100, 1000)
    )
    assert many < 15 * few


def test_each_rule_that_overlaps_an_earlier_one_is_told_once(city: MakeCity) -> None:
    directory = directory_of(city, {"mitte/gruppe.yaml": with_rules(5)})
    assert len(list(times.check(directory, TODAY))) == 5 - 1


def pairs(names: list[str]) -> set[str]:
    """Return the places in a list of names that are compared, as "first-second"."""
    return {f"{one}-{other}" for one, other in duplicates._compared([(name, None) for name in names])}  # type: ignore[misc]  # noqa: SLF001


def test_all_names_of_an_ordinary_directory_are_compared() -> None:
    assert len(pairs([str(number) for number in range(50)])) == 50 * 49 / 2


def test_very_many_names_are_compared_with_their_neighbours() -> None:
    names = [f"h{number:04} ein name {number * 7919 % 3001:04}" for number in range(3000)]
    few, many = len(pairs(names[:300])), len(pairs(names))
    assert many < 15 * few
    names[10], names[2990] = "gemeinsam am nordbahnhof", "gemeinsam am nordbanhof"
    assert "10-2990" in pairs(names)
    names[10], names[2990] = "greis am nordbahnhof in der stadt", "kreis am nordbahnhof in der stadt"
    assert "10-2990" in pairs(names)


def test_nearly_equal_names_are_still_told_among_very_many(city: MakeCity) -> None:
    rest = BASE_ENTRY.partition("\n")[2]
    words = ["".join(chr(97 + number // 26**place % 26) * 3 for place in range(3)) for number in range(200)]
    files = {f"mitte/{word}.yaml": f"name: {word}\n{rest}" for word in words}
    files |= {
        "mitte/x.yaml": f"name: Frauen-Gruppe am Markt\n{rest}",
        "mitte/y.yaml": f"name: Frauen-Grupe am Markt\n{rest}",
    }
    found = list(duplicates.check(directory_of(city, files), TODAY))
    same = "ist vielleicht das gleiche Angebot wie"
    assert [problem.message for problem in found if "Grup" in problem.message] == [
        f"„Frauen-Gruppe am Markt“ {same} „Frauen-Grupe am Markt“ (entries/mitte/y.yaml).",
        f"„Frauen-Grupe am Markt“ {same} „Frauen-Gruppe am Markt“ (entries/mitte/x.yaml).",
    ]


def test_wrong_names_are_looked_for_only_as_long_as_somebody_reads(
    city: MakeCity, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(suggest, "did_you_mean", lambda word, _: asked.append(word) or "x")  # type: ignore[func-returns-value]
    monkeypatch.setattr(suggest, "MOST_COMPARED", 100)
    candidates = Candidates([str(number) for number in range(10)])
    hints = [candidates.allowed(f"wort-{number}") for number in range(30)]
    assert len(asked) == 10
    assert hints[0].startswith("Meinten Sie „x“?")
    assert not hints[-1].startswith("Meinten")
    wrong = entry_with("traeger: [falsch-a, falsch-b]\norte: [{bei: ein-hauss}]")
    assert len(list(references.check(directory_of(city, {"mitte/gruppe.yaml": wrong}), TODAY))) == 3


def problem(number: int, code: str = "datum", path: str = "a.yaml") -> Problem:
    return Problem.at(Position(path, number), code, f"Meldung {number}")


def test_of_each_code_and_file_the_first_ones_are_told_and_the_others_counted() -> None:
    many = [problem(number) for number in range(MOST_OF_A_CODE + 3, 0, -1)]
    others = [problem(1, "kurzname"), problem(1, path="b.yaml")]
    told = list(bounded([*many, *others]))
    assert Counter((one.path, one.code) for one in told) == {
        ("a.yaml", "datum"): MOST_OF_A_CODE + 1,
        ("a.yaml", "kurzname"): 1,
        ("b.yaml", "datum"): 1,
    }
    of_many = [one for one in told if (one.path, one.code) == ("a.yaml", "datum")]
    assert [one.line for one in of_many[:MOST_OF_A_CODE]] == list(range(1, MOST_OF_A_CODE + 1))
    assert of_many[-1].message == "Die Meldung „datum“ gibt es in dieser Datei noch 3 Mal."
    assert list(bounded(many[:2])) == sorted(many[:2])


def test_the_same_words_are_told_three_times() -> None:
    equal = [replace(problem(number), message="gleich") for number in range(1, 8)]
    told = list(bounded([*equal, problem(9)]))
    assert [one.line for one in told] == [1, 2, 3, 4, 9]
    assert told[3].message == "Die Meldung „datum“ gibt es in dieser Datei noch 4 Mal."


def test_a_file_of_wrong_fields_gives_a_bounded_number_of_messages(city: MakeCity) -> None:
    wrong = "".join(f"feld{number}: x\n" for number in range(3000))
    found = load_city(city({"mitte/gruppe.yaml": BASE_ENTRY + wrong})).problems
    assert 0 < len(found) <= MOST_OF_A_CODE + 1
