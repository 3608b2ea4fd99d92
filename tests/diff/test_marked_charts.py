"""Charts side by side: the right charts, the right marks, and ids that do not meet on one page."""

import re
from functools import cache
from html.parser import HTMLParser

from generator.charts import draw_charts
from generator.diff.comparing import Comparer, compare_manuals
from generator.diff.differences import ProcedureComparison
from generator.diff.html_report import render_html
from generator.diff.marked_charts import ChartPair, mark_charts
from generator.model.manual import Manual
from tests.diff.manuals import office, one_procedure, steps_of


def pairs(before: Manual, after: Manual, procedure: str = "work") -> tuple[ChartPair, ...]:
    comparison = Comparer(before, after).procedure(procedure)
    assert comparison is not None
    return mark_charts(comparison, draw_charts(before), draw_charts(after))


def marks(svg: str) -> list[tuple[str, str]]:
    """By number of the step the marks of a chart, as it tells them to those who cannot see it."""
    return re.findall(r"<title>(\S+): ขั้นตอนที่ (\S+)", svg)


@cache
def correspondence() -> tuple[ProcedureComparison, tuple[ChartPair, ...]]:
    before, after = office("before"), office("after")
    comparison = Comparer(before, after).procedure("correspondence")
    assert comparison is not None
    return comparison, pairs(before, after, "correspondence")


def test_each_symbol_of_a_step_that_differs_has_its_mark() -> None:
    _, ((before, after), (inner, other_inner), (none, control)) = correspondence()
    assert before
    assert after
    assert inner
    assert other_inner
    assert control
    assert none is None
    assert marks(before.svg) == [("ต่างกัน", "2"), ("ต่างกัน", "3"), ("ต่างกัน", "4"), ("ตัดออก", "5")]
    assert marks(after.svg) == [("เพิ่ม", "2"), ("ต่างกัน", "3"), ("ต่างกัน", "4"), ("ต่างกัน", "5")]
    assert marks(inner.svg) == [("ต่างกัน", "2.1"), ("ย้ายที่", "2.2"), ("ต่างกัน", "2.4"), ("ต่างกัน", "2.5")]
    assert marks(other_inner.svg) == [("ต่างกัน", "3.1"), ("ต่างกัน", "3.3"), ("ต่างกัน", "3.4")]
    assert marks(control.svg) == [("ย้ายที่", "4.1"), ("เพิ่ม", "4.2")]


def test_a_chart_in_which_nothing_differs_is_not_shown() -> None:
    inside = {"id": "a", "text": "ก", "steps": ["x", "y"]}
    shown = pairs(steps_of(inside, "b"), steps_of(inside, "c"))
    assert [(before and before.title, after and after.title) for before, after in shown] == [
        ("ผังงาน งาน",) * 2
    ]


def test_a_step_of_which_only_a_sub_step_differs_differs_inside_at_every_depth() -> None:
    def nested(text: str) -> Manual:
        deepest = {"id": "deepest", "text": text}
        inner = {"id": "inner", "text": "ตรวจ", "steps": [deepest, "x"]}
        return steps_of({"id": "outer", "text": "รับ", "steps": ["y", inner]}, "z")

    shown = pairs(nested("ลงนาม"), nested("ลงนามแล้วส่งคืน"))
    inside = "ขั้นตอนย่อยต่างกัน"
    assert [after and marks(after.svg) for _, after in shown] == [
        [(inside, "1")],
        [(inside, "1.2")],
        [("ต่างกัน", "1.2.1")],
    ]


def test_a_procedure_whose_steps_are_the_same_needs_no_charts() -> None:
    manual = steps_of("a", "b")
    assert pairs(manual, manual) == ()


def test_where_only_one_edition_has_steps_it_has_the_only_chart() -> None:
    ((before, after),) = pairs(one_procedure(status="planned", steps=[], owner=None), steps_of("a"))
    assert before is None
    assert after is not None
    assert marks(after.svg) == [("เพิ่ม", "1")]


class _Ids(HTMLParser):
    """The ids of a document and the fragments that it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element's id and what it links to."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            elif name in {"href", "aria-labelledby", "aria-describedby"} and value and tag != "link":
                self.links.add(value.removeprefix("#"))


def test_ids_are_unique_in_a_document_and_every_link_leads_somewhere() -> None:
    before, after = office("before"), office("after")
    comparison = compare_manuals(before, after)
    charts, others = draw_charts(before), draw_charts(after)
    drawn = {each.id: mark_charts(each, charts, others) for each in comparison.differing}
    parser = _Ids()
    parser.feed(render_html(comparison, drawn))
    assert len(parser.ids) > 50
    assert len(set(parser.ids)) == len(parser.ids)
    assert parser.links - set(parser.ids) == set()
