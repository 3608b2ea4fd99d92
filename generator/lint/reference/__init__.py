"""The author's reference, made of the models and the rules themselves: ``docs/authors/reference.md``."""

from generator.lint.reference.page import author_reference

__all__ = ["author_reference"]
