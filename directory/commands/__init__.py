"""The commands of the command line, one module each.

What only one of them needs is imported inside of it: a build starts two Pythons, and each import is paid twice.
"""

from directory.commands.build import build
from directory.commands.check import check
from directory.commands.confirm import confirm
from directory.commands.desk import desk
from directory.commands.due import due
from directory.commands.explain import explain
from directory.commands.format import format_files
from directory.commands.from_issue import from_issue
from directory.commands.issue_forms import issue_forms
from directory.commands.language import language
from directory.commands.links import links
from directory.commands.new import new
from directory.commands.report import report
from directory.commands.schema import schema
from directory.commands.summary import summary

COMMANDS = (
    check, build, new, format_files, schema, language, explain, report, due, confirm, links, desk,
    issue_forms, from_issue, summary,
)  # fmt: skip

__all__ = ["COMMANDS"]
