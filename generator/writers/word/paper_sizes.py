"""The paper of Word documents: A4 upright and on its side, with the margins of the printed manual and its forms."""

from collections.abc import Mapping
from dataclasses import dataclass

_SHORT, _LONG = 11906, 16838
"""The sides of A4, in twentieths of a point, as is all that follows."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet.

    Attributes:
        width: from edge to edge.
        height: likewise.
        top: the margin above the text; the others likewise.
        header: from the upper edge to the running head.
        footer: from the lower edge to the number of the page.
    """

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int

    @property
    def text_width(self) -> int:
        """Between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Likewise."""
        return self.height - self.top - self.bottom

    @property
    def size(self) -> Mapping[str, str]:
        """As a section says it."""
        sides = {"w:w": str(self.width), "w:h": str(self.height)}
        return {**sides, "w:orient": "landscape"} if self.width > self.height else sides

    @property
    def margins(self) -> Mapping[str, str]:
        """Likewise."""
        named = ("top", "right", "bottom", "left", "header", "footer")
        return {**{f"w:{name}": str(getattr(self, name)) for name in named}, "w:gutter": "0"}


UPRIGHT = Paper(_SHORT, _LONG, top=1474, right=1134, bottom=1077, left=1701, header=624, footer=510)
"""Of the manual."""
FLIPPED = Paper(_LONG, _SHORT, top=1304, right=935, bottom=907, left=935, header=510, footer=454)
"""Of the forms with wide tables."""
