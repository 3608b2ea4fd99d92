"""Texts as XML can hold them, whatever an author wrote."""

from typing import Final

_REPLACEMENT = "\ufffd"
_ALLOWED_CONTROLS = (0x09, 0x0A, 0x0D)
_FORBIDDEN: Final = {
    code: _REPLACEMENT
    for code in (*range(0x20), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000))
    if code not in _ALLOWED_CONTROLS
}
"""What XML cannot hold, not even escaped (XML 1.0, 2.2)."""


def xml_text(text: str) -> str:
    """A text in which characters that XML cannot hold are replaced; it is still to be escaped."""
    return text.translate(_FORBIDDEN)
