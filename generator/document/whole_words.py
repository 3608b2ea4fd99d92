"""Names that break over lines only between words: browsers also break inside the long ones that offices are made of."""

from collections.abc import Callable
from functools import cache

from markupsafe import Markup

from generator.thai import Segmenter

_WORD = Markup('<span class="word">{}</span>')
_SHORTEST, _LONGEST = 4, 20
"""How many characters a word has that is kept whole: fewer are never broken, more may be wider than a phone."""


def name_writer(segmenter: Segmenter) -> Callable[[str], Markup]:
    """A writer of names.

    Args:
        segmenter: finds the words of a name.

    Returns:
        A function from a plain text to HTML, escaped, in which each longer Thai word is marked to stay on one line.
        The names of a manual come again and again, so what it has written it keeps.
    """
    parts = name_parts(segmenter)

    @cache
    def write(text: str) -> Markup:
        return Markup("").join(_WORD.format(part) if is_whole else part for part, is_whole in parts(text))

    return write


def name_parts(segmenter: Segmenter) -> Callable[[str], list[tuple[str, bool]]]:
    """What cuts names: a function from a plain text to its parts, each with whether it is to stay on one line."""

    @cache
    def parts(text: str) -> list[tuple[str, bool]]:
        words = (part for word in segmenter.words(text) for part in segmenter.parts(word))
        return [(word, _is_kept_whole(word)) for word in words]

    return parts


def _is_kept_whole(word: str) -> bool:
    """Whether a browser might break the word, and no line is too short for it."""
    return _SHORTEST <= len(word) <= _LONGEST and not word.isascii()
