"""What the label of an outcome says of it: good, bad, or neither."""

import pytest

from generator.model import Tone
from tests.charts.manuals import Steps, lay_out_steps


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        # what says no is red, and what says yes green, wherever it leads
        ([("ครบ", None), ("ไม่ครบ", "first")], {"ครบ": Tone.GOOD, "ไม่ครบ": Tone.BAD}),
        ([("ไม่ครบ", None), ("ครบ", "last")], {"ไม่ครบ": Tone.BAD, "ครบ": Tone.GOOD}),
        ([("อนุมัติ", "first"), ("ไม่อนุมัติ", "end")], {"อนุมัติ": Tone.GOOD, "ไม่อนุมัติ": Tone.BAD}),
        # no may be the good news
        ([("ไม่มีผู้คัดค้าน", None), ("มีผู้คัดค้าน", "first")], {"ไม่มีผู้คัดค้าน": Tone.GOOD, "มีผู้คัดค้าน": Tone.BAD}),
        # neither leading back nor ending says anything of an outcome whose words do not
        ([("ครั้งต่อไป", "first"), ("ภายนอก", "end")], {"ครั้งต่อไป": Tone.NEUTRAL, "ภายนอก": Tone.NEUTRAL}),
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


def test_what_an_author_says_of_an_outcome_counts() -> None:
    outcomes = [{"label": "ครบ", "tone": "bad"}, {"label": "ไม่ครบ", "tone": "neutral", "go": "first"}]
    (chart,) = lay_out_steps(
        [{"id": "first", "text": "ร่าง"}, {"text": "ตรวจ", "outcomes": outcomes}, {"text": "เก็บ"}]
    )
    tones = {placed.label.lines[0].text: placed.label.tone for placed in chart.labels}
    assert tones == {"ครบ": Tone.BAD, "ไม่ครบ": Tone.NEUTRAL}
