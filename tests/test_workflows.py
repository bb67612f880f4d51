"""The workflows of GitHub and GitLab: valid, pinned, with few rights, and no word of a stranger in a command."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from commands import run

from directory.cli.main import cli
from directory.intake.issues.templates import LABEL

PROJECT = Path(__file__).parents[1]
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
GITLAB = PROJECT / ".gitlab-ci.yml"
DEPENDABOT = PROJECT / ".github" / "dependabot.yml"
# What a stranger can write: GitHub's list of untrusted input, and everything that is not a number or our own word.
TRUSTED = re.compile(
    r"github\.event\.(issue|pull_request)\.number|github\.(token|base_ref|ref)|vars\.\w+|!cancelled\(\)"
    r"|matrix\.python|hashFiles\(.*\)"
)
WRITING = {
    ("angebot-aus-issue", "antworten", "issues"),
    ("angebot-aus-issue", "aufnehmen", "contents"),
    ("angebot-aus-issue", "aufnehmen", "issues"),
    ("angebot-aus-issue", "aufnehmen", "pull-requests"),
    ("frische", "nachfragen", "issues"),
}


def content(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


JOBS = [(path, name, job) for path in WORKFLOWS for name, job in content(path)["jobs"].items()]
each_job = pytest.mark.parametrize(("path", "name", "job"), JOBS, ids=[name for _, name, _ in JOBS])


def triggers(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = content(path)[True]  # YAML 1.1 reads the key "on" as a truth value
    return found


def the_job(wanted: str) -> dict[str, Any]:
    return next(found for _, name, found in JOBS if name == wanted)


def steps() -> list[dict[str, Any]]:
    return [step for _, _, job in JOBS for step in job["steps"]]


def scripts() -> list[str]:
    """Return every script of every workflow, with continued lines joined."""
    found = [step["run"] for step in steps() if "run" in step]
    found += [line for job in content(GITLAB).values() for line in job.get("script", ())]
    return [script.replace("\\\n", " ") for script in found]


@pytest.mark.parametrize(
    ("schema", "files"),
    [("github-workflows", WORKFLOWS), ("gitlab-ci", [GITLAB]), ("dependabot", [DEPENDABOT])],
    ids=["github", "gitlab", "dependabot"],
)
def test_the_official_schema_accepts_them(schema: str, files: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@each_job
def test_a_job_has_few_rights_and_ends(path: Path, name: str, job: dict[str, Any]) -> None:
    assert content(path)["permissions"] == {}, "what a job does not name it may not do"
    assert content(path)["concurrency"]["group"]
    assert 0 < job["timeout-minutes"] <= 30
    assert job["permissions"]
    writing = {(path.stem, name, right) for right, how in job["permissions"].items() if how != "read"}
    assert writing <= WRITING


def test_what_strangers_send_never_runs_with_rights() -> None:
    for path in WORKFLOWS:
        assert "pull_request_target" not in triggers(path)
        assert "workflow_run" not in triggers(path)
        if "pull_request" in triggers(path):
            assert not [entry for entry in WRITING if entry[0] == path.stem]


def test_actions_are_pinned_with_their_version() -> None:
    used = [line for path in WORKFLOWS for line in path.read_text().splitlines() if re.search(r"\buses:", line)]
    assert used
    for line in used:
        assert re.fullmatch(r"\s*- uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line
    assert {step["with"]["persist-credentials"] for step in steps() if "checkout" in step.get("uses", "")} == {False}


def test_no_expression_stands_in_a_command() -> None:
    for step in steps():
        assert "${{" not in step.get("run", "")


def test_expressions_hand_over_only_what_no_stranger_writes() -> None:
    for path in WORKFLOWS:
        for expression in re.findall(r"\$\{\{(.*?)\}\}", path.read_text()):
            assert TRUSTED.fullmatch(expression.strip()), f"{path.name}: {expression}"


def test_nothing_is_published() -> None:
    assert not re.search(r"make publish|--publish|deploy", "\n".join(scripts()))
    assert not [step for step in steps() if "pages" in step.get("uses", "")]


def test_asking_providers_in_public_is_switched_off() -> None:
    assert the_job("nachfragen")["if"] == "vars.FRISCHE == 'ja'"


def test_the_answer_is_for_the_label_of_our_forms() -> None:
    assert f"'{LABEL}'" in the_job("antworten")["if"]


def calls() -> set[tuple[str, str]]:
    """Return each command of this program that a workflow calls, with each of its options."""
    found = set()
    for script in scripts():
        for call in re.findall(r"\.venv/bin/directory ([^\n|>]*)", script):
            command, *words = shlex.split(call)
            found |= {(command, ""), *((command, word) for word in words if word.startswith("--"))}
    return found


def test_the_workflows_call_this_program() -> None:
    assert {command for command, _ in calls()} == {"build", "check", "summary", "from-issue", "due"}


@pytest.mark.parametrize(("command", "option"), sorted(calls()))
def test_every_command_and_option_exists(command: str, option: str) -> None:
    known = cli.commands.get(command)
    options = {name for parameter in known.params for name in parameter.opts} if known else set()
    assert isinstance(known, click.Command)
    assert not option or option in options


def test_targets_of_make_exist() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    targets = {*re.findall(r"^([a-z-]+):", makefile, re.MULTILINE), ".venv/ready"}
    named = {target for script in scripts() for target in re.findall(r"\bmake (\S+)", script)}
    assert named
    assert named <= targets


def before_a_merge() -> dict[str, str]:
    """Return what GitHub and GitLab run for a change that is not merged yet."""
    github = [job for path, _, job in JOBS if "pull_request" in triggers(path)]
    told = [job for job in content(GITLAB).values() if "script" in job]
    gitlab = [job for job in told if any("merge_request" in one["if"] or "!=" in one["if"] for one in job["rules"])]
    return {
        "GitHub": "\n".join(step.get("run", "") for job in github for step in job["steps"]),
        "GitLab": "\n".join(line for job in gitlab for line in job["script"]),
    }


@pytest.mark.parametrize("forge", ["GitHub", "GitLab"])
def test_a_change_is_checked_built_with_booklets_and_tested_before_a_merge(forge: str) -> None:
    ran = before_a_merge()[forge].splitlines()
    assert {"make check", "make site"} <= set(ran), "all files, not only the changed ones"
    assert [line for line in ran if line.startswith("make test")]
    recipes = (PROJECT / "Makefile").read_text(encoding="utf-8").split("\n\n")
    assert {name: recipe.split("\n\t@")[1:] for recipe in recipes if (name := recipe.partition(":")[0]) in FULL} == FULL


FULL = {"site": ["$(BIN)/directory build"], "check": ["$(BIN)/directory check"]}


def test_a_house_that_is_gone_is_red_although_no_other_file_changed(tmp_path: Path) -> None:
    entries = tmp_path / "entries"
    shutil.copytree(PROJECT / "entries", entries)
    (entries / "lobeda" / "stadtteilzentrum-lisa.yaml").unlink()
    done = run("check", "--entries", entries, "--format", "github")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "stadtteilzentrum-lisa" in done.stdout


def test_the_program_is_tested_with_each_python_that_it_supports() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = int(project["requires-python"].removeprefix(">=3."))
    tests = next(job for path, _, job in JOBS if path.stem == "tests")
    pythons = tests["strategy"]["matrix"]["python"]
    assert pythons == [f"3.{minor}" for minor in range(oldest, oldest + len(pythons))]
    assert len(pythons) >= 4
    assert content(GITLAB)["testen"]["parallel"]["matrix"] == [{"PYTHON_VERSION": pythons}]


def test_the_newest_versions_hold_nothing_up() -> None:
    newest = [path for path, _, job in JOBS for step in job["steps"] if "CONSTRAINTS" in step.get("run", "")]
    assert [set(triggers(path)) for path in newest] == [{"schedule", "workflow_dispatch"}]
    gitlab = [job for job in content(GITLAB).values() if "CONSTRAINTS" in str(job.get("script"))]
    assert [job["allow_failure"] for job in gitlab] == [True]
    assert "CONSTRAINTS ?= constraints.txt" in (PROJECT / "Makefile").read_text(encoding="utf-8")


def test_each_night_the_site_is_built_although_an_offer_is_broken_and_all_pages_are_audited() -> None:
    night = [job for path, _, job in JOBS if "schedule" in triggers(path) and path.stem == "nacht"]
    github = "\n".join(step.get("run", "") for job in night for step in job["steps"])
    told = content(GITLAB)
    for ran in (github, "\n".join((*told["nacht"]["script"], *told["barrierefreiheit"]["script"]))):
        assert "directory build --keep-going" in ran
        assert "make audit" in ran


def test_downloads_are_kept_as_long_as_the_pins_stay() -> None:
    kept = [step["with"] for step in steps() if "setup-python" in step.get("uses", "")]
    assert kept
    for step in kept:
        assert step["cache"] == "pip"
        assert step["cache-dependency-path"].split() == ["constraints.txt", "pyproject.toml"]
    assert content(GITLAB)["default"]["cache"][0]["key"]["files"] == ["constraints.txt", "pyproject.toml"]
