"""Jinja for plain texts: letters and Markdown. Undefined names are errors."""

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

# CommonMark 2.4: a backslash before any of these makes it a letter.
MARKS = re.compile(r"([\\`*_\[\]<>#|~&])")
# At the beginning of a line these make a list.
LIST = re.compile(r"^(\d*)([-+.)])")
# Code hosts tell a person who is named with "@"; a backslash does not stop that.
MENTION = re.compile(r"(?<!\w)@(?=\w)")


def render(template: str, **values: object) -> str:
    """Return a text from a template, with one line feed at its end."""
    return f"{_environment().get_template(template).render(**values).strip()}\n"


def markdown(text: str) -> str:
    """Return the text as Markdown that shows exactly this text and calls nobody."""
    return MENTION.sub("@\N{WORD JOINER}", LIST.sub(r"\1\\\2", MARKS.sub(r"\\\1", text)))


@cache
def _environment() -> Environment:
    # What comes out is plain text: readers would see the signs of an escape.
    jinja = Environment(  # noqa: S701
        loader=PackageLoader("directory.editors", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.filters["markdown"] = markdown
    return jinja
