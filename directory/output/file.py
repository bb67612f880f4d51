"""A file of the site, ready to be written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A finished file; `path` is below the site's root."""

    path: str
    content: str | bytes
