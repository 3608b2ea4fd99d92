"""Styles and scripts without what browsers do not read: one library for both, each text once a process.

Where the library has no wheel (macs), readers get the texts as they are written: more bytes of the same.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

_LIBRARY = "minify"
"""The module of tdewolff-minify."""


@cache
def minified_styles(text: str) -> str:
    """A style sheet that means the same in fewer bytes."""
    return _minified("text/css", text)


@cache
def minified_script(text: str) -> str:
    """A script that does the same in fewer bytes; the names that it declares outside all functions are kept."""
    return _minified("application/javascript", text)


def _minified(kind: str, text: str) -> str:
    if find_spec(_LIBRARY) is None:
        return text
    short: str = import_module(_LIBRARY).string(kind, text)
    return short
