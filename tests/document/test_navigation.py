"""The navigation as a plain list."""

from generator.document import documents_of, navigation_of, open_book
from generator.document.navigation import Navigation
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from tests.document.manuals import TODAY, manual_of, placed

MANUAL = manual_of(
    placed("plan", "1.1", title="งาน **แผน**"), references={"law": {"type": "act", "title": "กฎหมาย"}}
)
AREA: Navigation = [
    {"1 งานงบประมาณ": [{"1 งานงบประมาณ": "budget/index.md"}, {"1.1 งาน แผน": "budget/plan.md"}]}
]
MISSION = {"ขอบข่ายและภารกิจ": "about/mission.md"}
ONBOARDING: Navigation = [
    {"เรียนรู้งาน": [{"เรียนรู้งาน": "onboarding/index.md"}, {"เส้นทางเรียนรู้: กลุ่มแผน": "onboarding/group.md"}]}
]
REFERENCES: Navigation = [
    {"เอกสารอ้างอิง": [{"เอกสารอ้างอิง": "references/index.md"}, {"กฎหมาย": "references/law.md"}]}
]
ROLES: Navigation = [
    {
        "ผู้รับผิดชอบ": [
            {"ผู้รับผิดชอบ": "roles/index.md"},
            {"กลุ่มแผน": "roles/group.md"},
            {"ผอ.": "roles/director.md"},
        ]
    }
]
REGISTERS: Navigation = [
    {"ตารางความรับผิดชอบ": "responsibilities.md"},
    {"สถานะคู่มือ": "status.md"},
    {"การอ่านของฉัน": "my-reading.md"},
    {"ใครอ่านแล้ว": "who-read.md"},
]


def entries_around(manual: Manual, authored: Navigation | None = None) -> Navigation:
    """The navigation of a manual's own pages."""
    return navigation_of(manual, list(documents_of(open_book(Indexes(manual, TODAY)))), authored)


def test_home_areas_and_catalogues() -> None:
    assert entries_around(MANUAL) == [
        {"หน้าแรก": "index.md"},
        MISSION,
        *AREA,
        {"อ้างอิง": [*ONBOARDING, *REFERENCES, *ROLES, *REGISTERS]},
    ]


def test_authored_entries_stand_after_the_areas_and_may_place_catalogues() -> None:
    authored: Navigation = [{"เกี่ยวกับ": ["about/foreword.md"]}, {"ค้นเพิ่ม": ["references/index.md"]}]
    assert entries_around(MANUAL, authored) == [
        {"หน้าแรก": "index.md"},
        MISSION,
        *AREA,
        {"เกี่ยวกับ": ["about/foreword.md"]},
        {"ค้นเพิ่ม": REFERENCES},
        {"อ้างอิง": [*ONBOARDING, *ROLES, *REGISTERS]},
    ]


def test_entries_for_catalogues_that_this_manual_does_not_have_are_left_out() -> None:
    authored: Navigation = [
        {"ค้น": ["terms.md", {"แบบ": "forms.md"}]},
        {"อื่น": ["roles/index.md", "terms.md", "references/index.md"]},
    ]
    assert entries_around(MANUAL, authored)[3:] == [
        {"อื่น": [*ROLES, *REFERENCES]},
        {"อ้างอิง": [*ONBOARDING, *REGISTERS]},
    ]


def test_authored_entries_may_place_the_mission() -> None:
    authored: Navigation = [{"เกี่ยวกับ": ["about/mission.md", {"ภารกิจ": "about/mission.md"}]}]
    assert entries_around(MANUAL, authored)[:3] == [
        {"หน้าแรก": "index.md"},
        *AREA,
        {"เกี่ยวกับ": [MISSION, {"ภารกิจ": "about/mission.md"}]},
    ]


def test_sections_that_nobody_named_join_the_authored_group_of_their_title() -> None:
    authored: Navigation = [{"อ้างอิง": ["references/index.md"]}, {"เกี่ยวกับ": ["about/foreword.md"]}]
    assert entries_around(MANUAL, authored)[3:] == [
        {"อ้างอิง": [*REFERENCES, *ONBOARDING, *ROLES, *REGISTERS]},
        {"เกี่ยวกับ": ["about/foreword.md"]},
    ]
