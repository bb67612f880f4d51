"""The templates of the web form."""

from pathlib import Path

from directory.output.html import renderer

render = renderer(Path(__file__).with_name("templates"))
