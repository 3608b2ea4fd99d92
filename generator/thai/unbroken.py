"""How narrow a column may be in which a text is set: as its widest piece in which no line ends."""

from generator.thai.kept_together import LINE_MAY_END, with_borders, without_borders
from generator.thai.metrics import text_width


def widest_piece(text: str, size: float, bold: bool = False) -> float:
    """The width of the widest piece of a text in which no line ends.

    Args:
        text: the text; a line feed ends a line.
        size: as of `text_width`.
        bold: likewise.

    Returns:
        The width, in the unit of the size.
    """
    pieces = (
        without_borders(piece)
        for line in text.split("\n")
        for piece in with_borders(line).replace(" ", LINE_MAY_END).split(LINE_MAY_END)
    )
    return max((text_width(piece, size, bold) for piece in pieces), default=0.0)
