"""The engine of a resource directory: YAML files become a checked, immutable Directory and every output."""

__version__ = "0.1.0"
