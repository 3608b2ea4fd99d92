"""The form with the chart inside a table as a Word document: texts are texts, and pictures join from row to row."""

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from generator.model.markup import plain_text
from tests.document.manuals import manual_of, placed
from tests.support.every_field import every_field_manual
from tests.support.hostile import SHIFTS, hostile_by_turns
from tests.support.showcase import showcase_manual
from tests.support.visible import one_line
from tests.support.word import BLIP, DRAWN, SVG, R, W, WordFile, flow_sheets_of, text_of
from tests.support.word_faults import faults
from tests.writers.test_every_text import noted

OF_STEPS = ("outer", "inner", "deepest", "decision", "fork", "branch", "row", "in-row")
EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
EMU_PER_TWIP = 635
BACK = [
    {"id": "first", "text": "เริ่มเรื่อง", "phase": "ระยะแรก"},
    {"text": "พิจารณา", "outcomes": [{"label": "ผ่าน"}, {"label": "ไม่ผ่าน", "go": "first"}]},
]


@pytest.fixture(scope="module")
def showcase() -> WordFile:
    """The forms of the showcase."""
    return flow_sheets_of(showcase_manual())


def long_one(count: int) -> WordFile:
    """The form of a procedure that takes several pages, with a line that leads back through all of them."""
    steps: list[dict[str, object]] = [
        {"id": f"s{at}", "text": f"ทำเรื่องที่ {at}", "detail": "ละเอียด " * 40} for at in range(count)
    ]
    steps.append({"text": "พิจารณา", "outcomes": [{"label": "ผ่าน"}, {"label": "ไม่ผ่าน", "go": "s0"}]})
    return flow_sheets_of(manual_of(placed(steps=steps)))


def tables(file: WordFile) -> list[ET.Element]:
    """The tables with a chart."""
    return list(file.main.findall(f"{W}body/{W}tbl"))


def rows(table: ET.Element) -> list[ET.Element]:
    """Those below its head."""
    return table.findall(f"{W}tr")[1:]


def picture_of(row: ET.Element) -> ET.Element:
    """What is drawn in its column of the chart."""
    (drawn,) = row.findall(f"{W}tc")[1].iter(f"{W}drawing")
    return drawn


def told_of(drawn: ET.Element) -> str:
    return next(drawn.iter(DRAWN)).attrib["descr"]


def test_each_procedure_with_steps_has_a_section_on_paper_on_its_side(showcase: WordFile) -> None:
    assert faults(showcase) == []
    manual = showcase_manual()
    wanted = [each for each in manual.procedures() if each.steps]
    assert [each.split()[0] for each in showcase.styled("Heading1")] == [each.number for each in wanted]
    assert showcase.values("pgSz", "orient") == ["landscape"] * len(wanted)
    assert set(showcase.values("pgSz", "w")) == {"16838"}


def test_only_chosen_procedures_are_in_it() -> None:
    manual = showcase_manual()
    chosen = next(each for each in manual.procedures() if each.steps)
    assert len(flow_sheets_of(manual, (chosen.id,)).styled("Heading1")) == 1


def test_heads_stand_on_every_page_and_every_row_has_one_picture_as_high_as_it(showcase: WordFile) -> None:
    for table in tables(showcase):
        head, *others = table.findall(f"{W}tr")
        assert head.find(f"{W}trPr/{W}tblHeader") is not None
        widths = [int(each.attrib[f"{W}w"]) for each in table.iter(f"{W}gridCol")]
        for row in others:
            height = row.find(f"{W}trPr/{W}trHeight")
            size = next(picture_of(row).iter(EXTENT))
            assert height is not None
            assert int(size.attrib["cy"]) / EMU_PER_TWIP == pytest.approx(
                int(height.attrib[f"{W}val"]), abs=1
            )
            assert int(size.attrib["cx"]) / EMU_PER_TWIP == pytest.approx(widths[1], abs=1)
            assert row.find(f"{W}trPr/{W}cantSplit") is not None


def lines_at(file: WordFile, row: ET.Element, is_lower: bool) -> list[float]:
    """Where lines reach an edge of a row's picture, in shares of its width: read from what is drawn."""
    blip = next(picture_of(row).iter(BLIP))
    svg = ET.fromstring(file.media(next(blip.iter(SVG)).attrib[f"{R}embed"]))  # noqa: S314 - our own
    _, _, width, height = map(float, svg.attrib["viewBox"].split())
    (moved,) = [each for each in svg if each.tag.endswith("}g")]
    left, top = map(float, moved.attrib["transform"].removeprefix("translate(").rstrip(")").split())
    edge, found = (height if is_lower else 0.0) - top, set[float]()
    for group in moved:
        if "line" in group.attrib.get("class", "").split():
            for path in group:
                numbers = path.attrib["d"].replace("M", " ").replace("L", " ").replace("Q", " ").split()
                points = list(zip(map(float, numbers[::2]), map(float, numbers[1::2]), strict=True))
                found |= {x for x, y in (points[0], points[-1]) if abs(y - edge) < 0.2}
    return sorted(round((x + left) / width, 3) for x in found)


def test_lines_join_from_row_to_row_and_end_where_the_table_does(showcase: WordFile) -> None:
    joined = 0
    for file in (showcase, long_one(9), flow_sheets_of(manual_of(placed(steps=BACK)))):
        for table in tables(file):
            body = rows(table)
            for one, other in pairwise(body):
                below, above = lines_at(file, one, is_lower=True), lines_at(file, other, is_lower=False)
                assert below == above
                joined += len(below)
            assert lines_at(file, body[0], is_lower=False) == lines_at(file, body[-1], is_lower=True) == []
    assert joined > 40


def test_what_goes_on_on_another_page_has_the_same_connectors_at_both_ends() -> None:
    file = long_one(12)
    assert faults(file) == []
    assert len(tables(file)) > 2
    assert file.styled("PageEnd") == [""] * (len(tables(file)) - 1)
    for one, other in pairwise(tables(file)):
        end, begin = (told_of(picture_of(rows(table)[at])) for table, at in ((one, -1), (other, 0)))
        names = [word for word in end.split() if len(word) == 1 and word.isupper()]
        assert len(names) == 2, "the line down, and the one that leads back"
        assert [word for word in begin.split() if len(word) == 1 and word.isupper()] == names
        assert len(rows(one)) > 2


def test_a_row_that_is_higher_than_a_page_may_be_torn() -> None:
    steps = [{"text": "สั้น"}, {"text": "ยาว", "detail": "ย่อหน้า\n\n" * 60}, {"text": "สั้น"}]
    file = flow_sheets_of(manual_of(placed(steps=steps)))
    assert faults(file) == []
    torn = [row for table in tables(file) for row in rows(table) if row.find(f"{W}trPr/{W}cantSplit") is None]
    assert [text_of(row.findall(f"{W}tc")[0]) for row in torn] == ["2"]


def test_every_picture_is_told(showcase: WordFile) -> None:
    told = [each.attrib["descr"] for each in showcase.main.iter(DRAWN)]
    assert all(told)
    file = flow_sheets_of(manual_of(placed(steps=BACK)))
    (table,) = tables(file)
    assert any(
        "การตัดสินใจ" in told_of(picture_of(row)) and "พิจารณา" in told_of(picture_of(row))
        for row in rows(table)
    )
    (whole,) = table.iter(f"{W}tblDescription")
    assert "ไม่ผ่าน" in whole.attrib[f"{W}val"]


@pytest.mark.parametrize("shift", SHIFTS)
def test_all_that_steps_say_is_text(shift: int) -> None:
    written, say = noted(hostile_by_turns(shift))
    file = flow_sheets_of(every_field_manual(say))
    assert faults(file) == []
    seen = one_line(" ".join(file.paragraphs))
    missing = [
        name
        for name, text in written.items()
        if name.startswith(tuple(f"{step}-" for step in OF_STEPS)) and one_line(plain_text(text)) not in seen
    ]
    assert missing == []


def test_the_same_manual_gives_the_same_bytes() -> None:
    manual = every_field_manual(lambda name: name)
    assert flow_sheets_of(manual).content == flow_sheets_of(manual).content
