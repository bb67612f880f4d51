"""The module `help`: who is in danger is recognised, in any spelling and language, and hardly anybody else."""

import gzip
import statistics

import pytest
import yaml
from recognising import CASES as SETS
from recognising import recognise, rows, shipped
from searching import shipped as entries

from directory.search.help import HERE, LANGUAGES, fold, learned

# What scripts/learn_help.py leaves out.
KEPT = tuple(f"{kind}_{kept}" for kept in "fhij" for kind in ("crisis", "harmless"))


@pytest.fixture(scope="module")
def development() -> list[tuple[dict[str, str], dict[str, object]]]:
    queries = rows(SETS / "development.tsv")
    return list(zip(queries, recognise(row["query"] for row in queries), strict=True))


def test_the_module_is_small() -> None:
    assert len(gzip.compress(shipped().encode())) < 12 * 1024


def test_cries_for_help_are_recognised(development: list[tuple[dict[str, str], dict[str, object]]]) -> None:
    wanted = [(row["query"], answer["level"]) for row, answer in development if row["wanted"] == "acute"]
    missed = [query for query, level in wanted if level != "acute"]
    assert len(wanted) >= 800
    assert len(missed) <= 0.03 * len(wanted), missed


def test_harmless_words_are_no_cry_for_help(development: list[tuple[dict[str, str], dict[str, object]]]) -> None:
    harmless = [(row["query"], answer["level"]) for row, answer in development if row["wanted"] != "acute"]
    assert len(harmless) >= 400
    wrong = [query for query, level in harmless if level == "acute"]
    assert len(wrong) <= 0.02 * len(harmless), wrong


def test_words_that_nothing_was_learned_from_are_told_apart() -> None:
    """95 of 100 in each set, and 2 of 100 in all: of 60 sentences one more says nothing."""
    wrong = harmless = 0
    for kept in KEPT:
        if kept.startswith("crisis"):
            acute = acute_in(kept)
            assert sum(acute) >= 0.95 * len(acute), kept
        else:
            wrong, harmless = wrong + sum(acute_in(kept)), harmless + len(acute_in(kept))
    assert harmless > 600
    assert wrong <= 0.02 * harmless


def acute_in(name: str) -> list[bool]:
    return [answer["level"] == "acute" for answer in recognise(row["query"] for row in rows(SETS / f"{name}.tsv"))]


@pytest.mark.parametrize(
    "query",
    [
        "frau tot was kann ich machen zu hause allein wo hingehen",
        "meine frau ist tot ich bin allein zu hause und weiß nicht wo ich hingehen soll",
        "frau tot nur noch zu hause wo kann man hingehen",
        "Wo kann ich hingehen, wenn ich nicht allein zu Hause sein will?",
        "er trinkt nur ein Bier",
        "my child is deaf",
        "мой ребенок глухой",
        "çocuğum sağır",
        "ابني أصم",
    ],
)
def test_grief_a_sunday_alone_and_a_disability_are_no_danger(query: str) -> None:
    assert recognise([query])[0]["level"] != "acute"


def test_names_of_streets_and_offers_are_no_cry_for_help() -> None:
    directory = entries()
    # scripts/learn_help.py learns from the others.
    unknown = sorted(directory.vocabulary.streets)[1::2]
    streets = [f"{street} {number}" for street in unknown for number in ("", "7", "110")]
    # What an offer is called says what it is for.
    names = [entry.name for entry in directory.entries if "gewalt-schutz" not in entry.topics]
    queries = [*streets, *names]
    wrong = [query for query, answer in zip(queries, recognise(queries), strict=True) if answer["level"] == "acute"]
    assert len(wrong) <= 0.006 * len(queries), wrong


@pytest.mark.parametrize(
    ("query", "dangers"),
    [
        ("ich will nicht mehr leben", ["verzweiflung"]),
        ("mein Mann schlägt mich", ["gewalt-frau"]),
        ("meine Frau schlägt mich", ["gewalt-mann"]),
        ("mein Papa haut mich", ["gewalt-kind"]),
        ("ich werde geschlagen", ["gewalt-frau", "gewalt-mann"]),
        ("Kind hat Putzmittel getrunken", ["gift"]),
        ("er atmet nicht", ["unfall"]),
        ("mein Ex verfolgt mich", ["stalking"]),
        ("kein Schlafplatz heute Nacht", ["obdach"]),
        # "nicht aus der Wohnung" is no lost flat, "er trinkt" does not drown, and "ist" is not "isst".
        ("mein Freund lässt mich nicht aus der Wohnung", ["gewalt-frau"]),
        ("er würgt mich wenn er trinkt", ["gewalt-frau"]),
        ("Oma ist gefallen und blutet am Kopf", ["unfall"]),
        ("Nachbar steht mit einem Messer vor meiner Tür", ["gewalt-frau", "gewalt-mann"]),
        # A word alone, as people type who search.
        ("umbringen", ["verzweiflung"]),
        ("ritzen", ["verzweiflung"]),
        ("selbst verletzen", ["verzweiflung"]),
        ("Stimmen hören", ["verzweiflung"]),
        ("bedroht", ["gewalt-frau", "gewalt-mann"]),
        ("vergewaltigt", ["gewalt-frau", "gewalt-mann", "missbrauch"]),
        ("Überfall", ["gewalt-frau", "gewalt-mann"]),
        ("Polizei", ["gewalt-frau", "gewalt-mann"]),
    ],
)
def test_the_dangers_are_those_that_are_meant(query: str, dangers: list[str]) -> None:
    (answer,) = recognise([query])
    assert (answer["level"], answer["dangers"][: len(dangers)]) == ("acute", dangers)


@pytest.mark.parametrize("query", ["Depression", "Trauer", "Gewalt", "Hospiz", "Vortrag über Suizid"])
def test_a_topic_is_no_cry_for_help(query: str) -> None:
    assert recognise([query])[0]["level"] == "topic"


def test_build_and_browser_fold_alike() -> None:
    words = [
        word
        for language in LANGUAGES
        for text in yaml.load((HERE / f"{language}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader).values()  # noqa: S506 - no types: "no" is a word
        for word in text.split()
    ]
    assert [answer["folded"] for answer in recognise(words)] == [fold(word) for word in words]


def test_build_and_browser_weigh_alike(development: list[tuple[dict[str, str], dict[str, object]]]) -> None:
    assert [answer["learned"] for _, answer in development] == [learned(row["query"]) for row, _ in development]


@pytest.mark.parametrize("query", ["", "-", "xqzw", "Am Anger 7"])
def test_unknown_words_are_no_cry_for_help(query: str) -> None:
    assert recognise([query])[0]["level"] == "none"


@pytest.mark.parametrize("query", ["собутыльник лежит весь синий и холодный", "kardeşim yerde yatıyor kıpırdamıyor"])
def test_danger_that_no_rule_names_has_the_numbers_that_are_never_wrong(query: str) -> None:
    (answer,) = recognise([query])
    assert answer["level"] == "acute"
    assert {"unfall", "verzweiflung"} <= set(answer["dangers"])


def test_an_answer_takes_no_time(development: list[tuple[dict[str, str], dict[str, object]]]) -> None:
    """Not the mean: another process may have had the machine for a while."""
    assert statistics.median(float(str(answer["ms"])) for _, answer in development) <= 5
