"""How lengths in px are rounded, so that every machine comes to the same bytes."""

from math import ceil


def even(length: float) -> float:
    """The next even whole number: halves of it are whole, so that no Graphviz rounds it differently."""
    return 2.0 * ceil(length / 2 - 1e-6)


def to_half(length: float) -> float:
    """The nearest multiple of half a px, to which all places are rounded."""
    return round(length * 2) / 2
