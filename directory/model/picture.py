"""A photo of the door or the house of an entry, and what its file is like."""

import re
from dataclasses import dataclass

from pydantic import Field, model_validator

from directory.model.base import Model, validation_error
from directory.model.text import Line
from directory.problems import quoted

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*\.(?:jpg|png|webp)")


class Picture(Model):
    """A photo that helps to find the door: nobody is on it, and no name plate."""

    file: Line = Field(
        alias="datei", title="Datei", description="Name von der Datei in entries/_bilder/. Zum Beispiel: tuer.jpg."
    )
    description: Line = Field(
        alias="beschreibung",
        title="Was man erkennt",
        description="Was man auf dem Foto erkennt. Zum Beispiel: Eine blaue Tür mit 3 Stufen.",
    )
    author: Line = Field(alias="urheber", title="Wer hat das Foto gemacht?", description="Wer das Foto gemacht hat.")
    year: int = Field(alias="jahr", title="Jahr", ge=1900, le=2200, description="In welchem Jahr es gemacht wurde.")
    licence: Line = Field(alias="lizenz", title="Lizenz", description="Unter welcher Lizenz. Zum Beispiel: CC BY 4.0.")

    @model_validator(mode="after")
    def _named_for_the_web(self) -> "Picture":
        if not _NAME.fullmatch(self.file):
            raise validation_error(
                "bild-name",
                f"Der Name {quoted(self.file)} geht nicht für ein Foto.",
                "Nehmen Sie kleine Buchstaben ohne Umlaute, Ziffern und Striche. Am Ende steht .jpg, .png oder .webp.",
            )
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """What a file is like: how many bytes, how wide and high in px (0 where it is no picture that browsers show).

    `tells` is whether it says more than what one sees: where and when, with which device (EXIF, XMP, IPTC).
    """

    size: int
    width: int
    height: int
    tells: bool
