"""Rules about the heads of pages written by hand: what the engine and its theme take, and what they would swallow."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import generator
from generator.data_files import read_json_data
from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.problems import Problem
from generator.project import WrittenPage
from generator.yamltext import PlainNode

_DATA = Path(__file__).parent / "page_head.json"
_SCALARS = ("str", "int", "float", "bool", "timestamp")
_KINDS = {"text": ("str",), "word": _SCALARS, "list": ("seq", "str"), "mapping": ("map",)}
_NUMBERS = ("int", "float")
_FIELD_OF_OLD = re.compile(r"[ ]{0,3}(?P<key>[A-Za-z0-9_-]+):")
"""A line that the engine takes for a field though no line opens a head."""
_OWN_THEME = Path(generator.__file__).parent / "site" / "theme"
_BESIDE_THE_THEME = "material.templates"
NOTHING = "null"
_ICONS, _ICON_SUFFIX = ".icons", ".svg"


def page_heads(facts: ProjectFacts) -> Iterator[Problem]:
    """`page-head`."""
    for page in facts.project.pages:
        if page.is_readable:
            yield from _swallowed(page) if page.body_start == 0 else _head(facts, page)


def _swallowed(page: WrittenPage) -> Iterator[Problem]:
    """First lines that look like fields, which the engine takes out of the page."""
    match = _FIELD_OF_OLD.match(page.source.text)
    if match is not None and match["key"].lower() not in _known():
        yield found("page-head", page.source.place(*match.span()), "swallowed", text=match[0].strip())


def _head(facts: ProjectFacts, page: WrittenPage) -> Iterator[Problem]:
    """What is wrong with a head."""
    if page.head is None:
        return  # told when it was read, or empty
    if page.head.kind != "map":
        yield found("page-head", page.head.place(page.source), "no-fields")
        return
    for key, (name, value) in page.head.entries.items():
        wanted = next((each for each in _KINDS if key in _data()[each]), None)
        if wanted is not None and value.kind not in _KINDS[wanted]:
            place = (name if value.kind == NOTHING else value).place(page.source)
            scalar = value.text if value.kind in _SCALARS else None
            yield found("page-head", place, wanted, key=key, value=scalar)
        elif wanted == "list" and any(item.kind not in _SCALARS for item in value.items):
            yield found("page-head", value.place(page.source), wanted, key=key)
        elif key == "search" and (boost := value.entries.get("boost")) and boost[1].kind not in _NUMBERS:
            yield found("page-head", boost[1].place(page.source), "number", key="boost")
        elif key in ("template", "icon") and not _is_in_theme(facts, key, value):
            yield found("page-head", value.place(page.source), key, value=value.text)


def _is_in_theme(facts: ProjectFacts, key: str, value: PlainNode) -> bool:
    """Whether the theme has a template or an icon."""
    site = facts.project.site
    custom = site.find("theme", "custom_dir") if site is not None else None
    own = facts.project.root / custom.text if custom is not None else None
    folders = [each for each in (own, _OWN_THEME, *_theme_folders()) if each is not None]
    name = f"{_ICONS}/{value.text}{_ICON_SUFFIX}" if key == "icon" else value.text
    is_plain = ".." not in name and not name.startswith("/") and "\0" not in name
    return is_plain and any((folder / name).is_file() for folder in folders)


@cache
def _theme_folders() -> tuple[Path, ...]:
    """The folders of the theme that comes with the product."""
    spec = find_spec(_BESIDE_THE_THEME)
    places = spec.submodule_search_locations if spec is not None else None
    return tuple(Path(each) for each in places or ())


def _known() -> frozenset[str]:
    """The fields that somebody reads."""
    return frozenset(each for listed in _data().values() for each in listed)


@cache
def _data() -> dict[str, Any]:
    """The fields, by what they hold."""
    content: dict[str, Any] = read_json_data(_DATA)
    return content
