"""Pages in the order in which a copier needs them: two on a sheet, to fold and staple in the middle."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from directory.view.booklets import FOLDABLE_PAGES

if TYPE_CHECKING:
    import pikepdf

# Two pages on each side of a sheet.
ON_A_SHEET = 4


def parts(pages: int) -> Iterator[range]:
    """Yield the pages of each part, as equal as possible; none has more pages than can be folded."""
    number = -(-pages // FOLDABLE_PAGES)
    longest = -(-pages // (number * ON_A_SHEET)) * ON_A_SHEET
    for start in range(0, pages, longest):
        yield range(start, min(start + longest, pages))


def sides(pages: range) -> Iterator[tuple[int | None, int | None]]:
    """Yield the left and the right page of each side, fronts and backs in turn; None is an empty page."""
    places = -(-len(pages) // ON_A_SHEET) * ON_A_SHEET
    bound: list[int | None] = [*pages, *[None] * (places - len(pages))]
    for side in range(places // 2):
        outer, inner = bound[places - 1 - side], bound[side]
        yield (outer, inner) if side % 2 == 0 else (inner, outer)


def impose(booklet: bytes, title: str) -> list[bytes]:
    """Return the booklet two pages a side, one file for each part. For paper only: it cannot be read aloud."""
    import pikepdf  # noqa: PLC0415 - a build without booklets does not need it

    made = []
    with pikepdf.open(BytesIO(booklet)) as source:
        for pages in parts(len(source.pages)):
            with pikepdf.new() as target:
                for pair in sides(pages):
                    _add_side(target, [None if number is None else source.pages[number] for number in pair])
                target.docinfo["/Title"] = title
                content = BytesIO()
                target.save(content, deterministic_id=True, compress_streams=True)
                made.append(content.getvalue())
    return made


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
