"""The files that search needs in the browser: a script is several files here and one there, all of them minified.

What every page runs is one; the engine, which is another, is fetched when somebody reaches for the search.
"""

import json
from pathlib import Path

from generator.data_files import data_text
from generator.minifying import minified_script, minified_styles

SCRIPT, ENGINE, STYLES = "search.js", "engine.js", "search.css"
"""What is added to the theme's search, and begins it; the engine, a worker's script; the styles of what is added."""
_SIDES = "(self.engine||[addEventListener,postMessage])"
"""Between which sides the engine's messages go: the page's own, where it runs no workers."""


def files_for_browsers() -> dict[str, str]:
    """Every file by its name; ``browser/parts.json`` says of which parts each is made."""
    plain = plain_files()
    return {
        **{name: minified_script(plain[name]) for name in (SCRIPT, ENGINE)},
        STYLES: minified_styles(plain[STYLES]),
    }


def plain_files() -> dict[str, str]:
    """The same files as they are written: they do the same."""
    return {
        SCRIPT: f"(()=>{{{_together(SCRIPT)}}})();\n",
        ENGINE: f"((addEventListener,postMessage)=>{{{_together(ENGINE)}}})(...{_SIDES});\n",
        STYLES: _together(STYLES),
    }


def _together(name: str) -> str:
    """What ``browser/parts.json`` puts together under a name."""
    parts: dict[str, list[str]] = json.loads(_read("parts.json"))
    return "".join(_read(part) for part in parts[name])


def _read(name: str) -> str:
    return data_text(Path(__file__).parent / "browser" / name)
