"""Rows as they are drawn: nothing overlaps, no line crosses what stands there, arrows end at symbols, texts fit."""

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings

from generator.charts.places import LaidOut
from generator.charts.row_places import EDGE, PicturedRows, pictured_rows
from generator.charts.typesetting import Typesetter
from generator.thai.segmentation import segmenter_for
from tests.charts.geometry import mistakes
from tests.charts.manuals import manual_of
from tests.charts.test_rows import ANY_STEPS, charts
from tests.support.auditing import examples as count_of_examples


def clipped(drawing: LaidOut) -> LaidOut:
    """A drawing as it stands in a row that is no higher than it needs, without the frames that others have."""
    top, bottom = drawing.top, drawing.top + drawing.height
    routes = tuple(
        replace(route, points=tuple((x, min(max(y, top), bottom)) for x, y in route.points))
        for route in drawing.routes
    )
    return replace(drawing, routes=routes, graph=replace(drawing.graph, bands=(), lanes=()))


def wrong_in(rows: PicturedRows) -> list[str]:
    """Everything that is wrong with the drawings of a chart's rows."""
    return [
        f"row {place}: {each}"
        for place, picture in enumerate(rows.rows)
        for each in mistakes(clipped(picture.drawing))
        if "share a lane" not in each  # ways out of one symbol part beside it; test_rows tells lanes apart
    ]


@settings(
    max_examples=count_of_examples(3_000, 120),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(ANY_STEPS)
def test_any_flow_is_drawn_without_a_mistake(steps: list[dict[str, Any]]) -> None:
    typesetter = Typesetter(segmenter_for(manual_of(steps)))
    for _, chart in charts(steps):
        rows = pictured_rows(chart, typesetter)
        assert wrong_in(rows) == []
        for place, picture in enumerate(rows.rows):
            crossing_below = sorted(x for x, y in ends(picture.drawing) if y == EDGE)
            if place + 1 < len(rows.rows):
                following = rows.rows[place + 1].drawing
                assert crossing_below == sorted(x for x, y in ends(following) if y == -EDGE)
                heading = rows.rows[place + 1].heading
                assert crossing_below == sorted(x for x, y in ends(heading) if y == -EDGE)
                assert crossing_below == sorted(x for x, y in ends(heading) if y == EDGE)
            else:
                assert crossing_below == []


def ends(drawing: LaidOut) -> list[tuple[float, float]]:
    """Where lines begin and end."""
    return [point for route in drawing.routes for point in (route.points[0], route.points[-1])]
