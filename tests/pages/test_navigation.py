"""The navigation as a plain list."""

from generator.model.manual import Manual
from generator.pages import build_pages, navigation
from generator.pages.navigation import Navigation
from tests.pages.manuals import TODAY, manual_of, placed

MANUAL = manual_of(
    placed("plan", "1.1", title="งาน **แผน**"), references={"law": {"type": "act", "title": "กฎหมาย"}}
)
AREA: Navigation = [
    {"1 งานงบประมาณ": [{"1 งานงบประมาณ": "budget/index.md"}, {"1.1 งาน แผน": "budget/plan.md"}]}
]
MISSION = {"ขอบข่ายและภารกิจ": "about/mission.md"}


def navigation_of(manual: Manual, authored: Navigation | None = None) -> Navigation:
    """The navigation of a manual's own pages."""
    return navigation(manual, build_pages(manual, {}, TODAY), authored)


def test_home_areas_and_catalogues() -> None:
    assert navigation_of(MANUAL) == [
        {"หน้าแรก": "index.md"},
        MISSION,
        *AREA,
        {"อ้างอิง": [{"เอกสารอ้างอิง": "references/index.md"}, {"ผู้รับผิดชอบ": "roles/index.md"}]},
    ]


def test_authored_entries_stand_after_the_areas_and_may_place_catalogues() -> None:
    authored: Navigation = [{"เกี่ยวกับ": ["about/foreword.md"]}, {"ค้นเพิ่ม": ["references/index.md"]}]
    assert navigation_of(MANUAL, authored) == [
        {"หน้าแรก": "index.md"},
        MISSION,
        *AREA,
        {"เกี่ยวกับ": ["about/foreword.md"]},
        {"ค้นเพิ่ม": [{"เอกสารอ้างอิง": "references/index.md"}]},
        {"อ้างอิง": [{"ผู้รับผิดชอบ": "roles/index.md"}]},
    ]


def test_entries_for_catalogues_that_this_manual_does_not_have_are_left_out() -> None:
    authored: Navigation = [
        {"ค้น": ["terms.md", {"แบบ": "forms.md"}]},
        {"อื่น": ["roles/index.md", "terms.md", "references/index.md"]},
    ]
    assert navigation_of(MANUAL, authored)[3:] == [
        {"อื่น": [{"ผู้รับผิดชอบ": "roles/index.md"}, {"เอกสารอ้างอิง": "references/index.md"}]}
    ]


def test_authored_entries_may_place_the_mission() -> None:
    authored: Navigation = [{"เกี่ยวกับ": ["about/mission.md", {"ภารกิจ": "about/mission.md"}]}]
    assert navigation_of(MANUAL, authored)[:3] == [
        {"หน้าแรก": "index.md"},
        *AREA,
        {"เกี่ยวกับ": [MISSION, {"ภารกิจ": "about/mission.md"}]},
    ]
