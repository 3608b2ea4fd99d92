"""What the files for Word and Excel have in common: how one is known that nobody has worked in since it was written."""

import io
import re
from zipfile import BadZipFile, ZipFile

PROGRAM = "khumue"
"""Who wrote a file, and who changed it last: programs that save it write their user's name there, if they know it."""
MOMENT = (1980, 1, 1, 0, 0, 0)
"""When every part of it was written, so that the same input gives the same bytes: the first moment that a ZIP can tell.
Programs that know no user write the day."""
_CORE = "docProps/core.xml"
_LAST_CHANGED_BY = re.compile(rf"<cp:lastModifiedBy>{PROGRAM}</cp:lastModifiedBy>".encode())

_MOST_BYTES = 100_000
"""How long the part is at most that says so: nothing longer is unpacked."""


def is_untouched(content: bytes) -> bool:
    """Whether what a file holds is as an export wrote it: nobody has commented on it or changed it since."""
    try:
        with ZipFile(io.BytesIO(content)) as parts:
            is_dated = any(entry.date_time != MOMENT for entry in parts.infolist())
            is_small = parts.getinfo(_CORE).file_size <= _MOST_BYTES
            return not is_dated and is_small and _LAST_CHANGED_BY.search(parts.read(_CORE)) is not None
    except (BadZipFile, KeyError, RuntimeError, OSError, NotImplementedError):
        return False
