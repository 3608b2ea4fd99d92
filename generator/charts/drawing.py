"""Draws a chart that is laid out as SVG: inline for pages, or standing alone for pull requests."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from generator.charts.graph import ChartLink, LinkKind, Symbol
from generator.charts.links import ADDRESS, Drawing, Links
from generator.charts.looks import Ink, area_look, ink_look, rounded_box
from generator.charts.marks import NO_MARKS, Mark, Marks, described, draw_mark, mark_of, marked_tip
from generator.charts.outlines import badge_place, badge_width, inner_lines, outline, role_bar, surface_of
from generator.charts.paging import draw_pages, is_tall, size_names
from generator.charts.places import Frame, LaidOut, PlacedLabel, PlacedNode
from generator.charts.styles import COLOURS, FONTS, SIZES
from generator.charts.svg import arrowhead, element, escaped, look, number, rounded_path, without_tip
from generator.charts.typesetting import BASELINE, TextLine, measure, text_style
from generator.data_files import data_text
from generator.model import Tone

_LABEL_RADIUS = 6
_INSIDE = "\x02"
"""What stands for the inside of an element while its tags are written."""
_LABEL_LOOKS = {
    Tone.NEUTRAL: ("label", "label", "line"),
    Tone.GOOD: ("accept", "accept-label", "accept"),
    Tone.BAD: ("reject", "reject-label", "return"),
}
"""The colours of a label's text, of its box, and of the line around that."""
_SURFACES = {Symbol.PARALLEL: "label", Symbol.HEADING: "label"}
_WITHOUT_BORDER = frozenset((Symbol.TERMINATOR, Symbol.PARALLEL, Symbol.HEADING))
_STANDALONE_STYLE = data_text(Path(__file__).parent / "data" / "standalone.css")


def draw_inline(chart: LaidOut, marks: Marks = NO_MARKS, prefix: str = "") -> Drawing:
    """Draw a chart for the inside of a page.

    Args:
        chart: the chart, laid out.
        marks: of steps that differ between two editions.
        prefix: what its ids start with, where several drawings of one chart stand in a page. Such a drawing may
            stand in any page, and keeps the widths of its texts whatever the font.

    Returns:
        An ``<svg>`` element, whose links wait to be told where they lead. Its ids then have the procedure's id; its
        light colours are in it, its dark ones in ``data/chart.css``.
    """
    drawer = Drawer(chart, marks, prefix)
    return Drawing(drawer.draw(), drawer.links)


def draw_for_paper(chart: LaidOut, prefix: str = "") -> str:
    """Draw the pieces of a chart that takes several pages of paper, for the page that has what `draw_inline` made.

    Args:
        chart: the chart, laid out.
        prefix: as for `draw_inline`.

    Returns:
        ``<svg>`` elements for ``data/chart.css``, which shows them on paper in place of the chart; nothing for a
        chart that fits on one page.
    """
    return draw_pages(chart, prefix + _drawing_id(chart))


def draw_parts(chart: LaidOut) -> str:
    """Draw what is in a chart, around its own (0, 0), without links, for an ``<svg>`` or a ``<g>`` of somebody else."""
    drawer = Drawer(chart)
    return drawer.links.filled("".join(drawer.parts()), None)


def draw_standalone(chart: LaidOut, marks: Marks = NO_MARKS) -> str:
    """Draw a chart as a file of its own: with a background and fonts, without links; `marks` as for `draw_inline`."""
    drawer = Drawer(chart, marks, is_alone=True)
    return drawer.links.filled(drawer.draw(), None) + "\n"


def _drawing_id(chart: LaidOut) -> str:
    """The id of what is drawn of a tall chart."""
    return f"{_chart_id(chart)}--drawing"


def _chart_id(chart: LaidOut) -> str:
    """What the ids of a drawing start with."""
    return "--".join(filter(None, (f"flow-{chart.graph.procedure}", chart.graph.key)))


class Drawer:
    """Draws one chart."""

    def __init__(
        self, chart: LaidOut, marks: Marks = NO_MARKS, prefix: str = "", is_alone: bool = False
    ) -> None:
        """Take the chart, what is marked in it, what its ids start with, and whether it is a file of its own."""
        self._chart = chart
        self._marks = marks
        self._prefix = prefix
        self._is_alone = is_alone
        self.links = Links()

    def draw(self) -> str:
        """The whole drawing."""
        chart, id_start = self._chart, self._prefix + _chart_id(self._chart)
        title, description = f"{id_start}--title", f"{id_start}--description"
        drawing = [*(self._background() if self._is_alone else []), *self.parts()]
        if not self._is_alone and is_tall(chart):
            drawing = [element("g", drawing, id=self._prefix + _drawing_id(chart))]
        told = element("title", escaped(chart.graph.title), id=title)
        content = [told, element("desc", escaped(self._description()), id=description), *drawing]
        return element(
            "svg",
            "\n".join(["", *content, ""]) if self._is_alone else content,
            xmlns="http://www.w3.org/2000/svg",
            class_=" ".join(("khumue-chart", *size_names(chart, self._is_alone))),
            role="group",
            aria_labelledby=title,
            aria_describedby=description,
            viewBox=" ".join(map(number, (chart.left, chart.top, chart.width, chart.height))),
            width=chart.width,
            height=chart.height,
            font_family=None if self._is_alone else FONTS,
            font_size=SIZES.text.size,
            text_anchor="middle",
        )

    def parts(self) -> Iterator[str]:
        """What there is to see, what stands before something else after it."""
        chart = self._chart
        yield from map(self._frame, chart.frames)
        yield from self._lines(is_return=False)
        yield from self._lines(is_return=True)
        yield from map(self._node, chart.nodes)
        yield from map(self._label, chart.labels)

    def _description(self) -> str:
        graph = self._chart.graph
        if not self._marks:
            return graph.description
        return described(graph.description, tuple(graph.walk()), self._marks)

    def _background(self) -> list[str]:
        colour = COLOURS["outlines"]["around"]["light"]
        left, top = self._chart.left, self._chart.top
        area = element("rect", x=left, y=top, width="100%", height="100%", fill=colour)
        return [element("style", _STANDALONE_STYLE), area]

    def _frame(self, frame: Frame) -> str:
        """The area of a phase or a lane, and its title, which leads to more of it."""
        middle, half = frame.left + frame.width / 2, frame.top + frame.height / 2
        name = f"{self._prefix}{LinkKind.PART}-{frame.name}" if frame.name and not self._is_alone else None
        shared = area_look("band", "band", 1) + look(id=name)
        area = rounded_box(middle, half, frame.width, frame.height, _LABEL_RADIUS, shared)
        title = frame.title
        box = rounded_box(
            frame.x, frame.y, title.width, title.height, _LABEL_RADIUS, area_look("band-title", "", 0)
        )
        text = self._text(title.lines, frame.x, frame.y, ("text", "ink"))
        return area + self._linked([box, text], frame.link)

    def _lines(self, is_return: bool) -> Iterator[str]:
        """The lines of one sort, then their arrowheads."""
        routes = [route for route in self._chart.routes if route.is_return is is_return]
        if not routes:
            return
        name = "return" if is_return else "line"
        colour = COLOURS["outlines"][name]["light"]
        yield element(
            "g",
            (
                element(
                    "path", d=rounded_path(without_tip(route.points) if route.has_arrow else route.points)
                )
                for route in routes
            ),
            class_=f"line outline-{name}",
            fill="none",
            stroke=colour,
            stroke_width=1.5,
            stroke_dasharray="5 3" if is_return else None,
        )
        heads = "".join(arrowhead(*route.points[-2:]) for route in routes if route.has_arrow)
        if heads:
            yield element("path", d=heads, class_=f"arrow-{name}", fill=colour)

    def _node(self, placed: PlacedNode) -> str:
        """A symbol: a link to its step's row, and beside it the link to its sub-chart."""
        lines = placed.shape.lines
        parts = [self._outline(placed), *self._own_texts(placed)]
        mark = mark_of(placed.node, self._marks)
        if mark:
            parts.append(draw_mark(placed, mark))
        if placed.node.number:
            parts.append(self._badge(placed))
        symbol = self._linked(parts, placed.node.step, mark)
        chips = [self._chip(placed, line) for line in lines if line.style == "link"]
        return symbol + self._actor(placed) + "".join(chips)

    def _own_texts(self, placed: PlacedNode) -> Iterator[str]:
        """The texts of a symbol; who acts is among them where that is no link of its own."""
        texts = [line for line in placed.shape.lines if line.style != "link"]
        role, others = placed.node.role, [line for line in texts if line.style != "role"]
        if role is None or len(others) == len(texts):
            yield from self._texts(placed, texts)
            return
        apart, together = "".join(self._texts(placed, others)), "".join(self._texts(placed, texts))
        yield self.links.place(role, apart, together)

    def _actor(self, placed: PlacedNode) -> str:
        """Who acts, as a link over the symbol, which keys pass by: rows have it too; empty where it leads nowhere."""
        role = placed.node.role
        lines = [line for line in placed.shape.lines if line.style == "role"]
        if role is None or not lines:
            return ""
        tip = element("title", escaped(role.tip))
        linked = element("a", [tip, *self._texts(placed, lines)], href=ADDRESS, class_="actor", tabindex="-1")
        return self.links.place(role, linked, "")

    def _linked(self, parts: list[str], target: ChartLink | None, mark: Mark | None = None) -> str:
        """A group of parts that leads somewhere, or at least says what it is."""
        if target is None:
            return element("g", parts)
        tip = element("title", escaped(marked_tip(target.tip, mark) if mark else target.tip))
        group, linked = element("g", [tip, _INSIDE]), element("a", [tip, _INSIDE], href=ADDRESS)
        begin, end = (
            self.links.place(target, *sides)
            for sides in zip(linked.split(_INSIDE), group.split(_INSIDE), strict=True)
        )
        return "".join((begin, *parts, end))

    def _outline(self, placed: PlacedNode) -> str:
        """The border, what marks a step with a chart of its own, and the bar in the role's colour."""
        symbol = placed.shape.symbol
        border = "decision" if symbol is Symbol.DECISION else "symbol"
        surface = surface_of(placed.node)
        surface = surface if surface in COLOURS["surfaces"] else _SURFACES.get(symbol, "step")
        has_border = symbol not in _WITHOUT_BORDER
        parts = [
            element("path", shared=area_look(surface, border if has_border else "", 1.3), d=outline(placed))
        ]
        if inner := inner_lines(placed):
            colour = COLOURS["outlines"][border]["light"]
            width = 2.4 if symbol is Symbol.PARALLEL else 0.9
            shared = look(class_=f"outline-{border}", fill="none", stroke=colour, stroke_width=width)
            parts.append(element("path", shared=shared, d=inner))
        bar = role_bar(placed) if placed.node.colour else ""
        if bar:
            parts.append(element("path", shared=ink_look("role", placed.node.colour), d=bar))
        return "".join(parts)

    def _texts(self, placed: PlacedNode, lines: Sequence[TextLine]) -> Iterator[str]:
        """The texts of a symbol, each style in an element of its own."""
        for style, chosen in groupby(lines, key=lambda line: line.style):
            ink = ("role", placed.node.colour)
            if style != "role":
                ink = "text", {"terminator": "on-terminator", "caption": "label"}.get(style, "ink")
            is_default = style == "role" and placed.node.is_role_default
            shared = look(font_style="italic") if is_default else ""
            yield self._text(list(chosen), placed.x, placed.y, ink, shared)

    def _text(self, lines: Sequence[TextLine], x: float, y: float, ink: Ink, shared: str = "") -> str:
        """Lines of one style, around a middle."""
        style = text_style(lines[0].style)
        middle, baseline = number(x), y + BASELINE * style.size
        spans = [
            f'<tspan x="{middle}" y="{number(baseline + line.y)}"{self._fitting(line)}>{escaped(line.text)}</tspan>'
            for line in lines
        ]
        size = style.size if style.size != SIZES.text.size else None
        weight = "700" if style.bold else None
        return element("text", spans, ink_look(*ink) + shared + look(font_size=size, font_weight=weight))

    def _fitting(self, line: TextLine) -> str:
        """Where no page brings the font, another is stretched or squeezed to the same width."""
        has_font = not self._is_alone and not self._prefix
        return "" if has_font else look(textLength=line.width, lengthAdjust="spacingAndGlyphs")

    def _badge(self, placed: PlacedNode) -> str:
        """The step's number, at the upper left of its symbol."""
        line = TextLine(placed.node.number, "number", 0.0, measure(placed.node.number, "number"))
        width = badge_width(placed.node.number)
        left, y = badge_place(placed)
        name = placed.node.colour
        fill = COLOURS["roles"][name] if name else COLOURS["outlines"]["symbol"]
        shared = look(
            rx=SIZES.badge / 2,
            class_=f"role-{name or 'none'} outline-around",
            fill=fill["light"],
            stroke=COLOURS["outlines"]["around"]["light"],
            stroke_width=2,
        )
        box = element("rect", shared=shared, x=left, y=y - SIZES.badge / 2, width=width, height=SIZES.badge)
        return element("g", [box, self._text([line], left + width / 2, y, ("text", "on-badge"))])

    def _chip(self, placed: PlacedNode, line: TextLine) -> str:
        """The link to a step's sub-chart."""
        width, y = line.width + 2 * SIZES.chip_padding_x, placed.y + line.y
        text = self._text([line], placed.x, y - line.y, ("text", "link"))
        box = rounded_box(
            placed.x, y, width, SIZES.chip_height, SIZES.chip_height / 2, area_look("connector", "link", 1)
        )
        return self._linked([box, text], placed.node.sub_chart)

    def _label(self, placed: PlacedLabel) -> str:
        """A label on a line, to be seen only: what decides says where it leads; one beside the spine has a box."""
        label = placed.label
        ink, *box_look = _LABEL_LOOKS[label.tone]
        text = self._text(label.lines, placed.x, placed.y, ("text", ink), look(aria_hidden="true"))
        if not placed.has_box:
            return text
        shared = area_look(*box_look, 1.2)
        box = rounded_box(placed.x, placed.y, label.width, label.height, _LABEL_RADIUS, shared)
        return element("g", [box, text])
