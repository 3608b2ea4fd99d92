"""What the manual says of one outcome is no ground for another."""

import pytest

from generator.indexes import speaks_of


@pytest.mark.parametrize(
    ("text", "label", "holds"),
    [
        ("หากไม่เห็นชอบ ให้แก้ไข", "ไม่เห็นชอบ", True),
        ("หากไม่เห็นชอบ ให้แก้ไข", "เห็นชอบ", False),
        ("หากเห็นชอบ ให้ประกาศ", "ไม่เห็นชอบ", False),
        ("หากเห็นชอบ ให้ประกาศ หากไม่ เห็นชอบ ให้แก้ไข", "เห็นชอบ", True),
        ("พิจารณาในที่ประชุม", "เห็นชอบ", True),
    ],
)
def test_of_which_outcome_a_text_speaks(text: str, label: str, holds: bool) -> None:
    labels = ["เห็นชอบ", "ไม่เห็นชอบ"]
    labels.remove(label)
    assert speaks_of(text, label, labels) is holds
