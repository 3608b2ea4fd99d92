"""Elements of XML as text, whose attributes and texts are always escaped."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from generator.writers.xml_text import xml_text

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = {
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
"""Of the main part, and of all that stands in it."""


def element(name: str, content: str | Iterable[str] = "", attributes: Mapping[str, str] | None = None) -> str:
    """One element.

    Args:
        name: with its prefix: ``w:p``.
        content: elements, or a text that went through `escaped`.
        attributes: by their names, likewise.
    """
    inside = content if isinstance(content, str) else "".join(content)
    written = "".join(f" {key}={_quoted(value)}" for key, value in (attributes or {}).items())
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def valued(name: str, value: str | int) -> str:
    """An element of WordprocessingML that has a value and nothing else: ``<w:jc w:val="left"/>``."""
    return element(name, attributes={"w:val": str(value)})


def escaped(text: str) -> str:
    """A text as it stands in an element; characters that XML cannot hold are replaced."""
    return escape(xml_text(text))


def _quoted(value: str) -> str:
    return quoteattr(xml_text(value), {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
