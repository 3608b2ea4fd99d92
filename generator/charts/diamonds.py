"""How text is set in a decision: each line as long as the diamond is wide there, the diamond as low as it can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil

from generator.charts.rounding import even
from generator.charts.styles import SIZES
from generator.charts.typesetting import HALF_LINE, TextLine, Typesetter, measure, stack, text_style

_HEIGHT_STEP = 4
_HEIGHT_GROWTH = 0.05
_HALF_HEIGHT_OF_COLUMN_WIDE = 60
_SLACK = 8.0
"""How far a line that is not the last is at least from being full, in px: tighter forms are not tried."""
_SHIFTS = (0.0, -6.0, -10.0)


@dataclass(frozen=True, slots=True)
class Diamond:
    """A diamond that holds its text: its size in px, and the lines from its middle."""

    width: float
    height: float
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to set the text of a diamond.

    Attributes:
        half_height: of the diamond.
        shift: how far all lines are moved down.
        widths: how wide each line of the text may be.
    """

    half_height: float
    shift: float
    widths: tuple[float, ...]


def fit_diamond(
    role: str, text: str, links: Sequence[str], column_width: float, lowest: float, typesetter: Typesetter
) -> Diamond:
    """Set the text of a decision and find the size of its diamond.

    Args:
        role: who decides; may be empty.
        text: what is decided.
        links: lines below the text that lead elsewhere; a diamond with any has a second outline inside.
        column_width: how wide it may be unless its text is long, in px.
        lowest: the least height in px.
        typesetter: cuts the texts.

    Returns:
        The lowest diamond that holds all lines, then the narrowest of that height.
    """
    role_lines = [(line, "role") for line in typesetter.cut(role, "role", SIZES.diamond_widest / 2)]
    link_lines = [(line, "link") for line in links]
    fitter = _Fitter(
        measure(text, "text"),
        tuple(measure(line, "role") for line, _ in role_lines),
        tuple(measure(line, "link") + 2 * SIZES.chip_padding_x for line, _ in link_lines),
        column_width,
    )
    forms: list[_Form] = []

    def widths() -> Iterator[Sequence[float]]:
        for form in fitter.forms(max(lowest, SIZES.diamond_lowest)):
            forms.append(form)
            yield form.widths

    text_lines = typesetter.cut_into(text, "text", widths(), SIZES.diamond_widest / 2)
    form = forms[-1]
    lines = stack([*role_lines, *((line, "text") for line in text_lines), *link_lines], form.shift)
    half_width = max(
        (_drawn_width(line) / 2 + fitter.padding) / (1 - _farthest(line.style, line.y) / form.half_height)
        for line in lines
    )
    return Diamond(even(max(2 * half_width, SIZES.diamond_narrowest)), 2 * form.half_height, lines)


@dataclass(frozen=True, slots=True)
class _Fitter:
    """What a diamond must hold: widths in px of the text on one line, of the role's lines and of links below it."""

    text_width: float
    role_widths: tuple[float, ...]
    link_widths: tuple[float, ...]
    column_width: float

    @property
    def padding(self) -> float:
        """Between a line's end and the edge of the diamond."""
        return SIZES.diamond_padding_inside if self.link_widths else SIZES.diamond_padding

    def forms(self, lowest: float) -> Iterator[_Form]:
        """Ways to set the text, from low to high, with room for the role and links and, by its width, for the text."""
        half_height = even(lowest) / 2
        while True:
            growth = max(0, half_height - _HALF_HEIGHT_OF_COLUMN_WIDE) / 2
            half_width = min(self.column_width / 2 + growth, SIZES.diamond_widest / 2)
            yield from self._forms_of_size(half_width, half_height)
            half_height += even(max(_HEIGHT_STEP, half_height * _HEIGHT_GROWTH)) / 2

    def _forms_of_size(self, half_width: float, half_height: float) -> Iterator[_Form]:
        """Ways to set the text in a diamond of one size."""
        others = len(self.role_widths) * SIZES.role.pitch + len(self.link_widths) * SIZES.link.pitch
        fewest = max(1, ceil(self.text_width / (2 * half_width)))
        most = int((2 * half_height - others) / SIZES.text.pitch)
        for count in range(fewest, most + 1):
            for shift in _SHIFTS if self.role_widths else _SHIFTS[:1]:
                widths = self._text_widths(half_width, half_height, count, shift)
                if widths:
                    yield _Form(half_height, shift, widths)

    def _text_widths(
        self, half_width: float, half_height: float, count: int, shift: float
    ) -> tuple[float, ...]:
        """How wide each of so many lines of the text may be; nothing when that is too little, or the role too wide."""
        (role, text, links), total = _distances(len(self.role_widths), count, len(self.link_widths), shift)
        room = 2 * (half_width * (count - total / half_height) - count * self.padding)
        if room < self.text_width + (count - 1) * _SLACK:
            return ()
        for width, distance in zip((*self.role_widths, *self.link_widths), (*role, *links), strict=True):
            if width / 2 + self.padding > half_width * (1 - distance / half_height):
                return ()
        return tuple(2 * (half_width * (1 - distance / half_height) - self.padding) for distance in text)


@cache
def _distances(
    roles: int, texts: int, links: int, shift: float
) -> tuple[tuple[tuple[float, ...], ...], float]:
    """How far the lines of the role, the text and links reach from a diamond's middle; the sum of the text's."""
    lines = stack([*[("", "role")] * roles, *[("", "text")] * texts, *[("", "link")] * links], shift)
    reaches = tuple(_farthest(line.style, line.y) for line in lines)
    text = reaches[roles : roles + texts]
    return (reaches[:roles], text, reaches[roles + texts :]), sum(text)


def _drawn_width(line: TextLine) -> float:
    """How wide a line is with what is drawn around it."""
    return line.width + (2 * SIZES.chip_padding_x if line.style == "link" else 0)


def _farthest(style: str, y: float) -> float:
    """How far a line of a style reaches from the middle of its symbol, in px."""
    return abs(y) + (SIZES.chip_height / 2 if style == "link" else HALF_LINE * text_style(style).size)
