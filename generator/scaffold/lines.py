"""The lines of an author's file as they are on disk, so that what is added is ended as the author's lines are."""

import re

_LINE_PATTERN = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_LINE_END_PATTERN = re.compile(r"[\r\n]*$")


def lines_of(content: bytes) -> list[str] | None:
    """The lines of a file with their ends; None when it is no UTF-8."""
    try:
        return _LINE_PATTERN.findall(content.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def without_end(line: str) -> str:
    """A line without its line end."""
    return line.rstrip("\r\n")


def with_lines(lines: list[str], line_number: int, added: tuple[str, ...]) -> list[str]:
    """Put lines behind one of a file's lines.

    Args:
        lines: of the file, with their ends.
        line_number: of the line behind which to put them, counting from 1.
        added: the new lines without ends; they get the end that the line, or one before it, has.
    """
    ends = (_LINE_END_PATTERN.search(line) for line in lines[line_number - 1 :: -1])
    line_end = next((match.group() for match in ends if match and match.group()), "\n")
    before = lines[:line_number]
    if not before[-1].endswith(("\r", "\n")):
        before[-1] += line_end
    return [*before, *(line + line_end for line in added), *lines[line_number:]]
