"""What Word writes before the items of lists: patterns for regular expressions.

The bullets of Word's symbol fonts are characters of the private use area.
"""

_BULLETS = "•●○·∙▪■□◦‣⁃➢➤❖\uf020-\uf0ff"

LIST_MARK = "[‐‑‒–—―−•●○·∙▪■□◦‣⁃➢✓\ue000-\uf8ff]"
"""One character that stands for a hyphen where YAML needs one."""

ITEM_NUMBER = r"(?:\(?[0-9๐-๙]{1,3}|\(?[ก-ฮ])(?:[.)](?=\s))"
"""A number or letter of an item where YAML needs a hyphen: ``1.``, ``(๒)``, ``ก)``."""

BULLET = rf"(?:[{_BULLETS}]|[-*‐‑‒–—―−]+(?=[ \t\xa0])|o(?=[ \t\xa0]+[ก-๙]))"
"""A bullet at the start of a text."""

NUMBER_OF_ITEM = (
    r"(?:[\u2460-\u249b]|[0-9]\ufe0f?\u20e3|\([0-9๐-๙]{1,2}\)"
    r"|[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2}){0,3}(?:\)|\.\)|\.(?=[ \t\xa0]*[^\W\d_])))"
)
"""The number of an item at the start of a text: ``1.``, ``๒)``, ``(3)``, ``2.1.``, ``①``; not ``1.5``, ``15.30``."""

LETTER_OF_ITEM = r"(?:\(?[ก-ฮ]\)(?=[ \t\xa0]))"
"""The letter of an item at the start of a text: ``ก)``, ``(ข)``; not an abbreviation."""
