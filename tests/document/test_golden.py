"""Whole pages as they come out: a procedure with everything, a planned one, a glossary."""

from pathlib import Path

import pytest

from generator.document.pieces import place_charts, place_pieces
from tests.support.goldens import assert_golden
from tests.support.showcase import SHOWCASE_DAY, showcase_manual
from tests.support.site_pages import build_pages

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    "uri",
    [
        "budget/spending-plan.md",
        "people/leave.md",
        "about/mission.md",
        "budget/index.md",
        "references/index.md",
        "references/budget-regulation.md",
        "forms.md",
        "status.md",
        "knowledge/index.md",
        "knowledge/late-draft.md",
        "knowledge/report.md",
        "roles/index.md",
        "roles/director.md",
        "responsibilities.md",
        "terms.md",
        "index.md",
    ],
)
def test_page(uri: str) -> None:
    manual = showcase_manual()
    keys = ["", *(step.chart_key for step in manual.areas[0].procedures[0].walk_steps() if step.steps)]
    charts = {("spending-plan", key): f"<svg><!-- {key or 'the procedure'} --></svg>" for key in keys}
    page = next(page for page in build_pages(manual, charts, SHOWCASE_DAY) if page.uri == uri)
    whole = place_charts(place_pieces(page.markdown, page.pieces), page.charts)
    assert_golden(GOLDEN / uri.replace("/", "-"), whole)


def test_a_page_tells_the_theme_what_it_is() -> None:
    pages = {page.uri: page for page in build_pages(showcase_manual(), {}, SHOWCASE_DAY)}
    plan, leave = pages["budget/spending-plan.md"], pages["people/leave.md"]
    assert plan.source == "procedures/budget/spending-plan.yml"
    assert plan.meta["description"] == "1.1 งานจัดทำแผนใช้จ่าย – จัดทำแผนใช้จ่ายของเขตผ่าน My Office"
    assert str(plan.meta["feedback"]).startswith("https://git.example/issues/new?title=")
    assert "status" not in plan.meta
    assert leave.meta["status"] == "planned"
    assert pages["budget/index.md"].source == "procedures/budget/_area.yml"
    assert pages["references/index.md"].source == "procedures/catalogue/references.yml"
    assert {"step-collect", "step-2-2"} <= set(plan.anchors)
    assert "{ #form-request-form .paper }" in plan.markdown
    assert "{ #reference-budget-regulation .paper }" in plan.markdown
