"""Input channels: what contributors fill in, and how it becomes a file. All of it comes from the model."""

from directory.files.fields import Choice, Field, entry_fields, every_field

__all__ = ["Choice", "Field", "entry_fields", "every_field"]
