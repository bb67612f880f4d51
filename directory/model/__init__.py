"""What the directory is made of. Nothing here reads files or writes pages."""

from directory.model.directory import Directory, Vocabulary
from directory.model.entry import Entry

__all__ = ["Directory", "Entry", "Vocabulary"]
