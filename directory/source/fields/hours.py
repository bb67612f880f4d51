"""Which half of the day is meant by the hours of a rule, by its days and by its other hour."""

import re
from dataclasses import replace

from directory.model.spoken_hours import AFTER_NOON, HALF_A_DAY, IN_THE_MORNING, TIME_PATTERN, clock_hint, spoken_hours
from directory.problems import WRITE, Hint
from directory.source.fields.everyday_times import about_note
from directory.source.fields.mistake import Mistake
from directory.source.fields.notes import note_of, one_more
from directory.source.tree import Mapping, Scalar, texts_of


def hour_meant(mistake: Mistake, hint: Hint) -> Hint:
    """Return the hour that is meant, and that it is about then, where the text says so: "gegen 17 Uhr"."""
    rule, meant = mistake.parent, _hour_meant(mistake, hint)
    if not isinstance(rule, Mapping) or mistake.name not in {"von", "bis"}:
        return meant
    ends = mistake.name == "bis"
    if (span := SPAN.fullmatch(mistake.text.strip())) and not ends:
        return Hint("Das sind 2 Felder. Schreiben Sie:", {"von": _clock(span["first"]), "bis": _clock(span["last"])})
    if told := _no_hour(mistake, rule, meant):
        return told
    if not ABOUT.search(mistake.text):
        return meant
    if not isinstance(meant.instead, str):
        more = f"Schreiben Sie dazu:\nhinweis: {'Das Ende' if ends else 'Der Beginn'} ist nicht genau."
        return replace(meant, more=more) if meant.instead is None else meant
    note = one_more(rule, "hinweis", about_note(meant.instead, ends=ends))
    return Hint("Schreiben Sie dafür diese Zeilen:", {mistake.name: meant.instead, "hinweis": note})


def _no_hour(mistake: Mistake, rule: Mapping, meant: Hint) -> Hint | None:
    """Return words that stand in place of an hour as a note; none of them is lost. None where they can mean an hour."""
    if OPEN_END.search(mistake.text):
        words = f"Das ist ein Hinweis. Schreiben Sie statt „{mistake.name}“:"
        return Hint(words, {"hinweis": one_more(rule, "hinweis", "Das Ende ist offen.")}, without=(mistake.name,))
    note = note_of(mistake.text)
    if mistake.names[:1] != ("zeiten",) or meant.instead is not None or re.search(r"\d", mistake.text) or not note:
        return None
    if spoken_hours(mistake.text):
        return None
    words = "Hier steht nur eine Uhrzeit. Kennen Sie keine? Dann schreiben Sie statt dieser Zeile:"
    said = f"{meant.words.partition(chr(10))[0]}\n{words}"
    return Hint(said, {"hinweis": one_more(rule, "hinweis", note)}, without=(mistake.name,))


SPAN = re.compile(rf"(?P<first>{TIME_PATTERN})(?:\s*Uhr)?\s*(?:-|–|bis)\s*(?P<last>{TIME_PATTERN})(?:\s*Uhr)?")


def _clock(text: str) -> str:
    hour, _, minute = text.replace(".", ":").partition(":")
    return f"{int(hour):02}:{minute or '00'}"


ABOUT = re.compile(r"\b(?:gegen|ca|circa|zirka|etwa|ungefähr|so um)\b", re.IGNORECASE)
OPEN_END = re.compile(r"^\W*(?:open[\s-]?end|offen|ende offen|unbestimmt|offenes ende)\W*$", re.IGNORECASE)


def _hour_meant(mistake: Mistake, hint: Hint) -> Hint:
    """Return the hour that is meant: "19:30 bis gegen neun" ends at 21:00, as does "Freitagabend bis neun".

    Both hours, where nothing says which half of the day.
    """
    rule = mistake.parent
    if not isinstance(rule, Mapping) or mistake.name not in {"von", "bis"}:
        return hint
    half = _half_of_the_day(rule)
    ends = spoken_hours(f"{mistake.text}{half}")
    hint = clock_hint(f"{mistake.text}{half}") if len(ends) == 1 < len(spoken_hours(mistake.text)) else hint
    start = rule.values.get("von") if mistake.name == "bis" else None
    written = start.text if isinstance(start, Scalar) else ""
    begins = spoken_hours(f"{written}{half}")
    if not ends or len(begins) != 1:
        return hint
    if end := _next(begins[0], ends, mistake.text):
        return Hint(WRITE, end)
    plain = re.fullmatch(r"[\d:.\s]+(?:Uhr)?\s*", written)
    later = _later(begins[0])
    if not plain or not AFTER_NOON.search(mistake.text) or later >= ends[0]:
        return hint
    both = {"von": later, "bis": ends[0]}
    return Hint(f"{hint}\nBeginnt es auch am Nachmittag oder am Abend? Dann schreiben Sie:", both)


def later_hours(rule: object) -> dict[str, str]:
    """Return the hours of a rule in the afternoon, where its days say that and its hours do not: "Freitagabend", 7."""
    if not isinstance(rule, Mapping) or not AFTER_NOON.search(_half_of_the_day(rule)):
        return {}
    written = {key: one.text for key in ("von", "bis") if isinstance(one := rule.values.get(key), Scalar)}
    meant = {key: spoken_hours(text) for key, text in written.items()}
    hours = {key: times[0] for key, times in meant.items() if len(times) == 1}
    begins = hours.get("von", "")
    early = {key: hour for key, hour in hours.items() if begins <= hour and int(hour[:2]) < HALF_A_DAY}
    return {key: _later(hour) for key, hour in early.items()} if "von" in early else {}


def _half_of_the_day(rule: Mapping) -> str:
    days = " ".join(texts_of(rule.values["tage"])) if "tage" in rule.values else ""
    return " nachmittags" if AFTER_NOON.search(days) else " morgens" if IN_THE_MORNING.search(days) else ""


def _next(begin: str, ends: tuple[str, ...], text: str) -> str:
    """Return the end, if it is another hour than the first that the text can mean: the next one after the beginning."""
    if IN_THE_MORNING.search(text):
        return ""
    every = (*ends, _later(ends[0])) if int(ends[0][:2]) < HALF_A_DAY else ends
    found = next((end for end in every if end > begin), "")
    return found if found != ends[0] or len(ends) > 1 else ""


def _later(hour: str) -> str:
    return f"{int(hour[:2]) + HALF_A_DAY:02}{hour[2:]}"
