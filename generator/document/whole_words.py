"""Texts that break over lines only between words: browsers also break inside those that offices are made of."""

from functools import lru_cache

from markupsafe import Markup, escape

from generator.thai import whole_words

_WORD = Markup('<span class="word">{}</span>')


@lru_cache(20_000)
def write_words(text: str) -> Markup:
    """A plain text as HTML, escaped, in which each word that browsers would break is marked to stay on one line."""
    parts = whole_words(text)
    return Markup("").join(_WORD.format(part) if is_whole else escape(part) for part, is_whole in parts)
