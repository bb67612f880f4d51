"""A provider by a name that it does not quite have: "ASB Kreisverband Musterstadt" for "ASB"."""

import re

from directory.model import Directory
from directory.model.meanings import MOST_MEANT
from directory.model.slugs import LEGAL_FORM
from directory.model.text import collation_key
from directory.problems import Hint, quoted

# What many associations have in their names says nothing about which one is meant.
GENERAL = frozenset(
    {
        "bezirksverband",
        "bundesverband",
        "der",
        "die",
        "fur",
        "im",
        "in",
        "kreisstelle",
        "kreisverband",
        "landesverband",
        "orts",
        "ortsgruppe",
        "ortsverband",
        "ortsverein",
        "regionalverband",
        "stadt",
        "stadtverband",
        "stelle",
        "und",
        "verband",
        "verein",
        "von",
    }
)


def provider_meant(directory: Directory, text: str) -> Hint | None:
    """Return which provider a name most likely means: one whose own words are all in it, or the other way round."""
    said = _own_words(directory, text)
    if not said:
        return None
    likely: list[str] = []
    for slug, provider in directory.providers.items():
        names = [_own_words(directory, name) for name in (provider.name, *provider.other_names)]
        if said in names:
            return Hint(f"Meinten Sie {quoted(provider.name)}? Dann schreiben Sie:", slug)
        likely += [slug] if any(name and (name <= said or said <= name) for name in names) else []
    if not 0 < len(likely) <= MOST_MEANT:
        return None
    if len(likely) == 1:
        return Hint(f"Meinten Sie {quoted(directory.providers[likely[0]].name)}? Dann schreiben Sie:", likely[0])
    listing = "\n".join(f"{slug} ({directory.providers[slug].name})" for slug in likely)
    return Hint(f"Meinten Sie eins davon? Schreiben Sie das Wort vor der Klammer:\n{listing}")


def _own_words(directory: Directory, name: str) -> frozenset[str]:
    plain = collation_key(LEGAL_FORM.sub(" ", name))[0]
    return frozenset(re.findall(r"\w+", plain)) - GENERAL - {collation_key(directory.city.name)[0]}
