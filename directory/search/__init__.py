"""The search: German is worked out here, at build; the browser loads a small index. Entry point: `search_files`."""

from directory.search.index_files import search_files

__all__ = ["search_files"]
