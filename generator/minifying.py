"""Styles and scripts without what browsers do not read: one library for both, each text once a process.

Where the library has no wheel (macs), readers get the texts as they are written: more bytes of the same.

The library has threads of its own. A copy of a process in which it ran has none of them, and would wait for them for
ever: what a copy needs is made before it is split off, and remembered.
"""

import os
from functools import cache
from importlib import import_module
from importlib.util import find_spec

_LIBRARY = "minify"
"""The module of tdewolff-minify."""
_began_in: list[int] = []
"""The process in which the library began."""


@cache
def minified_styles(text: str) -> str:
    """A style sheet that means the same in fewer bytes.

    Raises:
        RuntimeError: in a copy of a process that made texts shorter, of one that this did not.
    """
    return _minified("text/css", text)


@cache
def minified_script(text: str) -> str:
    """A script that does the same in fewer bytes; the names that it declares outside all functions are kept.

    Raises:
        RuntimeError: as above.
    """
    return _minified("application/javascript", text)


def _minified(kind: str, text: str) -> str:
    if find_spec(_LIBRARY) is None:
        return text
    if not _began_in:
        _began_in.append(os.getpid())
    if os.getpid() != _began_in[0]:
        raise RuntimeError(f"a {kind} was not made shorter before this process was split off")
    short: str = import_module(_LIBRARY).string(kind, text)
    return short
