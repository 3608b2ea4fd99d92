"""Fingerprints go where they belong, whatever the author's layout; every other byte stays as it was."""

from dataclasses import dataclass
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.walking import Path
from generator.scaffold.fingerprints import set_fingerprints

HEAD = "office: สำนักงาน  # ความเห็น\nareas: []\nchanges:\n  budget:\n"


def path(index: int, procedure: str = "budget") -> Path:
    return ("changes", procedure, index)


def written(before: str, fingerprint: str = "1a2b3c4d") -> str:
    rewriting = set_fingerprints(before.encode(), {path(0): fingerprint})
    assert rewriting.refused == ()
    return rewriting.content.decode()


@pytest.mark.parametrize(
    ("change", "after"),
    [
        (
            "    - replace: title\n      with: ก\n",
            "    - replace: title\n      base: 1a2b3c4d\n      with: ก\n",
        ),
        ("    - remove: title", "    - remove: title\n      base: 1a2b3c4d\n"),
        ("    - remove: title  # ไม่มีที่นี่\n", "    - remove: title  # ไม่มีที่นี่\n      base: 1a2b3c4d\n"),
        (
            "    -   with: ก\n        replace: title\n",
            "    -   with: ก\n        replace: title\n        base: 1a2b3c4d\n",
        ),
        # an address that goes on in more lines, folded or plain, and what is written behind it
        (
            "    - replace: >-\n        scope/การรับ\n\n      # เหตุ\n      with: ก\n",
            "    - replace: >-\n        scope/การรับ\n      base: 1a2b3c4d\n\n      # เหตุ\n      with: ก\n",
        ),
        (
            "    - replace: scope/การรับ\n        หนังสือ\n      with: ก\n",
            "    - replace: scope/การรับ\n        หนังสือ\n      base: 1a2b3c4d\n      with: ก\n",
        ),
        # one that is there is renewed where it stands
        (
            "    - remove: title\n      base: 00000000 # เดิม\n",
            "    - remove: title\n      base: 1a2b3c4d # เดิม\n",
        ),
        ("    - base: '00000000'\n      remove: title\n", "    - base: '1a2b3c4d'\n      remove: title\n"),
        (
            "    - remove: title\n      base:  # ยังไม่มี\n",
            "    - remove: title\n      base: 1a2b3c4d  # ยังไม่มี\n",
        ),
        ("    - remove: title\n      base:\n", "    - remove: title\n      base: 1a2b3c4d\n"),
        # in braces
        ("    - {remove: title}\n", "    - {remove: title, base: 1a2b3c4d}\n"),
        ("    - {with: ก, replace: 'title' }\n", "    - {with: ก, replace: 'title', base: 1a2b3c4d }\n"),
        ("    - {remove: title, base: 00000000}\n", "    - {remove: title, base: 1a2b3c4d}\n"),
        (
            "    - { remove: title, # เหตุ\n        reason: ก }\n",
            "    - { remove: title, base: 1a2b3c4d, # เหตุ\n        reason: ก }\n",
        ),
        ("    [{remove: title}]\n", "    [{remove: title, base: 1a2b3c4d}]\n"),
    ],
)
def test_a_fingerprint_stands_by_its_address(change: str, after: str) -> None:
    assert written(HEAD + change) == HEAD + after


@pytest.mark.parametrize(
    "change",
    [
        "    [remove: title]\n",  # a mapping without braces in brackets has no room for a second key
        "    - remove: title\n      base: >-\n        00000000\n",
        "    - remove: title\n      base: [x]\n",
        "    - reason: ไม่มีกริยา\n",
        "    - ? remove\n      : title\n",
        "    - ข้อความ\n",
    ],
)
def test_what_is_written_oddly_is_refused_and_left_alone(change: str) -> None:
    content = (HEAD + change).encode()
    rewriting = set_fingerprints(content, {path(0): "1a2b3c4d"})
    assert rewriting.refused == (path(0),)
    assert rewriting.content == content


def test_a_refused_change_does_not_hold_up_the_others() -> None:
    before = HEAD + "    - remove: title\n      base: [x]\n    - remove: scope\n"
    rewriting = set_fingerprints(before.encode(), {path(0): "00000001", path(1): "00000002"})
    assert rewriting.refused == (path(0),)
    assert rewriting.content.decode() == before + "      base: 00000002\n"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(end: str, mark: str) -> None:
    before = (mark + HEAD + "    - remove: title\n    - {remove: scope}\n").replace("\n", end)
    after = (mark + HEAD + "    - remove: title\n      base: 0a\n    - {remove: scope, base: 0b}\n").replace(
        "\n", end
    )
    rewriting = set_fingerprints(before.encode(), {path(0): "0a", path(1): "0b"})
    assert rewriting.content.decode() == after


def test_braces_on_the_first_line_behind_a_byte_order_mark() -> None:
    before = "\ufeff{office: ก, areas: [], changes: {budget: [{remove: title}]}}"
    assert (
        written(before)
        == "\ufeff{office: ก, areas: [], changes: {budget: [{remove: title, base: 1a2b3c4d}]}}"
    )


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"changes: [", b"a: &x 1\n", b"\ta: 1\n"])
def test_a_file_that_cannot_be_read_is_refused_whole(content: bytes) -> None:
    rewriting = set_fingerprints(content, {path(0): "1a2b3c4d"})
    assert (rewriting.content, rewriting.refused) == (content, (path(0),))


@dataclass(frozen=True)
class Layout:
    """One change as an author may write it, and how to take its fingerprint out again."""

    lines: tuple[str, ...]
    added: str
    original: str = ""


TEXTS = st.sampled_from(
    ["title", "scope/การรับ–ส่งหนังสือ…", "steps/register/role", 'definitions/ผอ. "กลุ่ม"/meaning']
)
REMARKS = st.sampled_from(["", "  # ความเห็น: base: 1", " #"])
BETWEEN = st.lists(st.sampled_from(["", "      # หมายเหตุ - remove: x", "# ชิดซ้าย"]), max_size=2)


@st.composite
def layouts(draw: st.DrawFn, fingerprint: str) -> Layout:
    """A change in block style or in braces, its keys in any order, with or without a fingerprint."""
    address, verb = draw(TEXTS), draw(st.sampled_from(["replace", "remove"]))
    quote = draw(st.sampled_from(["'", "plain"] + ([] if '"' in address else ['"'])))
    scalar = address if quote == "plain" else f"{quote}{address}{quote}"
    old = draw(st.sampled_from([None, "00000000", "'ffffffff'", ""]))
    others = [("reason", "เหตุผล: ไม่มี".replace(":", " "))] + ([("with", "ใหม่")] if verb == "replace" else [])
    if draw(st.booleans()):
        keys = draw(st.permutations([(verb, scalar), *others]))
        pad = draw(st.sampled_from(["", " "]))
        inner = ", ".join(f"{key}: {value}" for key, value in keys)
        return Layout((f"    - {{{pad}{inner}{pad}}}",), f", base: {fingerprint}")
    gap = draw(st.sampled_from([" ", "   "]))
    entries = [(verb, scalar), *others] + ([] if old is None else [("base", old)])
    lines: list[str] = []
    for index, (key, value) in enumerate(draw(st.permutations(entries))):
        start = f"    -{gap}" if index == 0 else f"     {' ' * len(gap)}"
        is_folded = key == verb and quote == "plain" and draw(st.booleans())
        remark = draw(REMARKS)
        if is_folded:
            lines += [f"{start}{key}: >-{remark}", f"          {value}", *draw(BETWEEN)]
        else:
            lines += [f"{start}{key}: {value}{remark}" if value else f"{start}{key}:{remark}", *draw(BETWEEN)]
    indentation = " " * (5 + len(gap))
    if old is None:
        return Layout(tuple(lines), f"{indentation}base: {fingerprint}\n")
    if old == "":
        return Layout(tuple(lines), f" {fingerprint}")
    return Layout(tuple(lines), fingerprint, old.strip("'"))


@given(st.data())
def test_taking_the_fingerprints_out_gives_every_byte_back(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 4))
    fingerprints = [f"{index:08x}" for index in range(0x1A2B0000, 0x1A2B0000 + count)]
    changes = [data.draw(layouts(each)) for each in fingerprints]
    end = data.draw(st.sampled_from(["\n", "\r\n"]))
    before = HEAD + "\n".join(line for change in changes for line in change.lines)
    before += data.draw(st.sampled_from(["", "\n", "\n# จบ\n", "\nvalues: {}\n"]))
    content = before.replace("\n", end).encode()
    rewriting = set_fingerprints(content, {path(index): each for index, each in enumerate(fingerprints)})
    assert rewriting.refused == ()
    assert says(rewriting.content) == with_bases(says(content), fingerprints)
    text = rewriting.content.decode().replace("\r\n", "\n")
    for change in changes:
        assert text.count(change.added) == 1
        text = text.replace(change.added, change.original)
    assert text.rstrip("\n") == before.rstrip("\n")
    assert (b"\r\n" in rewriting.content) == (end == "\r\n")


def says(content: bytes) -> Any:  # noqa: ANN401  # whatever YAML holds
    """What a file says, by another reader of YAML."""
    return yaml.load(content.decode(), Loader=yaml.BaseLoader)


def with_bases(data: Any, fingerprints: list[str]) -> Any:  # noqa: ANN401  # likewise
    for change, fingerprint in zip(data["changes"]["budget"], fingerprints, strict=True):
        change["base"] = fingerprint
    return data
