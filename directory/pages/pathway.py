"""The way to a kind of help: a page for the person who goes it, a sheet to print, and a page for professionals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from directory.model.pathway import Pathway, Step
from directory.model.provenance import Source, newest
from directory.output.page import START, Crumb, Page
from directory.pages.render import render
from directory.view.day import DayView
from directory.view.entry import EntryView

# What stands beside the page of a pathway: the end of the address, the template, and what the title adds.
BESIDE = {
    "blatt": ("pathway_sheet.html", "Das Wichtigste auf 2 Seiten"),
    "fachleute": ("pathway_law.html", "Recht und Quellen"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A step on one day. Who can be asked is shown in full where they first come, and with their name later."""

    step: Step
    number: int
    sentences: tuple[str, ...]
    details: tuple[str, ...]
    first_named: tuple[EntryView, ...]
    named_before: tuple[EntryView, ...]


def pathway_keys(view: DayView) -> Iterator[str]:
    """Yield a key for each page."""
    for pathway in view.directory.pathways:
        yield pathway
        yield from (f"{pathway}/{beside}" for beside in BESIDE)


def pathway_page(view: DayView, key: str) -> Page:
    """Return the page for people who need help, or one of those beside it."""
    identifier, _, beside = key.partition("/")
    pathway = view.directory.pathways[identifier]
    template, more = BESIDE.get(beside, ("pathway.html", ""))
    title = f"{pathway.title}: {more}" if more else pathway.title
    own = Crumb(pathway.title, f"wege/{identifier}/")
    steps = list(_steps(view, pathway))
    root = "../../../" if beside else "../../"
    return Page(
        address=f"wege/{key}/",
        title=title,
        body=render(
            template, root=root, view=view, pathway=pathway, steps=steps, title=title, as_of=newest(_sources(steps))
        ),
        description=" ".join(pathway.introduction[:2]),
        crumbs=(START, own) if beside else (START,),
        source=pathway.path,
        styles=("pathway.css",),
    )


def _sources(steps: Iterable[StepView]) -> Iterator[Source]:
    """Yield where the steps are from, and what is said of those whom one can ask."""
    for step in steps:
        yield from step.step.sources
        yield from (source for helper in step.first_named for source in helper.record.sources)


def _steps(view: DayView, pathway: Pathway) -> Iterator[StepView]:
    named: set[str] = set()
    for number, step in enumerate(pathway.steps, start=1):
        known = [view.directory.entry[slug] for slug in step.ask if slug in view.directory.entry]
        helpers = [view.of(entry) for entry in known if entry.listed(view.today)]
        yield StepView(
            step=step,
            number=number,
            sentences=tuple(line for fact in step.facts for line in fact.sentences(view.today)),
            details=tuple(line for fact in step.facts for line in fact.details_on(view.today)),
            first_named=tuple(helper for helper in helpers if helper.slug not in named),
            named_before=tuple(helper for helper in helpers if helper.slug in named),
        )
        named |= {helper.slug for helper in helpers}
