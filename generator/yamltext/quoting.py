"""What an author should write instead of a text that YAML misreads: the same line with the text in quotation marks."""

import re

from generator.yamltext.quick import quick_data

_PREFIX = re.compile(r" *(?:- +)*(?:[^\s:#'\"\-][^:#]*: +)?")
_NEW_LINE_OF_ITS_OWN = re.compile(r" *(?:-(?: |$)|[a-z_]+:(?: |$)|#)| *$")


def quoted(text: str) -> str:
    """A text as a YAML scalar in quotation marks that need no escapes, where that is possible."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def as_scalar(text: str) -> str:
    """A text of one line as a hint shows it behind a key: in quotation marks only where YAML would misread it."""
    return text if quick_data(f"key: {text}\n") == {"key": text} else quoted(text)


def quoted_line(text: str, index: int) -> str | None:
    """The line of an index with its value in quotation marks.

    Args:
        text: the text of a file.
        index: of any character of the line.

    Returns:
        The line without its indentation; None when its value goes on in the next line, or is long.
    """
    start = text.rfind("\n", 0, index) + 1
    end = _line_end(text, index)
    line, following = text[start:end], text[end + 1 : _line_end(text, end + 1)]
    prefix = _PREFIX.match(line)
    if prefix is None or not _NEW_LINE_OF_ITS_OWN.match(following):
        return None
    return prefix[0].lstrip() + quoted(line[prefix.end() :].rstrip())


def _line_end(text: str, index: int) -> int:
    """Where the line of an index ends."""
    end = text.find("\n", index)
    return len(text) if end < 0 else end
