"""Bytes that are UTF-8, and bytes that only Windows understands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.yamltext.decoding import LARGEST_FILE, decode

THAI = "title: งานวิเคราะห์งบประมาณ\nowner: x\n"


@pytest.mark.parametrize(
    "content", [THAI.encode(), THAI.encode("utf-8-sig"), THAI.replace("\n", "\r\n").encode()]
)
def test_utf8_with_or_without_mark_and_with_any_line_ends_is_read(content: bytes) -> None:
    source, problems = decode("f.yml", content)
    assert (source.text, problems) == (THAI, [])


@pytest.mark.parametrize(
    ("encoding", "place", "sign"),
    [
        ("cp874", "1:8", "Windows-874"),
        ("tis-620", "1:8", "Windows-874"),
        ("utf-16", "1:1", "UTF-16"),
        ("utf-16-le", "1:1", "UTF-16"),
    ],
)
def test_what_windows_saved_is_named_and_read_anyway(encoding: str, place: str, sign: str) -> None:
    source, problems = decode("f.yml", THAI.encode(encoding))
    assert source.text == THAI
    assert [(problem.rule, str(problem.location)) for problem in problems] == [("encoding", f"f.yml:{place}")]
    assert sign in problems[0].message


@pytest.mark.parametrize("encoding", ["cp874", "cp1252", "latin-1"])
def test_utf8_that_was_saved_as_such_a_second_time_is_named_and_read_anyway(encoding: str) -> None:
    every_letter = f"title: {''.join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))))}\n"
    taken = "".join(_letter(byte, encoding) for byte in (THAI + every_letter).encode())
    source, problems = decode("f.yml", taken.encode())
    assert source.text == THAI + every_letter
    assert [(problem.rule, str(problem.location)) for problem in problems] == [("encoding", "f.yml:1:8")]


def _letter(byte: int, encoding: str) -> str:
    """What Windows takes a byte for: where an encoding has no letter, the control character of that number."""
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


def test_a_single_bad_byte_in_thai_text_is_located() -> None:
    _, problems = decode("f.yml", "title: งาน\nowner: ".encode() + b"\xff\xfe clerk\n")
    assert [str(problem.location) for problem in problems] == ["f.yml:2:8"]


def test_a_file_of_more_than_a_megabyte_is_not_read() -> None:
    source, problems = decode("f.yml", b"x" * (LARGEST_FILE + 1))
    assert (source.text, [problem.rule for problem in problems]) == ("", ["too-large"])
    assert decode("f.yml", b"x" * LARGEST_FILE)[1] == []


@given(st.binary(max_size=80))
def test_any_bytes_become_text_or_a_problem(content: bytes) -> None:
    source, problems = decode("f.yml", content)
    without_mark = content.removeprefix(b"\xef\xbb\xbf")
    assert "\r" not in source.text
    assert problems or source.text.encode() == without_mark.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
