"""Why the system did not open or write a file, in words for those who keep manuals."""

import errno
from pathlib import PurePath

from generator.words import words_of


def reason_of_failure(failure: OSError, is_named: bool = False) -> str:
    """What the system said, in our words before its own.

    Args:
        failure: the error.
        is_named: whether the file is named as well.
    """
    said = failure.strerror or type(failure).__name__
    words: dict[str, str] = words_of("storage")["reasons"]
    ours = words.get(errno.errorcode.get(failure.errno or 0, ""))
    reason = f"{ours}: {said}" if ours else said
    return f"{PurePath(str(failure.filename)).name}: {reason}" if is_named and failure.filename else reason
