"""Commands of the command line, run as a user does, for tests."""

import contextlib
import gc
import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

from click.testing import CliRunner

from directory.cli.main import main

PROJECT = Path(__file__).parents[1]
# They start processes that write where this one writes.
OWN_PROCESS = {"build"}


def run(
    *arguments: str | Path, cwd: Path = PROJECT, said: str = "", **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Return how a command ends and what it prints; `said` is what somebody types.

    Runs here, without the second that a new Python needs to load the program. Colours are as nobody asked for.
    """
    command = [str(argument) for argument in arguments]
    clean = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    clean |= environment
    if command and command[0] in OWN_PROCESS:
        return subprocess.run(
            [sys.executable, "-m", "directory", *command],
            cwd=cwd, env=clean, input=said, capture_output=True, text=True, check=False,
        )  # fmt: skip
    collecting = gc.isenabled()
    with (
        mock.patch.dict(os.environ, clean, clear=True),
        mock.patch.object(sys, "argv", ["directory", *command]),
        contextlib.chdir(cwd),
        CliRunner().isolation(said) as (out, err, _),
    ):
        try:
            main()
        except SystemExit as ended:
            status = ended.code
        finally:
            if collecting:
                gc.enable()  # a check switches it off: its process ends soon
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        printed, complained = out.getvalue().decode(), err.getvalue().decode()
    return subprocess.CompletedProcess(command, int(status or 0), printed, complained)
