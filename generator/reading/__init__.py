"""From files to a `Manual`: reading, checking, and telling an author what is wrong where."""

from generator.reading.loader import edition_ids, load_manual, stale_chart_problems

__all__ = ["edition_ids", "load_manual", "stale_chart_problems"]
