"""What extensions of Markdown a site has on, and the signs that mean something only with one of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.commonmark import Dialect
from generator.data_files import read_data
from generator.project import EXTENSIONS_OF_PAGES, SiteSettings
from generator.yamltext import PlainNode

_BUNDLES = {
    "extra": ("abbr", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables"),
    "pymdownx.extra": (
        "abbr",
        "attr_list",
        "def_list",
        "footnotes",
        "md_in_html",
        "pymdownx.superfences",
        "tables",
    ),
}
"""Extensions that switch others on."""
_OF_BODIES = frozenset(("fenced_code", "footnotes", "tables"))
"""What items of knowledge know of these: the product shows them itself."""
_FAMILIES = ("pymdownx.blocks",)
"""Extensions of which any brings the form that all have."""
_PREFIX = "markdown.extensions."
_SETTINGS = ("markdown_extensions", "plugins")
_DIAGRAMS = ("pymdownx.superfences", "custom_fences")


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that only an extension reads.

    Attributes:
        name: of the wording that tells it.
        pattern: finds it.
        on_by: the extensions.
        is_of_pages: whether it counts on pages only.
    """

    name: str
    pattern: re.Pattern[str]
    on_by: frozenset[str]
    is_of_pages: bool


def signs(dialect: Dialect, switched_on: frozenset[str]) -> Iterator[Sign]:
    """The signs that are shown as they are written in a text of a dialect."""
    known = switched_on if dialect is Dialect.PAGE else _OF_BODIES
    for sign in _signs():
        if not sign.on_by & known and (dialect is Dialect.PAGE or not sign.is_of_pages):
            yield sign


def switched_on(site: SiteSettings | None) -> frozenset[str]:
    """The extensions and plugins that a site has on, and those that every site has."""
    named = [name for key in _SETTINGS for name, _ in named_in(site.find(key) if site is not None else None)]
    plain = [each.text.removeprefix(_PREFIX).partition(":")[0] for each in named]
    families = [each for each in _FAMILIES if any(name.startswith(each) for name in plain)]
    bundled = [each for name in plain for each in _BUNDLES.get(name, ())]
    return frozenset((*EXTENSIONS_OF_PAGES, *plain, *families, *bundled))


def drawn_fences(site: SiteSettings | None) -> frozenset[str]:
    """The words behind fences of which the settings say that something else than code is made of them."""
    extension, option = _DIAGRAMS
    node = site.find("markdown_extensions") if site is not None else None
    options = next((each for name, each in named_in(node) if name.text == extension), None)
    fences = options.get(option) if options is not None else None
    named = (each.get("name") for each in (fences.items if fences is not None else ()))
    return frozenset(each.text for each in named if each is not None)


def named_in(node: PlainNode | None) -> Iterator[tuple[PlainNode, PlainNode | None]]:
    """The names that a list or mapping of the settings gives, each with its options."""
    yield from node.entries.values() if node is not None else ()
    for item in node.items if node is not None else ():
        if item.kind == "map" and len(item.entries) == 1:
            yield next(iter(item.entries.values()))
        else:
            yield item, None


@cache
def _signs() -> tuple[Sign, ...]:
    said: dict[str, dict[str, Any]] = read_data(Path(__file__).with_name("markdown_signs.yml"))
    return tuple(
        Sign(name, re.compile(each["pattern"], re.MULTILINE), frozenset(each["on_by"]), "in" in each)
        for name, each in said.items()
    )
