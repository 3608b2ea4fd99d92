"""Khumue: structured procedures in YAML become a charted, searchable Thai manual.

The rooms of the package, each importing only from those before it:
problems → model → reading → (thai, charts) → pages, search, printing, editing → site → cli.
"""

__version__ = "0.1.0"
