"""The files that search needs in the browser: the worker is several files here and one there, without comments."""

import json
import re
from functools import cache
from importlib import resources

WORKER, LIST, SHIM, STYLES = "worker.js", "list.js", "iframe-worker.js", "search.css"
"""The worker; what is added to the result list; what stands in for workers on pages opened as files; the styles."""
_COMMENT = re.compile(r"^\s*/\*.*?\*/\n", re.DOTALL | re.MULTILINE)
_MARGIN = re.compile(r"^\s+", re.MULTILINE)


@cache
def browser_files() -> dict[str, str]:
    """Every file by its name; ``browser/parts.json`` says of which parts each is made."""
    folder = resources.files("generator.search") / "browser"
    parts: dict[str, list[str]] = json.loads((folder / "parts.json").read_text(encoding="utf-8"))
    return {
        name: _together(name, [(folder / part).read_text(encoding="utf-8") for part in own])
        for name, own in parts.items()
    }


def _together(name: str, texts: list[str]) -> str:
    """Parts as one file: comments and margins stay behind; scripts share no names with the page.

    In our own files a comment begins its line, and no text runs over lines: nothing else is touched.
    """
    lean = "".join(_MARGIN.sub("", _COMMENT.sub("", text)) for text in texts)
    return f"(() => {{\n{lean}}})();\n" if name.endswith(".js") else lean
