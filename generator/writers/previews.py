"""The picture that chats show beside a link to a procedure: its title, and the beginning of its chart.

Chats draw no SVG, so it is a PNG. It keeps a seal of what it was drawn of: the site that a build replaces is asked
first for a picture with the same seal, and nothing is drawn that is there already.
"""

import struct
import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.charts import Chart
from generator.document import SHORT
from generator.model import PlacedProcedure, plain_text
from generator.storage import Earlier
from generator.thai import text_width, wrap
from generator.writers.lone_templates import lone_template
from generator.writers.rasters import can_draw, drawn_by, png_of

if TYPE_CHECKING:
    from generator.writers.publication import Publication

WIDTH, HEIGHT = 800, 420
"""Of the picture in px: as wide to its height as chats show it, and twice as large as they do."""
_TITLE_WIDTH, _TITLE_SIZE, _TITLE_LINES = 340.0, 32.0, 6
_CHART_LEFT, _CHART_TOP, _CHART_WIDTH = 424.0, 14.0, 340.0
_LARGEST = 1.25
"""How much larger than on a page a chart is drawn at most."""
_SIGNATURE_AND_HEADER = 33
_TEMPLATE = "preview.svg.jinja"
_SEAL = b"khumue-seal\0"


class Previews:
    """Draws the previews of an edition, those that its site has not yet."""

    def __init__(self, earlier: Earlier) -> None:
        """Know what the site has."""
        self._earlier = earlier

    def picture(self, publication: "Publication", placed: PlacedProcedure) -> bytes | None:
        """The preview of a procedure; None where it has no chart, or cannot be drawn."""
        chart = publication.charts.get((placed.id, ""))
        if chart is None:
            return None
        svg = _drawing(publication, placed, chart)
        seal = sha256(f"{drawn_by()}\n{svg}".encode()).digest()
        earlier = self._earlier(preview_uri(placed))
        if earlier and _is_sealed(earlier, seal):
            return earlier
        picture = png_of(svg)
        return picture and _sealed(picture, seal)


def previews_for(site_url: str, earlier: Earlier | None) -> Previews | None:
    """What draws the previews of an edition.

    Args:
        site_url: the address of its root. Chats ask for pictures by whole addresses: without one there are none.
        earlier: what the site has; None where none is built.

    Returns:
        None where no preview is wanted, or none can be drawn.
    """
    return Previews(earlier) if site_url and earlier is not None and can_draw() else None


def preview_uri(placed: PlacedProcedure) -> str:
    """Where the preview of a procedure stands: ``s/expenditure-analysis.png``."""
    return _uri(placed.id)


def _uri(identifier: str) -> str:
    return f"{SHORT}/{identifier}.png"


def preview_uris(publication: "Publication") -> dict[str, str]:
    """Where the previews stand that there are, by the uris of the procedures' pages."""
    if publication.previews is None:
        return {}
    return {
        uri: preview_uri(placed)
        for uri, placed in publication.procedures.items()
        if (placed.id, "") in publication.charts
    }


def preview_files_named(publication: "Publication") -> Iterator[str]:
    """The uris of all previews that there are, without drawing them."""
    for uri in preview_uris(publication):
        yield from map(_uri, publication.ids_of(publication.procedures[uri].id))


def preview_files(publication: "Publication") -> dict[str, bytes]:
    """The previews of an edition; those that are made with the pages are taken from there.

    Chats keep the address of a picture for as long as what was written there, and no page can lead them on: where ids
    were given up, the picture stands at their addresses too.
    """
    if publication.previews is None:
        return {}
    files, made = dict[str, bytes](), publication.made
    for uri, placed in publication.procedures.items():
        picture = made[uri].preview if uri in made else publication.previews.picture(publication, placed)
        if picture:
            files |= dict.fromkeys(map(_uri, publication.ids_of(placed.id)), picture)
    return files


def _drawing(publication: "Publication", placed: PlacedProcedure, chart: Chart) -> str:
    """The preview as SVG: the title at the left; at the right as much of the chart as can be read."""
    scale = min(_CHART_WIDTH / chart.width, _LARGEST)
    title = f"{placed.number} {publication.addresses.read(placed.title)}"
    segmenter = publication.book.indexes.segmenter
    lines = wrap(title, _TITLE_WIDTH, lambda text: text_width(text, _TITLE_SIZE, bold=True), segmenter)
    if len(lines) > _TITLE_LINES:
        lines[_TITLE_LINES - 1 :] = [f"{lines[_TITLE_LINES - 1]}…"]
    return lone_template(_TEMPLATE).render(
        manual=plain_text(publication.manual.settings.title),
        title=lines,
        size=_TITLE_SIZE,
        width=WIDTH,
        height=HEIGHT,
        left=_CHART_LEFT + (_CHART_WIDTH - chart.width * scale) / 2,
        top=_CHART_TOP,
        scale=scale,
        chart=chart.beginning((HEIGHT - _CHART_TOP) / scale),
    )


def _sealed(picture: bytes, seal: bytes) -> bytes:
    """A PNG with a text in it that says what it was drawn of, and what it holds."""
    text = _SEAL + _seal_of(picture, seal)
    chunk = struct.pack(">I", len(text)) + (typed := b"tEXt" + text) + struct.pack(">I", zlib.crc32(typed))
    return picture[:_SIGNATURE_AND_HEADER] + chunk + picture[_SIGNATURE_AND_HEADER:]


def _is_sealed(picture: bytes, seal: bytes) -> bool:
    """Whether a PNG was drawn of the same, and is whole."""
    end = _SIGNATURE_AND_HEADER + len(_sealed(b"", seal))
    bare = picture[:_SIGNATURE_AND_HEADER] + picture[end:]
    return picture == _sealed(bare, seal)


def _seal_of(picture: bytes, seal: bytes) -> bytes:
    return sha256(seal + picture).hexdigest().encode()
