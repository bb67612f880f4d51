"""Addresses of pages on a code host where somebody can write: GitHub and GitLab, told apart by the host."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit


def new_issue_address(repository: str, template: str, values: Mapping[str, str]) -> str:
    """Return where a new issue is written, with these fields filled in; `title` and `body` work everywhere."""
    base = repository.rstrip("/")
    if _is_github(repository):
        named = {"template": template} if template else {}
        return f"{base}/issues/new?{urlencode({**named, **values}, quote_via=quote)}"
    fields = {"title": "issue[title]", "body": "issue[description]"}
    named = {"issuable_template": template} if template else {}
    query = {fields[key]: value for key, value in values.items() if key in fields}
    return f"{base}/-/issues/new?{urlencode({**named, **query}, quote_via=quote)}"


def edit_file_address(repository: str, path: str) -> str:
    """Return where a file of the main branch is changed in the browser."""
    middle = "edit/main" if _is_github(repository) else "-/edit/main"
    return f"{repository.rstrip('/')}/{middle}/{quote(path)}"


def _is_github(repository: str) -> bool:
    return urlsplit(repository).hostname == "github.com"
