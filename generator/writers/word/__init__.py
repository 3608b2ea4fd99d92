"""The printed manual as a Word document (ISO/IEC 29500, transitional): real styles, numbering, fields and tables."""

from generator.writers.word.book import word_document

__all__ = ["word_document"]
