"""What identifies things in data that others keep: it outlives builds, new hours and new names of files."""

from collections.abc import Sequence
from hashlib import sha1
from uuid import UUID

from directory.model import Entry
from directory.model.times import Times

# Ours alone, so that the same thing keeps its identifier in every build (RFC 4122, version 5).
NAMESPACE = UUID("6f1c7a52-0f4e-5c0a-9a83-5d1f0c9b7e21")
_BEGUN = sha1(NAMESPACE.bytes, usedforsecurity=False)


def uuid_of(key: str) -> str:
    """Return the text of `uuid5(NAMESPACE, key)`, in a quarter of its time: an entry has 20 of them in data."""
    digest = _BEGUN.copy()
    digest.update(key.encode())
    text = digest.hexdigest()
    # Version 5, and the variant of RFC 4122 in the first two bits of its place (sections 4.1.1 and 4.1.3).
    return f"{text[:8]}-{text[8:12]}-5{text[13:16]}-{'89ab'[int(text[16], 16) & 3]}{text[17:20]}-{text[20:32]}"


def rule_keys(entry: Entry, rules: Sequence[Times]) -> list[str]:
    """Return what identifies each rule: neither its hours, which change, nor its place in the list, nor a new slug."""
    seen: dict[str, int] = {}
    keys = []
    for times in rules:
        shape = (times.purpose, times.place, times.days, times.in_month, times.every_weeks, times.months)
        weeks = (times.weeks,) if times.weeks else ()
        key = "|".join(map(str, (entry.first_slug, *shape, *weeks)))
        seen[key] = seen.get(key, 0) + 1
        keys.append(f"{key}|{seen[key]}")
    return keys
