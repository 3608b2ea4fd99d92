"""What the engine logs: shown to who builds, or handed to who wants to know it."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from generator.site.failures import EXPECTED


@contextmanager
def shown_log(level: int) -> Iterator[None]:
    """Show what MkDocs logs from some level on, on standard error."""
    handler = logging.StreamHandler()
    handler.addFilter(_is_not_told_otherwise)
    with handled_log(handler, level):
        yield


def _is_not_told_otherwise(_: logging.LogRecord) -> bool:
    """Whether something is to be shown: not while an error passes through of which the command itself tells."""
    error = sys.exc_info()[1]
    return error is None or isinstance(error, EXPECTED)


@contextmanager
def handled_log(handler: logging.Handler, level: int) -> Iterator[None]:
    """Hand a handler what MkDocs logs from some level on."""
    logger = logging.getLogger("mkdocs")
    level_before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level_before)
