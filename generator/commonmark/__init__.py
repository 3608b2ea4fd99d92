"""Reads Markdown as CommonMark does: its links and headings with their exact places, the ids of headings.

One reader for all places: the bodies of knowledge items and the pages that are written by hand.
"""

from generator.commonmark.certain_code import without_certain_code
from generator.commonmark.headings import TOP, WrittenHeading, heading_ids, heading_name
from generator.commonmark.nesting import too_deep
from generator.commonmark.pages import (
    ReadPage,
    given_id,
    heading_words,
    read_page,
    without_given_id,
)
from generator.commonmark.quoted_notes import with_quoted_notes
from generator.commonmark.raw_html import (
    LeftAlone,
    WrittenTag,
    elements,
    left_alone,
    read_words,
    written_tags,
)
from generator.commonmark.reader import FOOTNOTE, FOOTNOTE_MARK, Dialect, Reader, reader_of
from generator.commonmark.rewriting import Destination, IdForm, with_ids_and_links
from generator.commonmark.unshown import without_unshown
from generator.commonmark.written import LinkForm, Stretch, WrittenLink

__all__ = [
    "FOOTNOTE",
    "FOOTNOTE_MARK",
    "TOP",
    "Destination",
    "Dialect",
    "IdForm",
    "LeftAlone",
    "LinkForm",
    "ReadPage",
    "Reader",
    "Stretch",
    "WrittenHeading",
    "WrittenLink",
    "WrittenTag",
    "elements",
    "given_id",
    "heading_ids",
    "heading_name",
    "heading_words",
    "left_alone",
    "read_page",
    "read_words",
    "reader_of",
    "too_deep",
    "with_ids_and_links",
    "with_quoted_notes",
    "without_certain_code",
    "without_given_id",
    "without_unshown",
    "written_tags",
]
