"""The manual on paper: its printed tree as PDF, set with Typst, with an exact Thai text layer."""

from generator.paper.forms import FORMS, PrintedForm, print_form
from generator.paper.printing import print_manual
from generator.paper.typesetting import TypesettingError

__all__ = ["FORMS", "PrintedForm", "TypesettingError", "print_form", "print_manual"]
