"""Texts that break over lines only between words, as browsers break inside those that offices are made of.

What is in another language than the page is marked as such.
"""

from functools import lru_cache

from markupsafe import Markup, escape

from generator.document.other_languages import in_languages
from generator.thai import whole_words
from generator.words import present_language

_WORD = Markup('<span class="word">{}</span>')
_IN_LANGUAGE = Markup('<span lang="{}">{}</span>')


def write_words(text: str) -> Markup:
    """A plain text as HTML, escaped, in which each word that browsers would break is marked to stay on one line."""
    return _written(text, present_language())


@lru_cache(20_000)
def _written(text: str, _of_page: str) -> Markup:
    """A text on a page in a language, which is the one that is spoken."""
    return Markup("").join(
        _IN_LANGUAGE.format(language, _whole(part)) if language else _whole(part)
        for part, language in in_languages(text)
    )


def _whole(text: str) -> Markup:
    parts = whole_words(text)
    return Markup("").join(_WORD.format(part) if is_whole else escape(part) for part, is_whole in parts)
