"""The manual on paper: its printed tree as PDF, set with Typst, with an exact Thai text layer."""

from generator.paper.printing import print_manual
from generator.paper.typesetting import TypesettingError

__all__ = ["TypesettingError", "print_manual"]
