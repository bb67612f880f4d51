"""What forms know about the fields of an entry."""

import pytest

from directory.intake import Field, every_field
from directory.model.values import MONTHS, WEEKDAYS

FIELDS = {".".join(field.path): field for field in every_field()}


@pytest.mark.parametrize("path", FIELDS)
def test_every_field_can_be_asked_for(path: str) -> None:
    field = FIELDS[path]
    assert field.title, "title= in the model"
    assert field.help, "description= in the model"
    assert (field.kind == "group") == bool(field.fields)
    assert field.kind in {"choice", "features"} or not field.choices
    for choice in field.choices:
        named = choice.value in (*WEEKDAYS, *MONTHS, "ja", "nein")
        assert named or choice.label != choice.value, f"{path} in choices.yaml"


def kinds(*paths: str) -> list[tuple[str, bool, bool, str]]:
    return [(one.kind, one.many, one.required, one.words) for one in (FIELDS[path] for path in paths)]


def test_what_a_field_takes_is_read_off_the_model() -> None:
    assert kinds("name", "art", "beschreibung", "orte.bei", "orte.zugang.merkmale") == [
        ("line", False, True, ""),
        ("identifier", True, True, "arten"),
        ("sentence", True, True, ""),
        ("identifier", False, False, "angebote"),
        ("features", False, False, "zugang"),
    ]
    assert kinds("zeiten.von", "zeiten.stand", "zeiten.termine", "kontakt.telefon.nummer", "alter.ab") == [
        ("time", False, False, ""),
        ("partial-date", False, True, ""),
        ("date", True, False, ""),
        ("phone", False, True, ""),
        ("number", False, False, ""),
    ]


def test_a_group_knows_its_fields_and_its_main_one() -> None:
    phone: Field = FIELDS["kontakt"].field("telefon")
    assert (phone.many, phone.main, [field.key for field in phone.fields]) == (
        True,
        "nummer",
        ["nummer", "art", "wofuer"],
    )
