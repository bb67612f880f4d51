"""Pages in the order in which a copier needs them: two on a sheet, to fold and staple in the middle."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

# Two pages on each side of a sheet.
ON_A_SHEET = 4


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    import pikepdf  # noqa: PLC0415 - a build without booklets does not need it

    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def bound(pages: int) -> list[int | None]:
    """Return the pages in the order of reading; None is an empty one. The last page is outside, on the back."""
    return [*range(pages - 1), *[None] * (-pages % ON_A_SHEET), pages - 1]


def sides(pages: Sequence[int | None]) -> Iterator[tuple[int | None, int | None]]:
    """Yield the left and the right page of each side, fronts and backs in turn; None is an empty page."""
    places = -(-len(pages) // ON_A_SHEET) * ON_A_SHEET
    filled: list[int | None] = [*pages, *[None] * (places - len(pages))]
    for side in range(places // 2):
        outer, inner = filled[places - 1 - side], filled[side]
        yield (outer, inner) if side % 2 == 0 else (inner, outer)


def impose(booklet: bytes, title: str) -> bytes:
    """Return the booklet two pages a side, to be folded and stapled. For paper only: it cannot be read aloud."""
    import pikepdf  # noqa: PLC0415 - a build without booklets does not need it

    with pikepdf.open(BytesIO(booklet)) as source, pikepdf.new() as target:
        for pair in sides(bound(len(source.pages))):
            _add_side(target, [None if number is None else source.pages[number] for number in pair])
        target.docinfo["/Title"] = title
        content = BytesIO()
        target.save(content, deterministic_id=True, compress_streams=True)
        return content.getvalue()


def _add_side(target: "pikepdf.Pdf", pair: "list[pikepdf.Page | None]") -> None:
    """Add one side with two pages. The names are fixed: pikepdf's own are thrown by dice."""
    import pikepdf  # noqa: PLC0415 - as above

    width, height = next([float(value) for value in page.mediabox[2:]] for page in pair if page is not None)
    side = target.add_blank_page(page_size=(2 * width, height))
    drawn, forms = b"", pikepdf.Dictionary()
    for name, shift, page in zip(("/Left", "/Right"), (0.0, width), pair, strict=True):
        if page is not None:
            form = target.copy_foreign(page.as_form_xobject())
            # Tags lead to a tree that stays in the booklet.
            if "/StructParents" in form:
                del form["/StructParents"]
            forms[name] = form
            drawn += f"q 1 0 0 1 {shift:.3f} 0 cm {name} Do Q\n".encode()
    side.obj.Resources = pikepdf.Dictionary(XObject=forms)
    side.obj.Contents = target.make_stream(drawn)
