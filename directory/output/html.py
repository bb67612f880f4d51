"""Jinja with this project's filters. Undefined names are errors, and everything is escaped."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from directory.model.city import Point
from directory.output.icons import icon
from directory.schedule import DOUBTS, NEXT, PURPOSES, day, hours, partial_date, weekday_date
from directory.view.phrases import (
    JOINING,
    LED_BY,
    PLACE_KINDS,
    PLACE_ROLES,
    PLANNED,
    age_text,
    cost_text,
    past_times_text,
    special_days_text,
)

UNIT = re.compile(r"(\d) (?=Uhr|Euro|Jahre)")


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
    jinja.filters |= {"day": day, "weekday_date": weekday_date, "partial_date": partial_date, "hostname": hostname}
    jinja.filters |= {"curve": curve, "keep_units_together": keep_units_together}
    jinja.filters |= {
        "age_text": age_text,
        "cost_text": cost_text,
        "past_times_text": past_times_text,
        "special_days_text": special_days_text,
    }
    jinja.globals |= {"JOINING": JOINING, "LED_BY": LED_BY, "PLANNED": PLANNED}
    jinja.globals |= {"PLACE_KINDS": PLACE_KINDS, "PLACE_ROLES": PLACE_ROLES}
    # One text, escaped once: Jinja's own join escapes each of a hundred dates.
    jinja.filters["spaced"] = lambda items: " ".join(map(str, items))
    jinja.globals |= {"hours": hours, "PURPOSES": PURPOSES, "NEXT": NEXT, "DOUBTS": DOUBTS, "icon": icon}
    return jinja


def render(template: str, **values: object) -> str:
    """Return the template as HTML."""
    return environment().get_template(template).render(**values)


def curve(points: Sequence[Point], step: int) -> str:
    """Return the path of a soft line through the middles of the points, as SVG writes it."""
    first, *others = [(point.x * step, point.y * step) for point in points]
    text = f"M{first[0]:g} {first[1]:g}"
    for (x, y), (next_x, next_y) in pairwise(others):
        text += f" Q{x:g} {y:g} {(x + next_x) / 2:g} {(y + next_y) / 2:g}"
    return text + "".join(f" T{x:g} {y:g}" for x, y in others[-1:])


def keep_units_together(text: str) -> str:
    """Return the text with numbers that stay in one line with their unit: "18 Uhr", "5 Euro"."""
    return UNIT.sub("\\1\N{NO-BREAK SPACE}", text)


def hostname(url: str) -> str:
    """Return the host of a web address as people say it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")
