"""Names as inline parts whose longer words stay whole: on cards and in titles, which Markdown has no links around."""

from collections.abc import Callable

from generator.document import Inlines, Words, name_parts, span
from generator.thai import Segmenter

Namer = Callable[[str], Inlines]
"""Makes inline parts of a plain name."""


def whole_names(segmenter: Segmenter) -> Namer:
    """What makes inline parts of names, each on one line; the segmenter finds their words."""
    parts = name_parts(segmenter)

    def named(name: str) -> Inlines:
        cut = parts(" ".join(name.split()))
        return tuple(span("word", part) if is_whole else Words(part) for part, is_whole in cut)

    return named
