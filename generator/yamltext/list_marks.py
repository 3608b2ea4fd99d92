"""What Word writes before the items of lists: patterns for regular expressions.

The bullets of Word's symbol fonts are characters of the private use area.
"""

_BULLETS = "•●○·∙▪■□◦‣⁃➢➤➔❖►▶◆◇☐☑✓✔\uf020-\uf0ff"

LIST_MARK = "[‐‑‒–—―−•●○·∙▪■□◦‣⁃➢✓\ue000-\uf8ff]"
"""One character that stands for a hyphen where YAML needs one."""

ITEM_NUMBER = r"(?:\(?[0-9๐-๙]{1,3}|\(?[ก-ฮ])(?:[.)](?=\s))"
"""A number or letter of an item where YAML needs a hyphen: ``1.``, ``(๒)``, ``ก)``."""

BULLET = rf"(?:[{_BULLETS}]|[-*‐‑‒–—―−]+(?=[ \t\xa0])|o(?=[ \t\xa0]+[ก-๙]))"
"""A bullet at the start of a text."""

NUMBER_OF_ITEM = (
    r"(?:[\u2460-\u249b]|[0-9]\ufe0f?\u20e3|\([0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2}){0,3}\)"
    r"|[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2}){0,3}(?:[ ]?\)|\.\)|\.(?=[ \t\xa0]*[^\W\d_]))"
    r"|[0-2๐-๒]?[0-9๐-๙](?:\.[0-2๐-๒]?[0-9๐-๙]){2,4}(?=[ \t\xa0]+[^\W\d_]))"
)
"""The number of an item at the start of a text: ``1.``, ``๒)``, ``(3)``, ``1.2.3``, ``①``; not ``1.5``, ``15.30``."""

LETTER_OF_ITEM = (
    r"(?:\([ก-ฮ]\)|[ก-ฮ]\)(?=[ \t\xa0])|[กขคง]\.(?=[ \t\xa0]+[ก-๎]{4,}(?![.ก-๎]))"
    r"|\(?(?:[a-hA-H]|[ivx]{1,4})\)(?=[ \t\xa0]+[ก-๎])|(?:[a-hA-H]|[ivx]{1,4})\.(?=[ \t\xa0]+[ก-๎]))"
)
"""The letter of an item at the start of a text: ``ก)``, ``(ข)``, ``ค. แต่งตั้ง``, ``a)``; not an abbreviation."""

ONE_OF_SEVERAL = (
    r"(?:(?:ข้อ(?:ที่)?[ \t\xa0]*)?(?P<head>(?:[0-9๐-๙]{1,2}\.)*)(?P<last>[0-9๐-๙]{1,2}|[ก-ฮ])(?P<end>[.)/]?)"
    r"(?=[ \t\xa0]+\S|(?<=[.)/])[ก-๎]))"
)
"""What is the number or letter of an item where that of one beside it goes on with it: ``1.1``, ``ข้อ ๒``."""
