"""The manual on paper: its printed tree as PDF, set with Typst, with an exact Thai text layer.

`print_edition` prints an edition or some of its procedures, `print_manual` a tree that is composed already. `is_print`
knows what was printed here.
"""

from generator.paper.chart_nodes import ChartTooLargeError
from generator.paper.marks import is_print, page_count
from generator.paper.printing import print_edition, print_manual
from generator.paper.typesetting import TypesettingError

__all__ = [
    "ChartTooLargeError",
    "TypesettingError",
    "is_print",
    "page_count",
    "print_edition",
    "print_manual",
]
