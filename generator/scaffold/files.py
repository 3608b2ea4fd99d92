"""Files are written whole or not at all: several new ones together, or one anew in the place of its older self."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


class NotWrittenError(Exception):
    """Nothing was written.

    Attributes:
        file: the path that could not be written, as it was given.
        reason: the system's words for why.
        exists: whether something stands there already.
    """

    def __init__(self, file: str, failure: OSError) -> None:
        """Carry what the system said."""
        self.file = file
        self.reason = failure.strerror or str(failure)
        self.exists = isinstance(failure, FileExistsError)
        super().__init__(f"{file}: {self.reason}")


def write_new(root: Path, files: Mapping[str, str]) -> None:
    """Write several new files; nothing that exists is overwritten, even when it appears only now.

    Args:
        root: the folder in which they go; it and the folders between are made where they are missing.
        files: their texts by their paths relative to the root, with forward slashes.

    Raises:
        NotWrittenError: when one of them exists or cannot be written; then none is there.
    """
    made: list[Path] = []
    file, is_done = "", False
    try:
        for file, text in files.items():
            _write_one(root / file, text, made)
        is_done = True
    except OSError as failure:
        raise NotWrittenError(file, failure) from failure
    finally:
        if not is_done:
            _take_back(made)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file that exists anew; whoever reads it sees the old content or the new one, never a part.

    Raises:
        NotWrittenError: when it cannot be written; then it is as it was.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        written = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            shutil.copymode(path, written)
            written.replace(path)
        finally:
            written.unlink(missing_ok=True)
    except OSError as failure:
        raise NotWrittenError(path.name, failure) from failure


def _write_one(path: Path, text: str, made: list[Path]) -> None:
    """Write a new file, and note it and the folders that were made for it."""
    missing = [each for each in path.parents if not each.exists()]
    for folder in reversed(missing):
        folder.mkdir(exist_ok=True)
        made.append(folder)
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        made.append(path)
        stream.write(text)


def _take_back(made: list[Path]) -> None:
    """Remove what was made, the newest first; a folder into which somebody else wrote stays."""
    for path in reversed(made):
        with suppress(OSError):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
