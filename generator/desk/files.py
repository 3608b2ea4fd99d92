"""The texts of the working copy: read with a version that a save has to name; no change of others is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.desk.allowed_files import require_allowed
from generator.desk.refusals import refused
from generator.storage import (
    NotWrittenError,
    is_there,
    read_bytes,
    reason_of_failure,
    replace_together,
)

_LENGTH_OF_VERSION = 32


@dataclass(frozen=True, slots=True)
class FileText:
    """What a file says, and its version: the same bytes have the same; None for a file that is not there."""

    path: str
    text: str
    version: str | None


class ChangedMeanwhileError(Exception):
    """A file says something else than whoever saves it believes.

    Attributes:
        now: what it says.
    """

    def __init__(self, now: FileText) -> None:
        """Carry what it says."""
        super().__init__(now.path)
        self.now = now


def version_of(content: bytes) -> str:
    """What names a content: the same bytes have the same version."""
    return sha256(content).hexdigest()[:_LENGTH_OF_VERSION]


def read_text(root: Path, path: str) -> FileText:
    """What a file of the manual says, byte for byte: a byte order mark and the ends of lines are part of the text.

    Raises:
        NotAllowedError: when it is none in which people write.
        Refusal: when it is not there, cannot be read, or is no UTF-8.
    """
    content = _content(root, require_allowed(root, path))
    if content is None:
        raise refused("no-file", 404, file=path)
    return FileText(path, _decoded(path, content), version_of(content))


def save_texts(
    root: Path, texts: Mapping[str, str | None], versions: Mapping[str, str | None]
) -> dict[str, bytes | None]:
    """Write texts of the working copy: all or none.

    Args:
        root: the project's root, without a link in it.
        texts: by path; None for a file that is to go.
        versions: by path, of what is there as far as whoever saves knows; None where nothing is. A file that is not
            among them is written whatever it says.

    Returns:
        By path, what stood there before; None where nothing did.

    Raises:
        NotAllowedError: when a path is none of a file in which people write.
        ChangedMeanwhileError: when a file has another version.
        Refusal: when a text is none, or a file cannot be read or written. Nothing is written in all of these cases.
    """
    contents = {require_allowed(root, path): _encoded(path, text) for path, text in texts.items()}
    before = {path: _content(root, path) for path in contents}
    for path, content in before.items():
        there = version_of(content) if content is not None else None
        if path in versions and versions[path] != there and content != contents[path]:
            raise ChangedMeanwhileError(FileText(path, _decoded(path, content or b""), there))
    changed = {path: content for path, content in contents.items() if content != before[path]}
    written = {path: content for path, content in changed.items() if content is not None}
    gone = [path for path in changed if path not in written]
    try:
        replace_together(root, written, gone)
    except NotWrittenError as failure:
        raise refused("not-written", 500, file=failure.file, reason=failure.reason) from failure
    return before


def _content(root: Path, path: str) -> bytes | None:
    """What a file holds; None where there is none."""
    try:
        return read_bytes(root, path) if is_there(root, path) else None
    except OSError as failure:
        raise refused("unreadable", 500, file=path, reason=reason_of_failure(failure)) from failure


def _decoded(path: str, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as failure:
        raise refused("not-utf-8", 422, file=path) from failure


def _encoded(path: str, text: str | None) -> bytes | None:
    try:
        return None if text is None else text.encode("utf-8")
    except UnicodeEncodeError as failure:
        raise refused("not-utf-8", 422, file=path) from failure
