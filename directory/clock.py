"""The one clock: every command that is told no day asks here which day it is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

# Today is a question of place: at half past midnight in summer, it is still yesterday in UTC.
CLOCK = ZoneInfo("Europe/Berlin")


def local_today() -> date:
    """Return today's date where the directory is read."""
    return datetime.now(CLOCK).date()
