"""The form of everything on the desk: a section has groups, a group has lines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Lines about one thing. `note` says where it stands, for example the path of a file."""

    title: str
    lines: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One page of the desk. `todo` says what an editor does with it; `empty` stands where there is nothing to do."""

    name: str
    title: str
    todo: tuple[str, ...]
    groups: tuple[Group, ...]
    empty: str

    @property
    def count(self) -> int:
        """How many lines there are."""
        return sum(len(group.lines) for group in self.groups)
