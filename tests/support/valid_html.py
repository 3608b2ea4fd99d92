"""What is wrong with a finished page as HTML: what its reader stumbles over, and what its parts say of one another."""

from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from tinyhtml5.parser import HTMLParser

_LABELABLE = frozenset(("button", "input", "meter", "output", "progress", "select", "textarea"))
_COMPLETED = frozenset(("checkbox", "radio", "button", "submit", "reset", "file", "image"))
"""The inputs for which there is nothing to complete."""
_REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls")


def faults(text: str) -> list[str]:
    """What is wrong with a page; each with where, or with what it names."""
    parser: Any = HTMLParser(namespace_html_elements=False)
    root: Element = parser.parse(text)
    stumbles = [f"{line}:{column} {code}" for (line, column), code, _ in parser.errors]
    return [*stumbles, *_of_ids(root), *_of_refreshing(root)]


def _of_ids(root: Element) -> Iterator[str]:
    """Ids that stand twice, that nothing has, and what is said of the wrong element."""
    elements = {each.get("id", ""): each for each in root.iter() if each.get("id")}
    yield from (
        f"twice: {name}"
        for name, count in Counter(each.get("id") for each in root.iter()).items()
        if name and count > 1
    )
    for each in root.iter():
        for name in (name for key in _REFERENCES for name in each.get(key, "").split()):
            if name not in elements:
                yield f"nothing is called {name}"
        if (
            each.tag == "label"
            and (field := each.get("for"))
            and elements.get(field, each).tag not in _LABELABLE
        ):
            yield f"a label for nothing: {field}"
        if each.tag == "input" and each.get("autocomplete") and each.get("type") in _COMPLETED:
            yield f"nothing to complete: {each.get('id')}"


def _of_refreshing(root: Element) -> Iterator[str]:
    for each in root.iter("meta"):
        if each.get("http-equiv") == "refresh" and "; url=" not in each.get("content", ""):
            yield f"no address to go to: {each.get('content')}"
