"""A text as YAML: as plain as it can be, and read back as exactly the same text whatever is in it."""

import json
import re

from generator.yamltext import YamlData, quick_data, quoted

_PLAIN = re.compile(
    r"[a-z0-9\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59][\w .,()/\u0e01-\u0e4e\u0e50-\u0e59-]*",
    re.IGNORECASE | re.ASCII,
)
_UNPRINTABLE = re.compile(
    "[^\x20-\x7e\xa1-\xac\xae-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def yaml_scalar(text: str) -> str:
    """Write a text as one YAML scalar on one line.

    Args:
        text: any text of Unicode characters, line breaks and invisible characters among them.

    Returns:
        The text itself, or in quotation marks, or in double ones with escapes.
    """
    for candidate in (text, quoted(text)):
        is_candidate = candidate != text or _PLAIN.fullmatch(text)
        if is_candidate and not _UNPRINTABLE.search(text) and _reading(candidate) == text:
            return candidate
    return _UNPRINTABLE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _reading(scalar: str) -> YamlData | None:
    """What is read where a scalar stands behind a key; None when it is not simply a text."""
    data = quick_data(f"key: {scalar}\n")
    return data["key"] if data is not None and data.keys() == {"key"} else None


def _escaped(match: re.Match[str]) -> str:
    """A character as YAML escapes it, by its code."""
    code = ord(match[0])
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
