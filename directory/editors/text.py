"""Jinja for plain texts: letters and Markdown. Undefined names are errors."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from directory.forge.markdown import code, escaped


def render(template: str, **values: object) -> str:
    """Return a text from a template, with one line feed at its end."""
    return f"{_environment().get_template(template).render(**values).strip()}\n"


@cache
def _environment() -> Environment:
    # What comes out is plain text: readers would see the signs of an escape.
    jinja = Environment(  # noqa: S701
        loader=PackageLoader("directory.editors", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.filters |= {"markdown": escaped, "code": code}
    return jinja
