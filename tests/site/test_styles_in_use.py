"""Every class that our style sheets speak of is one that pages have: rules of what is gone do not stay behind."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

import generator
from tests.support.cases import each_case

ROOMS = Path(generator.__file__).parent
SHEETS = sorted(
    path for path in ROOMS.rglob("*.css") if not path.is_relative_to(ROOMS / "search")
)  # the search's are tested with its list
COLOURS = ROOMS / "charts/data/colours.yml"
WRITTEN = frozenset({".html", ".jinja", ".js"})
"""The files beside Python's that say how elements are called, or what completes a name."""
WORD = re.compile(r"-?[A-Za-z_][\w-]*")
COMMENTS_AND_TEXTS = re.compile(r"/\*.*?\*/|\"[^\"]*\"|url\([^)]*\)", re.DOTALL)
SELECTORS = re.compile(r"([^{};]+)\{")
CLASS = re.compile(rf"\.({WORD.pattern})")
OF_MARKDOWN = frozenset({"highlight"})
"""What extensions of Markdown call what people wrote."""
THEME = "md-"
"""How the theme's own names begin."""


def classes_of(sheet: str) -> set[str]:
    """The classes in the selectors of a style sheet."""
    return set(CLASS.findall(" ".join(SELECTORS.findall(COMMENTS_AND_TEXTS.sub("", sheet)))))


def texts_in(module: str) -> Iterator[str]:
    """The texts of a module that may name something: neither its documentation nor the keys by which it looks up."""
    tree = ast.parse(module)
    told = {
        id(node.value if isinstance(node, ast.Expr) else node.slice)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr | ast.Subscript)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


@cache
def words() -> frozenset[str]:
    """Every word that may be a class, or a part of one."""
    found = set(WORD.findall(COLOURS.read_text(encoding="utf-8")))
    for path in ROOMS.rglob("*"):
        if path.suffix == ".py":
            found |= {
                word for text in texts_in(path.read_text(encoding="utf-8")) for word in WORD.findall(text)
            }
        elif path.suffix in WRITTEN:
            found |= set(WORD.findall(path.read_text(encoding="utf-8")))
    return frozenset(found)


@cache
def words_of_theme() -> frozenset[str]:
    """Every word in the theme's pages and style sheets."""
    files = (path for path in Path(get_theme_dir("material")).rglob("*") if path.suffix in {".html", ".css"})
    return frozenset(word for path in files for word in WORD.findall(path.read_text(encoding="utf-8")))


def is_in_use(name: str) -> bool:
    """Whether a class is written somewhere: whole, or joined of two parts that are."""
    if name.startswith(THEME):
        return name in words_of_theme() or any(
            is_joined(name, end, words_of_theme()) for end in range(1, len(name))
        )
    return (
        name in words() | OF_MARKDOWN
        or name in words_of_theme()
        or any(is_joined(name, end, words()) for end in range(1, len(name)))
    )


def is_joined(name: str, end: int, beginnings: frozenset[str]) -> bool:
    """Whether a class is a beginning that is written, ``chip--``, and something written that completes it."""
    beginning, rest = name[:end], name[end:]
    return (
        beginning.endswith(("-", "__"))
        and beginning in beginnings
        and (rest.isdecimal() or not words().isdisjoint({rest, rest.replace("-", "_")}))
    )


@each_case("sheet", SHEETS)
def test_every_class_of_a_style_sheet_is_in_use(sheet: Path) -> None:
    gone = {each for each in classes_of(sheet.read_text(encoding="utf-8")) if not is_in_use(each)}
    assert not gone


@pytest.mark.parametrize("name", ["step__vanished", "chip--vanished", "vanished--draft", "md-vanished"])
def test_a_class_that_nothing_has_is_noticed(name: str) -> None:
    assert classes_of(f".md-typeset .{name}:hover {{}} .x {{ content: '.y' }}") == {"md-typeset", name, "x"}
    assert not is_in_use(name)
