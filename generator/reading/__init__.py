"""From files to a `Manual`: reading, checking, and telling an author what is wrong where."""

from generator.reading.editions import Editions, read_editions
from generator.reading.judging import concerning
from generator.reading.loader import edition_ids, load_manual, stale_chart_problems

__all__ = [
    "Editions",
    "concerning",
    "edition_ids",
    "load_manual",
    "read_editions",
    "stale_chart_problems",
]
