"""The workflow that answers forms, run step by step against a git server: what it pushes, and what it says.

Its scripts are taken from the workflow as they are. `gh` gives answers in the form that GitHub documents for them, from
tests/cases/bots/; it remembers comments and pull requests, as a forge does.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import PROJECT
from conftest import CASES, CITY

WORKFLOW = PROJECT / ".github" / "workflows" / "angebot-aus-issue.yml"
ANSWERS = CASES / "bots"
BRANCH = "formular-7"
GH = """#!{python}
import json, os, pathlib, sys
state = pathlib.Path(os.environ["FORGE"])
known = json.loads(state.read_text())
words = sys.argv[1:]
option = lambda name: words[words.index(name) + 1] if name in words else ""
text = lambda: pathlib.Path(option("--body-file")).read_text() if "--body-file" in words else option("--body")
known["calls"].append(words[:2])
if words[:2] == ["issue", "view"]:
    assert option("--json") == "body" and option("--jq") == ".body"
    print(known["issue"]["body"])
elif words[:2] == ["issue", "comment"]:
    if "--edit-last" in words and known["comments"]:
        known["comments"].pop()
    known["comments"].append(text())
elif words[:2] == ["pr", "list"]:
    for one in known["pulls"]:
        if one["head"] == option("--head") and one["state"] == option("--state"):
            print(one["number"])
elif words[:2] == ["pr", "create"]:
    if any(one["head"] == option("--head") and one["state"] == "open" for one in known["pulls"]):
        sys.exit("a pull request for branch already exists")
    known["pulls"].append(dict(number=len(known["pulls"]) + 8, state="open", head=option("--head"), body=text()))
elif words[:2] == ["pr", "edit"]:
    next(one for one in known["pulls"] if str(one["number"]) == words[2])["body"] = text()
else:
    assert words == ["auth", "setup-git"], words
state.write_text(json.dumps(known))
"""


def git(*arguments: str, cwd: Path) -> str:
    done = subprocess.run(["git", *arguments], cwd=cwd, check=True, capture_output=True, text=True, env=quiet())
    return done.stdout.strip()


def quiet() -> dict[str, str]:
    """Return an environment in which git knows nobody, as on a fresh runner."""
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"}
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | own


class Forge:
    """A git server with one repository, and what is known of its issue and its pull requests."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address, self.runs = folder, address, 0
        self.bare = folder / "served" / "verzeichnis.git"
        self.state = folder / "forge.json"
        (folder / "bin").mkdir()
        gh = folder / "bin" / "gh"
        gh.write_text(GH.replace("{python}", sys.executable))
        gh.chmod(0o755)

    def issue(self, name: str) -> None:
        """Let this be the issue: an answer of the interface of GitHub."""
        issue = json.loads((ANSWERS / name).read_text("utf-8"))
        self.state.write_text(json.dumps({"issue": issue, "comments": [], "pulls": [], "calls": []}))

    @property
    def known(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.state.read_text())
        return found

    def update(self, **changes: Any) -> None:
        self.state.write_text(json.dumps(self.known | changes))

    def clone(self, name: str) -> Path:
        git("clone", "--quiet", "--depth=1", self.address, name, cwd=self.folder)
        return self.folder / name

    def set_label(self) -> None:
        """Run the job that begins when an editor sets the label, on a fresh copy, as its runner does."""
        self.run("aufnehmen")

    def run(self, job: str) -> None:
        self.runs += 1
        here = self.clone(f"run-{self.runs}")
        program = here / ".venv" / "bin" / "directory"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m directory "$@"\n')
        program.chmod(0o755)
        (here / "temp").mkdir()
        given = {"NUMBER": "7", "RUNNER_TEMP": str(here / "temp"), "FORGE": str(self.state)}
        given |= {"PYTHONPATH": str(PROJECT), "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}"}
        for step in yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"][job]["steps"]:
            if "run" not in step or step["run"].startswith("make "):
                continue
            own = {key: text for key, text in step["env"].items() if "${{" not in text}
            # As GitHub calls it for `shell: bash`.
            command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
            done = subprocess.run(
                command, cwd=here, env=quiet() | given | own, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr

    def proposed(self) -> str:
        """Return what the proposed branch adds to the main one."""
        return git("diff", "--stat", "--name-status", "main", BRANCH, cwd=self.bare)

    def file(self, path: str) -> str:
        return git("show", f"{BRANCH}:{path}", cwd=self.bare)


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[Forge]:
    served = tmp_path / "served"
    served.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    first = tmp_path / "first"
    shutil.copytree(CITY, first / "entries")
    (first / ".gitignore").write_text(".venv/\ntemp/\n")
    git("init", "--quiet", "--initial-branch=main", cwd=first)
    commit(first, "first")
    git("clone", "--quiet", "--bare", str(first), str(served / "verzeichnis.git"), cwd=tmp_path)
    exported = ("--export-all", "--enable=receive-pack", f"--base-path={served}", str(served))
    listening = ("--listen=127.0.0.1", f"--port={port}", "--reuseaddr")
    with subprocess.Popen(["git", "daemon", *listening, *exported], env=quiet()) as server:
        for _ in range(100):
            with socket.socket() as asking:
                if asking.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield Forge(tmp_path, f"git://127.0.0.1:{port}/verzeichnis.git")
        server.terminate()


def commit(folder: Path, message: str) -> None:
    git("add", "--all", cwd=folder)
    git("-c", "user.name=Eva", "-c", "user.email=eva@example.org", "commit", "--quiet", "-m", message, cwd=folder)


NEW = "entries/hafen/rad-gruppe.yaml"


def test_an_issue_is_answered_in_one_comment_each_time(forge: Forge) -> None:
    forge.issue("new-offer-with-a-mistake.json")
    forge.run("antworten")
    [first] = forge.known["comments"]
    assert "### Bitte verbessern Sie das" in first
    advised = re.findall(r"Schreiben Sie: `([^`]+)`", first)
    assert advised == ["https://rad-gruppe.example"], "what is advised can be copied"
    mended = {**forge.known["issue"], "body": forge.known["issue"]["body"].replace("rad-gruppe.example", advised[0])}
    forge.update(issue=mended)
    forge.run("antworten")
    [second] = forge.known["comments"]
    assert "Danke! Sie müssen nichts mehr tun." in second
    assert forge.known["pulls"] == []


def test_what_must_be_mended_first_is_not_proposed(forge: Forge) -> None:
    forge.issue("new-offer-with-a-mistake.json")
    forge.set_label()
    assert "### Bitte verbessern Sie das" in forge.known["comments"][0]
    assert forge.known["pulls"] == []
    assert BRANCH not in git("branch", cwd=forge.bare)


def test_the_label_can_be_taken_away_and_set_again(forge: Forge) -> None:
    forge.issue("new-offer.json")
    forge.set_label()
    [pull] = forge.known["pulls"]
    assert (pull["head"], pull["state"]) == (BRANCH, "open")
    assert pull["body"].endswith("Closes #7\n")
    assert forge.proposed() == f"A\t{NEW}"
    assert "Wir fahren Rad." in forge.file(NEW)
    # Somebody mends the issue, and main moves on.
    other = forge.clone("other")
    (other / "neu.md").write_text("neu\n")
    commit(other, "second")
    git("push", "--quiet", "origin", "main", cwd=other)
    issue = forge.known["issue"]
    forge.update(issue={**issue, "body": issue["body"].replace("Wir fahren Rad.", "Wir fahren gern Rad.")})
    forge.set_label()
    [again] = forge.known["pulls"]
    assert again["number"] == pull["number"]
    assert "Wir fahren gern Rad." in forge.file(NEW)
    assert forge.proposed() == f"A\t{NEW}", "from main as it is now"


def test_after_a_proposal_was_closed_there_is_a_new_one(forge: Forge) -> None:
    forge.issue("new-offer.json")
    forge.set_label()
    forge.update(pulls=[{**forge.known["pulls"][0], "state": "closed"}])
    forge.set_label()
    assert [pull["state"] for pull in forge.known["pulls"]] == ["closed", "open"]


def test_the_work_of_a_human_is_never_replaced(forge: Forge) -> None:
    forge.issue("new-offer.json")
    forge.set_label()
    editor = forge.folder / "editor"
    git("clone", "--quiet", "--branch", BRANCH, forge.address, str(editor), cwd=forge.folder)
    (editor / NEW).write_text((editor / NEW).read_text().replace("Wir fahren Rad.", "Wir fahren zusammen Rad."))
    commit(editor, "better")
    git("push", "--quiet", "origin", BRANCH, cwd=editor)
    forge.set_label()
    assert "Wir fahren zusammen Rad." in forge.file(NEW)
    report, said = forge.known["comments"]
    assert "Danke!" in report
    assert said.startswith("An diesem Vorschlag hat ein Mensch gearbeitet: formular-7. Darum ändert")
    assert "  " not in said
    assert len(forge.known["pulls"]) == 1


def test_a_closed_offer_is_proposed_and_a_removal_is_left_to_editors(forge: Forge) -> None:
    forge.issue("closed.json")
    forge.set_label()
    assert forge.proposed() == "M\tentries/mitte/eine-runde.yaml"
    assert "status: geschlossen" in forge.file("entries/mitte/eine-runde.yaml")
    git("branch", "-D", BRANCH, cwd=forge.bare)
    forge.issue("removal.json")
    forge.set_label()
    assert "entfernt.yaml" in forge.known["comments"][0]
    assert forge.known["pulls"] == []
