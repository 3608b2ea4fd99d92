"""Finds the words of texts where no manual is at hand whose own words count."""

from functools import cache

from generator.thai import Segmenter


@cache
def word_finder() -> Segmenter:
    """What cuts texts into words; made once."""
    return Segmenter()
