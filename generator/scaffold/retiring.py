"""A changed id noted in ``procedures/retired.yml``, and nothing else of what stands there changed."""

from collections.abc import Iterator
from datetime import date

from generator.model import FormerIds, RetiredKind, Retirement
from generator.project import (
    PROCEDURES_FOLDER,
    RETIRED_STEM,
    YAML_SUFFIX,
    FileKind,
    Found,
    Project,
    ProjectFile,
    noted_retirements,
)
from generator.scaffold.lines import lines_of, with_lines, without_end
from generator.scaffold.messages import EditingError
from generator.words import words_of
from generator.yamltext import as_list, as_mapping, as_text

RETIRED = Found(f"{PROCEDURES_FOLDER}/{RETIRED_STEM}{YAML_SUFFIX}", FileKind.RETIRED, FileKind.RETIRED.value)
"""The file."""
_LIST = "ids"
_INDENTATION = "  "
_BUDDHIST_ERA = 543


def noted(
    project: Project, content: bytes | None, retired: Retirement, day: date, refusal: type[EditingError]
) -> bytes:
    """The file with one more id that was given up; what was noted of the new one before goes.

    Args:
        project: as it is.
        content: of the file as it is; None while there is none.
        retired: the id.
        day: on which it is changed.
        refusal: what is raised.

    Raises:
        EditingError: when the file is written in a way that leaves doubt where an entry goes.
    """
    document = project.only(FileKind.RETIRED)
    if content is None or document is None:
        return _first(_entry(_INDENTATION, retired, day)).encode("utf-8")
    items, lines = as_list(as_mapping(document.data).get(_LIST)), lines_of(content)
    if not items or lines is None:
        raise refusal("odd-retired", file=RETIRED.file, entry=" ".join(_entry("", retired, day)))
    first, last = document.lines_of((_LIST, len(items) - 1))
    indentation = without_end(lines[first - 1]).partition("-")[0]
    lines = with_lines(lines, last, tuple(_entry(indentation, retired, day)))
    for start, end in reversed(list(_revived(document, items, noted_retirements(project), retired))):
        del lines[start - 1 : end]
    return "".join(lines).encode("utf-8")


def first_note() -> str:
    """The file with its first entry: gaps (``<kind>`` and the like) stand in place of what it says."""
    keys = ("kind", "old", "new", "date")
    mark = f"{_INDENTATION}- "
    return _first([f"{mark if key == keys[0] else ' ' * len(mark)}{key}: <{key}>" for key in keys])


def _first(entry: list[str]) -> str:
    """The file with one entry, given by its lines."""
    head = words_of("scaffold/rename")["file"].splitlines()
    return "\n".join([*(f"# {line}" for line in head), f"{_LIST}:", *entry, ""])


def _entry(indentation: str, retired: Retirement, day: date) -> list[str]:
    """The lines of an entry."""
    new = (f"{indentation}  new: {retired.new}",) if retired.new else ()
    return [
        f"{indentation}- kind: {retired.kind}",
        f"{indentation}  old: {retired.old}",
        *new,
        f"{indentation}  date: {written_day(day)}",
    ]


def written_day(day: date) -> str:
    """A day as authors write it, of the Buddhist era."""
    return f"{day.year + _BUDDHIST_ERA}-{day.month:02}-{day.day:02}"


def _revived(
    document: ProjectFile, items: list[object], former: FormerIds, retired: Retirement
) -> Iterator[tuple[int, int]]:
    """The lines of entries about what is the new id now: it is in use again."""
    for index, item in enumerate(items):
        kind, old = (as_text(as_mapping(item).get(key)) for key in ("kind", "old"))
        if kind in {*RetiredKind} and (kind, former.today(kind, old)) == (
            retired.kind,
            retired.new,
        ):
            yield document.lines_of((_LIST, index))
