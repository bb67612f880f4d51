"""Wrong files: what people read about them."""

from collections.abc import Callable

import pytest
from conftest import TODAY, Case, MakeCity, entry_with, load_city

from directory.checks import check
from directory.problems import Explanation, Problem, catalogue
from directory.source import Loaded


def problems_of(loaded: Loaded) -> list[Problem]:
    return list(check(loaded, TODAY).problems)


def written(problems: list[Problem]) -> str:
    return "\n".join(
        "\n".join(
            [
                f"{problem.path}:{problem.line}:{problem.column} {problem.severity} {problem.code}",
                f"  {problem.message}",
                *(f"  | {line}" for line in problem.hint.split("\n") if line),
            ]
        )
        for problem in problems
    )


@pytest.mark.cases("messages")
def test_a_wrong_file_is_explained(case: Case, city: MakeCity, agree: Callable[[Case, str], None]) -> None:
    agree(case, written(problems_of(load_city(city(dict(case.files))))))


@pytest.mark.parametrize("item", [item for item in catalogue().values() if item.wrong], ids=lambda item: item.code)
def test_the_examples_of_the_reference_are_what_they_say(item: Explanation, city: MakeCity) -> None:
    # A secret place is right only where it says nothing of the area.
    folder = "alle" if item.code == "ort-geheim" else "mitte"
    wrong = city({f"{folder}/gruppe.yaml": entry_with(item.wrong)}, "wrong")
    assert item.code in {problem.code for problem in problems_of(load_city(wrong))}
    right = city({f"{folder}/gruppe.yaml": entry_with(item.right)}, "right")
    assert problems_of(load_city(right)) == []


ENGLISH = ("Input should", "Value error", "expected", "mapping", "Field required", "not permitted", "while ", "found")


@pytest.mark.cases("messages")
def test_no_message_speaks_english(case: Case) -> None:
    assert not [word for word in ENGLISH if word in case.expected]
