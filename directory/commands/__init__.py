"""The commands of the command line, one module each.

What only one of them needs is imported inside of it: a build starts two Pythons, and each import is paid twice.
"""

from directory.commands.build import build
from directory.commands.check import check
from directory.commands.explain import explain
from directory.commands.format import format_files
from directory.commands.from_osm import from_osm
from directory.commands.language import language
from directory.commands.new import new
from directory.commands.report import report
from directory.commands.schema import schema

COMMANDS = (check, build, language, explain, report, from_osm, new, format_files, schema)

__all__ = ["COMMANDS"]
