"""What the label of an outcome says of it: whether it accepts, rejects or neither."""

import pytest

from generator.charts.styles import Tone
from tests.charts.manuals import Steps, lay_out_steps


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        # what says no is red, and what leads on instead of it green
        ([("ครบ", None), ("ไม่ครบ", "first")], {"ครบ": Tone.ACCEPT, "ไม่ครบ": Tone.REJECT}),
        ([("ไม่ครบ", None), ("ครบ", "last")], {"ไม่ครบ": Tone.REJECT, "ครบ": Tone.ACCEPT}),
        # where everything else goes back, no is the good news
        ([("ไม่มีผู้คัดค้าน", None), ("มีผู้คัดค้าน", "first")], {"ไม่มีผู้คัดค้าน": Tone.ACCEPT, "มีผู้คัดค้าน": Tone.REJECT}),
        # but not where it ends the work
        ([("อนุมัติ", "first"), ("ไม่อนุมัติ", "end")], {"อนุมัติ": Tone.REJECT, "ไม่อนุมัติ": Tone.REJECT}),
    ],
)
def test_the_tone_of_outcomes(outcomes: list[tuple[str, str | None]], expected: dict[str, Tone]) -> None:
    steps: Steps = [
        {"id": "first", "text": "ร่าง"},
        {"text": "ตรวจ", "outcomes": [{"label": label, "go": go} for label, go in outcomes]},
        {"id": "between", "text": "เสนอ"},
        {"id": "last", "text": "เก็บ"},
    ]
    (chart,) = lay_out_steps(steps)
    tones = {"".join(line.text for line in placed.label.lines): placed.label.tone for placed in chart.labels}
    assert tones == expected
