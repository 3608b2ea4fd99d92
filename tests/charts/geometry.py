"""What must hold of every chart that is laid out, whatever its flow; each check says what is wrong where.

The checks work on polygons and segments of their own making, not on the arithmetic of the code they check.
"""

from collections.abc import Iterator
from itertools import combinations, pairwise
from math import cos, pi, sin, sqrt

from generator.charts.graph import Fork, Node, Symbol
from generator.charts.outlines import badge_place, badge_width
from generator.charts.places import Frame, LaidOut, PlacedLabel, PlacedNode, Route
from generator.charts.styles import SIZES

Point = tuple[float, float]
Polygon = list[Point]
Segment = tuple[Point, Point]

_CLOSE = 9.0
"""How near, in px, two lines side by side are too near."""

_TOUCH = 0.8
"""How far, in px, things may reach into one another by rounding."""


def mistakes(chart: LaidOut) -> list[str]:
    """Everything that is wrong with a chart's geometry."""
    return [
        *_overlaps(chart),
        *_crossings(chart),
        *_shared_lanes(chart),
        *_texts_outside(chart),
        *_badges_on_texts(chart),
        *_loose_arrows(chart),
        *_outside_the_chart(chart),
        *_titles(chart),
        *_frames(chart),
    ]


def polygon(placed: PlacedNode) -> Polygon:
    """The outline of a symbol; rounded edges count as straight, and so do waves, at half their depth."""
    half_width, half_height = placed.shape.width / 2, placed.shape.height / 2
    x, y = placed.x, placed.y
    wave = SIZES.wave / 2 if placed.shape.symbol is Symbol.DOCUMENT else 0.0
    if placed.shape.symbol is Symbol.DECISION:
        return [(x - half_width, y), (x, y - half_height), (x + half_width, y), (x, y + half_height)]
    if placed.shape.symbol is Symbol.MANUAL:
        inner = half_width - SIZES.slant
        return [
            (x - half_width, y - half_height),
            (x + half_width, y - half_height),
            (x + inner, y + half_height),
            (x - inner, y + half_height),
        ]
    if placed.shape.symbol in {Symbol.DELAY, Symbol.STORED_DATA}:
        return _curved(placed)
    slant = SIZES.slant if placed.shape.symbol is Symbol.INPUT_OUTPUT else 0.0
    return [
        (x - half_width + slant, y - half_height),
        (x + half_width, y - half_height),
        (x + half_width - slant, y + half_height - wave),
        (x - half_width, y + half_height - wave),
    ]


def _curved(placed: PlacedNode) -> Polygon:
    """A delay, and what is around stored data, whose right side curves inwards: one side a half ellipse."""
    half_width, half_height = placed.shape.width / 2, placed.shape.height / 2
    is_delay = placed.shape.symbol is Symbol.DELAY
    depth = SIZES.delay_curve if is_delay else SIZES.stored_curve
    sign = 1 if is_delay else -1
    angles = [pi * (part / 12 - 0.5) for part in range(13)]
    arc = [
        (placed.x + sign * (half_width - depth + depth * cos(each)), placed.y + half_height * sin(each))
        for each in angles
    ]
    straight = placed.x - sign * half_width
    if is_delay:
        return [(straight, placed.y - half_height), *arc, (straight, placed.y + half_height)]
    return [(straight, placed.y - half_height), (straight, placed.y + half_height), *reversed(arc)]


def inside(placed: PlacedNode) -> Polygon:
    """What is surely inside a symbol: of stored data, whose right side curves inwards, the part left of that."""
    if placed.shape.symbol is not Symbol.STORED_DATA:
        return polygon(placed)
    right = placed.x + placed.shape.width / 2 - SIZES.stored_curve
    return [(min(x, right), y) for x, y in polygon(placed)]


def label_box(placed: PlacedLabel) -> Polygon:
    """The outline of a label."""
    half_width, half_height = placed.label.width / 2, placed.label.height / 2
    if not placed.has_box:
        half_width, half_height = half_width - SIZES.label_padding_x, half_height - SIZES.label_padding_y
    return rectangle(
        placed.x - half_width, placed.y - half_height, placed.x + half_width, placed.y + half_height
    )


def title_box(frame: Frame) -> Polygon:
    """The outline of the title of a frame."""
    half_width, half_height = frame.title.width / 2, frame.title.height / 2
    return rectangle(frame.x - half_width, frame.y - half_height, frame.x + half_width, frame.y + half_height)


def frame_box(frame: Frame) -> Polygon:
    """The outline of a frame."""
    return rectangle(frame.left, frame.top, frame.left + frame.width, frame.top + frame.height)


def rectangle(left: float, top: float, right: float, bottom: float) -> Polygon:
    """A rectangle as a polygon."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def shrunk(shape: Polygon, by: float = _TOUCH) -> Polygon:
    """A polygon drawn in towards its middle by about so many px."""
    x, y = sum(px for px, _ in shape) / len(shape), sum(py for _, py in shape) / len(shape)
    width = max(px for px, _ in shape) - min(px for px, _ in shape)
    height = max(py for _, py in shape) - min(py for _, py in shape)
    share_x, share_y = (max(1 - 2 * by / length, 0) if length else 0 for length in (width, height))
    return [(x + (px - x) * share_x, y + (py - y) * share_y) for px, py in shape]


def contains(shape: Polygon, point: Point, tolerance: float = _TOUCH) -> bool:
    """Whether a convex polygon, its corners clockwise, contains a point."""
    for (x1, y1), (x2, y2) in pairwise([*shape, shape[0]]):
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        if (x2 - x1) * (point[1] - y1) - (y2 - y1) * (point[0] - x1) < -tolerance * length:
            return False
    return True


def meet(one: Polygon, other: Polygon) -> bool:
    """Whether two convex polygons (a segment is one too) have points in common: no line parts them."""
    for shape in (one, other):
        for (x1, y1), (x2, y2) in pairwise([*shape, shape[0]]):
            normal_x, normal_y = y2 - y1, x1 - x2
            first = [normal_x * x + normal_y * y for x, y in one]
            second = [normal_x * x + normal_y * y for x, y in other]
            if max(first) < min(second) or max(second) < min(first):
                return False
    return True


def segments(route: Route) -> list[Segment]:
    """The straight pieces of a line."""
    return list(pairwise(route.points))


def _shapes(chart: LaidOut) -> Iterator[tuple[str, Polygon]]:
    """Everything that takes up room, with a name for messages."""
    for placed in chart.nodes:
        yield f"{placed.node.symbol} {placed.node.number or placed.node.text}", inside(placed)
    for label in chart.labels:
        yield f"label {label.label.lines[0].text}", label_box(label)
    for frame in chart.frames:
        yield f"title {frame.title.lines[0].text}", title_box(frame)


def _overlaps(chart: LaidOut) -> Iterator[str]:
    for (name, shape), (other_name, other) in combinations(_shapes(chart), 2):
        if meet(shrunk(shape), shrunk(other)):
            yield f"{name} overlaps {other_name}"


def _crossings(chart: LaidOut) -> Iterator[str]:
    shapes = [(name, shrunk(shape)) for name, shape in _shapes(chart)]
    for route in chart.routes:
        for segment in segments(route):
            for name, shape in shapes:
                if meet(list(segment), shape):
                    yield f"line {segment} crosses {name}"


def _shared_lanes(chart: LaidOut) -> Iterator[str]:
    """Vertical pieces of different lines on top of one another, or too close to tell apart."""
    pieces = [
        (number, segment)
        for number, route in enumerate(chart.routes)
        for segment in segments(route)
        if segment[0][0] == segment[1][0] and abs(segment[0][1] - segment[1][1]) > 2 * _TOUCH
    ]
    for (number, one), (other_number, other) in combinations(pieces, 2):
        tops = [min(y for _, y in segment) for segment in (one, other)]
        bottoms = [max(y for _, y in segment) for segment in (one, other)]
        common = min(bottoms) - max(tops)
        if number != other_number and common > 2 * _TOUCH and abs(one[0][0] - other[0][0]) < _CLOSE:
            yield f"lines {one} and {other} share a lane"


def _texts_outside(chart: LaidOut) -> Iterator[str]:
    for placed in chart.nodes:
        outline = inside(placed)
        for line in placed.shape.lines:
            left, right = placed.x - line.width / 2, placed.x + line.width / 2
            top, bottom = placed.y + line.y - line.half_height, placed.y + line.y + line.half_height
            if not all(contains(outline, corner) for corner in rectangle(left, top, right, bottom)):
                yield f"{line.text!r} reaches out of {placed.node.symbol}"
    for label in chart.labels:
        if any(line.width > label.label.width for line in label.label.lines):
            yield f"{label.label.lines[0].text!r} reaches out of its label"


def _badges_on_texts(chart: LaidOut) -> Iterator[str]:
    """Badges that cover text of their own symbol."""
    for placed in chart.nodes:
        if not placed.node.number:
            continue
        left, y = badge_place(placed)
        badge = rectangle(
            left, y - SIZES.badge / 2, left + badge_width(placed.node.number), y + SIZES.badge / 2
        )
        for line in placed.shape.lines:
            half_width, half_height = line.width / 2, line.half_height * 0.7
            middle = placed.y + line.y
            text = rectangle(
                placed.x - half_width, middle - half_height, placed.x + half_width, middle + half_height
            )
            if meet(shrunk(badge), text):
                yield f"the badge {placed.node.number} covers {line.text!r}"


def _loose_arrows(chart: LaidOut) -> Iterator[str]:
    """Arrowheads whose tip is not at the border of a symbol."""
    for route in chart.routes:
        if route.has_arrow and not any(_is_on_border(placed, route.points[-1]) for placed in chart.nodes):
            yield f"the arrow at {route.points[-1]} points at nothing"


def _titles(chart: LaidOut) -> Iterator[str]:
    """Titles whose text reaches out of them, or that reach out of their frames."""
    for frame in chart.frames:
        box, name = title_box(frame), frame.title.lines[0].text
        for line in frame.title.lines:
            left, right = frame.x - line.width / 2, frame.x + line.width / 2
            top, bottom = frame.y + line.y - line.half_height, frame.y + line.y + line.half_height
            if not all(contains(box, corner) for corner in rectangle(left, top, right, bottom)):
                yield f"{line.text!r} reaches out of its title"
        if not all(contains(frame_box(frame), corner) for corner in box):
            yield f"the title {name} stands outside its frame"


def _inner_parts(node: Node) -> int:
    """How many symbols are drawn behind the upper lines of a fork: what stands in its branches, and its lower lines."""
    if not isinstance(node, Fork):
        return 0
    inner = [each for branch in node.branches for each in branch.nodes if each.symbol is not Symbol.JUNCTION]
    return 1 + len(inner) + sum(map(_inner_parts, inner))


def _frames(chart: LaidOut) -> Iterator[str]:
    """Frames that overlap; symbols of a phase or a role outside its frame, and phases that cut what is not theirs."""
    graph = chart.graph
    for one, other in combinations(chart.frames, 2):
        if meet(shrunk(frame_box(one)), shrunk(frame_box(other))):
            yield f"the frames of {one.title.lines[0].text} and {other.title.lines[0].text} overlap"
    groups = [lane.nodes for lane in graph.lanes] or [
        tuple(range(band.first, band.last + 1)) for band in graph.bands if band.title
    ]
    if groups and len(groups) != len(chart.frames):
        yield "a phase or a lane has no frame"
    hosts = [index if node.host is None else node.host for index, node in enumerate(graph.nodes)]
    hosts += [index for index, node in enumerate(graph.nodes) for _ in range(_inner_parts(node))]
    for frame, nodes in zip(chart.frames, groups, strict=True):
        box = frame_box(frame)
        for index, (placed, host) in enumerate(zip(chart.nodes, hosts, strict=True)):
            is_inside = all(contains(box, corner) for corner in polygon(placed))
            if index in nodes and not is_inside:
                yield f"{placed.node.number or placed.node.text} stands outside its frame"
            if graph.bands and host not in nodes and meet(box, shrunk(polygon(placed))):
                yield f"{placed.node.number or placed.node.text} stands in the frame of another phase"
            if graph.bands and host in nodes and not is_inside:
                yield f"what hangs on {placed.node.text} stands outside its frame"


def _is_on_border(placed: PlacedNode, point: Point) -> bool:
    shape = polygon(placed)
    if (
        placed.shape.symbol is Symbol.STORED_DATA
        and point[0] > placed.x
        and abs(point[1] - placed.y) < (placed.shape.height / 2 - 1)
    ):
        share = 2 * (point[1] - placed.y) / placed.shape.height
        border = placed.x + placed.shape.width / 2 - SIZES.stored_curve * sqrt(1 - share**2)
        return abs(point[0] - border) < _TOUCH
    if placed.shape.symbol in {Symbol.TERMINATOR, Symbol.CONNECTOR}:
        return contains(shape, point) and not contains(shrunk(shape, 3), point, tolerance=0)
    return contains(shape, point, tolerance=0.5) and not contains(shape, point, tolerance=-0.5)


def _outside_the_chart(chart: LaidOut) -> Iterator[str]:
    bounds = rectangle(chart.left, chart.top, chart.left + chart.width, chart.top + chart.height)
    for name, shape in _shapes(chart):
        if not all(contains(bounds, corner, tolerance=0) for corner in shape):
            yield f"{name} stands outside the chart"
    for route in chart.routes:
        if not all(contains(bounds, point, tolerance=0) for point in route.points):
            yield f"a line leaves the chart: {route.points}"
