"""Authored texts and names as inline parts of a page."""

from generator.document.addresses import Addresses, Target
from generator.document.file_names import file_facts
from generator.document.inlines import (
    Chip,
    Inline,
    Inlines,
    Link,
    Picture,
    Span,
    Strong,
    Words,
)
from generator.document.names import NamedPage, NameMark
from generator.model import (
    Bold,
    ExternalLink,
    FileLink,
    ProcedureLink,
    Segment,
    parse_markup,
    parse_rich_markup,
    plain_text,
)
from generator.words import words_of


def words(text: str) -> Inlines:
    """Plain words, without markup; nothing for no words."""
    return (Words(text),) if text else ()


def span(name: str, text: str, is_searched: bool = True) -> Span:
    """Plain words with a style."""
    return Span(name, words(text), is_searched)


def plain_words(content: Inlines) -> str:
    """What inline parts say, without what they look like and where they lead."""
    return "".join(map(_plain, content))


def _plain(part: Inline) -> str:
    match part:
        case Words():
            return part.text
        case Chip():
            return part.words
        case Picture():
            return part.alternative
    return plain_words(part.content)


class Texts:
    """Makes inline parts of what editors of one manual wrote: knows the procedures that texts link to."""

    def __init__(self, addresses: Addresses) -> None:
        """Take the addresses of the manual's pages."""
        self._addresses = addresses

    def read(self, text: str) -> str:
        """An authored text without its markup; a link to a procedure that has no label reads as the title."""
        return self._addresses.read(text)

    def rich(self, text: str, is_explained: bool = False) -> Inlines:
        """An authored text with its inline markup.

        Args:
            text: the text, values filled in.
            is_explained: whether words of the glossary are explained in it; never in links.
        """
        if "*" not in text and "[" not in text:
            return (Words(text, is_explained),)
        return tuple(self._part(segment, is_explained) for segment in parse_markup(text))

    def line(self, text: str, is_explained: bool = False) -> Inlines:
        """As `rich`, of words of a rich text: its links may lead to files."""
        return tuple(self._part(segment, is_explained) for segment in parse_rich_markup(text))

    def explained(self, text: str) -> Inlines:
        """An authored text with its inline markup, in which words of the glossary are explained."""
        return self.rich(text, is_explained=True)

    def plain(self, text: str) -> Inlines:
        """An authored text without its markup."""
        return words(self.read(text))

    def named(self, name: NamedPage) -> Inlines:
        """A page by its number and title, as a link where there is one, with its mark."""
        title = self.numbered(name.number, name.title)
        linked: Inlines = (Link(name.target, title),) if name.target else title
        return (*linked, *chips(name.status))

    def numbered(self, number: str, title: str) -> Inlines:
        """A title without its markup, behind its number if it has one."""
        return (*((span("number", number), Words(" ")) if number else ()), *self.plain(title))

    def _part(self, segment: Segment, is_explained: bool) -> Inline:
        match segment:
            case Bold(text=text):
                return Strong((Words(text, is_explained),))
            case ExternalLink(text=text, url=url):
                return Link(url, words(text))
            case ProcedureLink():
                return self._procedure(segment)
            case FileLink():
                return self._file(segment)
        return Words(segment.text, is_explained)

    def _procedure(self, segment: ProcedureLink) -> Inline:
        """A link to a procedure; of one that the edition does not have, or nobody knows, only its words."""
        title = self._addresses.title(segment.procedure)
        if title is None:
            return Words(segment.text or segment.procedure)
        named = segment.text or plain_text(title)
        target = self._addresses.procedure_target(segment.procedure, segment.step)
        if target is None:
            return Words(words_of("document")["offices"]["absent"].format(title=named))
        return Link(target, words(named))

    def _file(self, segment: FileLink) -> Inline:
        """A link to a file, with its kind and size; of one that is not there, all that is written."""
        size = self._addresses.size(segment.file)
        if size is None:
            return Words(segment.written)
        link = Link(Target(segment.file, segment.place), words(segment.text))
        facts = file_facts(segment.file, size)
        return Span("file", (link, Words(" "), span("file__facts", facts, False))) if facts else link


def chips(mark: NameMark | None, is_searched: bool = True) -> tuple[Chip, ...]:
    """The chip of a mark; none for none, or for a mark without words."""
    if not (mark and mark.words):
        return ()
    return (Chip(mark.words, mark.kind, is_searched and mark.is_so, mark.after, mark.is_so),)
