"""The four reports: nothing an editor wrote is lost in them, obeyed, or taken for markup; they are bounded."""

import json
import re
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from generator.diff import RunKind, Sort
from generator.problems import Location, Problem
from generator.revisions import changes
from generator.revisions import html_report as html_of
from generator.revisions.html_report import html_report
from generator.revisions.json_report import json_report
from generator.revisions.markdown_report import LONGEST, markdown_report
from generator.revisions.report import ChangeReport, FileChange, LostPointer, OfficeChange
from generator.revisions.states import State
from generator.revisions.text_report import text_report
from generator.revisions.unread import UnreadFile
from generator.words import speaking
from tests.diff.manuals import office, steps_of
from tests.support.every_field import every_field_manual
from tests.support.hostile import HOSTILE
from tests.support.visible import one_line, visible_text

SCHEMA = json.loads(
    (Path(html_of.__file__).parent / "data" / "changes.schema.json").read_text(encoding="utf-8")
)
SHORT = 100
"""In characters: texts that are no longer are never shortened."""
TEXTS = (text_report, markdown_report, json_report)


def report_of(before: str, after: str, **more: Any) -> ChangeReport:  # noqa: ANN401  # parts of a report
    """A report on the two offices of the comparisons, as if the one had become the other."""
    states = (State("folder", before), State("revision", after, commit="0" * 40))
    return ChangeReport(*states, "คู่มือ", changes(office("before"), office("after")), **more)


@cache
def whole() -> ChangeReport:
    """A report in which there is something of everything."""
    problem = Problem("bad", Location("procedures/a.yml", 3, 5), "ผิด", "แก้")
    main = changes(office("before"), office("after"))
    names = tuple(each.name for each in main.procedures)
    return report_of(
        "ก่อน",
        "หลัง",
        offices=(
            OfficeChange(
                "north",
                "ภาคเหนือ",
                Sort.CHANGED,
                names,
                names,
                main,
                (office("before"), office("after")),
                outdated=names,
            ),
            OfficeChange("new", "ใหม่", Sort.ADDED),
            OfficeChange("gone", "เดิม", Sort.REMOVED),
        ),
        pointers=(
            LostPointer("knowledge", "ความรู้", "docs/knowledge/a.md", "ขั้นตอนที่ 1", True),
            LostPointer("change", "เหนือ", "procedures/editions/north.yml", "ขั้นตอนที่ 2", False),
        ),
        unread=((UnreadFile("procedures/a.yml", "procedure", "whole", "ไม่ได้เทียบงานนี้", (problem,)),), ()),
        laid_out=("procedures/b.yml",),
        files=(FileChange("docs/index.md", Sort.ADDED),),
    )


def html(report: ChangeReport) -> str:
    return html_report(report, office("before"), office("after"))


def test_the_data_are_as_their_schema_says() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(json_report(whole())))


def test_the_schema_describes_nothing_that_there_is_not() -> None:
    for name, shape in SCHEMA["$defs"].items():
        assert shape.get("required", []) == list(shape.get("properties", {})), name


def test_every_report_tells_of_everything() -> None:
    shown = [text_report(whole()), visible_text(html(whole())), *_rendered(markdown_report(whole()))]
    for report in shown:
        for said in (
            "ความเปลี่ยนแปลงของ คู่มือ",
            "หน้าที่เปลี่ยน",
            "ใครรับผิดชอบ",
            "เฉพาะ ภาคเหนือ",
            "ใหม่: ฉบับใหม่",
            "เดิม: ไม่มีฉบับแล้ว",
            "ยังอ้างถึง ขั้นตอนที่ 1 ซึ่งไม่มีแล้ว ต้องแก้",
            "ก่อน มีข้อผิดพลาด 1 จุด",
            "ไม่ได้เทียบงานนี้",
            "procedures/a.yml:3:5",
            "procedures/b.yml",
            "docs/index.md",
        ):
            assert said in report, said


def _rendered(markdown: str) -> list[str]:
    return [visible_text(MarkdownIt("gfm-like", {"linkify": False}).render(markdown))]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_editors_wrote_stays_text(hostile: str) -> None:
    def say(word: str, name: str) -> str:
        return f"{word} {name} {hostile}"

    before, after = (every_field_manual(partial(say, word)) for word in ("หนึ่ง", "สอง"))
    main = changes(before, after)
    states = State("folder", hostile), State("folder", hostile)
    report = ChangeReport(*states, hostile, main)
    document, markdown = html_report(report, before, after), markdown_report(report, longest=10**7)
    shown = (
        visible_text(document),
        _rendered(markdown)[0],
        json.dumps(json_report(report), ensure_ascii=False),
    )
    for _, statement in main.statements():
        for run in statement.text.runs:
            assert one_line(run.text) in shown[0]
            is_cut = run.kind is RunKind.SAME or len(run.text) > SHORT
            assert is_cut or one_line(run.text) in shown[1]
    tags = set(re.findall(r"<(\w+)", document))
    assert not tags & {"script", "img", "iframe", "object", "form", "input"}
    assert not re.search(r"<(?!/?(?:ins|del)>|!-- -->)", markdown), "no tag but ours"


def test_nobody_is_called_and_nothing_linked_in_a_comment() -> None:
    before, after = (
        steps_of({"id": "a", "text": text})
        for text in ("ทำ", "ทำ @someone #12 https://a.example www.b.example")
    )
    states = State("folder", "ก"), State("folder", "ข")
    written = markdown_report(ChangeReport(*states, "คู่มือ", changes(before, after)))
    rendered = MarkdownIt("gfm-like", {"linkify": False}).render(written)
    assert "<a " not in rendered
    assert not re.search(r"@someone|#12|https?://a\.example|www\.b", rendered)
    assert "ทำ @someone #12 https://a.example www.b.example" in visible_text(rendered)


def test_a_terminal_obeys_nothing_that_is_written() -> None:
    before, after = (steps_of({"id": "a", "text": f"ดู\x1b[2J{word}"}) for word in ("หนึ่ง", "สอง"))
    report = ChangeReport(State("folder", "\x1b[2J"), State("folder", "ข"), "\u202e", changes(before, after))
    assert not re.search("[\x1b\u202e]", text_report(report))
    coloured = text_report(report, colour=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == text_report(report)


@pytest.mark.parametrize("longest", [300, 1000, 3000, LONGEST])
def test_markdown_is_bounded_and_says_what_is_left_out(longest: int) -> None:
    full, bounded = markdown_report(whole(), longest=10**7), markdown_report(whole(), longest)
    assert len(bounded) <= longest
    items = [sum(line.startswith("- ") for line in each.splitlines()) for each in (full, bounded)]
    if items[0] > items[1]:
        assert f"และอีก {items[0] - items[1]} รายการ" in bounded
    else:
        assert bounded == full


def test_a_document_loads_and_runs_nothing_and_can_be_signed() -> None:
    document = html(whole())
    assert not re.search(r"<script|<iframe|<object|<link|\son\w+=|javascript:|@import", document)
    assert not re.findall(r"""(?:src|href)=["'](?!#|data:font)([^"']*)""", document)
    assert set(re.findall(r'url\("?([^)]{0,9})', document)) == {"data:font"}
    shown = visible_text(document)
    assert [shown.index(each) for each in ("ผู้เสนอ", "ผู้ตรวจสอบ", "ผู้อนุมัติ")] == sorted(
        shown.rindex(each) for each in ("ผู้เสนอ", "ผู้ตรวจสอบ", "ผู้อนุมัติ")
    )
    assert 'class="khumue-chart"' in document


def test_every_link_of_a_document_leads_to_a_place_in_it_and_every_place_is_there_once() -> None:
    document = html(whole())
    ids = re.findall(r'\sid="([^"]*)"', document)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', document)) <= set(ids)


def test_nothing_changed_is_all_that_is_said_then() -> None:
    same = ChangeReport(
        State("folder", "ก"), State("folder", "ข"), "คู่มือ", changes(office("after"), office("after"))
    )
    for report in (
        text_report(same),
        markdown_report(same),
        html_report(same, office("after"), office("after")),
    ):
        assert "ไม่มีความเปลี่ยนแปลง" in report
        assert "ลงนาม" not in visible_text(report)
    assert json.loads(json_report(same))["same"] is True


def test_the_same_report_is_the_same_to_the_byte() -> None:
    for write in (*TEXTS, html):
        assert write(whole()) == write(whole())


def test_an_english_manual_is_told_of_in_english() -> None:
    with speaking("en"):
        before, after = (
            steps_of({"id": "a", "text": "Do it", "role": role}, {"id": "b", "text": "Close"})
            for role in ("x", "y")
        )
        report = ChangeReport(
            State("folder", "one"), State("folder", "two"), "Manual", changes(before, after)
        )
        for write in TEXTS:
            written = write(report)
            assert "Who is responsible" in written or write is json_report
            told = re.findall(r"[\u0e00-\u0e7f]+", re.sub('"(?:title|name|line)": .*', "", written))
            assert set(told) <= {"งาน"}, "the title of the procedure"
