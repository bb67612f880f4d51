"""Jinja with this project's filters. Undefined names are errors, and everything is escaped."""

from functools import cache
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from directory.schedule import DOUBTS, NEXT, PURPOSES, day, hours, partial_date, weekday_date


@cache
def environment() -> Environment:
    """Return the one environment of all page templates."""
    loader = PackageLoader("directory.pages", "templates")
    jinja = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # asks the file system at each use of a template
    )
    jinja.filters |= {"day": day, "weekday_date": weekday_date, "partial_date": partial_date, "host": host}
    # One text, escaped once: Jinja's own join escapes each of a hundred dates.
    jinja.filters["spaced"] = lambda items: " ".join(map(str, items))
    jinja.globals |= {"hours": hours, "PURPOSES": PURPOSES, "NEXT": NEXT, "DOUBTS": DOUBTS}
    return jinja


def render(template: str, **values: object) -> str:
    """Return the template as HTML."""
    return environment().get_template(template).render(**values)


def host(url: str) -> str:
    """Return the host of a web address as people say it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")
