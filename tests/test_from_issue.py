"""From an issue that somebody wrote with one of our forms to a file, and to a report that its author understands."""

import html
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import TODAY, Case, MakeCity, checked
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from directory.cli.main import cli
from directory.forge.markdown import ZERO_WIDTH, advice, code, escaped, fenced, quotation
from directory.intake.issues.answers import MOST_CHARACTERS, answers
from directory.intake.issues.comment import issue_report
from directory.intake.issues.proposal import Outcome, from_issue
from directory.intake.issues.templates import Form, Question, issue_forms, template_files
from directory.intake.times import times_answer
from directory.model import Directory
from directory.model.slugs import slug
from directory.source import load

CITY = Path(__file__).parent / "city"
GROUP = """### Name vom Angebot
Rad-Gruppe
### Art vom Angebot
Selbst-Hilfe-Gruppe
### Themen
Sport
### Was ist das?
Wir fahren Rad.
### In welchem Gebiet ist das?
Hafen
### Telefon-Nummer
040 123456
### Woher wissen Sie das?
Ich kenne das Angebot.
"""


def small_city() -> Directory:
    directory = load(CITY).directory
    assert directory
    return directory


DIRECTORY = small_city()
FORMS = {form.id: form for form in issue_forms(DIRECTORY)}


@pytest.fixture
def entries(city: MakeCity, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], Directory]:
    """Return a function that lays files over the small city, as the folder `entries` where the program runs."""

    def make(files: dict[str, str]) -> Directory:
        root = city(dict(files))
        monkeypatch.chdir(root.parent)
        directory = load(Path("entries")).directory
        assert directory
        return directory

    return make


def run(*arguments: str, body: str | bytes = "") -> tuple[int, str]:
    result = CliRunner().invoke(
        cli, ["from-issue", "--today", "2026-11-22", *arguments], input=body, standalone_mode=False
    )
    assert result.exception is None, result.exception
    return int(result.return_value), result.output


@pytest.mark.cases("issues")
def test_an_issue_becomes_a_file_and_a_report(
    case: Case, entries: Callable[[dict[str, str]], Directory], agree: Callable[[Case, str], None]
) -> None:
    files = {name: text for name, text in case.files.items() if name != "issue"}
    report = issue_report(from_issue(case.files["issue"], checked(entries(files)), "entries", TODAY, 7))
    agree(case, report)


def test_the_file_is_read_without_a_problem(entries: Callable[[dict[str, str]], Directory]) -> None:
    entries({})
    status, _ = run("--write", body=GROUP)
    loaded = load(Path("entries"))
    assert status == 0
    assert loaded.problems == ()
    assert loaded.directory
    assert loaded.directory.entry["rad-gruppe"].area == "hafen"


def test_without_write_nothing_is_written(entries: Callable[[dict[str, str]], Directory]) -> None:
    entries({})
    before = sorted(Path("entries").rglob("*"))
    assert run(body=GROUP)[0] == 0
    assert sorted(Path("entries").rglob("*")) == before


def test_what_is_there_is_never_replaced(entries: Callable[[dict[str, str]], Directory]) -> None:
    entries({"mitte/rad-gruppe.yaml": "kaputt"})
    status, report = run("--write", body=GROUP)
    assert status == 1
    assert "steht schon im Verzeichnis" in report
    assert Path("entries/mitte/rad-gruppe.yaml").read_text() == "kaputt"
    assert not Path("entries/hafen/rad-gruppe.yaml").exists()


def test_nothing_is_written_as_long_as_something_must_be_mended(
    entries: Callable[[dict[str, str]], Directory],
) -> None:
    entries({})
    assert run("--write", body=GROUP.replace("040 123456", "12"))[0] == 1
    assert not Path("entries/hafen").exists()


def test_an_entry_is_closed_in_its_file_and_the_rest_stays(entries: Callable[[dict[str, str]], Directory]) -> None:
    entries({})
    file = Path("entries/mitte/eine-runde.yaml")
    before = file.read_text()
    body = "### Welches Angebot gibt es nicht mehr?\nDie Runde am Abend\n### Woher wissen Sie das?\nEin Schild"
    assert run("--write", body=body)[0] == 0
    assert file.read_text().replace("status: geschlossen\n", "") == before
    directory = load(Path("entries")).directory
    assert directory
    assert directory.entry["eine-runde"].status == "geschlossen"


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_an_empty_template_of_gitlab_asks_for_what_is_required_and_nothing_else(form: Form) -> None:
    template = template_files(DIRECTORY)[f".gitlab/issue_templates/{form.id}.md"]
    outcome = from_issue(template, checked(DIRECTORY), "entries", TODAY)
    required = {question.label for question in form.questions if question.required}
    assert outcome.form == form
    assert {remark.heading for remark in outcome.remarks if remark.message == "Hier fehlt eine Antwort."} >= required


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"### Name vom Angebot\n\xff", "kein UTF-8"),
        (b"### Name vom Angebot\n\x07", "Steuer-Zeichen"),
        (b"x" * (MOST_CHARACTERS + 1), "Erlaubt sind 65536 Zeichen"),
        (b"x" * 300_000, "Erlaubt sind 200 Kilobyte"),
        (b"", "kommt nicht aus einem Formular"),
    ],
)
def test_what_is_no_form_is_said_in_german(
    body: bytes, said: str, entries: Callable[[dict[str, str]], Directory]
) -> None:
    entries({})
    status, report = run(body=body)
    assert status == 1
    assert said in report.replace("\\", "")


def test_a_flood_of_text_is_answered_at_once_and_fits_into_a_comment() -> None:
    flood = {"Wann ist das?": "Mo 9, Di 10, Mi 11\n" * 2000, "Was ist das?": "Wir treffen uns. @x\n" * 1000}
    body = GROUP + "".join(f"### {label}\n{text}" for label, text in flood.items() if label not in GROUP)
    long_line = GROUP.replace("Wir fahren Rad.", "1 " * 20_000)
    started = time.monotonic()
    for text in (body, GROUP.replace("Wir fahren Rad.\n", flood["Was ist das?"]), long_line):
        outcome = from_issue(text, checked(DIRECTORY), "entries", TODAY)
        assert "Diese Antwort ist zu lang." in {remark.message for remark in outcome.remarks}
        assert len(issue_report(outcome)) <= MOST_CHARACTERS
        assert not outcome.change
    assert time.monotonic() - started < 10


def question_answered(question: Question) -> st.SearchStrategy[str]:
    """Return answers as GitHub writes them."""
    if question.kind == "haken":
        ticks = st.lists(st.booleans(), min_size=len(question.choices), max_size=len(question.choices))
        return ticks.map(
            lambda ticked: "\n".join(
                f"- [{'X' if tick else ' '}] {choice.label}"
                for tick, choice in zip(ticked, question.choices, strict=True)
            )
        )
    if question.choices:
        most = len(question.choices) if question.kind == "mehrere" else 1
        some = st.lists(st.sampled_from(question.choices), min_size=1, max_size=most, unique=True)
        return some.map(lambda chosen: ", ".join(choice.label for choice in chosen))
    return st.just("_No response_")


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_every_choice_of_every_form_comes_back(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(list(FORMS.values())))
    said = {question: data.draw(question_answered(question)) for question in form.questions}
    body = "\r\n\r\n".join(f"### {question.label}\r\n\r\n{answer}" for question, answer in said.items())
    found = answers(body, list(FORMS.values()))
    assert found.form == form
    for question, answer in said.items():
        if question.choices:
            assert found.strange(question.id) == ()
            labels = [choice.label for choice in found.chosen(question.id)]
            expected = re.findall(r"\[X\] (.*)", answer) if question.kind == "haken" else None
            assert labels == expected if expected is not None else ", ".join(labels) == answer
        else:
            assert found.text(question.id) == ""


HOSTILE = st.sampled_from(
    [
        *("@octocat", "#1", "<b>", "](https://x.example)", "```", "${{ x }}", "../", "### Themen", "- [x] Sucht"),
        *("\u202e", "*", "&amp;", "_No response_", "!ruby/object", "status: geschlossen", "Di 18-20", "am 2. Montag"),
        *("25:70", "|", "1.", "===", "\\"),
    ]
)
TEXTS = st.lists(st.one_of(HOSTILE, st.text(max_size=12)), max_size=6).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_answer_can_break_the_report_or_leave_the_folder(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from([FORMS["neues-angebot"], FORMS["angebot-fehlt"]]))
    body = "\n".join(f"### {question.label}\n{data.draw(TEXTS)}" for question in form.questions)
    outcome = from_issue(body, checked(DIRECTORY), "entries", TODAY)
    if outcome.change:
        assert re.fullmatch(r"entries/(mitte|hafen|alle)/[a-z0-9]+(-[a-z0-9]+)*\.yaml", outcome.change.path)
    assert_harmless(outcome)


def assert_harmless(outcome: Outcome) -> None:
    rendered = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(issue_report(outcome))
    assert set(re.findall(r"<(\w+)", rendered)) <= {
        "h2",
        "h3",
        "p",
        "strong",
        "ul",
        "li",
        "blockquote",
        "br",
        "pre",
        "code",
    }
    prose = re.sub(r"<(pre|code)>.*?</\1>", "", rendered, flags=re.DOTALL)
    assert not re.search(r"[@#]\w|https?://|www\.", html.unescape(prose))


PRIVATE = ("Frau Lehmann", "0176 1234567", "+49 151-2345678", "anna.lehmann@verein.example", "lehmann@gmx.de")
MISTAKES = ("", "Und noch 12.", "shg-angst.de", "x" * 1200)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_may_be_private_is_never_repeated_whatever_else_is_wrong(form: Form) -> None:
    known = {"angebot": "Die Runde am Abend", "name": "Neue Gruppe"}
    for question in (question for question in form.questions if not question.choices):
        for secret in PRIVATE:
            for mistake in MISTAKES:
                said = {one.label: known.get(one.id, "") for one in form.questions}
                said[question.label] = f"Bitte {secret} fragen. {mistake}"
                body = "\n".join(f"### {label}\n{answer}" for label, answer in said.items())
                report = issue_report(from_issue(body, checked(DIRECTORY), "entries", TODAY))
                assert secret not in report.replace("\\", ""), (question.id, report)
                if len(mistake) < 1000:
                    assert "vielleicht" in report, (question.id, report)


def test_no_answer_of_somebody_is_repeated_before_it_is_checked(
    entries: Callable[[dict[str, str]], Directory],
) -> None:
    """Names without a title are no pattern: a mistake elsewhere must not bring them into the comment."""
    entries({})
    change = "### Bei welchem Angebot stimmt etwas nicht?\nDie Runde am Abend\n### Was stimmt nicht?\nAnna Lehmann"
    for body in (GROUP.replace("Wir fahren Rad.", "Anna Lehmann leitet.").replace("040 123456", "12"), change):
        assert "Lehmann" not in run(body=body)[1]


def test_long_sentences_are_told_although_another_answer_is_wrong(
    entries: Callable[[dict[str, str]], Directory],
) -> None:
    entries({})
    body = GROUP.replace(
        "Wir fahren Rad.", "Wir sind eine Gruppe und wir fahren jeden Tag mit dem Rad durch die Stadt."
    )
    for phone in ("040 123456", "12"):
        report = run(body=body.replace("040 123456", phone))[1]
        assert "Der Satz hat 15 Wörter. Gut sind höchstens 10 Wörter." in report
    assert "**Telefon-Nummer**" in report


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("selbsthilfegruppe", "selbsthilfegruppe"),
        ("Selbst­hilfe-Gruppen", "selbsthilfegruppe"),
        ("- [x] selbsthilfe-gruppe", "selbsthilfegruppe"),
    ],
)
def test_a_choice_in_own_words_is_taken_where_it_is_certain(
    written: str, kind: str, entries: Callable[[dict[str, str]], Directory]
) -> None:
    directory = entries({})
    outcome = from_issue(GROUP.replace("Selbst-Hilfe-Gruppe", written), checked(directory), "entries", TODAY)
    assert outcome.change, outcome.remarks
    assert f"art: {kind}" in outcome.change.after.replace("[", "").replace("]", "")


def test_a_choice_that_is_not_certain_is_asked_with_what_is_near(
    entries: Callable[[dict[str, str]], Directory],
) -> None:
    entries({})
    assert "Meinten Sie „Selbst-Hilfe-Gruppe“?" in run(body=GROUP.replace("Selbst-Hilfe-Gruppe", "Selbsthilfegrupe"))[1]


def test_advice_can_be_copied_and_is_accepted(entries: Callable[[dict[str, str]], Directory]) -> None:
    entries({})
    asked = "### Internet-Seite\n{}\n"
    report = run(body=GROUP + asked.format("rad-gruppe.de"))[1]
    assert ZERO_WIDTH not in report
    copied = re.search(r"Schreiben Sie: `([^`]+)`", report)
    assert copied, report
    for address in (copied.group(1), copied.group(1).replace("://", f":{ZERO_WIDTH}//")):
        assert run(body=GROUP + asked.format(address))[0] == 0


@settings(max_examples=300, deadline=None)
@given(st.one_of(TEXTS, st.text()))
def test_escaped_text_reads_as_it_was(text: str) -> None:
    for markdown in (escaped(text), f"- {escaped(text)}", f"- {advice(text)}", quotation([text])):
        rendered = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(markdown)
        assert set(re.findall(r"</?(\w+)", rendered)) <= {"p", "ul", "li", "blockquote", "code"}
        shown = html.unescape(re.sub(r"<[^>]*>", "", rendered)).replace(ZERO_WIDTH, "")
        assert "".join(shown.split()) == "".join(text.replace(ZERO_WIDTH, "").replace("\0", "\ufffd").split())


@given(st.text(alphabet="`~a \n"))
def test_nothing_ends_a_block_of_code(text: str) -> None:
    rendered = MarkdownIt().render(f"{fenced(text)}\n\nEnde")
    assert rendered.endswith("<p>Ende</p>\n")
    assert rendered.count("<pre>") == 1


@given(st.text(alphabet="`a *", min_size=1).filter(str.strip))
def test_nothing_ends_code_in_a_line(text: str) -> None:
    assert MarkdownIt().renderInline(f"{code(text)}.").count("<code>") == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dienstag 18-20 Uhr", ["tage: Dienstag, von: 18:00, bis: 20:00"]),
        ("jede Woche am Dienstag ab 18 Uhr", ["tage: Dienstag, von: 18:00"]),
        ("Mo und Mi 9.30 - 12", ["tage: Montag Mittwoch, von: 09:30, bis: 12:00"]),
        (
            "Sa, So 9-12 und 14-16",
            ["tage: Samstag Sonntag, von: 09:00, bis: 12:00", "tage: Samstag Sonntag, von: 14:00, bis: 16:00"],
        ),
        ("am 1. und letzten Freitag im Monat, 16 Uhr", ["tage: Freitag, im_monat: 1 letzter, von: 16:00"]),
        ("jeden letzten Montag", ["tage: Montag, im_monat: letzter"]),
        ("alle 2 Wochen am Dienstag um 18 Uhr", ["tage: Dienstag, alle_wochen: 2, von: 18:00"]),
        ("Sonntag, den 6. Dezember 2026, 15 Uhr", ["tage: Sonntag, termine: 2026-12-06, von: 15:00"]),
        ("6.12.2026", ["termine: 2026-12-06"]),
        ("nach Absprache", ["nach_vereinbarung: ja"]),
        ("Telefon-Zeit: Mo 9-10", ["zweck: telefon, tage: Montag, von: 09:00, bis: 10:00"]),
        (
            "Mo 9-12 Uhr, Di und Do 14-16 Uhr und nach Vereinbarung",
            [
                "tage: Montag, von: 09:00, bis: 12:00",
                "tage: Dienstag Donnerstag, von: 14:00, bis: 16:00",
                "nach_vereinbarung: ja",
            ],
        ),
    ],
)
def test_times_are_read_as_people_write_them(line: str, expected: list[str]) -> None:
    purposes = FORMS["neues-angebot"].question("zeiten-zweck").choices
    found = [{**rule} for rule in times_answer([line], purposes, "treffen", "2026-10").rules]
    for rule in found:
        assert rule.pop("stand") == "2026-10"
        if rule["zweck"] == "treffen":
            del rule["zweck"]
    assert [", ".join(f"{key}: {in_words(value)}" for key, value in rule.items()) for rule in found] == expected


def in_words(value: str | list[str]) -> str:
    return value if isinstance(value, str) else " ".join(value)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Trauercafé Hospiz Jena e. V.", "trauercafe-hospiz-jena"),
        ("Die Straße & Öl – Übung", "die-strasse-oel-uebung"),
        ("北京", ""),
        ("Sehr " * 20, "sehr-sehr-sehr-sehr-sehr-sehr-sehr-sehr-sehr-sehr-sehr-sehr"),
        ("../../x", "x"),
    ],
)
def test_the_name_of_a_file_follows_from_the_name_of_the_entry(name: str, expected: str) -> None:
    assert slug(name) == expected
