"""What the files for Word and Excel have in common: how one is known that nobody has worked in since it was written."""

import io
import re
from zipfile import BadZipFile, ZipFile

PROGRAM = "khumue"
"""Who wrote a file, and who changed it last: every program that saves it writes another name there."""
_CORE = "docProps/core.xml"
_LAST_CHANGED_BY = re.compile(rf"<cp:lastModifiedBy>{PROGRAM}</cp:lastModifiedBy>".encode())

_MOST_BYTES = 100_000
"""How long the part is at most that says so: nothing longer is unpacked."""


def is_untouched(content: bytes) -> bool:
    """Whether what a file holds is as an export wrote it: nobody has commented on it or changed it since."""
    try:
        with ZipFile(io.BytesIO(content)) as parts:
            is_small = parts.getinfo(_CORE).file_size <= _MOST_BYTES
            return is_small and _LAST_CHANGED_BY.search(parts.read(_CORE)) is not None
    except (BadZipFile, KeyError, RuntimeError, OSError, NotImplementedError):
        return False
