"""An approval comes into an edition's file in the author's own hand, and nothing else in the file changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.scaffold.approval_entries import Entry, entry_lines, with_approval
from generator.yamltext import quick_data

ENTRY = {"procedure": "plan", "role": "head", "date": "2569-05-21", "fingerprint": "0123456789abcdef"}
WITH_ORDER = {**ENTRY, "order": "คำสั่งที่ 1/2569"}
TWO = {**ENTRY, "role": ["head", "clerk"]}
HEAD = "# หัวไฟล์\noffice: ก\nareas: []\n"
LINES = """\
  - procedure: plan
    role: head
    date: 2569-05-21
    fingerprint: 0123456789abcdef
"""


@pytest.mark.parametrize(
    ("before", "entry", "after"),
    [
        (HEAD, ENTRY, f"{HEAD}\napprovals:\n{LINES}"),
        (HEAD.rstrip(), ENTRY, f"{HEAD}\napprovals:\n{LINES}"),
        (HEAD + "approvals:\n", ENTRY, f"{HEAD}approvals:\n{LINES}"),
        (HEAD + "approvals: []  # ยังไม่มี\n", ENTRY, f"{HEAD}approvals:   # ยังไม่มี\n{LINES}"),
        (
            "approvals:\n- procedure: other  # งานอื่น\n  role: x\n  date: 2566\n\n# ท้าย\noffice: ก\n",
            ENTRY,
            (
                "approvals:\n- procedure: other  # งานอื่น\n  role: x\n  date: 2566\n"
                "- procedure: plan\n  role: head\n  date: 2569-05-21\n  fingerprint: 0123456789abcdef\n"
                "\n# ท้าย\noffice: ก\n"
            ),
        ),
        (
            "approvals:\n  -   procedure: other\n      date: 2566\n",
            TWO,
            (
                "approvals:\n  -   procedure: other\n      date: 2566\n"
                "  -   procedure: plan\n      role: [head, clerk]\n      date: 2569-05-21\n"
                "      fingerprint: 0123456789abcdef\n"
            ),
        ),
        (
            "approvals:\n  - {procedure: other, role: x}\n",
            {**ENTRY, "order": "ข้อ 1, 2"},
            (
                "approvals:\n  - {procedure: other, role: x}\n"
                '  - {procedure: plan, role: head, date: 2569-05-21, fingerprint: 0123456789abcdef, order: "ข้อ 1, 2"}\n'
            ),
        ),
        (
            "approvals: [{procedure: other}]\n",
            ENTRY,
            (
                "approvals: [{procedure: other}, "
                "{procedure: plan, role: head, date: 2569-05-21, fingerprint: 0123456789abcdef}]\n"
            ),
        ),
        (
            "approvals:\n  # ครั้งที่ 2\n  - procedure: plan\n    role: clerk   # เดิม\n    date: 2566\n  - procedure: z\n",
            ENTRY,
            (
                "approvals:\n  # ครั้งที่ 2\n  - procedure: plan\n    role: head   # เดิม\n    date: 2569-05-21\n"
                "    fingerprint: 0123456789abcdef\n  - procedure: z\n"
            ),
        ),
        (
            "approvals:\n  - date: 2566\n    order: เก่า\n    procedure: plan\n    fingerprint: 0\n    role: [a, b]\n",
            WITH_ORDER,
            (
                "approvals:\n  - date: 2569-05-21\n    order: คำสั่งที่ 1/2569\n    procedure: plan\n"
                "    fingerprint: 0123456789abcdef\n    role: head\n"
            ),
        ),
        (
            "approvals:\n  - procedure: plan\n    order: คำสั่งเก่า\n    role: head\n    date: 2569-05-21\n",
            ENTRY,
            f"approvals:\n{LINES}",
        ),
        (
            "approvals:\n  - {procedure: plan, role: x, order: เก่า}  # ย่อ\n",
            ENTRY,
            "approvals:\n  - {procedure: plan, role: head, date: 2569-05-21, fingerprint: 0123456789abcdef}  # ย่อ\n",
        ),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_written_where_it_belongs(before: str, entry: Entry, after: str, line_end: str, mark: str) -> None:
    def as_file(text: str) -> bytes:
        return f"{mark}{text}".replace("\n", line_end).encode()

    written = with_approval(as_file(before), entry)
    assert written is not None
    assert written.decode().replace("\r\n", "\n") == f"{mark}{after}"
    if "\n" in before.rstrip("\n"):
        assert written == as_file(after)
    assert with_approval(written, entry) == written


@pytest.mark.parametrize(
    "before",
    [
        "approvals: ไม่มี\n",
        "approvals: {plan: head}\n",
        "approvals:\n  - order: เก่า\n    procedure: plan\n",
        "approvals:\n  - procedure: plan\n    role:\n      - a  # คนแรก\n      - b\n",
        "- รายการ\n",
        "office: [\n",
        "office: ก\n...\n",
        "office: ก\n--- \noffice: ข\n",
    ],
)
def test_nothing_is_written_where_it_is_not_certain(before: str) -> None:
    assert with_approval(before.encode(), ENTRY) is None
    assert with_approval(b"\xff\xfe", ENTRY) is None


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).map(str.strip)
ORDERS = TEXTS.filter(bool) | st.sampled_from(
    ["a: b", "# ก", "{ข}", "[ค]", "'ง'", '"จ"', "- ฉ", "!", "null", "1,2"]
)


@given(ORDERS, st.booleans(), st.booleans())
def test_any_order_is_read_as_it_was_given(order: str, is_in_braces: bool, is_renewed: bool) -> None:
    name = "plan" if is_renewed else "other"
    first = f"  - {{procedure: {name}}}\n" if is_in_braces else f"  - procedure: {name}\n"
    written = with_approval(f"approvals:\n{first}".encode(), {**ENTRY, "order": order})
    assert written is not None
    data = quick_data(written.decode())
    listed = data["approvals"] if data is not None else []
    if isinstance(listed, list) and listed:
        assert isinstance(listed[-1], dict)
        assert listed[-1]["order"] == order


def test_lines_for_who_writes_them_by_hand() -> None:
    assert "\n".join(entry_lines(ENTRY)) + "\n" == LINES
