"""The guard of all files: what is read, written or removed lies in the folder that somebody named, and in no other.

That folder is a project, or what stands on the command line. A link of the file system may lead from one place in it
to another; one that leads out of it is refused, as a proposed change may bring such a link along.
"""

import errno
import os
from pathlib import Path

from generator.words import words_of


class OutsideError(OSError):
    """A path leads out of the folder in which it was named, by a link of the file system or by ``..``."""

    def __init__(self, file: str) -> None:
        """Say so in the words of the system's own errors."""
        super().__init__(errno.EPERM, words_of("storage")["outside"], file)


def within(root: Path, file: str) -> Path:
    """A path in a folder, once it is known to stay there.

    Args:
        root: the folder that was named; it may itself stand behind a link.
        file: relative to it, with forward slashes; it need not exist.

    Raises:
        OutsideError: when the path, or what it links to, is not in the folder.
    """
    if _leads_straight(root, file):
        return root / file
    try:
        base, real = os.path.realpath(root), os.path.realpath(root / file)
        is_inside = os.path.commonpath((base, real)) == base
    except ValueError as failure:  # a null byte; on Windows another drive
        raise OutsideError(file) from failure
    if not is_inside:
        raise OutsideError(file)
    return root / file


def _leads_straight(root: Path, file: str) -> bool:
    """Whether a path goes down step by step, through no link: most do, and that is quickly seen."""
    names = file.split("/")
    if os.name == "nt" or "\0" in file or ".." in names or not file or not names[0]:
        return False  # Windows has more kinds of links, and more that parts names
    place = str(root)
    for name in names:
        place = f"{place}/{name}"
        if os.path.islink(place):  # noqa: PTH114 - the quick way of many
            return False
    return True


def own_place(root: Path, file: str) -> Path:
    """A place in a folder at which something may be put or removed: the link itself, should there be one.

    Raises:
        OutsideError: when the folder of the place is not in the folder.
    """
    folder, _, name = file.rpartition("/")
    if name in ("", ".", ".."):
        raise OutsideError(file)
    return within(root, folder) / name


def leads_outside(root: Path, file: str) -> bool:
    """Whether a path, or what it links to, is not in a folder."""
    try:
        within(root, file)
    except OutsideError:
        return True
    return False
