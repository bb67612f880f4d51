"""Do the web addresses of a directory still lead somewhere? The only part of the program that uses the network."""

from pathlib import Path

# Where earlier visits are kept, and for how many days they count.
FILE = Path("build") / "links.json"
DAYS = 7
