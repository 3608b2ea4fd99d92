"""An edit changes what it says and nothing else: by chance on files of many hands, and by hand where it is delicate."""

import re
from collections import Counter
from typing import Any

import pytest

from generator.yamltext import (
    MappingNode,
    ScalarNode,
    SequenceNode,
    SourceText,
    YamlNode,
    compose,
    quick_data,
)
from tests.desk.chance_edits import ChanceEdit, edits_of
from tests.desk.engine import Engine
from tests.desk.written_yaml import ODD, a_file
from tests.support.auditing import each_one_way, examples
from tests.support.cases import each_case

FILES = range(examples(320))
AT_ONCE = 40
EDITS = 6
COMMENT = re.compile(r"# (?:หมายเหตุ|ท้าย) \d+|# หัวไฟล์")


def plain(text: str) -> str:
    """A text as our reader takes it."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def node_at(root: YamlNode | None, path: list[Any]) -> YamlNode:
    """The node at a path, as our reader places it."""
    node = root
    for key in path:
        if isinstance(node, MappingNode):
            node = node.entries[key][1]
        elif isinstance(node, SequenceNode):
            node = node.items[key]
    assert node is not None
    return node


def entries_of(node: YamlNode) -> object:
    """What a list or mapping holds."""
    if isinstance(node, ScalarNode):
        return None
    return node.items if isinstance(node, SequenceNode) else node.entries


def changed_lines(before: list[str], after: list[str]) -> tuple[range, range]:
    """The lines of two texts between those with which both begin and end."""
    most = min(len(before), len(after))
    start = next((index for index in range(most) if before[index] != after[index]), most)
    end = next((i for i in range(most - start) if before[-1 - i] != after[-1 - i]), most - start)
    return range(start, len(before) - end), range(start, len(after) - end)


def is_within(part: list[str], whole: list[str]) -> bool:
    """Whether lines stand in others in the same order."""
    left = iter(whole)
    return all(line in left for line in part)


def in_brackets(text: str, path: list[Any]) -> bool:
    """Whether something is, or stands in, a list or mapping in brackets, but for an empty one behind a key."""
    source = SourceText("", plain(text))
    root = compose(source, source.text).root
    return any(
        source.text[(node := node_at(root, path[:depth])).start : node.start + 1] in "[{"
        and not isinstance(node, ScalarNode)
        and (entries_of(node) or isinstance(path[depth - 1], int))
        for depth in range(len(path) + 1)
    )


def assert_stays(text: str, edit: ChanceEdit, after: str) -> None:
    """Everything that the edit is not about stands as it stood."""
    name = edit.call[0]
    before, now = plain(text).split("\n"), plain(after).split("\n")
    lost = Counter(COMMENT.findall(text)) - Counter(COMMENT.findall(after))
    if name in {"insert", "renameKey"} or (name == "move" and not in_brackets(text, edit.call[2])):
        assert not lost
    if name == "renameKey":
        assert [len(lines) for lines in changed_lines(before, now)] == [1, 1]
    if name == "set" and isinstance(edit.call[2], str):
        source = SourceText("", plain(text))
        try:
            node = node_at(compose(source, source.text).root, edit.path)
        except KeyError:
            return
        if isinstance(node, ScalarNode):
            old, new = changed_lines(before, now)
            first, last = (
                source.line_number(index) - 1 for index in (node.start, max(node.start, node.end - 1))
            )
            assert not old or first <= old.start
            assert not old or old.stop - 1 <= last
            if old and first == last and "\n" not in edit.call[2]:
                assert len(new) == 1


@pytest.mark.parametrize("start", FILES[::AT_ONCE])
def test_an_edit_of_any_file_says_what_it_should_and_nothing_else(engine: Engine, start: int) -> None:
    for seed in FILES[start : start + AT_ONCE]:
        text, data = a_file(seed)
        edits = edits_of(data, seed, EDITS)
        for edit, edited in zip(
            edits, engine.edit_many([(text, [each.call]) for each in edits]), strict=True
        ):
            assert edited.refusal is None, edit
            assert edited.value == edit.wanted
            assert quick_data(plain(edited.text)) == edit.wanted
            assert edited.text.startswith("\ufeff") == text.startswith("\ufeff")
            if "\r" in text:
                ends = set(re.findall(r"\r\n|\r|\n", text)) or {"\n"}
                assert set(re.findall(r"\r\n|\r|\n", edited.text)) <= ends
            assert_stays(text, edit, edited.text)


WRITTEN = (
    "a: ก\nb: ข\n",
    "a: 'ก'\nb: ข\n",
    'a: "ก"\nb: ข\n',
    "a: |\n  ก\nb: ข\n",
    "{a: ก, b: ข}\n",
    "a:\nb: ข\n",
    "a:\n  ก\nb: ข\n",
)


@each_case("value, text", each_one_way(ODD, WRITTEN))
def test_a_text_that_others_would_misread_stays_the_same_text(engine: Engine, text: str, value: str) -> None:
    edited = engine.edit(text, ["set", ["a"], value])
    assert edited.value == {"a": value, "b": "ข"}
    assert quick_data(edited.text) == {"a": value, "b": "ข"}
    read = engine.read_by_others(edited.text)
    is_nothing = value == "" and edited.text == text
    assert is_nothing or all(each == {"a": value, "b": "ข"} for each in read[: 1 if is_a_date(value) else 2])


def is_a_date(value: str) -> bool:
    """Whether a text is a date, which files have without quotation marks: YAML of today takes it for a text."""
    return re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None


PROCEDURE = """\
# งานหนึ่ง

title: งาน # ชื่อเต็ม
owner: group

# สำคัญ
steps:
  # ก่อนอื่น
  - text: รับ
    role: clerk # ธุรการ

  - text: >-
      ตรวจ
      สอบ
      # ไม่ใช่หมายเหตุ
    role: [clerk, head]
    # ของขั้นที่สอง

  - id: send
    text: ส่ง

related: []
"""
ORDER = {"": ["title", "summary", "owner", "steps", "related"], "steps": ["id", "text", "detail", "role"]}
CASES: list[tuple[list[Any], str, str]] = [
    (["set", ["title"], "งานใหม่"], "title: งาน #", "title: งานใหม่ #"),
    (["set", ["steps", 1, "text"], "ตรวจ ดู # ไม่ใช่หมายเหตุ"], "      สอบ\n", "      ดู\n"),
    (["set", ["summary"], "สรุป"], "owner: group", "summary: สรุป\nowner: group"),
    (["set", ["summary"], "ก\n\nข\n"], "owner: group", "summary: |\n  ก\n\n  ข\nowner: group"),
    (["set", ["steps", 2, "role"], ["clerk", "head"]], "text: ส่ง\n", "text: ส่ง\n    role: [clerk, head]\n"),
    (["set", ["steps", 0, "id"], "take"], "- text: รับ", "- id: take\n    text: รับ"),
    (["set", ["steps", 2, "detail"], "ไปรษณีย์"], "text: ส่ง\n", "text: ส่ง\n    detail: ไปรษณีย์\n"),
    (["remove", ["steps", 2, "id"]], "- id: send\n    text", "- text"),
    (["remove", ["owner"]], "owner: group\n", ""),
    (["remove", ["steps", 0, "role"]], "    role: clerk # ธุรการ\n", ""),
    (["insert", ["related"], 0, "other"], "related: []", "related:\n  - other"),
    (["insert", ["steps", 1, "role"], 1, "ขวา"], "[clerk, head]", "[clerk, ขวา, head]"),
    (["insert", ["steps"], 3, {"text": "จบ"}], "text: ส่ง\n", "text: ส่ง\n\n  - text: จบ\n"),
    (["insert", ["steps"], 0, {"text": "เริ่ม"}], "  # ก่อนอื่น", "  - text: เริ่ม\n\n  # ก่อนอื่น"),
    (["renameKey", ["steps", 2, "id"], "name"], "id: send", "name: send"),
    (
        ["remove", ["steps", 0]],
        "  # ก่อนอื่น\n  - text: รับ\n    role: clerk # ธุรการ\n\n",
        "",
    ),
    (
        ["set", ["steps", 0, "role"], ["clerk", "head"]],
        "role: clerk # ธุรการ",
        "role: [clerk, head] # ธุรการ",
    ),
]


@pytest.mark.parametrize(("call", "old", "new"), CASES, ids=[str(case[0])[:40] for case in CASES])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_an_edit_changes_only_its_own_words(
    engine: Engine, call: list[Any], old: str, new: str, end: str
) -> None:
    assert PROCEDURE.count(old) == 1
    edited = engine.edit(PROCEDURE.replace("\n", end), call, order=ORDER)
    assert edited.refusal is None
    assert edited.text == PROCEDURE.replace(old, new).replace("\n", end)


def test_a_step_moves_with_its_comments(engine: Engine) -> None:
    first, second, third = (
        "  # ก่อนอื่น\n  - text: รับ\n    role: clerk # ธุรการ\n",
        PROCEDURE[PROCEDURE.index("  - text: >-") : PROCEDURE.index("\n  - id")],
        "  - id: send\n    text: ส่ง\n",
    )
    head, tail = PROCEDURE[: PROCEDURE.index(first)], "\nrelated: []\n"
    there = engine.edit(PROCEDURE, ["move", ["steps", 1], ["steps"], 0])
    assert there.text == head + f"{second}\n{first}\n{third}" + tail
    back = engine.edit(there.text, ["move", ["steps", 0], ["steps"], 1])
    assert back.text == PROCEDURE
    last = engine.edit(PROCEDURE, ["move", ["steps", 0], ["steps"], 2])
    assert last.text == head + f"{second}\n{third}\n{first}" + tail


def test_a_step_goes_into_another_and_comes_back(engine: Engine) -> None:
    inside = engine.edit(PROCEDURE, ["move", ["steps", 1], ["steps", 0, "steps"], 0])
    assert "    steps:\n      - text: >-\n          ตรวจ\n          สอบ\n" in inside.text
    assert "        # ของขั้นที่สอง\n" in inside.text
    out = engine.edit(
        inside.text, ["move", ["steps", 0, "steps", 0], ["steps"], 1], ["remove", ["steps", 0, "steps"]]
    )
    assert out.text == PROCEDURE


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (["remove", ["nothing"]], "missing"),
        (["set", ["steps", 9, "text"], "x"], "missing"),
        (["set", ["title", "inner"], "x"], "missing"),
        (["insert", ["title"], 0, "x"], "missing"),
        (["insert", ["steps"], 4, "x"], "missing"),
        (["move", ["steps", 0], ["steps", 0, "steps"], 0], "missing"),
        (["move", ["title"], ["steps"], 0], "missing"),
        (["move", ["steps", 0], ["steps"], 3], "missing"),
        (["renameKey", ["title"], "owner"], "taken"),
        (["renameKey", ["steps", 0], "x"], "missing"),
    ],
)
def test_what_cannot_be_is_refused(engine: Engine, call: list[Any], code: str) -> None:
    edited = engine.edit(PROCEDURE, call)
    assert (edited.text, edited.refusal) == (PROCEDURE, code)


def test_a_list_that_is_set_keeps_the_lines_of_what_stays(engine: Engine) -> None:
    text = "a:\n- ก # หนึ่ง\n# สอง\n- ข\n- ค\n"
    edited = engine.edit(text, ["set", ["a"], ["ใหม่", "ก", "ค", "ท้าย"]])
    assert edited.text == "a:\n- ใหม่\n- ก # หนึ่ง\n- ค\n- ท้าย\n"


def test_markdown_has_a_head_and_a_body(engine: Engine) -> None:
    text = "---\ntitle: เรื่อง # ชื่อ\n---\nเนื้อหา: ไม่ใช่ช่อง\n\n---\n"
    edited = engine.edit(text, ["set", ["title"], "ใหม่"], ["set", ["kind"], "lesson"], isMarkdown=True)
    assert edited.text == "---\ntitle: ใหม่ # ชื่อ\nkind: lesson\n---\nเนื้อหา: ไม่ใช่ช่อง\n\n---\n"
    body = engine.edit(text, ["setBody", "อื่น\n"], isMarkdown=True)
    assert body.text == "---\ntitle: เรื่อง # ชื่อ\n---\nอื่น\n"
    assert (
        engine.edit("เนื้อหา\n", ["set", ["title"], "ก"], isMarkdown=True).text == "---\ntitle: ก\n---\nเนื้อหา\n"
    )
    assert engine.edit("---\r\na: b\r\n---\r\nค\r\n", ["setBody", "ง\nจ\n"], isMarkdown=True).text == (
        "---\r\na: b\r\n---\r\nง\r\nจ\r\n"
    )
