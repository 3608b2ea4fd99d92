"""The rules about what a project says, each with one id and one documented pass and fail pair.

`judge` applies all of them. Their words and examples stand in ``diagnostics/rules/``; the author's reference is made
of both in `generator.lint.reference`, which only maintainers import.
"""

from generator.lint.judging import error_lines, judge, judge_site_settings, limited
from generator.lint.rules.bodies import BODY_KEYS
from generator.lint.rules.steps import steps_of

__all__ = [
    "BODY_KEYS",
    "error_lines",
    "judge",
    "judge_site_settings",
    "limited",
    "steps_of",
]
