"""Text in Markdown that stays text: nothing that an editor wrote is read as markup, by any engine."""

import re
import unicodedata
from urllib.parse import quote

_NEVER_LITERAL = {ord(character): f"&#{ord(character)};" for character in "!#$&*+:<=>?@[\\]^_`{|}~"}
"""Punctuation that may begin markup anywhere in Markdown or one of its usual extensions, as entities."""

_SPECIAL = re.compile(r"[!#$&*+:<=>?@\[\\\]^_`{|}~]|--")
"""What of them stands in a text at all: in most nothing."""

_BLOCK_START = re.compile(r"^(\d*)([.)](?=\s|$)|[-/])")
"""What may begin a list or a block of an extension at the start of a line: ``1.``, ``1)``, ``-``, ``///``."""

_ADDRESS_CHARACTERS = ":/?#@!$&'*+,;=%~"
"""What may stand in the address of a Markdown link as it is; everything else is percent-encoded."""

_CODE_BLOCK = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)[^`\n]+(?<!`)\1(?!`)")


def without_code(markdown: str, filler: str = " ") -> str:
    """A text in Markdown, as long as before, with a filler where code stands: there nothing is markup or prose."""
    without_blocks = _CODE_BLOCK.sub(lambda match: filler * len(match[0]), markdown)
    return _CODE_SPAN.sub(lambda match: filler * len(match[0]), without_blocks)


def literal(text: str) -> str:
    """A text on one line that neither Markdown nor HTML reads anything into.

    Whatever could begin markup is written as an entity; full stops, brackets and the like stay readable.
    """
    written = " ".join(text.split())
    if _SPECIAL.search(written):
        written = written.translate(_NEVER_LITERAL).replace("--", "&#45;&#45;")
    return _BLOCK_START.sub(lambda match: f"{match[1]}&#{ord(match[2])};", written)


def literal_part(text: str) -> str:
    """Literal text of one line that keeps a space at its ends, as it stands between other parts."""
    before = " " if text[:1].isspace() else ""
    after = " " if text.strip() and text[-1:].isspace() else ""
    return before + literal(text) + after


def attribute(value: str) -> str:
    """A text as the value of an attribute of HTML inside Markdown, between double quotes."""
    lines = (line.translate(_NEVER_LITERAL).replace('"', "&quot;") for line in value.split("\n"))
    return "&#10;".join(lines).replace("--", "&#45;&#45;")


def address(url: str) -> str:
    """An address as a Markdown link holds it."""
    return quote(url, safe=_ADDRESS_CHARACTERS)


def keeps_asterisks(text: str) -> bool:
    """Whether ``**`` around a text is emphasis in every engine: CommonMark wants no space or punctuation inside it."""
    return bool(text) and not any(
        edge.isspace() or unicodedata.category(edge)[0] in "PS" for edge in (text[0], text[-1])
    )


def markdown_link(label: str, url: str) -> str:
    """A Markdown link with a label in which nothing is markup."""
    return f"[{literal(label)}]({address(url)})"
