"""The step table: its rows, the ways on, the columns that are left out."""

from generator.document.steps import StepTable, step_tables
from generator.document.ways import Way
from tests.document.manuals import TODAY, Authored, manual_of, placed


def tables(*steps: Authored) -> tuple[StepTable, ...]:
    """The tables of a procedure with some steps."""
    procedure = placed(steps=list(steps))
    manual = manual_of(
        procedure,
        references={"law": {"type": "act", "title": "กฎหมาย"}},
        forms={"form": {"title": "แบบ"}},
        settings={"feedback": "https://a.example/?t={title}&b={body}"},
    )
    return step_tables(manual, procedure, TODAY)


def test_empty_columns_are_left_out_of_each_table_by_itself() -> None:
    own, inner = tables(
        {"text": "ก", "duration": "1 วัน", "steps": [{"text": "ข", "forms": ["form"]}]},
        {"text": "ค", "standard": "ครบ"},
    )
    assert own.columns == ("role", "duration", "standard")
    assert inner.columns == ("role", "papers")


def test_tables_come_in_reading_order_with_their_depth() -> None:
    deep = {"id": "deep", "text": "ค", "steps": [{"text": "ง"}]}
    found = tables({"id": "one", "text": "ก", "steps": [deep]}, {"text": "ข", "steps": [{"text": "จ"}]})
    assert [(table.key, table.depth, table.rows[0].placed.number) for table in found] == [
        ("", 0, "1"),
        ("one", 1, "1.1"),
        ("deep", 2, "1.1.1"),
        ("2", 1, "2.1"),
    ]


def test_the_ways_on_from_a_decision() -> None:
    own, inner = tables(
        {"id": "draft", "text": "ร่าง"},
        {
            "text": "พิจารณา",
            "outcomes": [
                {"label": "ผ่าน"},
                {"label": "แก้ไข", "go": "draft"},
                {"label": "ข้าม", "go": "last"},
                {"label": "ยกเลิก", "go": "end"},
            ],
        },
        {
            "id": "parent",
            "text": "ทำต่อ",
            "steps": [{"text": "ตรวจ", "outcomes": [{"label": "ครบ"}, {"label": "ไม่ครบ"}]}],
        },
        {"id": "last", "text": "จบ"},
    )
    assert own.rows[1].ways == (
        Way("ผ่าน", "on", "ทำขั้นตอนที่ 3 ต่อ", "step-parent"),
        Way("แก้ไข", "back", "กลับไปขั้นตอนที่ 1", "step-draft"),
        Way("ข้าม", "on", "ไปขั้นตอนที่ 4", "step-last"),
        Way("ยกเลิก", "end", "จบงาน", None),
    )
    assert inner.rows[0].ways[0] == Way("ครบ", "on", "จบขั้นตอนย่อยของขั้นตอนที่ 3", "step-parent")


def test_a_plain_step_tells_its_way_only_when_it_is_not_the_next_row() -> None:
    (own,) = tables(
        {"id": "one", "text": "ก"}, {"text": "ข", "go": "one"}, {"text": "ค", "go": "end"}, {"text": "ง"}
    )
    assert [[way.words for way in row.ways] for row in own.rows] == [[], ["กลับไปขั้นตอนที่ 1"], ["จบงาน"], []]


def test_the_last_outcome_ends_the_work() -> None:
    (own,) = tables({"id": "one", "text": "ก", "outcomes": [{"label": "ใช่"}, {"label": "ไม่ใช่", "go": "one"}]})
    assert [way.words for way in own.rows[0].ways] == ["จบงาน", "กลับไปขั้นตอนที่ 1"]


def test_rows_name_role_kind_duration_papers_and_feedback() -> None:
    (own,) = tables(
        {
            "text": "ก",
            "role": "director",
            "kind": "document",
            "duration": "1-2 สัปดาห์",
            "forms": ["form"],
            "references": ["law"],
        }
    )
    row = own.rows[0]
    assert row.role is not None
    assert row.role.title == "ผอ."
    assert (row.kind, row.duration) == ("ทำเอกสาร", "1–2 สัปดาห์")
    assert [paper.title for paper in row.papers] == ["แบบ", "กฎหมาย"]
    assert row.feedback is not None
    assert row.feedback.startswith("https://a.example/?t=%E0")


def test_a_role_that_the_catalogue_does_not_know_goes_by_its_id() -> None:
    (own,) = tables({"text": "ก", "role": "stranger"})
    assert own.rows[0].role is not None
    assert own.rows[0].role.title == "stranger"
