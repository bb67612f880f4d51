"""The JSON Schema of an entry: it takes what the program takes, whatever the editor reads YAML with."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import run
from conftest import BASE_ENTRY, CITY, Case, MakeCity, entry_with, load_city
from jsonschema import Draft202012Validator

from directory.files.schema import entry_schema
from directory.source.files import SCHEMA

PROJECT = Path(__file__).parents[1]
SHIPPED = sorted((PROJECT / "entries").glob("[a-z]*/*.yaml"))
# YAML 1.2.2, 10.3.2, core schema: what an editor makes of a text without quotation marks.
CORE = (
    (re.compile(r"null|Null|NULL|~|"), lambda _: None),
    (re.compile(r"true|True|TRUE|false|False|FALSE"), lambda text: text.lower() == "true"),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
)


TextLoader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class CoreLoader(TextLoader):  # type: ignore[misc,valid-type]
    """Reads as YAML 1.2 says."""


def construct(_: CoreLoader, node: yaml.ScalarNode) -> Any:
    if node.style:
        return node.value
    return next((read(node.value) for pattern, read in CORE if pattern.fullmatch(node.value)), node.value)


CoreLoader.add_constructor("tag:yaml.org,2002:str", construct)


@cache
def validator(root: Path) -> Draft202012Validator:
    directory = load_city(root).directory
    assert directory
    schema = json.loads(entry_schema(directory))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def readings(text: str) -> Iterator[Any]:
    """Yield the text as a program reads it that takes everything for text, and as most editors do."""
    yield yaml.load(text, Loader=TextLoader)  # noqa: S506 - text only
    yield yaml.load(text, Loader=CoreLoader)  # noqa: S506 - text, numbers, truth


def mistakes(root: Path, text: str) -> list[str]:
    return [error.message for value in readings(text) for error in validator(root).iter_errors(value)]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_entry_is_valid(path: Path) -> None:
    assert mistakes(PROJECT / "entries", path.read_text(encoding="utf-8")) == []


def test_the_copy_beside_the_entries_is_up_to_date() -> None:
    directory = load_city(PROJECT / "entries").directory
    assert directory
    assert (PROJECT / "entries" / SCHEMA).read_text(encoding="utf-8") == entry_schema(directory), "directory schema"


# Umlaut keys are lenient input that the schema does not know; editors differ in aliases and empty fields;
# the unquoted values have a language that the small city does not list.
NOT_KNOWN = {"umlaut-keys", "aliases", "empty-means-absent", "quoted-null", "unquoted-values"}


@pytest.mark.cases("reading")
def test_what_is_read_as_meant_is_valid(case: Case) -> None:
    (text,) = case.files.values()
    if case.path.stem not in NOT_KNOWN:
        assert mistakes(CITY, text) == []


@pytest.mark.parametrize(
    "lines",
    [
        "status: aktif",
        "themen: sucth",
        "themen: []",
        "zielgruppe: [alle]",
        "beschreibung: {satz: Wir treffen uns.}",
        "gebiet: [nirgendwo]",
        "orte: [{strase: Am Markt}]",
        "orte: [{plz: '123'}]",
        "orte: [{zugang: {rollstuhl: vielleicht}}]",
        "orte: [{zugang: {rolstuhl: ja}}]",
        "zeiten: [{zweck: treffen, tage: [Dinstag], stand: 2026}]",
        "zeiten: [{zweck: treffen, tage: [Dienstag], von: abends, stand: 2026}]",
        "zeiten: [{zweck: treffen, tage: [Dienstag]}]",
        "zeiten: [{zweck: treffen, tage: [Dienstag], stand: 10.2026 ungefähr}]",
        "gueltig: {ab: 1.10.2026}",
        "kontakt: {telefon: anrufen}",
        "kontakt: {mail: niemand}",
        "kontakt: {webseite: www.example.org}",
        "kosten: {betrag: viel, art: preis}",
        "traeger: [Ein Träger]",
    ],
)
def test_what_is_wrong_is_not(lines: str) -> None:
    assert mistakes(CITY, BASE_ENTRY) == []
    text = entry_with(lines)
    assert all(list(validator(CITY).iter_errors(value)) for value in readings(text))


@pytest.mark.parametrize("field", ["name", "art", "themen", "beschreibung", "quelle"])
def test_what_must_be_there_must_be_there(field: str) -> None:
    text = "".join(line for line in BASE_ENTRY.splitlines(keepends=True) if not line.startswith(field))
    assert any(field in message for message in mistakes(CITY, text))


def test_the_command_writes_the_schema_beside_the_entries(city: MakeCity) -> None:
    root = city({})
    assert run("schema", "--entries", root).returncode == 0
    written = (root / SCHEMA).read_text(encoding="utf-8")
    assert run("schema", "--print", "--entries", root).stdout == written
    assert run("check", "--entries", root).stdout.endswith("Alles in Ordnung.\n"), "no stray file"
