"""Places on pages that were called by other ids: the page is told where links to them lead on."""

from pathlib import Path

import pytest

from generator.assembly import load_manual
from generator.writers.former_places import former_places
from tests.support.projects import MINIMAL, minimal_with, write_project
from tests.writers.publishing import made

PROCEDURE = "procedures/budget/expenditure-analysis.yml"
ROLES = "procedures/catalogue/roles.yml"
OLD = "old-analysis"
RETIRED = f"ids:\n  - {{kind: procedure, old: {OLD}, new: expenditure-analysis, date: 2025-11-30}}\n"
DIRECTOR = "director:\n  title: ผู้อำนวยการสำนักงาน\n  kind: person\n"


@pytest.mark.parametrize(
    ("step", "has_place"),
    [
        ("  - id: tell\n    text: รายงานผลต่อผู้อำนวยการสำนักงาน\n    kind: document\n", True),
        ("  - id: tell\n    text: จัดเก็บผล\n    informed: [director]\n", True),
        ("  - id: tell\n    text: จัดเก็บผล\n    role: director\n", True),
        ("  - id: tell\n    text: จัดเก็บผล\n", False),
    ],
    ids=["told in words", "stated", "does it", "has no part"],
)
def test_a_role_is_led_on_to_the_work_that_its_page_has(tmp_path: Path, step: str, has_place: bool) -> None:
    """Also where only the words of a step say that the role is told: the page shows such work too."""
    changed = {
        PROCEDURE: MINIMAL[PROCEDURE] + step,
        ROLES: MINIMAL[ROLES] + DIRECTOR,
        "procedures/retired.yml": RETIRED,
    }
    manual, problems = load_manual(write_project(tmp_path, minimal_with(changed)), "khonkaen5-2566")
    assert manual is not None, problems
    publication = made(manual).publication
    places = former_places(publication, "roles/director.md")
    assert places == ({f"work-{OLD}": "#work-expenditure-analysis"} if has_place else {})
