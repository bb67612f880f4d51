"""The MkDocs events of the directory; their bodies lie in the package."""

from directory.site.mkdocs_hook import *  # noqa: F403 - MkDocs looks for its events in this file
