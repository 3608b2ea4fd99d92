"""The parts of a site's settings with which the engine is not known to work, so that somebody has to try them out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.data_files import read_json_data
from generator.project.site_settings import SiteSettings
from generator.yamltext import PlainNode

_DATA = Path(__file__).parent / "plain_site_settings.json"
_ITEM = "-"
_OF_ENVIRONMENT = "!ENV"
_JUDGED = "site_url"
"""The setting of which rules judge what the machine says too (`generator.lint.rules.site_addresses`)."""
_PLAIN = ("str", "bool", "null", _OF_ENVIRONMENT)
"""Of what kind the values are that the engine takes for settings of which it does not matter what they say."""


class UnusualPart(NamedTuple):
    """A part of the settings of which only the engine can say whether it works.

    Attributes:
        setting: the setting that it belongs to: ``theme``.
        key: its own key: ``language``.
        text: what it says.
        node: where it stands.
    """

    setting: str
    key: str
    text: str
    node: PlainNode


def unusual_parts(settings: SiteSettings, environment: Mapping[str, str]) -> list[UnusualPart]:
    """What settings hold, apart from what rules judge, that is not known to work.

    Args:
        settings: that were read without errors.
        environment: the variables of the machine, which settings may name.
    """
    known, ignored = _data()["known"], _data()["never_matters"]
    parts = []
    for key, (name, value) in settings.root.entries.items() if settings.root is not None else ():
        named = _variables(value) if key != _JUDGED else ()
        parts += [UnusualPart(key, key, each, name) for each in named if each in environment]
        for path, leaf in _leaves(key, value):
            if key in ignored:
                is_unusual = leaf.kind not in _PLAIN
            else:
                is_unusual = (
                    leaf.is_open
                    or path not in known
                    or (known[path] is not None and leaf.text not in known[path])
                )
            if is_unusual:
                own = next(each for each in reversed(path.split("/")) if each != _ITEM)
                parts.append(UnusualPart(key, own, leaf.text or own, leaf))
    return parts


def part_named_in(said: str, parts: Sequence[UnusualPart]) -> UnusualPart | None:
    """The part that is named in what was said, the longest; the first of them when none is; None of no parts."""

    def is_named(part: UnusualPart) -> bool:
        return any(
            re.search(rf"(?<![\w/-]){re.escape(each)}(?![\w-])", said) for each in (part.key, part.text)
        )

    named = [each for each in parts if is_named(each)]
    return max(named, key=lambda each: len(each.text)) if named else next(iter(parts), None)


def _leaves(path: str, node: PlainNode) -> Iterator[tuple[str, PlainNode]]:
    """Every single value below a node, with the way to it; a mapping that is taken over from elsewhere is one."""
    if node.kind not in ("map", "seq") or node.is_open or not (node.items or node.entries):
        yield path, node
    for key, (_, value) in node.entries.items():
        yield from _leaves(f"{path}/{key}", value)
    for item in node.items:
        yield from _leaves(f"{path}/{_ITEM}", item)


def _variables(node: PlainNode) -> Iterator[str]:
    """The variables of the machine that a setting names."""
    if node.kind == _OF_ENVIRONMENT:
        yield from (each.text for each in (node, *node.items))


@cache
def _data() -> dict[str, Any]:
    """What is known to work."""
    content: dict[str, Any] = read_json_data(_DATA)
    return content
