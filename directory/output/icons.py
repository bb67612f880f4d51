"""Pictograms: Material Design Icons, as Material for MkDocs brings them along."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup

from directory.problems.errors import DirectoryError

FAVICON = "assets/images/favicon.png"


class UnknownIconError(DirectoryError):
    """There is no pictogram of that name."""


@cache
def icon(name: str) -> Markup:
    """Return a pictogram for a page, hidden from screen readers: the word stands beside it.

    Raises UnknownIconError, which ends a build: a renamed pictogram must be noticed.
    """
    plain = drawing(name).replace('xmlns="http://www.w3.org/2000/svg" ', "")
    hidden = plain.replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1)
    return Markup(hidden)  # noqa: S704 - a file of a package, nothing that anyone types


@cache
def drawing(name: str) -> str:
    """Return a pictogram as a drawing of its own, for paper; raises UnknownIconError as `icon` does."""
    file = _folder() / f"{name}.svg"
    if not file.is_file():
        raise UnknownIconError(
            f"Das Bild „{name}“ gibt es nicht. Namen stehen auf https://pictogrammers.com/library/mdi/"
        )
    return file.read_text(encoding="utf-8")


def exists(name: str) -> bool:
    """Return whether there is a pictogram of that name."""
    return (_folder() / f"{name}.svg").is_file()


def favicon() -> bytes:
    """Return the picture that a browser shows beside the name of the site."""
    return (_templates() / FAVICON).read_bytes()


@cache
def _templates() -> Path:
    material = find_spec("material")  # found, not imported: the package knows no site generator
    if material is None or not material.submodule_search_locations:
        raise UnknownIconError("Material for MkDocs ist nicht installiert. Von dort kommen die Bilder.")
    return Path(material.submodule_search_locations[0]) / "templates"


def _folder() -> Path:
    return _templates() / ".icons" / "material"
