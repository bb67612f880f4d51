"""Codes that lead from paper to a page."""

from io import BytesIO


def qr_code(address: str) -> str:
    """Return the code that leads to this address as SVG; an empty text for no address."""
    if not address:
        return ""
    import segno  # noqa: PLC0415 - a build without an address does not need it

    drawing = BytesIO()
    # Medium correction: a photocopy of a photocopy still leads there. The quiet zone belongs to the code.
    segno.make(address, error="m", micro=False).save(drawing, kind="svg", xmldecl=False, border=4)
    return drawing.getvalue().decode()
