"""The bytes of a file become text; bytes that are no UTF-8 are recognised, named and, where possible, read anyway.

Windows saves Thai text in two ways that are no UTF-8: Windows-874 (TIS-620) and UTF-16 ("Unicode" in Notepad). Both
are read, so that the other mistakes of such a file are found in the same run.
"""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from generator.problems import Problem
from generator.reading.findings import found
from generator.reading.source import Source

LARGEST_FILE = 1_000_000
"""In bytes; about a hundred times a long procedure."""

_OLD_THAI = "cp874"
_UTF16_MARKS = (BOM_UTF16_LE, BOM_UTF16_BE)
_LEAST_SHARE_OF_NULS = 0.2
_SHORTEST_SAMPLE = 8
_LEAST_SHARE_OF_THAI = 0.9


def decode(file: str, content: bytes) -> tuple[Source, list[Problem]]:
    """Turn the bytes of a file into text.

    Args:
        file: its path relative to the project's root, with forward slashes.
        content: all of it.

    Returns:
        The text, empty when it is too large or no text at all, and what is wrong with the bytes; never raises.
    """
    if len(content) > LARGEST_FILE:
        source = Source(file, "")
        return source, [
            found("too-large", source.place(0), size=len(content) // 1000, limit=LARGEST_FILE // 1000)
        ]
    if _looks_like_utf16(content):
        return _decode_utf16(file, content)
    try:
        return Source(file, _plain_lines(content.decode("utf-8"))), []
    except UnicodeDecodeError as failure:
        return _decode_otherwise(file, content, failure.start)


def _looks_like_utf16(content: bytes) -> bool:
    """Whether bytes are probably UTF-16: they begin with its mark, or many of them are zero."""
    has_many_nulls = (
        len(content) >= _SHORTEST_SAMPLE and content.count(0) > len(content) * _LEAST_SHARE_OF_NULS
    )
    return content.startswith(_UTF16_MARKS) or has_many_nulls


def _decode_utf16(file: str, content: bytes) -> tuple[Source, list[Problem]]:
    """Read what Notepad calls "Unicode"."""
    encoding = "utf-16" if content.startswith(_UTF16_MARKS) else "utf-16-le"
    source = Source(file, _plain_lines(content.decode(encoding, errors="replace")))
    return source, [found("encoding", source.place(0), "utf-16")]


def _decode_otherwise(file: str, content: bytes, first_bad_byte: int) -> tuple[Source, list[Problem]]:
    """Read bytes that are no UTF-8 by the likeliest other encoding."""
    before = content[:first_bad_byte].decode("utf-8")
    if before.isascii() and _is_old_thai(content):
        text = content.decode(_OLD_THAI, errors="replace")
        variant, index = "windows-874", len(_plain_lines(text[:first_bad_byte]))
    else:
        text = content.decode("utf-8", errors="replace")
        variant, index = "", len(_plain_lines(before))
    source = Source(file, _plain_lines(text))
    return source, [found("encoding", source.place(index), variant)]


def _is_old_thai(content: bytes) -> bool:
    """Whether almost all bytes outside ASCII are Thai letters of Windows-874."""
    text = content.decode(_OLD_THAI, errors="replace")
    outside = [character for character in text if not character.isascii()]
    thai = sum("\u0e01" <= character <= "\u0e5b" for character in outside)
    return thai >= len(outside) * _LEAST_SHARE_OF_THAI


def _plain_lines(text: str) -> str:
    """A text without a byte order mark whose lines end with a line feed only."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
