"""Addresses of a public forge that open a page with something filled in: a new file, a file to edit, a new issue.

GitHub and all others, which are taken for GitLab (openCoDE is one), differ in their addresses.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, urlencode, urlsplit

BRANCH = "main"
# Servers refuse longer addresses (HTTP 414): their usual limit for one line of a request is 8 KB.
LONGEST = 8000


@dataclass(frozen=True, slots=True)
class NewFile:
    """The page for a new file: its address, and what the values for path and content are called in it."""

    address: str
    path: str
    content: str


def new_file_page(repository: str) -> NewFile:
    """Return the page for a new file; newer GitLabs may leave the content out, so people must be able to paste it."""
    if _is_github(repository):
        return NewFile(f"{_root(repository)}/new/{BRANCH}", "filename", "value")
    return NewFile(f"{_root(repository)}/new/{BRANCH}", "file_name", "content")


def new_file_address(repository: str, path: str, content: str = "") -> str:
    """Return where a new file with this path and content can be put in."""
    page = new_file_page(repository)
    return _with(page.address, {page.path: path, page.content: content})


def edit_file_address(repository: str, path: str) -> str:
    """Return where a file can be edited; no forge takes a new content from the address."""
    return f"{_root(repository)}/edit/{BRANCH}/{quote(path)}"


def new_issue_address(repository: str, template: str, values: Mapping[str, str]) -> str:
    """Return where an issue can be written, with a template such as `fehler.yml` and the values of its fields by id.

    `title` and `body` work everywhere. GitLab has no other fields: there the rest comes as lines below the body.
    """
    if _is_github(repository):
        return _with(f"{_root(repository)}/issues/new", {"template": template, **values})
    rest = [f"{name}: {value}" for name, value in values.items() if value and name not in {"title", "body"}]
    lines = "\n".join(filter(None, [values.get("body", ""), *rest]))
    named = {"issuable_template": PurePosixPath(template).stem, "issue[title]": values.get("title", "")}
    return _with(f"{_root(repository)}/issues/new", {**named, "issue[description]": lines})


def _is_github(repository: str) -> bool:
    return urlsplit(repository).hostname in {"github.com", "www.github.com"}


def _root(repository: str) -> str:
    root = repository.rstrip("/").removesuffix(".git")
    return root if _is_github(repository) else f"{root}/-"


def _with(address: str, values: Mapping[str, str]) -> str:
    given = {name: value for name, value in values.items() if value}
    return f"{address}?{urlencode(given, quote_via=quote)}" if given else address
