"""Authored text with its inline markup, written as HTML or escaped for Markdown: nothing an editor wrote is code."""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from generator.model.markup import Bold, ExternalLink, ProcedureLink, Segment, parse_markup
from generator.words import words_of

LinkToProcedure = Callable[[str, str | None], tuple[str | None, str] | None]
"""From a procedure's id and perhaps a step's id to the link's address (None when the edition has no such procedure)
and the procedure's title; None when nothing is known of the procedure."""

_NEVER_LITERAL = {ord(character): f"&#{ord(character)};" for character in "!#$&*+:<=>?@[\\]^_`{|}~"}
"""Punctuation that may begin markup anywhere in Markdown or one of its usual extensions, as entities."""

_BLOCK_START = re.compile(r"^(\d*)([.)](?=\s|$)|[-/])")
"""What may begin a list or a block of an extension at the start of a line: ``1.``, ``1)``, ``-``, ``///``."""

_LINE_BREAK = Markup("<br>")


WordsWriter = Callable[[str], Markup]
"""Writes words of one line, in which there is no markup, as HTML."""


def inline_html(text: str, link: LinkToProcedure, write_words: WordsWriter = escape) -> Markup:
    """An authored text as HTML.

    Args:
        text: the text, values filled in, with the inline markup of `generator.model.markup`.
        link: finds the procedures that it links to.
        write_words: writes what stands in no link.

    Returns:
        HTML in which everything but the markup is escaped; its line breaks are kept.
    """
    if "*" not in text and "[" not in text:
        return _written_lines(text, write_words)
    return Markup("").join(_segment_html(segment, link, write_words) for segment in parse_markup(text))


def _segment_html(segment: Segment, link: LinkToProcedure, write_words: WordsWriter) -> Markup:
    match segment:
        case Bold(text=text):
            return Markup("<strong>{}</strong>").format(_written_lines(text, write_words))
        case ExternalLink(text=text, url=url):
            return Markup('<a href="{}" rel="noopener">{}</a>').format(url, text)
        case ProcedureLink(text=text, procedure=procedure, step=step):
            found = link(procedure, step)
            if found is None:
                return escape(text or procedure)
            address, title = found
            if address is None:
                return escape(words_of("document")["offices"]["absent"].format(title=text or title))
            return Markup('<a href="{}">{}</a>').format(address, text or title)
    return _written_lines(segment.text, write_words)


def _written_lines(text: str, write_words: WordsWriter) -> Markup:
    """A text that keeps its line breaks."""
    if "\n" not in text:
        return write_words(text)
    return _LINE_BREAK.join(write_words(line) for line in text.splitlines())


def markdown_literal(text: str) -> Markup:
    """A text on one line that neither Markdown nor HTML reads anything into.

    Whatever could begin markup is written as an entity; full stops, brackets and the like stay readable.
    """
    literal = " ".join(text.split()).translate(_NEVER_LITERAL).replace("--", "&#45;&#45;")
    literal = _BLOCK_START.sub(lambda match: f"{match[1]}&#{ord(match[2])};", literal)
    return Markup(literal)  # noqa: S704 - nothing is left in it that could be markup
