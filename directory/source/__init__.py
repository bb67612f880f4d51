"""YAML files to a Directory. The one door is `load`."""

from directory.source.load import Loaded, load

__all__ = ["Loaded", "load"]
