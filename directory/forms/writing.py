"""Values of an offer as YAML, always spelled the same way."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from directory.forms.fields import Field, entry_fields
from directory.source.tree import ABSENT

WIDTH = 110
INDENT = "  "
# Written without quotation marks these read as text; our own reader would also take the rest, other readers would not.
PLAIN = re.compile(r"[^\W_][^:#\n]*(?:[:#](?=[^\s])[^:#\n]*)*")
IN_BRACKETS = frozenset(",[]{}")


def written(values: Mapping[str, Any]) -> str:
    """Return the file of an offer.

    Values are text, lists and mappings by YAML key, as `directory.source.shape.read` returns them; what is empty is
    left out. Fields come in the order of the model, each list of sentences with a line for each sentence.
    """
    return "".join(f"{line}\n" for line in _group(values, entry_fields(), ""))


def _group(values: Mapping[str, Any], fields: Sequence[Field], indent: str) -> Iterator[str]:
    known = {field.key: field for field in fields}
    others = [key for key in values if key not in known]  # the words of a city, where the model has a field for them
    order = [key for field in fields for key in (others if field.kind == "features" else [field.key])]
    for key in dict.fromkeys([*(key for key in order if key in values), *others]):
        if values[key] not in ("", None, [], {}):
            yield from _value(key, values[key], known.get(key), indent)


def _value(key: str, value: Any, field: Field | None, indent: str) -> Iterator[str]:
    inner = field.fields if field else ()
    if isinstance(value, Mapping):
        yield f"{indent}{key}:"
        yield from _group(value, inner, indent + INDENT)
    elif not isinstance(value, Sequence) or isinstance(value, str):
        yield f"{indent}{key}: {scalar(str(value))}"
    elif any(isinstance(item, Mapping) for item in value):
        yield f"{indent}{key}:"
        for item in value:
            first, *rest = _group(item, inner, "")
            yield f"{indent}{INDENT}- {first}"
            yield from (f"{indent}{INDENT}{INDENT}{line}" for line in rest)
    else:
        line = f"{indent}{key}: [{', '.join(scalar(str(item), in_brackets=True) for item in value)}]"
        if (field is None or field.kind != "sentence") and len(line) <= WIDTH:
            yield line
        else:
            yield f"{indent}{key}:"
            yield from (f"{indent}{INDENT}- {scalar(str(item))}" for item in value)


def scalar(text: str, *, in_brackets: bool = False) -> str:
    """Return the text as YAML: plain where every reader of YAML takes it as this text or as this date or number."""
    plain = PLAIN.fullmatch(text) and text == text.strip() and not (in_brackets and IN_BRACKETS & set(text))
    return text if plain and _reads_back(text) else json.dumps(text, ensure_ascii=False)


def _reads_back(text: str) -> bool:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    return isinstance(node, yaml.ScalarNode) and node.value == text and text not in ABSENT
