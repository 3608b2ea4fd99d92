"""The pages written by hand that the settings put into the printed manual, as its chapters."""

from generator.commonmark import Dialect, heading_words, reader_of, with_quoted_notes, without_unshown
from generator.document.authored import Authored
from generator.document.blocks import Body
from generator.document.printed import Chapter, ChapterKind, RunningHead
from generator.document.texts import words
from generator.project import body_start

_TITLE = 2
"""How many tokens come before what a first heading is followed by: its opening and its words."""


def written_chapter(
    authored: Authored, uri: str, kind: ChapterKind, level: int, head: RunningHead, name: str
) -> Chapter | None:
    """A page as a chapter; None when the edition has no such page.

    Args:
        authored: the pages written by hand.
        uri: which.
        kind: of the chapter.
        level: of its heading.
        head: of its pages, where its title is filled in.
        name: what it is called where it has no heading of the first level at its beginning.
    """
    content = authored.documents.get(uri)
    if content is None:
        return None
    text = content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    title, body = _titled(with_quoted_notes(without_unshown(text[body_start(text) :])))
    title = title or name
    named = RunningHead(head.office, title)
    return Chapter(kind, level, uri, words(title), (Body(body, uri),), named)


def _titled(body: str) -> tuple[str, str]:
    """The heading of the first level with which a page begins, empty when it begins otherwise; and the rest."""
    tokens = reader_of(Dialect.PAGE).parse(body)
    if len(tokens) <= _TITLE or tokens[0].type != "heading_open" or tokens[0].tag != "h1":
        return "", body
    end = tokens[0].map[1] if tokens[0].map else 0
    return heading_words(tokens[1].children or ()), "".join(body.splitlines(keepends=True)[end:])
