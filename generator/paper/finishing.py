"""What only the whole book shows: which places there are, and whether a heading is too deep below the one before it."""

from collections.abc import Iterator
from typing import Any

from generator.paper.nodes import Node

DEEPEST = 6
"""The deepest level of a heading that a PDF knows."""


def places_in(value: object) -> Iterator[str]:
    """The places that are named in nodes."""
    if isinstance(value, dict):
        yield from (value[key] for key in ("id", "heading_id") if key in value)
        for inner in value.values():
            yield from places_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from places_in(inner)


def linked_in(value: object) -> Iterator[str]:
    """The places that links in nodes lead to."""
    if isinstance(value, dict):
        if value.get("k") == "to":
            yield value["to"]
        for inner in value.values():
            yield from linked_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from linked_in(inner)


def level_headings(chapters: list[Node]) -> None:
    """Lift headings that skip a level: readers who hear the book count them."""
    above = 0
    for heading in (each for chapter in chapters for each in _headings(chapter)):
        above = heading["l"] = min(heading["l"], above + 1, DEEPEST)


def _headings(value: Any) -> Iterator[Node]:  # noqa: ANN401 - any part of a node
    if isinstance(value, dict):
        if "l" in value:
            yield value
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from _headings(inner)
