"""The manual on paper: its printed tree as PDF, set with Typst, with an exact Thai text layer.

`print_edition` prints an edition or some of its procedures, `print_manual` a tree that is composed already,
`print_form` one of the forms that offices hand in. `is_print` knows what was printed here.
"""

from generator.paper.forms import PRINTED_FORMS, print_form
from generator.paper.marks import is_print, page_count
from generator.paper.printing import ChartPrintError, PrintError, print_edition, print_manual
from generator.paper.typesetting import reason_not_shown

__all__ = [
    "PRINTED_FORMS",
    "ChartPrintError",
    "PrintError",
    "is_print",
    "page_count",
    "print_edition",
    "print_form",
    "print_manual",
    "reason_not_shown",
]
