"""Authored text with its inline markup, written as plain Markdown that every engine reads alike."""

import unicodedata
from urllib.parse import quote

from markupsafe import Markup

from generator.document.inline import LinkToProcedure, markdown_literal
from generator.model.markup import Bold, ExternalLink, ProcedureLink, Segment, parse_markup
from generator.words import words_of

_LINE_BREAK, _LINK = Markup("<br>"), Markup("[{}]({})")
_ASTERISKS, _ELEMENT = Markup("**{}**"), Markup("<strong>{}</strong>")
_ADDRESS_CHARACTERS = ":/?#@!$&'*+,;=%~"


def inline_markdown(text: str, link: LinkToProcedure) -> Markup:
    """An authored text as one line of Markdown.

    Args:
        text: the text, values filled in, with the inline markup of `generator.model.markup`.
        link: finds the procedures that it links to.

    Returns:
        Markdown that shows the text as written, fit for list items and table cells; line breaks become ``<br>``.
    """
    return Markup("").join(_segment_markdown(segment, link) for segment in parse_markup(text))


def markdown_link(label: str, address: str) -> Markup:
    """A Markdown link with a label in which nothing is markup."""
    percent_encoded = Markup(quote(address, safe=_ADDRESS_CHARACTERS))  # noqa: S704 - letters, digits and safe marks
    return _LINK.format(markdown_literal(label), percent_encoded)


def _segment_markdown(segment: Segment, link: LinkToProcedure) -> Markup:
    match segment:
        case Bold(text=text):
            wrapping = _ASTERISKS if keeps_asterisks(text) else _ELEMENT
            return wrapping.format(_literal_lines(text))
        case ExternalLink(text=text, url=url):
            return markdown_link(text, url)
        case ProcedureLink(text=text, procedure=procedure, step=step):
            found = link(procedure, step)
            if found is None:
                return markdown_literal(text or procedure)
            address, title = found
            if address is None:
                return markdown_literal(words_of("document")["offices"]["absent"].format(title=text or title))
            return markdown_link(text or title, address)
    return _literal_lines(segment.text)


def _literal_lines(text: str) -> Markup:
    """Literal text that keeps its line breaks and the spaces at its ends."""
    return _LINE_BREAK.join(literal_line(line) for line in text.split("\n"))


def literal_line(line: str) -> Markup:
    """Literal text of one line that keeps a space at its ends."""
    before = " " if line[:1].isspace() else ""
    after = " " if line.strip() and line[-1:].isspace() else ""
    return Markup(before) + markdown_literal(line) + Markup(after)  # noqa: S704 - spaces only


def keeps_asterisks(text: str) -> bool:
    """Whether ``**`` around a text is emphasis in every engine: CommonMark wants no space or punctuation inside it."""
    return not any(edge.isspace() or unicodedata.category(edge)[0] in "PS" for edge in (text[0], text[-1]))
