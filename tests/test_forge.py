"""Addresses of public forges with something filled in."""

from urllib.parse import parse_qs, urlsplit

import pytest

from directory.forge.addresses import edit_file_address, new_file_address, new_issue_address

GITHUB = "https://github.com/stadt/verzeichnis"
GITLAB = "https://gitlab.opencode.de/stadt/verzeichnis"
PATH = "entries/nord/gruppe.yaml"
TEXT = 'name: "Kaffee & Kuchen: #1"\nthemen: [größe, a+b]\n'


def query(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query, keep_blank_values=True)


def test_a_new_file_has_its_path_and_content() -> None:
    github, gitlab = new_file_address(GITHUB, PATH, TEXT), new_file_address(GITLAB, PATH, TEXT)
    assert github.startswith(f"{GITHUB}/new/main?")
    assert query(github) == {"filename": [PATH], "value": [TEXT]}
    assert gitlab.startswith(f"{GITLAB}/-/new/main?")
    assert query(gitlab) == {"file_name": [PATH], "content": [TEXT]}
    assert "+" not in github.partition("?")[2].replace("%2B", ""), "a blank is %20: not every server reads + as one"


@pytest.mark.parametrize("written", [GITHUB, f"{GITHUB}/", f"{GITHUB}.git"])
def test_a_repository_may_be_written_in_several_ways(written: str) -> None:
    assert edit_file_address(written, PATH) == f"{GITHUB}/edit/main/{PATH}"


def test_a_file_is_edited_where_it_lies() -> None:
    assert edit_file_address(GITLAB, PATH) == f"{GITLAB}/-/edit/main/{PATH}"
    assert edit_file_address(GITLAB, "a b#.yaml").endswith("/a%20b%23.yaml")


def test_an_issue_has_a_template_and_values() -> None:
    values = {"title": "Fehler: LISA", "angebot": "lisa", "leer": ""}
    github, gitlab = (new_issue_address(one, "fehler.yml", values) for one in (GITHUB, GITLAB))
    assert query(github) == {"template": ["fehler.yml"], "title": ["Fehler: LISA"], "angebot": ["lisa"]}
    assert gitlab.startswith(f"{GITLAB}/-/issues/new?")
    assert query(gitlab) == {
        "issuable_template": ["fehler"],
        "issue[title]": ["Fehler: LISA"],
        "issue[description]": ["angebot: lisa"],
    }
    both = query(new_issue_address(GITLAB, "", {"title": "Neu", "body": "Zeile 1\nZeile 2"}))
    assert both == {"issue[title]": ["Neu"], "issue[description]": ["Zeile 1\nZeile 2"]}
