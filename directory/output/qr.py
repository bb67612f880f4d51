"""Codes that lead from paper to the page of an entry."""

from io import BytesIO

from directory.model import Entry


def page_address(website: str, entry: Entry) -> str:
    """Return the full address of an entry's page."""
    return f"{website.rstrip('/')}/angebote/{entry.slug}/"


def qr_code(website: str | None, entry: Entry) -> str:
    """Return the code of the entry's page as SVG; an empty text where the directory has no address."""
    if not website:
        return ""
    import segno  # noqa: PLC0415 - a build without an address does not need it

    drawing = BytesIO()
    # Medium correction: a photocopy of a photocopy still leads there. The quiet zone belongs to the code.
    segno.make(page_address(website, entry), error="m", micro=False).save(drawing, kind="svg", xmldecl=False, border=4)
    return drawing.getvalue().decode()
