"""The files that search needs in the browser: the worker is several files here and one there, all of them shortened."""

import json
import re
from functools import cache
from importlib import resources

from generator.search.short_names import Spoken
from generator.search.shortening import shortened

WORKER, LIST, STYLES = "worker.js", "list.js", "search.css"
"""The worker; what is added to the result list, and stands in for workers on pages opened as files; the styles."""
_COMMENT = re.compile(r"^\s*/\*.*?\*/\n", re.DOTALL | re.MULTILINE)
_MARGIN = re.compile(r"^\s+", re.MULTILINE)


@cache
def browser_files() -> dict[str, str]:
    """Every file by its name; ``browser/parts.json`` says of which parts each is made."""
    return {
        name: _enclosed(shortened(text, spoken_words())) if name.endswith(".js") else _lean(text)
        for name, text in _whole_files().items()
    }


def plain_files() -> dict[str, str]:
    """The same files as they are written: they do the same."""
    return {name: _enclosed(text) if name.endswith(".js") else text for name, text in _whole_files().items()}


@cache
def spoken_words() -> Spoken:
    """The words that our scripts share with others; ``browser/spoken.json`` says whose they are."""
    spoken: dict[str, dict[str, list[str]]] = json.loads(_read("spoken.json"))
    return Spoken(
        **{
            role: frozenset(word for words in whose.values() for word in words)
            for role, whose in spoken.items()
        }
    )


def _whole_files() -> dict[str, str]:
    parts: dict[str, list[str]] = json.loads(_read("parts.json"))
    return {name: "".join(_read(part) for part in own) for name, own in parts.items()}


def _enclosed(script: str) -> str:
    """A script that shares no names with the page."""
    return f"(() => {{\n{script}}})();\n"


def _read(name: str) -> str:
    return (resources.files("generator.search") / "browser" / name).read_text(encoding="utf-8")


def _lean(text: str) -> str:
    """Styles without comments and margins; in our own a comment begins its line."""
    return _MARGIN.sub("", _COMMENT.sub("", text))
