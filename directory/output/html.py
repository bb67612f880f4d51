"""Jinja for pages, with this project's filters. Undefined names are errors, and everything is escaped."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from directory.model.city import Point
from directory.model.contact import hostname
from directory.model.text import collation_key, initial
from directory.output.icons import icon
from directory.output.typography import keep_units_together
from directory.schedule import NEXT, PURPOSES, day, doubts, from_when, hours, partial_date, weekday_date


class Render(Protocol):
    """A function that fills a template of one package."""

    def __call__(self, template: str, **values: object) -> str:
        """Return the template as HTML."""


def renderer(folder: Path) -> Render:
    """Return the function that fills the templates in a folder."""

    def render(template: str, **values: object) -> str:
        return environment(folder).get_template(template).render(**values)

    return render


@cache
def environment(folder: Path) -> Environment:
    """Return the one environment of the templates in a folder."""
    jinja = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # asks the file system at each use of a template
    )
    jinja.filters |= {"day": day, "weekday_date": weekday_date, "partial_date": partial_date, "hostname": hostname}
    jinja.filters |= {"from_when": from_when, "initial": initial, "from_a_to_z": from_a_to_z}
    jinja.filters |= {"curve": curve, "line": line, "keep_units_together": keep_units_together}
    # One text, escaped once: Jinja's own join escapes each of a hundred dates.
    jinja.filters["spaced"] = lambda items: " ".join(map(str, items))
    jinja.globals |= {"hours": hours, "PURPOSES": PURPOSES, "NEXT": NEXT, "doubts": doubts, "icon": icon}
    return jinja


class Named(Protocol):
    """What has a name."""

    @property
    def name(self) -> str:
        """The name."""


def from_a_to_z(items: Iterable[Named]) -> list[Named]:
    """Return what has a name in the order of German lists."""
    return sorted(items, key=lambda item: collation_key(item.name))


def line(spots: Iterable[tuple[float, float]]) -> str:
    """Return the path of a line through spots, as SVG writes it."""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in spots)


def curve(points: Sequence[Point], step: int) -> str:
    """Return the path of a soft line through the middles of the points, as SVG writes it."""
    first, *others = [(point.x * step, point.y * step) for point in points]
    text = f"M{first[0]:g} {first[1]:g}"
    for (x, y), (next_x, next_y) in pairwise(others):
        text += f" Q{x:g} {y:g} {(x + next_x) / 2:g} {(y + next_y) / 2:g}"
    return text + "".join(f" T{x:g} {y:g}" for x, y in others[-1:])
