"""The name of a file, which is also the address of a page, for a name that people say."""

import re
import unicodedata

LONGEST_SLUG = 60
# Legal forms say nothing about an entry and make its address long.
LEGAL_FORM = re.compile(r"\b(?:e\.\s?V\.?|g?GmbH|gAG|gUG|eG)(?=\W|$)", re.IGNORECASE)
SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe", "ł": "l"})


def slug(name: str) -> str:
    """Return the name of a file for an entry of this name; an empty text where it has no Latin letter or digit."""
    spelled = LEGAL_FORM.sub(" ", unicodedata.normalize("NFC", name)).casefold().translate(SPELLED)
    ascii_only = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_only)
    while len("-".join(words)) > LONGEST_SLUG and len(words) > 1:
        words.pop()
    return "-".join(words)[:LONGEST_SLUG]
