"""YAML files to a Directory. The entry point is `load`."""

from directory.source.load import Loaded, load

__all__ = ["Loaded", "load"]
