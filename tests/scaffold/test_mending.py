"""Repairs in authors' files: only what is sure, every other byte as it was, told at the author's places, once."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.diagnostics import rule, rule_ids
from generator.lint.examples import example_of
from generator.project import prose_start
from generator.scaffold import mend_files, mending
from generator.scaffold.mending import mended_content
from generator.yamltext import SourceText, check_characters, decode, quick_data
from tests.support.auditing import examples
from tests.support.dictionary import words

FILE = "procedures/budget/a.yml"
DAMAGES = (
    *("ที\uf70aส\uf70bง", "น\uf711า", "หน ังสือ", "จัดท าค าสั่ง", "นํ า", "เเผน", "ที่่", "ท่ี", "หนา้ที่"),
    *(
        "ก\u200bข",
        "\ufeff",
        "เธกเธฒเธ•เธฃเธฒ",
        "ÃÒÂ§Ò¹",
        "ท\uf70aี",
        "\ufffd",
        "ท าสี",
        "\t",
        "\xa0",
        ": ",
        "# ",
        "- ",
    ),
)
texts = st.lists(
    st.one_of(
        st.sampled_from(words()), st.sampled_from(DAMAGES), st.sampled_from((" ", "\n", "\r\n", "\r", "`"))
    ),
    max_size=12,
).map("".join)


def mends_of(content: bytes, file: str = FILE) -> list[str]:
    """What is mended in a file, as ``line:column+length before → after``."""
    _, mends = mended_content(file, content)
    return [
        f"{each.location.line}:{each.location.column}+{each.location.length} {each.before} → {each.after}"
        for each in mends
    ]


def test_each_repair_is_told_where_the_author_sees_it() -> None:
    content = "a: หน ังส ือ\n# เเผน\nb: น\uf711า และท าสี\n".encode()
    mended, _ = mended_content(FILE, content)
    assert mended == "a: หนังสือ\n# แผน\nb: นำ และท าสี\n".encode()
    assert mends_of(content) == [
        "1:6+1 หน ังส → หนังส",
        "1:10+1 น ังส ือ → น ังสือ",
        "2:3+2 เเผน → แผน",
        "3:5+2 น\uf711า → นำ",
    ]


def test_a_repair_that_another_brings_to_light_is_made_at_once() -> None:
    mended, mends = mended_content(FILE, "a: หนา\u200b้ที่".encode())
    assert mended.decode() == "a: หน้าที่"
    told = [(each.rule, each.location.column, each.location.length) for each in mends]
    assert told == [("invisible-character", 6, 3)]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_other_byte_stays(mark: str, end: str) -> None:
    before = f"{mark}a: เเผน  # หมายเหตุ\t{end}{end}  b:   'เเผน'{end}c: x"
    mended, mends = mended_content(FILE, before.encode())
    assert mended.decode() == before.replace("เเ", "แ")
    assert [(each.location.line, each.location.column) for each in mends] == [(1, 4), (3, 9)]


@pytest.mark.parametrize(
    "content",
    [
        "a: เเผน".encode("cp874"),
        "a: เเผน".encode("utf-16"),
        b"\xff a: " + "เเผน".encode(),
        "a: เธฃเธฒเธขเธ\x87เธฒเธ\x99 เธ\x81\nb: เธ\x93\n".encode(),
        b"",
    ],
    ids=["Windows-874", "UTF-16", "no encoding", "UTF-8 saved twice", "nothing"],
)
def test_a_file_that_is_not_plain_utf_8_is_left_alone(content: bytes) -> None:
    assert mended_content(FILE, content) == (content, [])


def test_addresses_in_markdown_are_left_alone() -> None:
    text = "# ก\n\n[เเผน](เเผน.md#เเผน) ![นํ้า](<นํ้า ก.png>) <https://a.test/เเผน> <b id='เเผน'>เเผน</b>\n"
    mended, _ = mended_content("docs/about/a.md", text.encode())
    expected = "# ก\n\n[แผน](เเผน.md#เเผน) ![น้ำ](<นํ้า ก.png>) <https://a.test/เเผน> <b id='เเผน'>แผน</b>\n"
    assert mended.decode() == expected


def test_what_is_still_broken_afterwards_is_not_mended() -> None:
    content = "title: ฎื่ิฎ\n".encode()
    assert mended_content(FILE, content) == (content, [])


def test_code_in_markdown_is_left_alone() -> None:
    text = "---\ntitle: เเผน\n---\nเเผน `เเผน`\n\n```\nเเผน\n```\n"
    mended, _ = mended_content("docs/knowledge/a.md", text.encode())
    assert mended.decode() == "---\ntitle: แผน\n---\nแผน `เเผน`\n\n```\nเเผน\n```\n"


@settings(max_examples=examples(400))
@given(texts, st.sampled_from([FILE, "docs/knowledge/a.md"]))
def test_what_was_mended_is_found_no_more_and_nothing_else_changes(text: str, file: str) -> None:
    content = text.encode()
    mended, mends = mended_content(file, content)
    assert mended_content(file, mended) == (mended, [])
    source, told = decode(file, mended)
    left = check_characters(source, prose_start(source), most=None).problems
    assert told or [each.rule for each in left if each.repair is not None] == []
    assert (mended == content) == (mends == [])
    lone_ends = re.compile("[\r\n]")
    assert lone_ends.findall(mended.decode()) == lone_ends.findall(text)


structured = st.lists(
    st.sampled_from(
        (
            "a",
            "ก",
            "ที่",
            " ",
            "#",
            ":",
            "-",
            "'",
            "?",
            "\u200b",
            "\ufeff",
            "\xa0",
            "\u2003",
            "เเ",
            "น ั",
            "\uf70a",
        )
    ),
    max_size=8,
).map("".join)


def shape(data: object) -> object:
    """Data without its texts."""
    if isinstance(data, dict):
        return {key: shape(value) for key, value in data.items()}
    return [shape(each) for each in data] if isinstance(data, list) else ""


@settings(max_examples=examples(800))
@given(st.lists(structured, min_size=1, max_size=3))
def test_what_is_no_structure_does_not_become_structure(values: list[str]) -> None:
    text = "".join(f"key{index}: {value}\n" for index, value in enumerate(values))
    text += "list:\n" + "".join(f"  - {value}\n" for value in values)
    before = quick_data(check_characters(SourceText(FILE, text)).text)
    assume(before is not None)
    mended = mended_content(FILE, text.encode())[0].decode().removeprefix("\ufeff")
    after = quick_data(check_characters(SourceText(FILE, mended)).text)
    assert after is not None
    assert shape(after) == shape(before)


def write(root: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)


def test_files_are_mended_where_they_lie(tmp_path: Path) -> None:
    write(tmp_path, {FILE: "a: เเผน\n".encode(), "flowcharts/a.svg": "เเผน".encode()})
    mends, failures = mend_files(tmp_path, [FILE, FILE, "procedures/gone.yml", "flowcharts/a.svg"])
    assert [str(each.location) for each in mends] == [f"{FILE}:1:4"]
    assert failures == []
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "a: แผน\n"
    assert (tmp_path / "flowcharts/a.svg").read_text(encoding="utf-8") == "เเผน"


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"outside/a.yml": "a: เเผน\n".encode(), "project/procedures/b.yml": b""})
    (tmp_path / "project/procedures/a.yml").symlink_to(tmp_path / "outside/a.yml")
    (tmp_path / "project/linked").symlink_to(tmp_path / "outside")
    assert mend_files(tmp_path / "project", ["procedures/a.yml", "linked/a.yml", "../outside/a.yml"]) == (
        [],
        [],
    )
    assert (tmp_path / "outside/a.yml").read_text(encoding="utf-8") == "a: เเผน\n"


def test_a_file_that_changes_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {FILE: "a: เเผน\n".encode()})

    def meanwhile(file: str, content: bytes) -> object:
        (tmp_path / FILE).write_bytes(b"a: b\n")
        return mended_content(file, content)

    monkeypatch.setattr(mending, "mended_content", meanwhile)
    assert mend_files(tmp_path, [FILE]) == ([], [])
    assert (tmp_path / FILE).read_bytes() == b"a: b\n"


def test_a_file_that_cannot_be_written_is_told_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {FILE: "a: เเผน\n".encode()})

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    mends, failures = mend_files(tmp_path, [FILE])
    assert (mends, [each.reason for each in failures]) == ([], ["ดิสก์เต็ม: No space left on device"])
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "a: เเผน\n"


MENDING_RULES = [identifier for identifier in rule_ids() if rule(identifier).mends]


@pytest.mark.parametrize("identifier", MENDING_RULES)
def test_a_rule_that_says_it_mends_mends_its_own_example(identifier: str, tmp_path: Path) -> None:
    example = example_of(rule(identifier))
    assert example is not None
    write(tmp_path, example.fails_project)
    mends, _ = mend_files(tmp_path, [example.fails_file])
    assert identifier in {each.rule for each in mends}
    mended = (tmp_path / example.fails_file).read_text(encoding="utf-8")
    left = check_characters(SourceText(example.fails_file, mended)).problems
    assert [each.repair for each in left if each.repair is not None] == []


def test_rules_mend() -> None:
    assert len(MENDING_RULES) > 5
