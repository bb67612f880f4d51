"""Pages for contributors, made from the messages and rules themselves: they cannot differ from the code."""

from directory.easy_language import explanations, measured, profile
from directory.output.page import START, Crumb, Page
from directory.pages.render import render
from directory.problems import GERMAN, Severity, catalogue
from directory.view.day import DayView

CRUMBS = (START, Crumb("Mitmachen", "mitmachen/"))


def messages_page(_: DayView, __: str) -> Page:
    """Return the reference of all messages."""
    body = render(
        "messages.html",
        root="../../",
        messages=catalogue().values(),
        severities={severity.value: GERMAN[severity][0] for severity in Severity},
    )
    return Page(
        address="mitmachen/meldungen/",
        title="Alle Meldungen",
        body=body,
        description="Alle Meldungen von der Prüfung.",
        crumbs=CRUMBS,
    )


def language_page(view: DayView, __: str) -> Page:
    """Return the rules of easy language: what each finds, an example, where it is from, and how often it is right."""
    wanted = profile(view.directory.city.language_profile)
    body = render(
        "language.html",
        root="../../",
        profile=wanted,
        rules=[
            (rule, wanted.rules[rule.rule], measured().get(rule.rule))
            for rule in explanations().values()
            if rule.rule in wanted.rules
        ],
        severities={severity.value: GERMAN[severity][0] for severity in Severity},
    )
    return Page(
        address="mitmachen/sprache/",
        title="Regeln für die Sprache",
        body=body,
        description="Wie die Sätze sein sollen.",
        crumbs=CRUMBS,
    )
