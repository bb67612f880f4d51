"""Answers on the form for a new entry as the values of its file; what cannot be taken over is remarked upon."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from directory.files.fields import Field, entry_fields
from directory.intake.addresses import place_fields
from directory.intake.issues.answers import MOST_LINES, Answers
from directory.intake.issues.remarks import Remark, missing
from directory.intake.issues.templates import Question
from directory.intake.resolve import find_entry, find_provider, find_street
from directory.intake.times import times_answer
from directory.model import Directory
from directory.model.contact import AT
from directory.model.values import UNKNOWN, amount_written, day_written
from directory.problems import Severity, quoted

SEVERAL = ", "
PROVIDER = "Träger"
KEPT = "Nicht alle Wörter sind eine Zeit."
KEPT_HINT = "Wir schreiben sie als Hinweis dazu. Lesen Sie unten: Stimmt das so?"


@dataclass(kw_only=True)
class Reading:
    """What became of the answers: the values of a file, its folder, and under which keys each answer stands."""

    values: dict[str, Any] = field(default_factory=dict)
    area: str = ""
    keys: dict[str, tuple[str | int, ...]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


def values_of(answers: Answers, directory: Directory, today: date, number: int | None) -> Reading:
    """Return what the answers say of a new entry; nothing is guessed, and every name must already exist."""
    reading = Reading(remarks=[*answers.remarks])
    for question in answers.form.questions:
        reading.remarks.extend(_doubts(answers, question))
        own = OWN.get(question.id)
        value = own(question, answers, directory, reading) if own else _plain(question, answers)
        if question.field and value and question.id not in SEPARATE:
            _put(reading, question.id, question.field, value)
    _split_address(reading, directory)
    _sources(answers, reading, today, number)
    _times(answers, reading)
    _say_since_when(reading)
    reading.area = _area(answers, directory, reading)
    return reading


def _split_address(reading: Reading, directory: Directory) -> None:
    """Take everything but the street out of the line of the street; what has its own answer stays."""
    for place in reading.values.get("orte", ()):
        own = place_fields(place.get("strasse", ""), directory)
        if not any(place.get(key) for key in own if key != "strasse"):
            place.update(own)


def _doubts(answers: Answers, question: Question) -> Iterator[Remark]:
    if question.required and not answers.lines.get(question.id):
        yield missing(question)
    if question.choices:
        for text in answers.strange(question.id):
            near = " oder ".join(quoted(choice.label) for choice in question.meant(text)[0])
            words = SEVERAL.join(choice.label for choice in question.choices)
            hint = f"Meinten Sie {near}?" if near else f"Erlaubt ist: {words}."
            yield Remark(heading=question.label, message=f"{quoted(text)} gibt es hier nicht.", hint=hint)
        chosen = answers.chosen(question.id)
        if question.kind == "eins" and len(chosen) > 1:
            yield Remark(heading=question.label, message="Hier stehen mehrere Antworten.", hint="Wählen Sie nur eine.")


def _plain(question: Question, answers: Answers) -> Any:
    """Return the answer in the form that the field of the question has in a file."""
    lines = answers.lines.get(question.id, ())
    if question.kind == "haken":
        return {choice.value: "ja" for choice in answers.chosen(question.id)}
    if question.choices:
        chosen = [choice.value for choice in answers.chosen(question.id)]
        return chosen if question.kind == "mehrere" else next(iter(chosen), "")
    if question.kind == "text":
        return list(lines)
    if question.field and question.field.kind == "mail":
        lines = tuple(AT.sub("@", line) for line in lines)
    if question.field and question.field.key == "betrag":
        return amount_written(" ".join(lines))
    if question.field and (question.field.many or _group_of(question.field)):
        return [part.strip() for line in lines for part in line.replace(";", ",").split(",") if part.strip()]
    return " ".join(lines)


def _group_of(field: Field) -> Field | None:
    """Return the list of groups that this field, as their main one, can stand for."""
    fields, group = entry_fields(), None
    for key in field.path[:-1]:
        group = next(item for item in fields if item.key == key)
        fields = group.fields
    return group if group and group.many and group.main == field.key else None


def _put(reading: Reading, question: str, field: Field, value: Any) -> None:
    """Put a value where its field stands; a list of groups gets one group."""
    path = field.path[:-1] if _group_of(field) else field.path
    target, fields = reading.values, entry_fields()
    keys: tuple[str | int, ...] = ()
    for key in path[:-1]:
        group = next(item for item in fields if item.key == key)
        keys += (key, 0) if group.many else (key,)
        below = target.setdefault(key, [{}] if group.many else {})
        target, fields = below[0] if group.many else below, group.fields
    if field.kind == "features":  # they stand beside the other keys of their group
        target |= value
        reading.keys[question] = keys
    else:
        target[path[-1]] = value
        reading.keys[question] = (*keys, path[-1])


def _venue(question: Question, answers: Answers, directory: Directory, reading: Reading) -> str:
    name = answers.text(question.id)
    if not name:
        return ""
    found = find_entry(directory, name)
    if found.entry is None:
        reading.remarks.append(
            Remark(heading=question.label, message=found.message, hint=f"{found.hint} Oder schreiben Sie die Adresse.")
        )
    return found.entry.slug if found.entry else ""


def _provider(question: Question, answers: Answers, directory: Directory, reading: Reading) -> list[str]:
    name = answers.text(question.id)
    provider = find_provider(directory, name)
    if name and not provider:
        message = f"{quoted(name)} steht noch nicht in der Liste von den Trägern."
        reading.remarks.append(
            Remark(
                heading=question.label, message=message, hint="Die Redaktion trägt das nach.", severity=Severity.WARNING
            )
        )
    return [provider] if provider else []


# Questions whose answers must be found among what exists.
OWN = {"orte-bei": _venue, "traeger": _provider}
# Questions whose answers only make sense together.
SEPARATE = frozenset({"zeiten", "zeiten-zweck", "quelle-angabe", "quelle-url", "quelle-stand"})


def _sources(answers: Answers, reading: Reading, today: date, number: int | None) -> None:
    """Who writes says it today. Of a page only what is written counts, never the day on which somebody read it."""
    note = {"hinweis": f"Formular im Netz, Nummer {number}"} if number is not None else {}
    said, url = _plain(answers.form.question("quelle-angabe"), answers), answers.text("quelle-url")
    sources = []
    if said:
        sources.append({"angabe": said, "stand": today.isoformat(), **note})
    if url:
        reading.keys["quelle-url"] = ("quelle", len(sources), "url")
        reading.keys["quelle-stand"] = ("quelle", len(sources), "stand")
        sources.append({"url": url, "stand": day_written(answers.text("quelle-stand")) or UNKNOWN, **note})
    if answers.lines.get("quelle-angabe") and not sources:
        reading.remarks.append(missing(answers.form.question("quelle-url")))
    reading.values["quelle"] = sources


def _times(answers: Answers, reading: Reading) -> None:
    lines = answers.lines.get("zeiten", ())
    if not lines:
        return
    question = answers.form.question("zeiten-zweck")
    purpose = _plain(question, answers)
    found = times_answer(lines, question.choices, purpose, _as_of(reading))
    heading = answers.form.question("zeiten").label
    for asked in found.questions:
        reading.remarks.append(Remark(heading=heading, message=asked.message, hint=asked.hint))
    if found.kept:
        reading.remarks.append(Remark(heading=heading, message=KEPT, hint=KEPT_HINT, severity=Severity.WARNING))
    if not all(rule["zweck"] for rule in found.rules) or (found.questions and not purpose):
        reading.remarks.append(missing(question))
    if found.rules:
        reading.values["zeiten"] = list(found.rules[:MOST_LINES])
        reading.keys["zeiten"] = ("zeiten",)


def _as_of(reading: Reading) -> str:
    sources: list[Mapping[str, str]] = reading.values["quelle"]
    return sources[0]["stand"] if sources else UNKNOWN


def _say_since_when(reading: Reading) -> None:
    """Put to costs and barriers how old they are, and to barriers who says so where it is not the provider."""
    for cost in (reading.values.get("kosten"), *(place.get("zugang") for place in reading.values.get("orte", ()))):
        if cost:
            cost["stand"] = _as_of(reading)
    sources: list[Mapping[str, str]] = reading.values["quelle"]
    for place in reading.values.get("orte", ()):
        if "zugang" in place and sources and sources[0].get("angabe") != PROVIDER:
            place["zugang"]["laut"] = sources[0].get("angabe") or "Eine Internet-Seite"


def _area(answers: Answers, directory: Directory, reading: Reading) -> str:
    """Return the folder: the area that was chosen, else where the venue or the street is, else the whole city."""
    question = answers.form.question("ordner")
    chosen: str = _plain(question, answers)
    place: Mapping[str, str] = next(iter(reading.values.get("orte", ())), {})
    venue = directory.entry.get(place.get("bei", ""))
    street = None if place.get("stadt") else find_street(directory, place.get("strasse", ""))
    everywhere = next((area.id for area in directory.vocabulary.areas.values() if area.city_wide), "")
    known = venue.area if venue else street.areas[0] if street else "" if place else everywhere
    area = chosen or known
    if not area:
        reading.remarks.append(missing(question))
    return area if area in directory.vocabulary.areas else ""
