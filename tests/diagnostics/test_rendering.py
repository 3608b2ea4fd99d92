"""How problems are shown: carets under Thai text, long lines, colours, JSON, GitHub's escapes."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics.rendering import (
    WIDEST_LINE,
    display_width,
    render_github,
    render_github_summary,
    render_json,
    render_text,
)
from generator.problems import Location, Mend, Problem, Severity


def problem(
    line: str | None, column: int, length: int = 1, hint: str = "ลองใหม่", severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(
        "some-rule", Location("procedures/a/b.yml", 12, column, length), "ผิดตรงนี้", hint, severity, line
    )


def test_a_problem_is_shown_with_its_line_and_a_caret() -> None:
    text = render_text([problem("    role: group-directr", 11, 13)])
    assert text.split("\n")[:6] == [
        "ข้อผิดพลาด[some-rule]: ผิดตรงนี้",
        "  --> procedures/a/b.yml:12:11",
        "   |",
        "12 |     role: group-directr",
        "   |           ^^^^^^^^^^^^^",
        "   = แนะนำ: ลองใหม่",
    ]


def test_what_is_the_same_at_several_places_is_told_once() -> None:
    first = problem("    role: group-directr", 11, 13)
    again = replace(first, location=Location("procedures/a/c.yml", 3, 11, 13))
    other = replace(first, message="ผิดอย่างอื่น")
    text = render_text([first, other, again])
    assert text.split("\n")[6:9] == ["   = เหมือนกันอีก 1 แห่ง", "  --> procedures/a/c.yml:3:11", ""]
    assert text.count("role: group-directr") == 2
    assert "พบข้อผิดพลาด 3 จุด" in text


def caret_of(text: str) -> tuple[int, int]:
    """The columns before the caret and its width."""
    line = next(line for line in text.split("\n") if re.fullmatch(r" *\| *\^+", line))
    after_bar = line.partition("| ")[2]
    return len(after_bar) - len(after_bar.lstrip()), after_bar.count("^")


@pytest.mark.parametrize(
    ("line", "column", "length", "expected"),
    [
        pytest.param("ที่ปรึกษา x", 11, 1, (7, 1), id="marks above and below take no column"),
        pytest.param("น้ำท่วม x", 9, 1, (6, 1), id="สระอำ takes one column"),
        pytest.param("ก้ำ", 2, 2, (1, 1), id="a mark and a letter"),
        pytest.param("ก่", 2, 1, (1, 1), id="a mark alone still has a caret"),
        pytest.param("会议 x", 4, 1, (5, 1), id="wide letters take two"),
        pytest.param("\tx", 2, 1, (4, 1), id="a tab is shown as four spaces"),
        pytest.param("\tx", 1, 1, (0, 4), id="a tab that is meant"),
        pytest.param("a\u202eb", 3, 1, (9, 1), id="a hidden character is named"),
        pytest.param("", 1, 1, (0, 1), id="an empty line"),
        pytest.param("ab", 3, 1, (2, 1), id="the end of the line"),
    ],
)
def test_the_caret_stands_under_what_is_meant(
    line: str, column: int, length: int, expected: tuple[int, int]
) -> None:
    assert caret_of(render_text([problem(line, column, length)])) == expected


@pytest.mark.parametrize("column", [1, 30, 250, 499])
def test_a_long_line_is_shown_around_the_place(column: int) -> None:
    line = "ที่ประชุม" * 50 + "กขค" * 40
    text = render_text([problem(line, column, 5)])
    source = next(each for each in text.split("\n") if each.startswith("12 | ")).removeprefix("12 | ")
    before, width = caret_of(text)
    assert display_width(source) <= WIDEST_LINE
    meant = line[column - 1 : column + 4]
    assert meant in source
    assert display_width(source[: source.index(meant, max(0, before - 1))]) <= before
    assert width == max(1, display_width(meant))


def test_a_problem_without_a_line_or_hint_is_short() -> None:
    block = render_text([problem(None, 1, hint="")]).split("\n\n", maxsplit=1)[0]
    assert block.split("\n") == ["ข้อผิดพลาด[some-rule]: ผิดตรงนี้", "  --> procedures/a/b.yml:12:1"]


def test_colour_is_only_added() -> None:
    problems = [problem("a: b", 1), problem("a: b", 4, severity=Severity.WARNING)]
    coloured = render_text(problems, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render_text(problems)


def test_the_summary_counts_and_tells_what_to_do_next() -> None:
    assert render_text([]) == "ตรวจแล้ว ไม่พบปัญหา\n"
    mixed = render_text([problem("a", 1), problem("a", 1, severity=Severity.WARNING)])
    assert "ข้อผิดพลาด 1 จุด และคำเตือน 1 จุด ใน 1 ไฟล์" in mixed
    assert "khumue check" in mixed.split("\n")[-2]
    assert "คำเตือนไม่ขัดขวาง" in render_text([problem("a", 1, severity=Severity.WARNING)])


def test_nothing_that_a_terminal_would_obey_is_shown() -> None:
    hostile = Problem(
        "r", Location("a\x1b[2J.yml"), "x\x1b]0;y\x07", "z\u202e", Severity.ERROR, "\x1b[31m\u2066"
    )
    assert not set(render_text([hostile])) & set("\x1b\x07\u202e\u2066")


def test_json_holds_everything() -> None:
    document = json.loads(render_json([problem("a: ข", 4)]))
    assert document["summary"] == {"errors": 1, "warnings": 0, "files": 1}
    assert document["problems"] == [
        {
            "rule": "some-rule",
            "severity": "error",
            "file": "procedures/a/b.yml",
            "line": 12,
            "column": 4,
            "length": 1,
            "message": "ผิดตรงนี้",
            "hint": "ลองใหม่",
            "line_text": "a: ข",
        }
    ]
    assert json.loads(render_json([])) == {
        "problems": [],
        "summary": {"errors": 0, "warnings": 0, "files": 0},
    }


def test_json_holds_a_sure_repair_and_what_was_mended() -> None:
    mend = Mend(Location("a.yml", 1, 4, 2), "doubled-sara-e", "เเผน", "แผน")
    document = json.loads(render_json([replace(problem("a: เเ", 4, 2), repair="แ")], [mend]))
    assert document["problems"][0]["repair"] == "แ"
    assert document["mended"] == [
        {
            "rule": "doubled-sara-e",
            "file": "a.yml",
            "line": 1,
            "column": 4,
            "length": 2,
            "before": "เเผน",
            "after": "แผน",
        }
    ]


def test_github_gets_a_workflow_command_with_its_escapes() -> None:
    odd = Problem("r", Location("a,b:c%.yml", 3, 5, 2), "100%\nจริง", "ลอง: x, y", Severity.WARNING)
    assert render_github([odd]).split("\n")[0] == (
        "::warning file=a%2Cb%3Ac%25.yml,line=3,col=5,endColumn=7,title=r::100%25%0Aจริง%0Aลอง: x, y"
    )


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_can_end_or_forge_a_github_command(file: str, message: str) -> None:
    first, *rest = render_github([Problem("r", Location(file), message)]).split("\n")
    assert first.startswith("::error file=")
    assert first.count("::") >= 2
    assert not any(line.startswith("::") for line in rest)
    assert "\r" not in first


def test_githubs_summary_is_a_table_in_which_nothing_is_markup() -> None:
    table = render_github_summary([Problem("r", Location("a.yml"), "<b>|`x`\n**y**", "[z](w)")])
    row = table.split("\n")[-2]
    assert row == r"| ข้อผิดพลาด | a.yml:1:1 | r | \<b\>\|\`x\` \*\*y\*\* \[z\](w) |"
    assert "|" not in render_github_summary([])


@given(st.text(max_size=200), st.integers(1, 210), st.integers(1, 30))
def test_any_line_can_be_shown(line: str, column: int, length: int) -> None:
    line = line.replace("\n", "").replace("\r", "")
    before, width = caret_of(render_text([problem(line, min(column, len(line) + 1), length)]))
    assert before <= WIDEST_LINE
    assert 1 <= width <= WIDEST_LINE
