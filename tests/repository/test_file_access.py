"""Files are opened, listed, written and removed by the storage alone, which keeps to the folders that were named."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from tests.repository.repository import ROOT

FREE = {"storage", "data_files.py"}
"""What may: the storage, and what reads the data of the package."""
LOOKS = {
    "absolute",
    "cwd",
    "exists",
    "expanduser",
    "group",
    "home",
    "lstat",
    "owner",
    "readlink",
    "resolve",
    "samefile",
    "stat",
}
"""What only asks about a place: it gives nothing of a file away, and changes nothing."""
OTHERS = {"link_to"}
"""A method of old Pythons whose name others have too."""
METHODS = {
    name for name in set(dir(Path)) - set(dir(PurePath)) - LOOKS - OTHERS if not name.startswith(("_", "is_"))
}
PIPES_OF_OS = {"processes.py": {"pipe", "fork", "close", "read", "waitpid", "write"}}
"""What speaks to a copy of its own process, and opens nothing that has a name, by the module that may."""
HARMLESS_OF_OS = {
    "_exit",
    "environ",
    "fsencode",
    "cpu_count",
    "sched_getaffinity",
    "path",
    "sep",
    "DirEntry",
    "getpid",
}


def opened(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every call that could open, list, write or remove a file: its line and the name that is called."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="os"), attr=name)):
                if name not in HARMLESS_OF_OS:
                    yield node.lineno, f"os.{name}"
            case ast.Call(func=ast.Attribute(attr="replace"), args=[_]) | ast.Call(func=ast.Name(id="open")):
                yield node.lineno, "open or replace"
            case ast.Call(func=ast.Attribute(attr=name)) if name in METHODS - {"replace"}:
                yield node.lineno, name


def test_no_other_room_opens_files() -> None:
    modules = [
        path for path in (ROOT / "generator").rglob("*.py") if path.parts[len(ROOT.parts) + 1] not in FREE
    ]
    found = [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in modules
        for line, name in opened(ast.parse(path.read_bytes()))
        if name.removeprefix("os.") not in PIPES_OF_OS.get(path.name, ())
    ]
    assert len(modules) > 300
    assert sorted(found) == []


def test_the_search_finds_what_it_looks_for() -> None:
    wrong = "Path('a').write_text('b')\nfor each in os.scandir(x): pass\nopen(y)\na.replace(b)\n"
    assert [line for line, _ in opened(ast.parse(wrong))] == [1, 2, 3, 4]
    right = "a.replace('b', 'c')\nos.environ.get('x')\nPath('a').is_file()\n"
    assert list(opened(ast.parse(right))) == []
    assert {"read_text", "write_bytes", "unlink", "rename", "iterdir", "rglob"} <= METHODS
    assert hasattr(os, "scandir")
