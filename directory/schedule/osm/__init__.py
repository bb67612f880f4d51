"""Times as OpenStreetMap writes them, in the key `opening_hours`: out of our rules, and into them."""

from directory.schedule.osm.language import NotExpressible
from directory.schedule.osm.read import Reading, read
from directory.schedule.osm.write import opening_hours

__all__ = ["NotExpressible", "Reading", "opening_hours", "read"]
