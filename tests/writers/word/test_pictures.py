"""Pictures in the Word document: files of the documents as they are, charts that fit on their pages."""

import struct
import zlib
from dataclasses import replace

import pytest

from generator.charts import draw_charts
from generator.document import Authored, Picture, Target
from generator.writers.word import pictures
from generator.writers.word.package import Package
from generator.writers.word.pictures import EMU_PER_PX, PER_PX, Pictures
from tests.document.manuals import manual_of, placed
from tests.support.word import BLIP, DRAWN, R, W, word_of
from tests.support.word_faults import faults

EXTENT = f"{DRAWN.removesuffix('docPr')}extent"
HIGHEST, WIDEST = 800 * EMU_PER_PX, 604 * EMU_PER_PX


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int) -> bytes:
    """A white picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080028006401011100") + b"\x00" * 9
SVG_FILE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="60" height="30"/></svg>'
)
FILES = {
    "a.png": (png(100, 40), "png", (100, 40)),
    "a.gif": (b"GIF89a" + struct.pack("<HH", 100, 40) + b"\x00" * 9, "gif", (100, 40)),
    "a.JPG": (JPEG, "jpeg", (100, 40)),
    "a.svg": (SVG_FILE, "png", (60, 30)),
    "wide.png": (png(1208, 40), "png", (604, 20)),
    "high.png": (png(10, 1600), "png", (5, 800)),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_shown_in_its_size_or_as_large_as_the_page(name: str) -> None:
    content, kind, (width, height) = FILES[name]
    shown = Pictures(Package(), {name: content}).file(Picture(Target(name), "ตรา “ก” <b>"))
    assert f'cx="{width * EMU_PER_PX}" cy="{height * EMU_PER_PX}"' in shown
    assert 'descr="ตรา “ก” &lt;b&gt;"' in shown
    assert ("svgBlip" in shown) == name.endswith("svg")
    manual = manual_of(placed(), settings={"print": {"emblem": name}})
    file = word_of(manual, Authored({name: content}))
    assert faults(file) == []
    (blip,) = file.main.iter(BLIP)
    assert file.relations("document")[blip.attrib[f"{R}embed"]][0].endswith(f".{kind}")


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"\xff\xd8",
        b"\xff\xd8\xff\xc0",
        b"RIFF....WEBP",
        png(0, 0),
        b"x" * 99,
    ],
)
@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.webp"])
def test_what_cannot_be_shown_is_told_in_words(name: str, content: bytes | None) -> None:
    files = {} if content is None else {name: content}
    assert Pictures(Package(), files).file(Picture(Target(name), "ตรา")) == ""
    page = f"# คำนำ\n\n![ตราครุฑ](../{name})\n".encode()
    manual = manual_of(placed(), settings={"print": {"foreword": "about/foreword.md"}})
    file = word_of(manual, Authored({"about/foreword.md": page, **files}))
    assert "ตราครุฑ" in file.paragraphs
    assert list(file.main.iter(DRAWN)) == []


@pytest.mark.parametrize("count", [1, 9, 14, 40])
def test_a_chart_is_shrunk_or_cut_so_that_it_fits_and_can_be_read(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "png_of", lambda svg: b"\x89PNG" if svg else None)  # its dots take seconds
    steps = [{"text": f"ทำสิ่งที่ {at} ให้เสร็จ แล้วส่งต่อ"} for at in range(count)]
    manual = manual_of(placed(steps=steps))
    (chart,) = (each for key, each in draw_charts(manual).items() if key == ("plan", ""))
    pieces = list(Pictures(Package(), {}).chart(chart, "ผัง"))
    rows = [
        [tuple(map(int, size.split('"')[0:3:2])) for size in each.split('extent cx="')[1:]] for each in pieces
    ]
    assert all(
        sum(width for width, _ in row) <= WIDEST and height <= HIGHEST for row in rows for _, height in row
    )
    scale = rows[0][0][0] / EMU_PER_PX / chart.width
    assert scale >= 0.62
    drawn = sum(height for row in rows for _, height in row)
    assert drawn >= 0.99 * scale * chart.height * EMU_PER_PX, "all of it"
    assert all(len({height for _, height in row}) == 1 for row in rows), "columns begin at one height"


def test_a_picture_in_a_table_is_no_wider_than_its_cell() -> None:
    detail = "ดูภาพ\n\n![จอ](wide.png)"
    steps = [{"text": "ตรวจ", "detail": detail, "role": "director", "duration": "1 วัน", "standard": "ดี"}]
    manual = replace(manual_of(placed(steps=steps, objective=[detail])), files={"wide.png": 9})
    file = word_of(manual, Authored({"wide.png": FILES["wide.png"][0]}))
    assert faults(file) == []
    sizes = [(int(each.attrib["cx"]), int(each.attrib["cy"])) for each in file.main.iter(EXTENT)]
    wide = sorted(width for width, height in sizes if width > 12 * height)
    assert wide[-1] == WIDEST
    in_cells = []
    for cell in file.main.iter(f"{W}tc"):
        room = next(int(size.attrib[f"{W}w"]) for size in cell.iter(f"{W}tcW")) * EMU_PER_PX / PER_PX
        in_cells += [(int(each.attrib["cx"]), room) for each in cell.iter(EXTENT)]
    assert len(wide) == 2
    assert len(in_cells) == 1
    assert all(width <= room for width, room in in_cells)
