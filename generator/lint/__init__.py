"""The rules about what a project says, each with one id and one documented pass and fail pair.

`judge` applies all of them. Their words and examples stand in ``diagnostics/rules/``; the author's reference is made
of both in `generator.lint.reference`, which only maintainers import.
"""

from generator.lint.judging import error_lines, judge, judge_site_settings, limited, linked_places
from generator.lint.rules.steps import steps_of
from generator.lint.rules.written_links import MOST_ANCHORS, LinkedPlace

__all__ = [
    "MOST_ANCHORS",
    "LinkedPlace",
    "error_lines",
    "judge",
    "judge_site_settings",
    "limited",
    "linked_places",
    "steps_of",
]
