"""The commands of the command line, one module each.

What only one of them needs is imported inside of it: a build starts two Pythons, and each import is paid twice.
"""

from directory.cli.build import build
from directory.cli.check import check
from directory.cli.confirm import confirm
from directory.cli.desk import desk
from directory.cli.due import due
from directory.cli.explain import explain
from directory.cli.format import format_files
from directory.cli.from_issue import from_issue
from directory.cli.issue_forms import issue_forms
from directory.cli.language import language
from directory.cli.links import links
from directory.cli.new import new
from directory.cli.report import report
from directory.cli.schema import schema
from directory.cli.serve import serve
from directory.cli.summary import summary

COMMANDS = (
    check, build, serve, new, format_files, schema, language, explain, report, due, confirm, links, desk,
    issue_forms, from_issue, summary,
)  # fmt: skip

__all__ = ["COMMANDS"]
