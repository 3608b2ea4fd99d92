"""The theme's styles without what the settings do not switch on: a quarter of what every reader waits for first.

Nor with what costs every reader more than it gives.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from pydantic import BaseModel

from generator.data_files import read_data

PIECE = re.compile(
    r"""/\*.*?\*/|[^{}"'(/]+|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:"[^"]*"|'[^']*'|[^()"']|\([^()]*\))*\)|.""",
    re.DOTALL,
)
"""Remarks; whole, where braces and commas mean nothing: texts, and what stands in parentheses; braces."""
COMMA = re.compile(r",(?![^(\[]*[)\]])")
"""A comma between selectors, not one inside a condition of them."""
_COLOUR = re.compile(r"\[data-md-color-(primary|accent)=([\w-]+)\]")
"""What asks for a colour of the theme's by its name."""
_USUAL_COLOUR = "indigo"
"""The theme's colour where settings name none."""


class _Told(BaseModel):
    """What ``theme_styles.yml`` says: parts of selectors, by what switches them on, or by what they would give."""

    extensions: dict[str, list[str]]
    extra: dict[str, list[str]]
    features: dict[str, list[str]]
    plugins: dict[str, list[str]]
    direction: dict[str, list[str]]
    replaced: dict[str, list[str]]
    costly: dict[str, list[str]]


_TOLD = _Told.model_validate(read_data(Path(__file__).with_suffix(".yml")))


def styles_in_use(text: str, config: MkDocsConfig) -> str:
    """A style sheet of the theme without the rules that no page of a site can need.

    Args:
        text: the sheet, as the theme brings it.
        config: the site's configuration.
    """
    return _without(text, _switched_off(config) | _other_colours(text, config))


def _other_colours(text: str, config: MkDocsConfig) -> frozenset[str]:
    """The parts of selectors that ask for colours which the settings do not choose."""
    palette = config.theme.get("palette") or ()
    options = [palette] if isinstance(palette, Mapping) else palette
    chosen = {
        (part, (option.get(part) or _USUAL_COLOUR).replace(" ", "-"))
        for option in options
        for part in ("primary", "accent")
    }
    return frozenset(found[0] for found in _COLOUR.finditer(text) if found.groups() not in chosen)


def _switched_off(config: MkDocsConfig) -> frozenset[str]:
    """The parts of selectors of what nothing in the settings switches on."""
    on: dict[str, set[object]] = {
        "extensions": {str(each) for each in config.markdown_extensions},
        "extra": {key for key, value in config.extra.items() if value},
        "features": {*config.theme.get("features", ())},
        "plugins": {*config.plugins},
        "direction": {config.theme.get("direction")},
    }
    parts: dict[bool, set[str]] = {True: set(), False: set()}
    for kind, named in _TOLD:
        for name, told in named.items():
            parts[name in on.get(kind, ())].update(told)
    return frozenset(parts[False] - parts[True])


@cache
def _without(text: str, parts: frozenset[str]) -> str:
    pieces = (piece for piece in PIECE.findall(text) if not piece.startswith("/*"))
    return "".join(_kept(pieces, parts))


def _kept(pieces: Iterator[str], parts: frozenset[str]) -> Iterator[str]:
    """The rules up to the end of a block, without those for whose selectors alone nothing is left."""
    head = ""
    for piece in pieces:
        if piece == "{":
            is_block = head.lstrip().startswith(("@media", "@supports"))
            body = "".join(_kept(pieces, parts)) if is_block else _body(pieces)
            kept = head if head.lstrip().startswith("@") else _selectors(head, parts)
            if kept and (body or not is_block):
                yield f"{kept}{{{body}}}"
            head = ""
        elif piece == "}":
            return
        else:
            head += piece
            if head.endswith(";"):
                yield head
                head = ""


def _body(pieces: Iterator[str]) -> str:
    """What stands in a block that is no condition, blocks inside it whole."""
    text, depth = "", 1
    for piece in pieces:
        depth += (piece == "{") - (piece == "}")
        if not depth:
            break
        text += piece
    return text


def _selectors(head: str, parts: frozenset[str]) -> str:
    """The selectors of a rule that something can match."""
    return ",".join(each for each in COMMA.split(head) if not any(part in each for part in parts))
