"""What is told of a mistake: the rules' words (a file each in ``rules/``), and how problems are shown.

`found` makes a `Problem` of a rule's id, a place and details; `closest` and its like guess what was meant, for hints;
`render_text` and its like show problems to people, programs and what reviews changes; `tell_unexpected` tells of
errors of the program itself.
"""

from generator.diagnostics.findings import Rule, found, mendable, rule, rule_ids
from generator.diagnostics.quotations import LONGEST_QUOTATION, shown, visible, with_spaces
from generator.diagnostics.rendering import (
    render_github,
    render_github_mends,
    render_github_summary,
    render_json,
    render_mends,
    render_text,
)
from generator.diagnostics.review_formats import render_gitlab, render_sarif
from generator.diagnostics.suggestions import closest, closest_by_title, meant, slip_of, unspaced
from generator.diagnostics.unexpected import tell_unexpected

__all__ = [
    "LONGEST_QUOTATION",
    "Rule",
    "closest",
    "closest_by_title",
    "found",
    "meant",
    "mendable",
    "render_github",
    "render_github_mends",
    "render_github_summary",
    "render_gitlab",
    "render_json",
    "render_mends",
    "render_sarif",
    "render_text",
    "rule",
    "rule_ids",
    "shown",
    "slip_of",
    "tell_unexpected",
    "unspaced",
    "visible",
    "with_spaces",
]
