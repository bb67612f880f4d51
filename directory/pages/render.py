"""The templates of the pages."""

from pathlib import Path

from directory.output.html import renderer

render = renderer(Path(__file__).with_name("templates"))
