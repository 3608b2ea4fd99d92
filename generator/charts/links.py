"""The links of a drawing: places in it that are filled in once somebody says where they lead.

A chart is drawn once. On a page its links lead to rows, to other charts and to other pages; in the data export only to
places of the same page; where one leads nowhere, what it would have linked is not an element ``<a>``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from generator.charts.graph import ChartLink
from generator.charts.svg import escaped

Address = Callable[[ChartLink], str | None]
"""The address that a link of a chart leads to; None where it leads nowhere."""

ADDRESS = "\x01"
"""What stands for the address in what a place says."""
_MARK = "\x00"
_PLACE = re.compile(rf"{_MARK}(\d+){_MARK}")


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands at a place: where the link leads somewhere, and where it does not."""

    target: ChartLink
    linked: str
    unlinked: str


@dataclass(frozen=True, slots=True)
class Links:
    """The places of one drawing."""

    _places: list[_Place] = field(default_factory=list)

    def place(self, target: ChartLink, linked: str, unlinked: str) -> str:
        """A place in the drawing.

        Args:
            target: what the link points at.
            linked: what stands there when it leads somewhere, with `ADDRESS` for the address.
            unlinked: what stands there when it does not.

        Returns:
            The mark that stands for it until `Drawing.linked` fills it in.
        """
        self._places.append(_Place(target, linked, unlinked))
        return f"{_MARK}{len(self._places) - 1}{_MARK}"

    def filled(self, drawing: str, address: Address | None) -> str:
        """A drawing with its places filled in.

        Args:
            drawing: what holds the marks; places may hold marks of others.
            address: where links lead; None when none of them leads anywhere.
        """

        def said(match: re.Match[str]) -> str:
            place = self._places[int(match[1])]
            found = address(place.target) if address else None
            text = place.unlinked if found is None else place.linked.replace(ADDRESS, escaped(found))
            return _PLACE.sub(said, text)

        return _PLACE.sub(said, drawing)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn chart, whose links wait to be told where they lead."""

    text: str
    links: Links

    def linked(self, address: Address | None) -> str:
        """The chart as SVG, with links to where they lead."""
        return self.links.filled(self.text, address)
