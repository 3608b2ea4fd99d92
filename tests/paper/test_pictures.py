"""Pictures of every kind are printed, wherever they stand; one that cannot be set leaves its words."""

from base64 import b64decode
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from generator.document.authored import Authored
from tests.document.manuals import manual_of, placed
from tests.paper.printed import print_of_manual
from tests.support.auditing import each_one_way
from tests.support.pdf_texts import without_spaces

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"><rect width="8" height="6"/></svg>'
PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAFElEQVR4nGNcZSzIgA0wYRWlkwQAjksA+nCji3wAAAAASUVORK5CYII="
)
GIF = b64decode("R0lGODdhCAAGAIEAAKozEQAAAAAAAAAAACwAAAAACAAGAAAIDgABCBxIsKDBgwgTDgwIADs=")
WEBP = b64decode("UklGRiIAAABXRUJQVlA4TBYAAAAvB0ABAAfQmao2ov8BgCD8b5uI6H8I")
WHOLE = {"a.svg": SVG, "b.png": PNG, "c.gif": GIF, "d.webp": WEBP, "ภาพ หน้าจอ.PNG": PNG, "named-so.jpg": PNG}
BROKEN = {
    "cut.png": PNG[:40],
    "empty.png": b"",
    "page.jpg": b"<!doctype html><p>404",
    "text.gif": "ข้อความ".encode("cp874"),
    "open.svg": SVG[:60],
    "other.avif": b"\0\0\0 ftypavif",
}


ALTERNATIVE = "คำบรรยาย"
LINES = ("ก่อน", "หลัง", "ท้าย")
PLACES = {
    "alone": "{}",
    "among words": "ก่อนรูป {} หลังรูป",
    "in an item": "- {}",
    "in a table": "| หัว |\n| --- |\n| {} |",
    "in a quote": "> {}",
    "in a footnote": "คำ[^1]\n\n[^1]: {}",
}


@pytest.mark.parametrize(("name", "place"), each_one_way(WHOLE, list(PLACES)))
def test_a_whole_picture_is_printed_on_the_cover_and_in_pages(name: str, place: str) -> None:
    pdf, text = _printed(name, WHOLE[name], PLACES[place])
    rasters = sum(len(page.images) for page in PdfReader(BytesIO(pdf)).pages)
    assert rasters == (0 if WHOLE[name] is SVG else 2)
    assert _figures(pdf) == 1
    assert ALTERNATIVE not in text


@pytest.mark.parametrize("name", BROKEN)
def test_a_picture_that_cannot_be_set_leaves_its_words(name: str) -> None:
    pdf, text = _printed(name, BROKEN[name], "{}")
    assert _figures(pdf) == 0
    assert ALTERNATIVE in text


@pytest.mark.parametrize(("width", "height"), [(4000, 40), (40, 4000), (4000, 4000)])
def test_a_large_picture_is_shrunk_to_the_page(width: int, height: int) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"/>'
    pdf, _ = _printed("a.svg", svg.encode(), "{}")
    with pikepdf.open(BytesIO(pdf)) as opened:
        placed_at = next(each["/A"] for each in opened.objects if _is_figure(each))
        left, low, right, high = map(float, placed_at[0]["/BBox"])
    assert 0 <= left < right <= 595.3
    assert 0 <= low < high <= 841.9


def _printed(name: str, content: bytes, place: str) -> tuple[bytes, str]:
    """A print that has a picture on its cover and in a place of its foreword; and its text."""
    uri = f"images/{name}"
    manual = manual_of(placed(), settings={"print": {"emblem": uri, "foreword": "about/foreword.md"}})
    shown = place.format(f"![{ALTERNATIVE}](<../{uri}>)")
    page = f"# คำนำ\n\n{LINES[0]}\n\n{shown}\n\n{LINES[1]}\n\n{LINES[2]}\n"
    pdf = print_of_manual(manual, Authored({"about/foreword.md": page.encode(), uri: content}))
    text = without_spaces("".join(each.extract_text() for each in PdfReader(BytesIO(pdf)).pages))
    assert [line for line in LINES if line not in text] == []
    return pdf, text


def _figures(pdf: bytes) -> int:
    """How many pictures of the page a reader of it is told of."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return sum(_is_figure(each) for each in opened.objects)


def _is_figure(each: object) -> bool:
    return (
        isinstance(each, pikepdf.Dictionary)
        and each.get("/S") == "/Figure"
        and each.get("/Alt") == ALTERNATIVE
    )
