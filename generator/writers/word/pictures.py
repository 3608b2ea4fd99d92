"""Pictures in a Word document: charts as SVG, with a PNG for programs that know none; files of the documents."""

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import PurePosixPath

from generator.charts import Chart, ChartPiece
from generator.document import Picture
from generator.processes import in_halves
from generator.writers.rasters import png_of
from generator.writers.word.inline_runs import run
from generator.writers.word.markup import element
from generator.writers.word.package import Package

EMU_PER_PX = 9525
"""English metric units in a pixel of 1/96 inch (ISO/IEC 29500-1, 20.1.2.1)."""
PER_PX = 15
"""Twentieths of a point in a pixel."""
_DPI, _PX_PER_INCH = 300, 96
_TALLEST, _WIDEST = 800.0, 604.0
"""What a page has room for below a heading and above a caption, in px."""
_USUAL, _SMALLEST = 0.88, 0.76
"""Of the size of a chart on a page of the site: usually, and at least, as on paper; else it is cut."""
_MODEST = 0.62
"""Of a page's height: what is higher than that is rather cut in columns side by side."""
_MOST_COLUMNS, _UNEVEN, _GAP = 3, (1.3, 1.5), 14.0
"""How many columns, how much higher than its share of a chart one may be, and the room between two, in px."""
_WORTH_A_COPY = 4
"""Fewer pictures are drawn sooner by this process alone."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SVG_BLIP = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension that names an SVG beside its PNG ([MS-ODRAWXML], 2.3.1.1)."""
_SVG_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


@dataclass(frozen=True, slots=True)
class _Image:
    """A picture in the package: how it is called there, its size in px, the SVG of which it is a drawing."""

    relation: str
    width: float
    height: float
    svg_relation: str = ""


class Pictures:
    """Draws the pictures of one document."""

    def __init__(self, package: Package, files: Mapping[str, bytes], tallest: float = _TALLEST) -> None:
        """Take what keeps pictures, and the files of the documents by their uris; these are so high at most, in px."""
        self._package, self._files, self._tallest = package, files, tallest
        self._numbers = count(1)
        self._drawn: dict[str, bytes | None] = {}

    def prepare(self, charts: Iterable[Chart]) -> None:
        """Draw charts that will be asked for: all at once, which takes half as long where two processes can."""
        rows = (row for chart in charts for row in _arranged(chart))
        svgs = list(dict.fromkeys(_dotted(piece, scale) for pieces, scale in rows for piece in pieces))
        self._drawn = dict(zip(svgs, in_halves(png_of, svgs, _WORTH_A_COPY), strict=True))

    def chart(self, chart: Chart, alternative: str) -> Iterator[str]:
        """A chart, in as many rows of drawings as it takes to be legible; nothing where charts cannot be drawn."""
        for pieces, scale in _arranged(chart):
            drawn = (self.piece(piece, scale, alternative) for piece in pieces)
            if row := run(" ").join(filter(None, drawn)):
                yield row

    def piece(self, piece: ChartPiece, scale: float, alternative: str) -> str:
        """A piece of a chart, so many px to one of the chart; empty where charts cannot be drawn."""
        image = self._piece(piece, scale)
        return self._inline(image, alternative) if image else ""

    def svg(self, svg: str, height: float, alternative: str) -> str:
        """An SVG of ours, so many px high; empty where it cannot be drawn."""
        image = self._svg(svg.encode())
        if image is None:
            return ""
        sized = _Image(image.relation, image.width * height / image.height, height, image.svg_relation)
        return self._inline(sized, alternative)

    def file(self, picture: Picture, widest: float = _WIDEST) -> str:
        """A picture of the documents; empty where there is none that Word can show."""
        content = self._files.get(picture.target.uri)
        suffix = PurePosixPath(picture.target.uri).suffix.lower()
        image = None
        if content is not None:
            image = self._svg(content) if suffix == ".svg" else self._raster(content)
        if image is None or not image.width or not image.height:
            return ""
        scale = min(1.0, min(widest, _WIDEST) / image.width, self._tallest / image.height)
        sized = _Image(image.relation, image.width * scale, image.height * scale, image.svg_relation)
        return self._inline(sized, picture.alternative)

    def _piece(self, piece: ChartPiece, scale: float) -> _Image | None:
        width, height = piece.width * scale, piece.height * scale
        dotted = _dotted(piece, scale)
        png = self._drawn[dotted] if dotted in self._drawn else png_of(dotted)
        if png is None:
            return None
        svg = piece.svg(width, height).encode()
        return _Image(self._package.media(png, "png"), width, height, self._package.media(svg, "svg"))

    def _svg(self, content: bytes) -> _Image | None:
        """An SVG that somebody drew: its size is that of what is drawn of it."""
        png = png_of(content.decode("utf-8", errors="replace"))
        size = _size_of(png) if png else None
        if png is None or size is None:
            return None
        return _Image(self._package.media(png, "png"), *size[1:], self._package.media(content, "svg"))

    def _raster(self, content: bytes) -> _Image | None:
        size = _size_of(content)
        return _Image(self._package.media(content, size[0]), *size[1:]) if size else None

    def _inline(self, image: _Image, alternative: str) -> str:
        """The drawing in its line."""
        number = next(self._numbers)
        size = {"cx": str(round(image.width * EMU_PER_PX)), "cy": str(round(image.height * EMU_PER_PX))}
        named = {"id": str(number), "name": f"Picture {number}", "descr": alternative}
        return element(
            "w:r",
            element(
                "w:drawing",
                element(
                    "wp:inline",
                    [
                        element("wp:extent", attributes=size),
                        element("wp:docPr", attributes=named),
                        element(
                            "wp:cNvGraphicFramePr",
                            element(
                                "a:graphicFrameLocks",
                                attributes={"xmlns:a": f"{_DRAWING}/main", "noChangeAspect": "1"},
                            ),
                        ),
                        element("a:graphic", _graphic(image, named, size), {"xmlns:a": f"{_DRAWING}/main"}),
                    ],
                    {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
                ),
            ),
        )


def _arranged(chart: Chart) -> Iterator[tuple[Sequence[ChartPiece], float]]:
    """The rows in which a chart's pieces stand, and how large: whole, in columns, or over several pages."""
    usual = min(_USUAL, _WIDEST / chart.width)
    whole = min(usual, _TALLEST / chart.height)
    if chart.height * whole <= _TALLEST * _MODEST and whole >= min(_SMALLEST, usual):
        yield chart.pieces(chart.height), whole
        return
    for columns in range(2, _MOST_COLUMNS + 1):
        scale = min(usual, (_WIDEST - (columns - 1) * _GAP) / (columns * chart.width))
        cuts = (chart.pieces(chart.height / columns * each) for each in _UNEVEN)
        pieces = next((each for each in cuts if len(each) == columns), None)
        if scale >= _SMALLEST and pieces and max(each.height for each in pieces) * scale <= _TALLEST:
            yield _as_high(pieces), scale
            return
    if whole >= min(_SMALLEST, usual):
        yield chart.pieces(chart.height), whole
        return
    over_pages = chart.pieces(_TALLEST / usual)
    beside = max(1, int((_WIDEST + _GAP) // (chart.width * usual + _GAP)))
    yield from ((_as_high(over_pages[at : at + beside]), usual) for at in range(0, len(over_pages), beside))


def _as_high(pieces: Sequence[ChartPiece]) -> Sequence[ChartPiece]:
    """Pieces that stand in one line, where all of them end: all as high as the highest, so that they begin together."""
    tallest = max(each.height for each in pieces)
    return [replace(each, height=tallest) for each in pieces]


def _dotted(piece: ChartPiece, scale: float) -> str:
    """A piece as the picture made of dots shows it."""
    dots = scale * _DPI / _PX_PER_INCH
    return piece.svg(piece.width * dots, piece.height * dots)


def _graphic(image: _Image, named: Mapping[str, str], size: Mapping[str, str]) -> str:
    shape = [
        element(
            "a:xfrm", element("a:off", attributes={"x": "0", "y": "0"}) + element("a:ext", attributes=size)
        ),
        element("a:prstGeom", element("a:avLst"), {"prst": "rect"}),
    ]
    return element(
        "a:graphicData",
        element(
            "pic:pic",
            [
                element("pic:nvPicPr", element("pic:cNvPr", attributes=named) + element("pic:cNvPicPr")),
                element("pic:blipFill", _blip(image) + element("a:stretch", element("a:fillRect"))),
                element("pic:spPr", shape),
            ],
            {"xmlns:pic": f"{_DRAWING}/picture"},
        ),
        {"uri": f"{_DRAWING}/picture"},
    )


def _blip(image: _Image) -> str:
    extension = ""
    if image.svg_relation:
        svg = {"xmlns:asvg": _SVG_NAMESPACE, "r:embed": image.svg_relation}
        extension = element(
            "a:extLst", element("a:ext", element("asvg:svgBlip", attributes=svg), {"uri": _SVG_BLIP})
        )
    return element("a:blip", extension, {"r:embed": image.relation})


def _size_of(content: bytes) -> tuple[str, float, float] | None:
    """The kind of a picture and its size in px; None of what Word does not show."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return "png", *struct.unpack(">II", content[16:24])
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        return "gif", *struct.unpack("<HH", content[6:10])
    return _size_of_jpeg(content) if content.startswith(b"\xff\xd8") else None


def _size_of_jpeg(content: bytes) -> tuple[str, float, float] | None:
    """As the frame header says (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        kind, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return "jpeg", width, height
        at += 2 + length
    return None
