"""What an edition names and does not have: the words stay, nothing leads nowhere, nothing crashes."""

from dataclasses import replace
from typing import Any

import pytest

from generator.charts import draw_charts
from generator.indexes.indexes import Indexes
from generator.model.manual import LeftOut, Manual
from generator.writers.export_json import manual_files
from generator.writers.export_markdown import markdown_files
from tests.document.manuals import TODAY, manual_of, placed
from tests.support import site_pages
from tests.support.visible import visible_text


def manual_naming(text: str, **fields: Any) -> Manual:  # noqa: ANN401 - any field
    """A manual that leaves the procedure `gone` out, with one that says a text and has some fields."""
    manual = manual_of(placed("plan", steps=[{"text": text}, {"text": "ทำ"}], **fields))
    return replace(manual, left_out=(LeftOut("gone", "papers", "งาน **พัสดุ**", "งานพัสดุ"),))


def html_of(manual: Manual) -> str:
    """The procedure's page."""
    pages = site_pages.build_pages(manual, {}, TODAY)
    return site_pages.html_of(next(page for page in pages if page.uri == "budget/plan.md"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ดู [งานพัสดุกลาง](procedure:gone#x) ก่อน", "ดู งานพัสดุกลาง (ไม่มีในฉบับนี้) ก่อน"),
        ("ดู [](procedure:gone)", "ดู งาน พัสดุ (ไม่มีในฉบับนี้)"),
        ("ดู [งานนั้น](procedure:unknown)", "ดู งานนั้น"),
        ("ดู [](procedure:unknown)", "ดู unknown"),
    ],
)
def test_links_in_texts(text: str, shown: str) -> None:
    manual = manual_naming(text)
    html = html_of(manual)
    assert f"{shown} " in visible_text(html)
    assert "gone" not in html
    document = markdown_files(Indexes(manual, TODAY), {})["docs/budget/plan.md"]
    assert f"{shown} |" in document
    assert "gone" not in document


def test_a_chart_calls_it_by_its_title() -> None:
    chart = draw_charts(manual_naming("ดู [](procedure:gone)"))["plan", ""]
    assert "พัสดุ" in chart.svg
    assert "gone" not in chart.svg


def test_related_procedures() -> None:
    manual = manual_naming("ทำ", related=["gone", "unknown"])
    shown = "งาน พัสดุ (ไม่มีในฉบับนี้) unknown (ไม่มีในฉบับนี้)"
    assert visible_text(html_of(manual)).endswith(shown)
    document = markdown_files(Indexes(manual, TODAY), {})["docs/budget/plan.md"]
    assert "- งาน พัสดุ (ไม่มีในฉบับนี้)\n- unknown (ไม่มีในฉบับนี้)\n" in document
    assert '"related":["gone","unknown"]' in manual_files(manual, {})["manual.json"]


def test_roles_references_and_forms_that_the_catalogues_do_not_hold() -> None:
    steps = [{"text": "ทำ", "role": "ghost", "references": ["lost"], "forms": ["lost"]}]
    manual = manual_of(
        placed("plan", owner="ghost", steps=steps, references=["lost"], source={"manual": "lost"}),
        references={"old": {"type": "act", "title": "เก่า", "status": "replaced", "replaced_by": "lost"}},
    )
    html = html_of(manual)
    assert visible_text(html).count("ghost") == 2
    assert "role-ghost" not in html
    assert "reference-lost" not in html
    documents = markdown_files(Indexes(manual, TODAY), draw_charts(manual))
    assert "role-ghost" not in documents["docs/budget/plan.md"]
