"""The step table: its rows, the ways on, the columns that are left out."""

from generator.document import open_book
from generator.document.blocks import Document, Heading, Paragraph
from generator.document.inlines import Inlines
from generator.document.procedure_page import procedure_document
from generator.document.tables import StepCell, Steps
from generator.document.walking import walk
from generator.document.ways import StepWays, Way
from generator.indexes.indexes import Indexes
from generator.model.manual import PlacedProcedure
from generator.model.tone import Tone
from generator.writers.markdown_parts import plain
from tests.document.manuals import TODAY, Authored, manual_of, placed


def document(procedure: PlacedProcedure) -> Document:
    """The page of a procedure."""
    manual = manual_of(
        procedure,
        references={"law": {"type": "act", "title": "กฎหมาย"}},
        forms={"form": {"title": "แบบ"}},
        settings={"feedback": "https://a.example/?t={title}&b={body}"},
    )
    return procedure_document(open_book(Indexes(manual, TODAY)), procedure)


def tables(*steps: Authored) -> tuple[Steps, ...]:
    """The tables of a procedure with some steps."""
    blocks = document(placed(steps=list(steps))).blocks
    return tuple(block for block in walk(blocks) if isinstance(block, Steps))


def columns(table: Steps) -> list[str]:
    """Which columns a table has beside number and text."""
    return [column.name.removeprefix("steps__") for column in table.columns]


def ways(*steps: Authored) -> dict[str, tuple[Way, ...]]:
    """The ways on from each step, by its number."""
    procedure = placed(steps=list(steps))
    ways_on = StepWays(procedure)
    return {step.number: ways_on.of(step) for step in procedure.walk_steps()}


def cell(table: Steps, column: str) -> list[str]:
    """What a column says of a table's only step."""
    (row,) = table.rows
    said: StepCell = row.cells[columns(table).index(column)]
    values: tuple[Inlines, ...] = said.content
    return list(map(plain, values))


def test_empty_columns_are_left_out_of_each_table_by_itself() -> None:
    own, inner = tables(
        {"text": "ก", "duration": "1 วัน", "steps": [{"text": "ข", "forms": ["form"]}]},
        {"text": "ค", "standard": "ครบ"},
    )
    assert columns(own) == ["role", "duration", "standard"]
    assert columns(inner) == ["role", "papers"]


def test_tables_come_in_reading_order_with_their_depth() -> None:
    deep = {"id": "deep", "text": "ค", "steps": [{"text": "ง"}]}
    steps = [{"id": "one", "text": "ก", "steps": [deep]}, {"text": "ข", "steps": [{"text": "จ"}]}]
    found, heading = [], None
    for block in walk(document(placed(steps=steps)).blocks):
        if isinstance(block, Heading):
            heading = block
        elif isinstance(block, Steps) and heading:
            found.append((heading.id, heading.level, block.rows[0].number))
    assert found == [
        ("steps", 2, "1"),
        ("process-one", 3, "1.1"),
        ("process-deep", 4, "1.1.1"),
        ("process-2", 3, "2.1"),
    ]


def test_the_ways_on_from_a_decision() -> None:
    found = ways(
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
    assert found["2"] == (
        Way("ผ่าน", Tone.GOOD, "ไปขั้นตอนที่ 3", "step-parent"),
        Way("แก้ไข", Tone.BAD, "กลับไปขั้นตอนที่ 1", "step-draft"),
        Way("ข้าม", Tone.NEUTRAL, "ไปขั้นตอนที่ 4", "step-last"),
        Way("ยกเลิก", Tone.BAD, "จบงาน", None),
    )
    assert found["3.1"][0] == Way("ครบ", Tone.GOOD, "จบขั้นตอนย่อยของขั้นตอนที่ 3", "step-parent")


def test_a_plain_step_tells_its_way_only_when_it_is_not_the_next_row() -> None:
    found = ways(
        {"id": "one", "text": "ก"}, {"text": "ข", "go": "one"}, {"text": "ค", "go": "end"}, {"text": "ง"}
    )
    assert [[way.words for way in ways_on] for ways_on in found.values()] == [
        [],
        ["กลับไปขั้นตอนที่ 1"],
        ["จบงาน"],
        [],
    ]


def test_a_step_of_another_way_is_not_gone_back_to() -> None:
    found = ways(
        {"text": "ก", "outcomes": [{"label": "ครบ"}, {"label": "ไม่ครบ", "go": "aside"}]},
        {"id": "tell", "text": "ข", "go": "end"},
        {"id": "aside", "text": "ค", "go": "tell"},
    )
    assert [way.words for way in found["3"]] == ["ไปขั้นตอนที่ 2"]


def test_the_last_outcome_ends_the_work() -> None:
    found = ways({"id": "one", "text": "ก", "outcomes": [{"label": "ใช่"}, {"label": "ไม่ใช่", "go": "one"}]})
    assert [way.words for way in found["1"]] == ["จบงาน", "กลับไปขั้นตอนที่ 1"]


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
    (row,) = own.rows
    assert plain(row.text) == "ก"
    assert (cell(own, "role"), cell(own, "duration")) == (["ผอ."], ["1–2 สัปดาห์"])
    assert cell(own, "papers") == ["แบบ", "กฎหมาย"]
    assert row.remark is not None
    assert row.remark.startswith("https://a.example/?t=%E0")


def test_a_role_that_the_catalogue_does_not_know_goes_by_its_id() -> None:
    (own,) = tables({"text": "ก", "role": "stranger"})
    assert cell(own, "role") == ["stranger"]


def test_roles_that_act_together_stand_together_and_by_default_is_told() -> None:
    steps = ({"text": "ก", "role": ["group", "director"]}, {"text": "ข"}, {"text": "ค", "role": "group"})
    (table,) = tables(*steps)
    contents = [[plain(value) for value in row.cells[0].content] for row in table.rows]
    assert contents == [["กลุ่มแผน", "ผอ."], ["กลุ่มแผน (โดยปริยาย)"], ["กลุ่มแผน"]]


def test_who_stands_in_is_explained_where_somebody_does() -> None:
    def legends(*steps: Authored) -> list[Paragraph]:
        blocks = walk(document(placed(steps=list(steps))).blocks)
        return [each for each in blocks if isinstance(each, Paragraph) and each.name == "by-default-legend"]

    assert len(legends({"text": "ก"})) == 1
    assert legends({"text": "ก", "role": "group"}) == []


def test_where_the_owner_stands_in_for_most_steps_that_is_said_once() -> None:
    def told(*steps: Authored) -> tuple[str, list[str]]:
        blocks = list(walk(document(placed(steps=list(steps))).blocks))
        (table,) = (each for each in blocks if isinstance(each, Steps))
        (rule,) = (
            each for each in blocks if isinstance(each, Paragraph) and each.name == "by-default-legend"
        )
        return plain(rule.content), [plain(value) for row in table.rows for value in row.cells[0].content]

    rule, names = told({"text": "ก"}, {"text": "ข", "role": "director"}, {"text": "ค"})
    assert rule.startswith("เอกสารระบุผู้ทำไว้เฉพาะขั้นตอนที่ 2 ขั้นตอนอื่น")
    assert names == ["กลุ่มแผน", "ผอ.", "กลุ่มแผน"]
    rule, names = told({"text": "ก"})
    assert rule.startswith("เอกสารไม่ได้ระบุผู้ทำขั้นตอนเหล่านี้")
    assert names == ["กลุ่มแผน"]


def test_everybody_who_takes_part_is_named_at_the_head() -> None:
    step = {"text": "ก", "role": ["group", "director"], "informed": "director"}
    (names,) = (
        each
        for each in walk(document(placed(steps=[step])).blocks)
        if isinstance(each, Paragraph) and each.name == "names"
    )
    assert plain(names.content) == "ผู้มีส่วนร่วม ผอ."


def test_what_runs_at_the_same_time_says_so() -> None:
    fork = {
        "id": "review",
        "text": "ส่งตรวจ",
        "parallel": [
            {"text": "ตรวจวงเงิน", "outcomes": [{"label": "ครบ"}, {"label": "ไม่ครบ", "go": "end"}]},
            {"text": "ตรวจสัญญา"},
        ],
    }
    blocks = list(walk(document(placed(steps=[fork, {"text": "ประกาศ"}])).blocks))
    outer, inner = (block for block in blocks if isinstance(block, Steps))
    assert "ทำพร้อมกัน" in plain(outer.rows[0].text)
    assert [row.number for row in inner.rows] == ["1.1", "1.2"]
    together = [
        block for block in blocks if isinstance(block, Paragraph) and block.name == "process__together"
    ]
    assert [plain(block.content) for block in together] == ["ทำพร้อมกัน ไม่ต้องเรียงลำดับ เสร็จครบทุกข้อแล้วจึงไปต่อ"]
    assert blocks.index(together[0]) == blocks.index(inner) - 1
    assert "รอให้ครบทุกข้อของขั้นตอนที่ 1" in plain(inner.rows[0].ways[0].content)
