"""The files that authors write, told in words (``descriptions.yml``): where each stands, what it and its parts are.

The author's reference shows them, and so does whatever else names kinds of files to authors.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from generator.data_files import read_data
from generator.project import FileKind

_DATA = Path(__file__).with_suffix(".yml")


@dataclass(frozen=True, slots=True)
class FileDescribed:
    """A kind of file.

    Attributes:
        kind: what it is.
        path: where it stands, with what authors choose in angle brackets.
        title: what it is called.
        introduction: what it is for.
        records: the parts in it, by the names of their models.
        example: one of it.
    """

    kind: FileKind
    path: str
    title: str
    introduction: str
    records: Mapping[str, str]
    example: str


@cache
def files_described() -> tuple[FileDescribed, ...]:
    """All kinds, in the order in which authors are told of them."""
    return TypeAdapter(tuple[FileDescribed, ...]).validate_python(read_data(_DATA))
