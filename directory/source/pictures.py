"""The photos beside the entries: measured, never changed."""

from pathlib import Path

from PIL import Image

from directory.model.picture import PictureFile

# What browsers show, and what a photo is stored as.
FORMATS = ("JPEG", "PNG", "WEBP")
# Where Pillow keeps what cameras and programs write into a file beside the picture; "photoshop" holds IPTC.
METADATA = frozenset({"exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment", "Raw profile type exif"})


def measured(location: str) -> PictureFile:
    """Return what a picture is like; only its head is read."""
    size = Path(location).stat().st_size
    try:
        with Image.open(location, formats=FORMATS) as image:
            tells = bool(METADATA & image.info.keys())
            return PictureFile(size=size, width=image.width, height=image.height, tells=tells)
    except (OSError, ValueError, Image.DecompressionBombError):
        return PictureFile(size=size, width=0, height=0, tells=False)
