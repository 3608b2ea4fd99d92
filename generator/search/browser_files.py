"""The files that search needs in the browser: the script is several files here and one there, all of them minified.

It has two parts: what the page runs, and what its worker runs. They travel as one file, since packed together they
share words, and each side only wakes its own.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from generator.data_files import data_text
from generator.minifying import minified_script, minified_styles

SCRIPT, STYLES = "search.js", "search.css"
"""The script of page and worker; the styles of what is added to the result list."""
PAGE, WORKER = "page", "worker"
"""The parts of the script: what is added to the result list, and stands in for workers on pages opened as files; the
engine."""


def files_for_browsers() -> dict[str, str]:
    """Every file by its name; ``browser/parts.json`` says of which parts each is made."""
    plain = plain_files()
    return {SCRIPT: minified_script(plain[SCRIPT]), STYLES: minified_styles(plain[STYLES])}


def plain_files() -> dict[str, str]:
    """The same files as they are written: they do the same."""
    return {SCRIPT: _joined(script_parts()), STYLES: _together(STYLES)}


def script_parts() -> dict[str, str]:
    """The parts of the script as they are written."""
    return {part: _together(part) for part in (PAGE, WORKER)}


def _together(name: str) -> str:
    """What ``browser/parts.json`` puts together under a name."""
    parts: dict[str, list[str]] = json.loads(_read("parts.json"))
    return "".join(_read(part) for part in parts[name])


def _joined(parts: Mapping[str, str]) -> str:
    """Both parts as one script that shares no names with the page, which may run its worker's part itself."""
    page = f"(worker)=>{{if(!self.document)return worker(addEventListener,postMessage);{parts[PAGE]}}}"
    return f"({page})((addEventListener,postMessage)=>{{{parts[WORKER]}}});\n"


def _read(name: str) -> str:
    return data_text(Path(__file__).parent / "browser" / name)
