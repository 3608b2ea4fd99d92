"""Finished HTML, and the markers that hold its place while the page around it is still Markdown.

A table of steps or a chart is HTML that Markdown has nothing to do with. Handed through it, some 40 KB a page would be
parsed once more for nothing; a marker is not. The marker is an HTML comment: authored text is escaped and can never
form one.
"""

from collections.abc import Callable, Mapping

_OPENING, _CLOSING = "<!--khumue:", "-->"
_CHART, _HEADING = "chart:", "heading:"


class Pieces:
    """The pieces of one page, in the order in which they stand on it.

    Attributes:
        by_key: the HTML of each piece by its key.
        anchors: the HTML ids in them, which links may lead to.
    """

    def __init__(self) -> None:
        """Begin a page."""
        self.by_key: dict[str, str] = {}
        self.anchors: list[str] = []

    def keep(self, html: str) -> str:
        """Take over a finished piece.

        Returns:
            The marker that stands in the Markdown for it.
        """
        key = str(len(self.by_key) + 1)
        self.by_key[key] = html.strip()
        return _marker(key)


def chart_marker(key: str) -> str:
    """What stands, in a piece, where the chart with a key goes."""
    return _marker(_CHART + key)


def place_pieces(html: str, pieces: Mapping[str, str]) -> str:
    """Put pieces into a page in place of their markers; other markers stay.

    Args:
        html: the page, as Markdown or as HTML.
        pieces: the pieces by their keys.
    """
    before, *rest = html.split(_OPENING)
    placed = [before]
    for each in rest:
        key, _, after = each.partition(_CLOSING)
        placed += [pieces[key], after] if key in pieces else [_OPENING, each]
    return "".join(placed)


def place_charts(html: str, charts: Mapping[str, str]) -> str:
    """Put the charts, by chart key, into a page whose pieces are placed."""
    return place_pieces(html, {_CHART + key: svg for key, svg in charts.items()})


def heading_marker(identifier: str) -> str:
    """What stands before a heading in plain Markdown until it is known whether a link leads to it."""
    return _marker(_HEADING + identifier) if identifier else ""


def mark_headings(text: str, write: Callable[[str], str]) -> str:
    """Put in what stands before headings.

    Args:
        text: a page in plain Markdown with markers.
        write: from a heading's id to what stands before it.
    """
    before, *rest = text.split(_OPENING + _HEADING)
    parts = (each.partition(_CLOSING) for each in rest)
    return before + "".join(write(identifier) + after for identifier, _, after in parts)


def _marker(key: str) -> str:
    return _OPENING + key + _CLOSING
