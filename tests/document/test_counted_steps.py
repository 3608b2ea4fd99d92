"""How many steps there are: every page that counts the steps of a procedure says the same number."""

import re

import pytest

from generator.model.manual import Manual
from tests.document.manuals import TODAY, Authored, manual_of, placed
from tests.support.site_pages import build_pages, finished
from tests.support.visible import visible_text

FLAT: list[Authored] = [
    *({"text": f"ทำข้อ {at}", "duration": "1 วัน"} for at in range(6)),
    {"text": "ทำข้อสุดท้าย"},
]
UNDER_HEADINGS: list[Authored] = [
    {"text": "เตรียม", "steps": FLAT[:3]},
    {"text": "ทำพร้อมกัน", "parallel": [{"text": "ทางหนึ่ง", "steps": FLAT[3:5]}, FLAT[5]]},
    FLAT[6],
]
COUNTED = {
    "budget/index.md": r"(\d+) ขั้นตอน",
    "budget/plan.md": r"ระบุเวลา \d+ จาก (\d+) ขั้นตอน",
    "roles/group.md": r"1 งาน (\d+) ขั้นตอน",
    "roles/index.md": r"1 งาน (\d+) ขั้นตอน",
    "onboarding/group.md": r"รับผิดชอบ \d+ จาก (\d+) ขั้นตอน",
}


def manual(steps: list[Authored]) -> Manual:
    return manual_of(placed(steps=steps))


@pytest.mark.parametrize("steps", [FLAT, UNDER_HEADINGS], ids=["flat", "under headings"])
def test_all_pages_count_the_steps_that_somebody_does(steps: list[Authored]) -> None:
    pages = {page.uri: visible_text(finished(page)) for page in build_pages(manual(steps), {}, TODAY)}
    found = {uri: re.search(pattern, pages[uri]) for uri, pattern in COUNTED.items()}
    assert {uri: match[1] if match else None for uri, match in found.items()} == dict.fromkeys(COUNTED, "7")


def test_a_step_that_states_a_time_for_those_in_it_states_theirs() -> None:
    steps = [{**UNDER_HEADINGS[0], "duration": "2 วัน"}, *UNDER_HEADINGS[1:]]
    pages = {page.uri: visible_text(finished(page)) for page in build_pages(manual(steps), {}, TODAY)}
    assert "ระบุเวลา 6 จาก 7 ขั้นตอน" in pages["budget/plan.md"]
