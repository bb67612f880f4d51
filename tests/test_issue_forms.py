"""The forms that GitHub and GitLab show for a new issue."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from conftest import MakeCity

from directory.cli.main import cli
from directory.easy_language import explanations, profile, proofread
from directory.intake.issues.answers import MOST_CHARACTERS
from directory.intake.issues.templates import Form, issue_forms, mending, privacy, template_files
from directory.problems import catalogue
from directory.source import load

PROJECT = Path(__file__).parents[1]
LOADED = load(PROJECT / "entries", shown_as="entries").directory
assert LOADED
FORMS = issue_forms(LOADED)
FILES = template_files(LOADED)
GITHUB = {path: yaml.safe_load(text) for path, text in FILES.items() if path.endswith(".yml")}
PUBLIC = "**Ihr Name wird öffentlich.**"
each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)


def test_the_committed_forms_are_those_that_the_program_writes() -> None:
    folders = (PROJECT / ".github" / "ISSUE_TEMPLATE", PROJECT / ".gitlab" / "issue_templates")
    files = [file for folder in folders for file in folder.iterdir()]
    assert {file.relative_to(PROJECT).as_posix(): file.read_text() for file in files} == FILES, (
        "run: directory issue-forms"
    )


@pytest.mark.parametrize("schema", ["github-issue-forms", "github-issue-config"])
def test_the_official_schema_accepts_them(schema: str, tmp_path: Path) -> None:
    wanted = [path for path in GITHUB if path.endswith("config.yml") == schema.endswith("config")]
    files = [tmp_path / Path(path).name for path in wanted]
    for path, file in zip(wanted, files, strict=True):
        file.write_text(FILES[path])
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@each_form
def test_what_github_refuses_does_not_occur(form: Form) -> None:
    labels = [question.label for question in form.questions]
    identifiers = [question.id for question in form.questions]
    assert not repeated(labels)
    assert not repeated(identifiers)
    assert all(re.fullmatch(r"[\w-]+", identifier) for identifier in identifiers)
    for question in form.questions:
        options = [choice.label for choice in question.choices]
        assert not repeated(options)
        assert all(isinstance(yaml.safe_load(option), str) for option in options), "a boolean, a number or nothing"
        assert "none" not in {option.casefold() for option in options}
        assert not any("\n" in text for text in (question.label, question.help, *options))


def repeated(texts: list[str]) -> list[str]:
    return [text for text, number in Counter(texts).items() if number > 1]


def test_each_form_is_known_by_its_first_question() -> None:
    assert not repeated([form.questions[0].label for form in FORMS])


@each_form
def test_a_long_answer_fits_into_an_issue(form: Form) -> None:
    words = [text for question in form.questions for text in (question.label, *(one.label for one in question.choices))]
    assert sum(len(word) + len("- [X] ") for word in words) < MOST_CHARACTERS // 8, (
        "there must be room for what people write"
    )


@pytest.mark.parametrize("path", [path for path in FILES if not path.endswith("config.yml")])
def test_that_the_name_becomes_public_is_said_first(path: str) -> None:
    text = GITHUB[path]["body"][0]["attributes"]["value"] if path in GITHUB else FILES[path]
    assert text.startswith(PUBLIC)
    assert "Wollen Sie das nicht?" in text


@each_form
def test_the_sentences_are_easy(form: Form) -> None:
    texts = [form.description, *form.introduction]
    texts += [text for question in form.questions for text in (question.label, question.help) if text]
    sentences = [sentence for text in texts for sentence in re.split(r"(?<=[a-zäöüß][.?!])\s+", text)]
    found = [line for line in proofread(sentences, profile("leicht-din")) if line.finding.severity == "error"]
    assert [(sentences[line.number - 1], line.finding.rule) for line in found] == []


def test_fields_are_asked_with_the_words_of_the_model() -> None:
    new = next(form for form in FORMS if form.id == "neues-angebot")
    kind = new.question("mitmachen-wie")
    assert LOADED
    assert kind.field
    assert kind.label == kind.field.title
    assert kind.choices == kind.field.choices
    assert [choice.value for choice in new.question("themen").choices] == list(LOADED.vocabulary.topics)
    assert {question.id for question in new.questions if question.required} >= {"name", "art", "themen", "beschreibung"}


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("webseite: https://treff.example/\n", "https://treff.example/mitmachen/neu/"),
        ("fehler_melden: {mail: fehler@example.org, telefon: 040 1234567}\n", "Mail: fehler@example.org"),
        ("fehler_melden: {telefon: 040 1234567}\n", "an: 040\u00a0123\u00a045\u00a067"),
        ("", "füllen Sie dieses Formular nicht aus"),
    ],
)
def test_who_does_not_want_that_learns_another_way(settings: str, said: str, city: MakeCity) -> None:
    root = city({})
    with (root / "_stadt.yaml").open("a") as stream:
        stream.write(settings)
    directory = load(root).directory
    assert directory
    assert all(said in form.introduction[3] for form in issue_forms(directory))
    links = yaml.safe_load(template_files(directory)[".github/ISSUE_TEMPLATE/config.yml"])
    assert links["blank_issues_enabled"] is False
    assert ("contact_links" in links) == ("webseite" in settings)


def test_the_command_writes_them_and_says_when_they_are_old(city: MakeCity, tmp_path: Path) -> None:
    entries = str(city({}))
    call = ["issue-forms", "--entries", entries, "--output", str(tmp_path)]

    def status(*more: str) -> int:
        return int(CliRunner().invoke(cli, [*call, *more], standalone_mode=False).return_value)

    assert status("--check") == 1
    assert status() == 0
    assert status("--check") == 0
    (tmp_path / ".gitlab" / "issue_templates" / "neues-angebot.md").write_text("alt")
    assert status("--check") == 1
    assert status() == 0
    assert status("--check") == 0


def test_what_is_said_about_a_message_belongs_to_a_message() -> None:
    assert {*mending(), *privacy()} <= {*catalogue(), *explanations()}
