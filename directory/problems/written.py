"""Fields as they are written in a file, for people who copy them from a message."""

import re
from typing import Any

NEEDS_QUOTES = re.compile(r": |:$|\s#|^[\[{@*&!%#`'\"|>?,-]|^$")
IN_BRACKETS = re.compile(r"[,\[\]{}]|^[?]")
SENTENCE = re.compile(r"\s.*[.!?]$")
LONGEST_LINE = 100


def in_quotes(text: str) -> str:
    """Return a text in the quotation marks of YAML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def scalar(text: str, *, in_brackets: bool = False) -> str:
    """Return a text as it stands behind a colon or a dash; between brackets a comma would divide it."""
    return in_quotes(text) if NEEDS_QUOTES.search(text) or (in_brackets and IN_BRACKETS.search(text)) else text


def in_one_line(value: Any) -> str:
    """Return a value between brackets where it has several parts."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {in_one_line(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(in_one_line, value))}]"
    return scalar(str(value), in_brackets=True)


def field_lines(key: str, value: Any, blanks: str = "") -> str:
    """Return a field with its value, over several lines where one would be long."""
    if isinstance(value, dict) and value:
        return "\n".join((f"{blanks}{key}:", *(field_lines(name, item, f"{blanks}  ") for name, item in value.items())))
    if isinstance(value, list) and not all(isinstance(item, str) and not re.search(r"[\s,]", item) for item in value):
        return "\n".join((f"{blanks}{key}:", *(f"{blanks}  - {_item(item)}" for item in value)))
    shown = in_one_line(value) if isinstance(value, list) else "" if value == {} else scalar(str(value))
    return f"{blanks}{key}: {shown}".rstrip()


def short_field(key: str, value: Any) -> str:
    """Return a field in one line if it is not too long; sentences have a line each."""
    if isinstance(value, list) and any(isinstance(item, str) and SENTENCE.search(item) for item in value):
        return field_lines(key, value)
    line = f"{key}: {in_one_line(value)}" if isinstance(value, dict | list) else field_lines(key, value)
    return line if len(line) <= LONGEST_LINE else field_lines(key, value)


def _item(value: Any) -> str:
    return in_one_line(value) if isinstance(value, dict | list) else scalar(str(value))
