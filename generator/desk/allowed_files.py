"""Which files the desk reads and writes: those of a project in which people write its manual, and no other."""

import re
from pathlib import Path

from generator.project import DOCS_FOLDER, ITEM_SUFFIX, PROCEDURES_FOLDER, YAML_SUFFIX, is_left_alone
from generator.storage import OutsideError, within

_FOLDERS = {PROCEDURES_FOLDER: YAML_SUFFIX, DOCS_FOLDER: ITEM_SUFFIX}
"""The folders in which people write, and how the names of what they write there end."""
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever follows a dot."""
_UNUSABLE = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|\ud800-\udfff]|[ .]$|%[0-9a-f]{2}", re.IGNORECASE)
"""What no name of a file holds on every system, how none ends, and what an address would take for another letter."""
_LONGEST_NAME, _LONGEST_PATH = 120, 400


class NotAllowedError(Exception):
    """A path names no file that the desk reads or writes.

    Attributes:
        path: as it was given.
    """

    def __init__(self, path: str) -> None:
        """Carry the path."""
        super().__init__(path)
        self.path = path


def require_allowed(root: Path, path: str) -> str:
    """Make sure that a path is one of a file in which people write.

    Args:
        root: the project's root, without a link in it.
        path: from there, with forward slashes; the file need not be there.

    Returns:
        The path.

    Raises:
        NotAllowedError: when it leads elsewhere, by itself or by a link, or names what is no text of a manual.
    """
    names = path.split("/")
    suffix = _FOLDERS.get(names[0])
    is_named = suffix is not None and len(names) > 1 and path.endswith(suffix) and len(path) <= _LONGEST_PATH
    if not is_named or not all(map(_is_name, names)):
        raise NotAllowedError(path)
    place = root
    for name in names:
        place /= name
        if place.is_symlink():
            raise NotAllowedError(path)
    try:
        within(root, path)
    except OutsideError as error:
        raise NotAllowedError(path) from error
    if place.exists() and not place.is_file():
        raise NotAllowedError(path)
    return path


def _is_name(name: str) -> bool:
    """Whether something can be the name of a file or folder, on every system."""
    return (
        0 < len(name) <= _LONGEST_NAME
        and _UNUSABLE.search(name) is None
        and _DEVICES.fullmatch(name) is None
        and not is_left_alone(name)
    )
