"""Which sentences of an entry its readers see."""

from directory.model import Entry
from directory.model.sentences import sentence_lists

# Words about a secret place, and where they are from, stay with the editors.
SECRET = frozenset({"orte", "quelle"})


def shown_sentences(entry: Entry) -> tuple[str, ...]:
    """Return the sentences of an entry in the order of its fields, without those that could lead to a secret place."""
    lists = sentence_lists(entry)
    return tuple(line for keys, lines in lists if not (entry.secret and keys[0] in SECRET) for line in lines)
