"""What no form of a page shows is taken out of it, and nothing else is."""

import pytest
from markdown import markdown

from generator.commonmark import without_unshown

UNSHOWN = [
    ("ก\n\n<!-- ข -->\n\nค\n", "ก\n\n\nค\n"),
    ("ก <!-- ข --> ค\n", "ก  ค\n"),
    ("<!-- ก\n\nข -->\nค\n", "ค\n"),
    ("<!-- `docs/a.md` -->\nค\n", "ค\n"),
    ("- ก <!-- ข -->\n- ค\n", "- ก \n- ค\n"),
    ("ก\n{: .wide }\n\nข\n", "ก\n\nข\n"),
    ("## ก {: .wide }\n", "## ก\n"),
]
SHOWN = [
    "`<!-- ก -->`\n",
    "``<!-- ` -->``\n",
    "```\n<!-- ก -->\n```\n",
    "ก\n\n    <!-- ข -->\n",
    "\\<!-- ก -->\n",
    "<!-- ก ไม่จบ\n",
    "## ก {#name}\n",
    "${ค่า} {ก} <b>ข</b>\n",
]


@pytest.mark.parametrize(("text", "left"), UNSHOWN)
def test_what_is_not_shown_is_taken_out(text: str, left: str) -> None:
    assert without_unshown(text) == left
    shown = markdown(text, extensions=["attr_list"])
    assert "<!--" in shown or "class" in shown


@pytest.mark.parametrize("text", SHOWN)
def test_what_is_shown_stays(text: str) -> None:
    assert without_unshown(text) == text
