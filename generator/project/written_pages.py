"""The pages that are written by hand, read like every other file: their text, their head, and where all of it stands.

MkDocs reads them too, and publishes what it finds; what is wrong with a page is found here before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.code_in_markdown import without_code
from generator.commonmark import Dialect, too_deep
from generator.diagnostics import found
from generator.problems import Location, Problem, has_errors
from generator.project.docs_files import DocsFile
from generator.project.front_matter import find_front_matter, lack_of_front_matter
from generator.project.judged import JudgedOnce
from generator.storage import read_bytes, reason_of_failure
from generator.yamltext import (
    PlainNode,
    SourceText,
    TextSpan,
    check_characters,
    check_escapes,
    decode,
    merge_conflicts,
    read_plain,
)

SHOWN_AS_CODE = ("merge-conflict", "sara-am", "doubled-sara-e", "misplaced-mark", "odd-space", "tab")
"""The rules of which a page may show examples, as code between fences."""

_HEAD_LEFT_OPEN = re.compile(r"---[ \t]*\n[A-Za-z_]+:[ \t]")


@dataclass
class WrittenPage(JudgedOnce):
    """A page, or another text, that is published as it was written.

    Attributes:
        found: which file it is.
        source: its text.
        body_start: where in the source what follows its head begins.
        head: what its head says; None when that is nothing or cannot be read.
        is_readable: whether its text was read to its end, so that asking what it says makes sense.
    """

    found: DocsFile
    source: SourceText
    body_start: int = 0
    head: PlainNode | None = None
    is_readable: bool = True

    @property
    def uri(self) -> str:
        """Where it stands among the documents of an edition: ``about/foreword.md``."""
        return self.found.uri

    @property
    def scope(self) -> str:
        """The edition whose own procedures it may name besides the shared ones; empty for none."""
        return self.found.edition

    @property
    def area(self) -> str:
        """The area in whose folder it stands: none."""
        return ""

    @property
    def body(self) -> str:
        """What follows its head, as authored."""
        return self.source.text[self.body_start :]

    def body_place(self, offset: int, length: int) -> TextSpan:
        """Where a stretch of the body stands; offsets count from its beginning."""
        start = self.body_start + offset
        return self.source.place(start, start + max(length, 1))


def read_page(root: Path, each: DocsFile) -> tuple[WrittenPage, list[Problem]]:
    """Read one page; what cannot be read to its end is marked unreadable."""
    try:
        content = read_bytes(root, each.file)
    except OSError as failure:
        source = SourceText(each.file, "")
        reason = reason_of_failure(failure)
        return WrittenPage(each, source, is_readable=False), [
            found("unreadable", source.place(0), reason=reason)
        ]
    return page_of(each, content)


def page_of(each: DocsFile, content: bytes) -> tuple[WrittenPage, list[Problem]]:
    """What a page with some content says, as `read_page`."""
    source, problems = decode(each.file, content)
    page = WrittenPage(each, source, is_readable=bool(source.text) or not has_errors(problems))
    if page.is_readable:
        problems.extend(_read_text(page))
    return page, problems


def _read_text(page: WrittenPage) -> Iterator[Problem]:
    """Check the characters of a page, and keep what its head says."""
    front_matter = find_front_matter(page.source)
    page.body_start = front_matter.body if front_matter is not None else 0
    checked = check_characters(page.source, front_matter.end if front_matter is not None else 0)
    yield from _outside_code(page, [*checked.problems, *conflicts_of_body(page.source, page.body_start)])
    if front_matter is not None:
        _, escapes = check_escapes(page.source, front_matter.alone(checked.text))
        page.head, problems = read_plain(page.source, front_matter.alone(checked.text))
        yield from (*escapes, *problems)
    elif _HEAD_LEFT_OPEN.match(page.source.text):
        yield lack_of_front_matter(page.source)
    for problem in depth_of_body(page.source, page.body_start, Dialect.PAGE):
        page.is_readable = False
        yield problem


def _outside_code(page: WrittenPage, problems: list[Problem]) -> Iterator[Problem]:
    """Problems without slips that stand as code: a page may show what is wrong; what nobody sees it may not hold."""
    if not any(each.rule in SHOWN_AS_CODE for each in problems):
        yield from problems
        return
    lines = without_code(page.source.text, page.body_start).split("\n")
    for each in problems:
        place = each.location
        if each.rule not in SHOWN_AS_CODE or not _is_blank(lines, place):
            yield each


def _is_blank(lines: list[str], place: Location) -> bool:
    """Whether nothing stands at a place."""
    start = place.column - 1
    return not lines[place.line - 1][start : start + place.length].strip()


def conflicts_of_body(source: SourceText, start: int) -> list[Problem]:
    """`merge-conflict` in Markdown, in which a line of equals signs alone is the mark of a heading."""
    conflicts = merge_conflicts(source, source.text, start)
    return conflicts if any((each.line_text or "").startswith("<") for each in conflicts) else []


def depth_of_body(source: SourceText, start: int, dialect: Dialect) -> list[Problem]:
    """`too-deep` in Markdown: nobody reads on."""
    deep = too_deep(source.text[start:], dialect)
    return (
        []
        if deep is None
        else [found("too-deep", source.place(start + deep.start, start + deep.end), "text")]
    )
