"""Write into a procedure's file that it is out of use, and leave every other character as it is.

A status that is written is written anew where it stands; what is new goes behind it, or behind the title. What was
written is read again: when it says anything but what it said before and this, it is not written.
"""

from generator.model import Status
from generator.scaffold.insertions import Insertion, position, read_soundly, with_insertions
from generator.scaffold.scalars import yaml_scalar
from generator.yamltext import MappingNode, ScalarNode, SourceText, to_data

_STATUS, _DAY, _SUCCESSOR, _TITLE = "status", "retired", "replaced_by", "title"


def status_lines(day: str, successor: str) -> tuple[str, ...]:
    """The lines that say it, for who has to write them by hand."""
    return tuple(f"{key}: {yaml_scalar(value)}" for key, value in _said(day, successor).items())


def with_retired_status(content: bytes, day: str, successor: str) -> bytes | None:
    """A procedure's file with its status, the day from which it is out of use, and what takes its place.

    Args:
        content: the bytes of the file.
        day: as authors write dates.
        successor: the id of a procedure; empty for none.

    Returns:
        The new content; None when the file is written in a way that leaves doubt.
    """
    read = read_soundly(content)
    if read is None:
        return None
    source, root = read
    if not isinstance(root, MappingNode):
        return None
    said = _said(day, successor)
    insertions = []
    for key in (each for each in said if each in root.entries):
        value = root.entries[key][1]
        if not isinstance(value, ScalarNode) or "\n" in source.text[value.start : value.end]:
            return None
        line, column = position(source, value.start)
        insertions.append(Insertion(line, column, value.end - value.start, yaml_scalar(said[key])))
    behind = _STATUS if _STATUS in root.entries else _TITLE
    if behind not in root.entries:
        return None
    new = [f"{key}: {yaml_scalar(value)}" for key, value in said.items() if key not in root.entries]
    if new:
        line = _last_line(source, root, behind)
        insertions.append(Insertion(line, 0, 0, "\n".join(new), is_line=True))
    written = with_insertions(content, insertions)
    again = read_soundly(written) if written is not None else None
    before = to_data(root)
    if again is None or not isinstance(before, dict) or to_data(again[1]) != before | said:
        return None
    return written


def _said(day: str, successor: str) -> dict[str, str]:
    said = {_STATUS: Status.RETIRED.value, _DAY: day}
    return said | {_SUCCESSOR: successor} if successor else said


def _last_line(source: SourceText, root: MappingNode, key: str) -> int:
    """The last line of an entry."""
    value = root.entries[key][1]
    text = source.text[: value.end].rstrip()
    return position(source, max(len(text) - 1, 0))[0]
