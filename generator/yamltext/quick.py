"""The fast way for the many files without mistakes: YAML text straight to data, without places.

It is the same reading as `generator.yamltext.composer`, which explains and locates; as soon as anything at all is
unusual, this one gives up and leaves the file to that one. Checking a thousand procedures takes half the time by it.
"""

from collections.abc import Callable
from typing import Any, cast

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml._yaml import CParser
from yaml.reader import ReaderError

from generator.yamltext.composer import MAXIMUM_DEPTH, YamlData, is_suspicious_folding


def quick_data(text: str) -> dict[str, YamlData] | None:
    """What a YAML text says.

    Args:
        text: the text of a file.

    Returns:
        Its data; None when the text is no mapping, or when anything is wrong or unusual about it.
    """
    parser = CParser(text)
    try:
        return _read(parser)
    except (MarkedYAMLError, ReaderError):
        return None
    finally:
        parser.dispose()


def _read(parser: CParser) -> dict[str, YamlData] | None:  # noqa: C901, PLR0911, PLR0912  # one loop for speed
    """Build the data from events."""
    next_event: Callable[[], Any] = parser.get_event
    root: Any = None
    parent: Any = None
    key: str | None = None
    above: list[Any] = []
    while True:
        event = next_event()
        kind = type(event)
        if kind is ScalarEvent:
            node: Any = event.value
            if event.anchor is not None or event.tag is not None or parent is None:
                return None
            if (
                not event.style
                and event.start_mark.line != event.end_mark.line
                and is_suspicious_folding(node)
            ):
                return None
            if key is not None:
                parent[key], key = node, None
            elif type(parent) is list:
                parent.append(node)
            elif node in parent:
                return None
            else:
                key = node
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            node = {} if kind is MappingStartEvent else []
            if event.anchor is not None or event.tag is not None or len(above) >= MAXIMUM_DEPTH:
                return None
            if key is not None:
                parent[key], key = node, None
            elif type(parent) is list:
                parent.append(node)
            elif root is None and kind is MappingStartEvent:
                root = node
            else:
                return None
            above.append(parent)
            parent = node
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            parent = above.pop()
        elif kind is AliasEvent or (kind is DocumentStartEvent and root is not None):
            return None
        elif kind is StreamEndEvent:
            return cast("dict[str, YamlData] | None", root)
