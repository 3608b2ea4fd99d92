"""Texts cut into lines and measured: what stands in symbols and labels, before anything has its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.charts.styles import SIZES, TextStyle
from generator.thai import ASCENT, DESCENT, Segmenter, text_width, wrap, wrap_into

HALF_LINE = (ASCENT + DESCENT) / 2
"""Half the height of a line's glyphs, as a share of the font size: they reach as far above its middle as below."""

BASELINE = (ASCENT - DESCENT) / 2
"""How far the baseline lies below the middle of a line, as a share of the font size."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text.

    Attributes:
        text: what it says.
        style: the name of its text style in `Sizes`.
        y: its middle, in px below the middle of what it stands in.
        width: in px.
    """

    text: str
    style: str
    y: float
    width: float

    @property
    def half_height(self) -> float:
        """Half the height of its glyphs in px."""
        return HALF_LINE * text_style(self.style).size


def text_style(name: str) -> TextStyle:
    """The text style of a name such as ``role``."""
    style: TextStyle = getattr(SIZES, name)
    return style


class Typesetter:
    """Cuts texts into lines, and remembers those that it has cut."""

    def __init__(self, segmenter: Segmenter) -> None:
        """Take the segmenter that finds the words."""
        self._segmenter = segmenter
        self._cut: dict[tuple[str, str, float], tuple[str, ...]] = {}

    def cut(self, text: str, style: str, width: float) -> tuple[str, ...]:
        """The lines of a text in a style, none wider than the width; none for an empty text."""
        key = text, style, width
        if key not in self._cut:
            self._cut[key] = self._lines(text, style, width)
        return self._cut[key]

    def _lines(self, text: str, style: str, width: float) -> tuple[str, ...]:
        if not text:
            return ()
        if measure(text, style) <= width:
            return (text,)
        return tuple(wrap(text, width, lambda piece: measure(piece, style), self._segmenter))

    def cut_into(self, text: str, style: str, shapes: Iterable[Sequence[float]], widest: float) -> list[str]:
        """The lines of a text in the first of several shapes that holds it.

        Args:
            text: not empty.
            style: the name of its text style.
            shapes: the widths of lines in px, without end; those after the first that holds the text are not asked.
            widest: words wider than this are cut up, in px.

        Returns:
            As many lines as the shape has.
        """
        found = wrap_into(text, shapes, widest, lambda piece: measure(piece, style), self._segmenter)
        return found[1] if found else []


@lru_cache(maxsize=2**16)
def measure(text: str, style: str) -> float:
    """The width in px of a text in a style."""
    look = text_style(style)
    return text_width(text, look.size, look.bold)


def stack(texts: Sequence[tuple[str, str]], middle: float = 0.0) -> tuple[TextLine, ...]:
    """Set lines of given texts and styles one under the other, their middle at a given place."""
    pitches = [text_style(style).pitch for _, style in texts]
    y = middle - sum(pitches) / 2
    lines = []
    for (text, style), pitch in zip(texts, pitches, strict=True):
        lines.append(TextLine(text, style, y + pitch / 2, measure(text, style)))
        y += pitch
    return tuple(lines)


def height_of(texts: Iterable[tuple[str, str]]) -> float:
    """The height of a stack of lines in px."""
    return sum(text_style(style).pitch for _, style in texts)
