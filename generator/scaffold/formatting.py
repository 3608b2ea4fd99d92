"""Files of a manual laid out in one way, on disk: their line ends and all that is not YAML stay."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.problems import Problem, Severity
from generator.project import WITH_FRONT_MATTER, Found, body_start, read_document, shape_of
from generator.scaffold.even_layout import laid_out
from generator.storage import read_bytes, replace_file

_MARK = "\ufeff"


class Formatting(StrEnum):
    """What came of a file."""

    SAME = "same"
    CHANGED = "changed"
    LEFT = "left"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file, what came of it, and what is wrong where it cannot be read."""

    file: str
    came_to: Formatting
    problems: tuple[Problem, ...] = ()


def format_files(root: Path, files: Iterable[Found], is_check: bool = False) -> list[Formatted]:
    """Lay files out.

    Args:
        root: the project's root.
        files: those of the project to look at.
        is_check: whether nothing is written.

    Returns:
        What came of each, in their order.

    Raises:
        NotWrittenError: when a file cannot be written; it is as it was, and so are those after it.
    """
    return [_format(root, each, is_check) for each in files]


def _format(root: Path, found: Found, is_check: bool) -> Formatted:
    """Lay one file out."""
    document, problems = read_document(root, found)
    errors = tuple(each for each in problems if each.severity is Severity.ERROR)
    if errors or not document.is_readable:
        return Formatted(found.file, Formatting.BROKEN if errors else Formatting.SAME, errors)
    whole = read_bytes(root, found.file).decode("utf-8")
    text = whole.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n")
    formatted = _laid_out(text, found)
    if formatted is None:
        return Formatted(found.file, Formatting.LEFT)
    if formatted == text:
        return Formatted(found.file, Formatting.SAME)
    if not is_check:
        mark = _MARK if whole.startswith(_MARK) else ""
        end = next((end for end in ("\r\n", "\r") if end in whole), "\n")
        replace_file(root, found.file, (mark + formatted.replace("\n", end)).encode("utf-8"))
    return Formatted(found.file, Formatting.CHANGED)


def _laid_out(text: str, found: Found) -> str | None:
    """A whole file laid out; of Markdown its head only."""
    shape = shape_of(found.kind)
    if found.kind not in WITH_FRONT_MATTER:
        return laid_out(text, shape)
    start, end = text.find("\n") + 1, body_start(text)
    closing = text.rfind("\n", 0, max(end - 1, 0)) + 1
    head = laid_out(text[start:closing], shape)
    return None if head is None else text[:start] + head + text[closing:]
