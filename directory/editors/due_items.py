"""What is due as data for programs: one item for each recipient, ready to become an issue."""

from collections.abc import Iterable
from typing import Any

from directory.editors.letters.letter import ways
from directory.editors.recipients import Recipient
from directory.editors.text import render
from directory.forge.addresses import edit_file_address
from directory.model import Directory


def items(directory: Directory, found: Iterable[Recipient]) -> list[dict[str, Any]]:
    """Return an item for each recipient.

    `title` stays the same as long as the name does: that is how a workflow sees that its issue is still open.
    """
    return [_item(directory, to) for to in found]


def _item(directory: Directory, to: Recipient) -> dict[str, Any]:
    entries = [item.entry for item in to.due]
    repository = directory.city.repository
    body = render(
        "issue.txt",
        to=to,
        ways=list(ways(to.contact)),
        files={entry.slug: entry.file for entry in entries},
        edit={entry.slug: edit_file_address(repository, entry.file) if repository else "" for entry in entries},
    )
    return {
        "provider": to.provider,
        "name": to.name,
        "title": f"Bitte bestätigen: {to.name}",
        "body": body,
        "entries": [entry.slug for entry in entries],
        "details": [
            {
                "slug": item.entry.slug,
                "name": item.entry.name,
                "path": item.entry.file,
                "last_said": str(item.last_said),
                "oldest": str(item.oldest),
                "reasons": list(item.reasons),
            }
            for item in to.due
        ],
    }
