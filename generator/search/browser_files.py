"""The files that search needs in the browser: a script is several files here and one there, all of them minified.

The library that minifies shortens names of variables. Those of properties it cannot know: ``browser/names.json`` says
which the parts of a script use among themselves and nowhere else, neither in the index nor in what browsers bring.

What every page runs is one; the engine, which is another, is fetched when somebody reaches for the search.
"""

import json
import re
from pathlib import Path
from string import ascii_letters

from generator.data_files import data_text
from generator.minifying import minified_script, minified_styles

SCRIPT, ENGINE, STYLES = "search.js", "engine.js", "search.css"
"""What is added to the theme's search, and begins it; the engine, a worker's script; the styles of what is added."""
_SIDES = "(self.engine||[addEventListener,postMessage])"
"""Between which sides the engine's messages go: the page's own, where it runs no workers."""
_PROPERTY = re.compile(r"(?<=\.)[a-zA-Z]\w*|(?<=[{,])[a-zA-Z]\w*(?=:)|(?<=[{}])[a-zA-Z]\w*(?=\()")
"""Where a minified script, whose variables have other names, names a property: behind a point, in an object."""
_FUNCTION = re.compile(r"^(async )?function (\w+)\((.*)\) \{$", re.MULTILINE)
_END = re.compile(r"^\}$", re.MULTILINE)
"""A function that a part of a script declares, and where it ends; what it uses is there once it is called."""
_CONSTANT = re.compile(r"\bconst\b")
_LETTERS = f"{ascii_letters}_$"
"""The names that properties get, in the order of ``names.json``, which is the one that compresses best."""


def files_for_browsers() -> dict[str, str]:
    """Every file by its name; ``browser/parts.json`` says of which parts each is made."""
    plain = plain_files()
    return {
        **{name: _shortened(name, plain[name]) for name in (SCRIPT, ENGINE)},
        STYLES: minified_styles(plain[STYLES]),
    }


def plain_files() -> dict[str, str]:
    """The same files as they are written: they do the same."""
    return {
        SCRIPT: f"(()=>{{{_together(SCRIPT)}}})();\n",
        ENGINE: f"((addEventListener,postMessage)=>{{{_together(ENGINE)}}})(...{_SIDES});\n",
        STYLES: _together(STYLES),
    }


def _shortened(name: str, plain: str) -> str:
    """A script that does the same in fewer bytes, if the library is there.

    What is constant need not be said to be, nor what is a function: all of it is let be in one sentence.
    """
    alike = _CONSTANT.sub("let", _END.sub("};", _FUNCTION.sub(r"const \2 = \1(\3) => {", plain)))
    short = minified_script(alike)
    if short == alike:
        return plain
    names: dict[str, list[str]] = json.loads(_read("names.json"))
    letters = dict(zip(names.get(name, ()), _LETTERS, strict=False))
    return _PROPERTY.sub(lambda found: letters.get(found[0], found[0]), short)


def _together(name: str) -> str:
    """What ``browser/parts.json`` puts together under a name."""
    parts: dict[str, list[str]] = json.loads(_read("parts.json"))
    return "".join(_read(part) for part in parts[name])


def _read(name: str) -> str:
    return data_text(Path(__file__).parent / "browser" / name)
