"""A changed id noted in ``procedures/retired.yml``, and nothing else of what stands there changed."""

from collections.abc import Iterator
from datetime import date

from generator.model import FormerIds, RetiredKind
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
from generator.scaffold.renaming import RenameError, Renaming
from generator.words import words_of
from generator.yamltext import as_list, as_mapping, as_text

RETIRED = Found(f"{PROCEDURES_FOLDER}/{RETIRED_STEM}{YAML_SUFFIX}", FileKind.RETIRED, FileKind.RETIRED.value)
"""The file."""
_LIST = "ids"
_INDENTATION = "  "
_BUDDHIST_ERA = 543


def noted(project: Project, content: bytes | None, renaming: Renaming, day: date) -> bytes:
    """The file with one more id that was given up; what was noted of the new one before goes.

    Args:
        project: as it is.
        content: of the file as it is; None while there is none.
        renaming: the id.
        day: on which it is changed.

    Raises:
        RenameError: when the file is written in a way that leaves doubt where an entry goes.
    """
    document = project.only(FileKind.RETIRED)
    if content is None or document is None:
        head = words_of(RenameError.part)["file"].splitlines()
        new = [*(f"# {line}" for line in head), f"{_LIST}:", *_entry(_INDENTATION, renaming, day)]
        return "\n".join([*new, ""]).encode("utf-8")
    items, lines = as_list(as_mapping(document.data).get(_LIST)), lines_of(content)
    if not items or lines is None:
        raise RenameError("odd-retired", file=RETIRED.file, entry=" ".join(_entry("", renaming, day)))
    first, last = document.lines_of((_LIST, len(items) - 1))
    indentation = without_end(lines[first - 1]).partition("-")[0]
    lines = with_lines(lines, last, tuple(_entry(indentation, renaming, day)))
    for start, end in reversed(list(_revived(document, items, noted_retirements(project), renaming))):
        del lines[start - 1 : end]
    return "".join(lines).encode("utf-8")


def _entry(indentation: str, renaming: Renaming, day: date) -> list[str]:
    """The lines of an entry."""
    return [
        f"{indentation}- kind: {renaming.kind}",
        f"{indentation}  old: {renaming.old_address}",
        f"{indentation}  new: {renaming.new_address}",
        f"{indentation}  date: {day.year + _BUDDHIST_ERA}-{day.month:02}-{day.day:02}",
    ]


def _revived(
    document: ProjectFile, items: list[object], former: FormerIds, renaming: Renaming
) -> Iterator[tuple[int, int]]:
    """The lines of entries about what is the new id now: it is in use again."""
    for index, item in enumerate(items):
        kind, old = (as_text(as_mapping(item).get(key)) for key in ("kind", "old"))
        if kind in {*RetiredKind} and (kind, former.today(kind, old)) == (
            renaming.kind,
            renaming.new_address,
        ):
            yield document.lines_of((_LIST, index))
