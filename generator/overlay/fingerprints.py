"""What parts of a procedure say, made comparable: a fingerprint for a file, one line of each side for a message."""

import json
import re
from collections.abc import Callable
from hashlib import sha256
from unicodedata import category

from generator.overlay.items import folded
from generator.yamltext import YamlData

FINGERPRINT_LENGTH = 8
FINGERPRINT_PATTERN = re.compile(rf"[0-9a-f]{{{FINGERPRINT_LENGTH}}}")
LONGEST_SIDE = 150
"""In characters; of a longer text a message shows the part that matters."""
LEAD_IN = 30
"""How many characters before the first difference are shown with it."""


def fingerprint(data: YamlData) -> str:
    """A short name of what a part of a procedure says.

    Args:
        data: the part, as read from YAML.

    Returns:
        8 hexadecimal digits: the beginning of the SHA-256 of the part as JSON with sorted keys. White space counts
        once, as folding a text over other lines does not change what it says.
    """
    canonical = json.dumps(_folded_data(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()[:FINGERPRINT_LENGTH]


def say_the_same(one: YamlData, other: YamlData, fill: Callable[[str], str] = str) -> bool:
    """Whether two parts say the same once values are filled in, however their lines are folded."""
    return _folded_data(one, fill) == _folded_data(other, fill)


def in_one_line(data: YamlData) -> str:
    """What a part says, for a message: its texts behind one another, or a nameless part's own text."""
    if isinstance(data, str):
        return folded(data)
    inner = data if isinstance(data, list) else [data[key] for key in data]
    return " · ".join(filter(None, map(in_one_line, inner)))


def side_by_side(one: YamlData, other: YamlData) -> tuple[str, str]:
    """What two parts say, for a message; of long ones the stretch in which they first differ."""
    texts = in_one_line(one), in_one_line(other)
    if max(map(len, texts)) <= LONGEST_SIDE:
        return texts
    alike = next((at for at, (left, right) in enumerate(zip(*texts, strict=False)) if left != right), None)
    start = max(0, (min(map(len, texts)) if alike is None else alike) - LEAD_IN)
    return _stretch(texts[0], start), _stretch(texts[1], start)


def _stretch(text: str, start: int) -> str:
    """A part of a text no longer than `LONGEST_SIDE`, no letter without its signs; ``…`` is what is left out."""
    if start:
        space = text.find(" ", start, start + LEAD_IN)
        start = space + 1 if space >= 0 else start
    end = start + LONGEST_SIDE
    while 0 < start < len(text) and category(text[start]).startswith("M"):
        start -= 1
    while end < len(text) and category(text[end]).startswith("M"):
        end -= 1
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"


def _folded_data(data: YamlData, fill: Callable[[str], str] = str) -> YamlData:
    if isinstance(data, str):
        return folded(fill(data))
    if isinstance(data, list):
        return [_folded_data(each, fill) for each in data]
    return {key: _folded_data(value, fill) for key, value in data.items()}
