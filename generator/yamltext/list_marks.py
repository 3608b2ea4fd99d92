"""What Word writes before the items of a list where YAML needs a hyphen: patterns for regular expressions.

The bullets of Word's symbol fonts are characters of the private use area.
"""

LIST_MARK = "[‐‑‒–—―−•●○·∙▪■□◦‣⁃➢✓\ue000-\uf8ff]"
"""One character that stands for a hyphen."""

ITEM_NUMBER = r"(?:\(?[0-9๐-๙]{1,3}|\(?[ก-ฮ])(?:[.)](?=\s))"
"""A number or letter of an item: ``1.``, ``(๒)``, ``ก)``."""
