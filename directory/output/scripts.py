"""Scripts as browsers load them."""

from rjsmin import jsmin  # type: ignore[import-untyped]  # it has no types


def minified(script: str) -> str:
    """Return a script without comments and blanks."""
    return str(jsmin(script))
