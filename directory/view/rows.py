"""An entry as one row of a list: only what tells it from the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from directory.view.entry import EntryView
from directory.view.times import MORE_TIMES


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """When and where an entry is, in a few words; empty where nobody knows.

    `tag` stands only where an entry differs from most: it takes a break, its times are old, or somebody has confirmed
    it. `tag_icon` is the pictogram beside it.
    """

    entry: EntryView
    when: str
    where: str
    tag: str
    tag_icon: str


def row_of(entry: EntryView, when: Sequence[str]) -> RowView:
    """Return the row of an entry; `when` says in sentences when it is, for this list."""
    tag, tag_icon = _tag(entry)
    return RowView(
        entry=entry,
        when=" ".join(line for line in when if line != MORE_TIMES),
        where=entry.whereabouts.rstrip("."),
        tag=tag,
        tag_icon=tag_icon,
    )


def _tag(entry: EntryView) -> tuple[str, str]:
    if entry.notice:
        return entry.notice.rstrip("."), "pause-circle-outline"
    if age := _age_of_times(entry):
        return age, "timer-sand"
    if entry.record.confirmed:
        return entry.state.rstrip("."), "check-circle-outline"
    return "", ""


def _age_of_times(entry: EntryView) -> str:
    """Return from which year the newest times are where all of them are old; an empty text where some are recent."""
    if any(block.current for block in entry.times):
        return ""
    newest_first = sorted((block for block in entry.times if block.tag), key=lambda block: -(block.year or 0))
    return newest_first[0].tag if newest_first else ""
