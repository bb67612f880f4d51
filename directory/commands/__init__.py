"""The commands of the command line, one module each.

What only one of them needs is imported inside of it: a build starts two Pythons, and each import is paid twice.
"""

from directory.commands.build import build
from directory.commands.check import check
from directory.commands.explain import explain
from directory.commands.from_issue import from_issue
from directory.commands.from_osm import from_osm
from directory.commands.issue_forms import issue_forms
from directory.commands.language import language
from directory.commands.report import report
from directory.commands.summary import summary

COMMANDS = (check, build, language, explain, report, from_osm, issue_forms, from_issue, summary)

__all__ = ["COMMANDS"]
