"""The front matter of a Markdown file: YAML between a first line ``---`` and the next such line; its body follows.

The head is parsed as it stands in the file, so that all places are those of the file: nothing is cut out before it.
"""

import re
from dataclasses import dataclass

from generator.diagnostics import found
from generator.problems import Problem
from generator.yamltext import SourceText

_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_LOOKS_LIKE_A_LINE = re.compile(
    "^[ \\t]*[-+=*_~\u2010-\u2015\u2212\u2500\u2e3a\u2e3b]+[ \\t]*$", re.MULTILINE
)
_NO_FIELD = re.compile(r"^(?![ \t]+\S|[A-Za-z_]+[ \t]*:|- |#).*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where the parts of a file with a head stand, as indexes in its text.

    Attributes:
        start: of the head, behind the line that opens it.
        end: of the head, where the line that closes it begins.
        body: of what follows.
    """

    start: int
    end: int
    body: int

    def alone(self, text: str) -> str:
        """The head with nothing before it but blank space, so that its indexes stay those of the file."""
        return " " * (self.start - 1) + "\n" + text[self.start : self.end]


def find_front_matter(source: SourceText) -> FrontMatter | None:
    """The head of a file; None when it has none that is opened and closed."""
    opening = _OPENING.match(source.text)
    closing = _CLOSING.search(source.text, opening.end()) if opening is not None else None
    if opening is None or closing is None:
        return None
    return FrontMatter(opening.end(), closing.start(), min(closing.end() + 1, len(source.text)))


def body_start(text: str) -> int:
    """Where in the text of a Markdown file what follows its head begins; at its beginning where it has none."""
    front_matter = find_front_matter(SourceText("", text))
    return front_matter.body if front_matter is not None else 0


def prose_start(source: SourceText) -> int | None:
    """Where the Markdown of a file begins, behind its head if it has one; None of a file that is YAML."""
    if not source.file.endswith(".md"):
        return None
    front_matter = find_front_matter(source)
    return front_matter.end if front_matter is not None else 0


def lack_of_front_matter(source: SourceText) -> Problem:
    """What is wrong with a file in which no head was found.

    `unclosed-head` where a first line opens one, else `missing-head`; shown at the line that was probably meant.
    """
    text = source.text
    opening = _OPENING.match(text)
    if opening is not None:
        closing = _LOOKS_LIKE_A_LINE.search(text, opening.end())
        if closing is not None:
            return found(
                "unclosed-head", source.place(*closing.span()), "look-alike", text=closing[0].strip()
            )
        after = _NO_FIELD.search(text, opening.end())
        line = source.line_number(after.start()) if after is not None and after[0].strip() else None
        if after is not None and not after[0].strip() and after.start() < len(text):
            line = source.line_number(after.start())
        return found("unclosed-head", source.place(0, 3), line=line)
    first = re.search(r"\S.*", text)
    if first is not None and _LOOKS_LIKE_A_LINE.fullmatch(first[0].rstrip()):
        place = source.place(first.start(), first.start() + len(first[0].rstrip()))
        variant = "not-first" if first[0].rstrip() == "---" else "look-alike"
        return found("missing-head", place, variant, text=first[0].strip())
    return found("missing-head", source.place(0, 1), file=source.file)
