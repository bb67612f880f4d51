"""What all pieces of the model share: they are immutable, strict about field names, and say where they come from."""

from functools import cached_property
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, PrivateAttr
from pydantic_core import PydanticCustomError

from directory.problems import Hint, Origin, Position


class Model(BaseModel):
    """A frozen record.

    `shorthand_field` is the YAML key that a plain value stands for where this record belongs. `extra_keys` says that
    keys beside the fields have a meaning too.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)
    shorthand_field: ClassVar[str] = ""
    extra_keys: ClassVar[bool] = False


class Record(Model):
    """A record that is a file, or one named item of a vocabulary file. Its `id` comes from the name, not the text."""

    _id: str = PrivateAttr(default="")
    _origin: Origin | None = PrivateAttr(default=None)
    _path: tuple[str, ...] = PrivateAttr(default=())

    def bind(self, identifier: str, origin: Origin, *path: str) -> None:
        """Remember what the record is called, its file, and under which keys of the file it stands."""
        self._id, self._origin, self._path = identifier, origin, path

    @cached_property
    def id(self) -> str:
        """The name of the file without its ending, or the key in the vocabulary file."""
        return self._id

    @cached_property
    def path(self) -> str:
        """The file that the record was read from, as messages name it."""
        return self._origin.path if self._origin else ""

    def position(self, *keys: str | int, offset: int = 0) -> Position:
        """Return where the value under these YAML keys stands, or so many characters after its beginning."""
        return self._origin.position(*self._path, *keys, offset=offset) if self._origin else Position("")

    def in_place_of(self, lines: str, *keys: str | int) -> str:
        """Return lines as they must stand in place of the field under these YAML keys."""
        return self._origin.in_place_of(lines, *self._path, *keys) if self._origin else lines


def validation_error(
    code: str, message: str, hint: str | Hint = "", at: tuple[str | int, ...] = ()
) -> PydanticCustomError:
    """Return the error that a validator raises: a code of the catalogue, German words, and where below the value."""
    # pydantic formats its template with str.format: our words are finished and may hold braces.
    return PydanticCustomError("refused", "{message}", {"code": code, "message": message, "hint": hint, "at": list(at)})
