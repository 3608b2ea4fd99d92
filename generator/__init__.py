"""Khumue: structured procedures in YAML become a charted, searchable Thai manual.

The rooms of the package, each importing only from those before it, through their faces:
words → model → thai → diagnostics → yamltext, project, overlay, validation, lint, assembly → charts, indexes → diff →
document → search, writers → scaffold, portal → site → cli. `docs/engineering/layout.md` is their map.
"""

__version__ = "0.1.0"
