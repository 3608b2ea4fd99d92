"""What is printed as a Word document (ISO/IEC 29500, transitional): real styles, numbering, fields and tables.

`word_document` writes the manual, `flow_sheets_document` the form with the chart inside a table.
"""

from generator.writers.word.book import word_document
from generator.writers.word.flow_sheets import flow_sheets_document

__all__ = ["flow_sheets_document", "word_document"]
