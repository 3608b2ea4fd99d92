"""The bytes of a file become text; bytes that are no UTF-8 are recognised, named and, where possible, read anyway.

Windows saves Thai text in two ways that are no UTF-8: Windows-874 (TIS-620) and UTF-16 ("Unicode" in Notepad). Both
are read, so that the other mistakes of such a file are found in the same run.
"""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from generator.diagnostics import found
from generator.problems import Problem
from generator.yamltext.source import SourceText

LARGEST_FILE = 1_000_000
"""In bytes; about a hundred times a long procedure."""

_OLD_THAI = "cp874"
_UTF16_MARKS = (BOM_UTF16_LE, BOM_UTF16_BE)
_HIGH_BYTES_OF_THAI_UTF16 = b"\x00\x0e"
_LEAST_SHARE_OF_HIGH_BYTES = 0.8
_SHORTEST_SAMPLE = 8
_LEAST_SHARE_OF_THAI = 0.9
_TWICE_ENCODED = {"cp874": ("เธ", "เน"), "cp1252": ("à¸", "à¹"), "latin-1": ("à¸", "à¹")}
"""By the encoding that Thai in UTF-8 was taken for, how most of its letters then begin."""


def decode(file: str, content: bytes) -> tuple[SourceText, list[Problem]]:
    """Turn the bytes of a file into text.

    Args:
        file: its path relative to the project's root, with forward slashes.
        content: all of it.

    Returns:
        The text, empty when it is too large or no text at all, and what is wrong with the bytes; never raises.
    """
    if len(content) > LARGEST_FILE:
        source = SourceText(file, "")
        return source, [
            found("too-large", source.place(0), size=len(content) // 1000, limit=LARGEST_FILE // 1000)
        ]
    if (utf16 := _kind_of_utf16(content)) is not None:
        return _decode_utf16(file, content, utf16)
    try:
        return _decode_utf8(file, content)
    except UnicodeDecodeError as failure:
        return _decode_otherwise(file, content, failure.start)


def _kind_of_utf16(content: bytes) -> str | None:
    """The kind of UTF-16 that bytes probably are, by its mark or as every other byte is that of Latin or Thai."""
    if content.startswith(_UTF16_MARKS):
        return "utf-16"
    if not any(byte in content for byte in _HIGH_BYTES_OF_THAI_UTF16):
        return None
    for encoding, first in (("utf-16-be", 0), ("utf-16-le", 1)):
        high_bytes = content[first::2]
        share = sum(map(high_bytes.count, _HIGH_BYTES_OF_THAI_UTF16)) / max(1, len(high_bytes))
        if len(content) >= _SHORTEST_SAMPLE and share > _LEAST_SHARE_OF_HIGH_BYTES:
            return encoding
    return None


def _decode_utf8(file: str, content: bytes) -> tuple[SourceText, list[Problem]]:
    """Read UTF-8; where it is UTF-8 that was saved as such a second time, what it was before.

    Raises:
        UnicodeDecodeError: when it is no UTF-8.
    """
    text = content.decode("utf-8")
    for encoding, signs in _TWICE_ENCODED.items():
        if any(sign in text for sign in signs) and (once := _once_encoded(text, encoding)) is not None:
            source = SourceText(file, _plain_lines(once))
            first = next(index for index, character in enumerate(source.text) if not character.isascii())
            return source, [found("encoding", source.place(first), "twice")]
    return SourceText(file, _plain_lines(text)), []


def _once_encoded(text: str, encoding: str) -> str | None:
    """The text whose UTF-8 was taken for another encoding; None when that is not what happened.

    It is told line by line, as no character holds a line feed: the first line of other text ends the attempt.
    """
    try:
        return "\n".join(_once_encoded_line(line, encoding) for line in text.split("\n"))
    except UnicodeError:
        return None


def _once_encoded_line(line: str, encoding: str) -> str:
    """The line whose UTF-8 was taken for another encoding.

    Raises:
        UnicodeError: when that is not what happened.
    """
    if line.isascii():
        return line
    try:
        content = line.encode(encoding)
    except UnicodeEncodeError:
        content = b"".join(_single_byte(character, encoding) for character in line)
    return content.decode("utf-8")


def _single_byte(character: str, encoding: str) -> bytes:
    """The byte of a character in an encoding of Windows, which leaves some bytes as they are.

    Raises:
        UnicodeEncodeError: when it has none.
    """
    return character.encode("latin-1" if character < "\xa0" else encoding)


def _decode_utf16(file: str, content: bytes, encoding: str) -> tuple[SourceText, list[Problem]]:
    """Read what Notepad calls "Unicode"."""
    source = SourceText(file, _plain_lines(content.decode(encoding, errors="replace")))
    return source, [found("encoding", source.place(0), "utf-16")]


def _decode_otherwise(file: str, content: bytes, first_bad_byte: int) -> tuple[SourceText, list[Problem]]:
    """Read bytes that are no UTF-8 by the likeliest other encoding."""
    before = content[:first_bad_byte].decode("utf-8")
    if before.isascii() and _is_old_thai(content):
        text = content.decode(_OLD_THAI, errors="replace")
        variant, index = "windows-874", len(_plain_lines(text[:first_bad_byte]))
    else:
        text = content.decode("utf-8", errors="replace")
        variant, index = "", len(_plain_lines(before))
    source = SourceText(file, _plain_lines(text))
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
