"""Where code stands in Markdown: it is shown as it is written, so that it may show what is wrong elsewhere."""

import re
from collections.abc import Iterator
from functools import lru_cache

_FENCE = re.compile(
    r"^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(?P<fence>`{3,}|~{3,})(?P<rest>[^\n]*)$", re.MULTILINE
)
_SPAN = re.compile(r"(?<![`\\])(?P<marks>`+)(?!`).+?(?<!`)(?P=marks)(?!`)")
_VISIBLE = re.compile(r"[^\n]")

_MOST_KEPT = 256
"""How many texts are kept: several rules ask for the same, and a desk asks them again after every edit."""


@lru_cache(maxsize=_MOST_KEPT)
def without_code(text: str, start: int = 0, filler: str = " ") -> str:
    """A text, as long as before and with the same lines, with a filler where code stands from an index on.

    Args:
        text: Markdown.
        start: where it begins; what stands before is left as it is.
        filler: one character.
    """
    parts, end = [], 0
    for first, last in _fenced(text, start):
        parts += [text[end:first], _VISIBLE.sub(filler, text[first:last])]
        end = last
    outside = "".join([*parts, text[end:]])
    return outside[:start] + _SPAN.sub(lambda match: filler * len(match[0]), outside[start:])


def _fenced(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The stretches from one fence to the next that closes it; without one it is no code to the engine."""
    opening = None
    for match in _FENCE.finditer(text, start):
        fence, rest = match["fence"], match["rest"]
        if opening is None:
            opening = match if fence[0] == "~" or "`" not in rest else None
        elif fence.startswith(opening["fence"]) and not rest.strip():
            yield opening.start(), match.end()
            opening = None
