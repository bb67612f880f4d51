"""Atom (RFC 4287): offers that are new or confirmed, the newest first, for programs that tell what is new.

All dates come from the entries, so that the feed changes only when they do. An offer without such a date is not in it.
"""

from datetime import date
from uuid import uuid5
from xml.etree import ElementTree as ET

from directory.exports.identity import NAMESPACE
from directory.model import Entry
from directory.schedule import day
from directory.view.day import DayView

PATH = "daten/neues.atom"
XMLNS = "http://www.w3.org/2005/Atom"
XML = "http://www.w3.org/XML/1998/namespace"
# Programs keep what they have seen; nobody reads more at once.
NEWEST = 50
# Where nothing is new, nothing has ever changed; RFC 4287 wants a date all the same.
NEVER = date(1970, 1, 1)


def write(view: DayView) -> str:
    """Return the feed; without entries where no offer has a date, so that one can subscribe before the first."""
    city = view.directory.city
    dated = [(said, entry) for entry in view.listed if (said := last_change(entry))]
    newest = sorted(dated, key=lambda found: (-found[0].toordinal(), found[1].slug))[:NEWEST]
    feed = ET.Element("feed", {"xmlns": XMLNS, f"{{{XML}}}lang": "de"})
    _add(feed, "id", uuid5(NAMESPACE, f"atom|{city.country}|{city.subdivision}|{city.name}").urn)
    _add(feed, "title", f"{city.title}: neu und bestätigt")
    _add(feed, "updated", _midnight(newest[0][0] if newest else NEVER))
    _add(ET.SubElement(feed, "author"), "name", city.title)
    _add(feed, "rights", city.data_licence)
    if city.website:
        ET.SubElement(feed, "link", rel="self", href=f"{city.website.rstrip('/')}/{PATH}")
    ET.SubElement(feed, "link", rel="alternate", href="../")
    for said, entry in newest:
        feed.append(_entry(view, entry, said))
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def last_change(entry: Entry) -> date | None:
    """Return the day on which the offer was taken over or last confirmed; None where nobody has written one down."""
    confirmed = entry.confirmed.on if entry.confirmed else None
    return max(filter(None, (entry.included, confirmed)), default=None)


def _entry(view: DayView, entry: Entry, said: date) -> ET.Element:
    item = ET.Element("entry")
    _add(item, "id", uuid5(NAMESPACE, f"atom|{entry.first_slug}").urn)
    _add(item, "title", entry.name)
    _add(item, "updated", _midnight(said))
    if entry.included:
        _add(item, "published", _midnight(entry.included))
    ET.SubElement(
        item, "link", rel="alternate", href=view.directory.city.address_of(entry.slug) or f"../angebote/{entry.slug}/"
    )
    new = [f"Neu im Verzeichnis seit {day(entry.included)}."] if entry.included else []
    confirmed = [f"Bestätigt am {day(entry.confirmed.on)}."] if entry.confirmed else []
    _add(item, "summary", " ".join((*new, *confirmed)))
    _add(item, "content", " ".join(entry.description))
    return item


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _midnight(moment: date) -> str:
    """Return a day as RFC 3339 wants it: its first moment, in UTC."""
    return f"{moment.isoformat()}T00:00:00Z"
