"""The three reports, whole; and that nothing an editor wrote is lost in them, obeyed, or taken for markup."""

import json
import re
from functools import cache, partial
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import generator.diff
from generator.diff.comparing import compare_manuals
from generator.diff.differences import Drift, ManualComparison
from generator.diff.html_report import comparison_styles, procedure_html, render_html
from generator.diff.json_report import json_report
from generator.diff.marked_charts import ChartPair, MarkedChart
from generator.diff.report_words import drift_phrases, percent
from generator.diff.text_report import text_report
from generator.model import read_rich_text, rich_words
from tests.charts.test_styles import TEXT_CONTRAST, contrast
from tests.diff.manuals import office, one_procedure, steps_of
from tests.support.every_field import IN_PROCEDURE, RICH, every_field_manual, text_names
from tests.support.goldens import assert_golden
from tests.support.hostile import HOSTILE
from tests.support.visible import one_line, visible_text

GOLDEN = Path(__file__).parent / "golden"
DATA = Path(generator.diff.__file__).parent / "data"
SCHEMA = json.loads((DATA / "comparison.schema.json").read_text(encoding="utf-8"))


@cache
def offices() -> ManualComparison:
    return compare_manuals(office("before"), office("after"))


def without_styles(document: str) -> str:
    """A document without its style sheets, which stand in files of their own."""
    return re.sub(r"(<style[^>]*>).*?(?=</style>)", r"\1…", document, flags=re.DOTALL)


def drawn(comparison: ManualComparison) -> dict[str, tuple[ChartPair, ...]]:
    """Stand-ins for the charts of each procedure that differs; the edition after has one more."""
    pair = tuple(MarkedChart("ผังงาน", f"{side}--chart", "<svg></svg>") for side in ("before", "after"))
    return {each.id: ((pair[0], pair[1]), (None, pair[1])) for each in comparison.differing}


def test_the_text_report() -> None:
    assert_golden(GOLDEN / "offices.txt", text_report(offices()))


def test_the_json_report() -> None:
    assert_golden(GOLDEN / "offices.json", json_report(offices()))


def test_the_html_report() -> None:
    assert_golden(GOLDEN / "offices.html", without_styles(render_html(offices(), drawn(offices()))))


def test_the_json_report_is_as_its_schema_says() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA)
    for one, other in (("before", "after"), ("after", "before"), ("before", "before")):
        validator.validate(json.loads(json_report(compare_manuals(office(one), office(other)))))


def test_the_schema_describes_nothing_that_there_is_not() -> None:
    for name, shape in SCHEMA["$defs"].items():
        assert shape.get("required", []) == list(shape.get("properties", {})), name


def test_editions_that_are_the_same_are_said_to_be() -> None:
    same = compare_manuals(office("after"), office("after"))
    assert "ทั้งสองฉบับเหมือนกันทุกงาน" in text_report(same)
    assert "ทั้งสองฉบับเหมือนกันทุกงาน" in visible_text(render_html(same, {}))
    assert json.loads(json_report(same))["same"] is True


def test_colours_of_a_terminal_say_nothing_more() -> None:
    coloured = text_report(offices(), colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == text_report(offices())


def test_a_terminal_obeys_nothing_that_is_written() -> None:
    before, after = (steps_of({"id": "a", "text": f"ดู\x1b[2J{word}\u202e"}) for word in ("หนึ่ง", "สอง"))
    text = text_report(compare_manuals(before, after))
    assert "\x1b" not in text
    assert "⟨U+001B⟩[2J[-หนึ่ง-]{+สอง+}⟨U+202E⟩" in text


def test_texts_of_several_lines_keep_them() -> None:
    before = one_procedure(steps=[{"id": "a", "text": "ก", "detail": "หนึ่ง\nสอง"}])
    after = one_procedure(steps=[{"id": "a", "text": "ก", "detail": "หนึ่ง\nสาม"}])
    assert "      ~ รายละเอียด: หนึ่ง\n          [-สอง-]{+สาม+}\n" in text_report(compare_manuals(before, after))


def test_what_differs_in_the_work_stands_before_where_its_text_is_from_and_since_when() -> None:
    steps = [
        [{"id": "a", "text": text, "role": role}] for text, role in (("ก", "officer"), ("ข", "director"))
    ]
    before = one_procedure(steps=steps[0], scope=["แคบ"], effective="2566")
    after = one_procedure(steps=steps[1], scope=["กว้าง"], effective="2567")
    comparison = compare_manuals(before, after)
    html = procedure_html(comparison.procedures[0], comparison.before, comparison.after)
    order = ("ขั้นตอนการปฏิบัติงาน", "ผู้รับผิดชอบที่ต่างกัน", "ข้อมูลของงาน", "ขอบเขต", "ที่มาและวันที่", "เริ่มใช้")
    for report in (visible_text(html).partition("รายการ")[2], text_report(comparison)):
        places = [report.rindex(each) for each in order]
        assert places == sorted(places), report


@pytest.mark.parametrize("hostile", HOSTILE)
def test_every_text_of_both_editions_is_shown_as_it_was_written(hostile: str) -> None:
    said: dict[str, set[str]] = {"หนึ่ง": set(), "สอง": set()}

    def say(word: str, field: str) -> str:
        text = f"{word} {field} {hostile}"
        if field in COMPARED:
            said[word].add(rich_words(read_rich_text(text)) if field in RICH else text)
        return text

    before, after = (every_field_manual(partial(say, word)) for word in said)
    comparison = compare_manuals(before, after)
    assert all(len(texts) == len(COMPARED) for texts in said.values())
    (procedure,) = comparison.procedures
    html = procedure_html(procedure, comparison.before, comparison.after)
    text, data = visible_text(html), json.loads(json_report(comparison))
    runs = json.dumps(list(_texts(data)), ensure_ascii=False)
    for each in (text for texts in said.values() for text in texts):
        assert one_line(each) in text
        assert json.dumps(each, ensure_ascii=False)[1:-1] in runs
    assert "<script>" not in html
    assert "<img" not in html


COMPARED = {text for thing in IN_PROCEDURE for texts in text_names(thing).values() for text in texts}
"""The texts that stand in procedures; what is named by an id is the same thing in both editions."""


def _texts(data: object) -> list[str]:
    """Both texts of everything that stands word by word in a JSON report."""
    if isinstance(data, list) and data and all(isinstance(each, dict) and "kind" in each for each in data):
        sides = ({"same", "removed"}, {"same", "added"})
        return ["".join(run["text"] for run in data if run["kind"] in side) for side in sides]
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [text for each in inner for text in _texts(each)]


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0, "0%"), (0.0004, "<0.1%"), (0.0123, "1.2%"), (0.0999, "10.0%"), (0.256, "26%"), (1, "100%")],
)
def test_a_share_is_exact_where_it_is_small(share: float, shown: str) -> None:
    assert percent(share) == shown


def test_how_far_editions_are_apart_is_said_in_words() -> None:
    drift = Drift(letters=100, letters_changed=5, records=2, steps_added=1, roles_changed=3)
    assert drift_phrases(drift) == [
        "ข้อความที่ต่าง 5.0%",
        "เพิ่ม 1 ขั้นตอน",
        "เปลี่ยนผู้รับผิดชอบ 3 ขั้นตอน",
        "วันที่หรือที่มาที่ต่าง 2 รายการ",
    ]
    assert drift_phrases(Drift(letters=100)) == ["เหมือนกัน"]


def colours(sheet: str) -> list[tuple[str, str]]:
    """The custom properties of a style sheet that are colours, in order."""
    return re.findall(r"(--cmp-[\w-]+): (#\w{6});", sheet)


def test_every_colour_has_a_dark_one_and_all_are_readable() -> None:
    light, dark = (colours((DATA / name).read_text(encoding="utf-8")) for name in ("compare.css", "dark.css"))
    assert light + dark == colours(comparison_styles())
    assert [name for name, _ in light] == [name for name, _ in dark]
    for palette, page in ((dict(light), "#ffffff"), (dict(dark), "#1e2129")):
        for name in ("ink", "muted", "link", "removed", "added", "changed", "moved"):
            assert contrast(palette[f"--cmp-{name}"], page) >= TEXT_CONTRAST, name
        for name in ("removed", "added", "changed", "moved"):
            assert contrast(palette[f"--cmp-{name}"], palette[f"--cmp-{name}-soft"]) >= TEXT_CONTRAST, name
