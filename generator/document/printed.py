"""The official manual as one tree: what stands on its cover, its chapters of typed blocks, who signs it.

Paper and Word are written of it. It holds what is official and nothing else: no ways around a site, no remarks on how
current or complete a page is, no words for the search. Writers make of it what follows from pages: numbers of pages,
the contents, the running head.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.document.addresses import Target
from generator.document.blocks import Blocks, Heading
from generator.document.inlines import Inlines


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover.

    Attributes:
        title: of the manual.
        year: as it is written: ``พ.ศ. 2566``; empty when the edition states none.
        group: whose work it is.
        office: the full name.
        publisher: who publishes it; empty when nobody is named.
        emblem: a picture among the documents; None when there is none.
    """

    title: Inlines
    year: Inlines
    group: Inlines
    office: Inlines
    publisher: Inlines
    emblem: Target | None = None


@dataclass(frozen=True, slots=True)
class RunningHead:
    """What stands at the head of each page of a chapter, as plain words; empty where nothing is to be said.

    Attributes:
        office: whose manual it is.
        title: the procedure, or what the chapter is called.
        code: the code of the document, with what it is called.
        revision: which revision it is, likewise; also that it is a draft.
    """

    office: str
    title: str
    code: str = ""
    revision: str = ""


class ChapterKind(StrEnum):
    """What a chapter is; writers give each kind its beginning."""

    FOREWORD = "foreword"
    PART = "part"
    """A title page; what belongs to it follows."""
    PAGE = "page"
    """A page written by hand, or a list at the end."""
    AREA = "area"
    PROCEDURE = "procedure"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of the book with a heading, which stands in its contents.

    Attributes:
        kind: what it is.
        level: of its heading: 1 for parts, 2 for what stands in them, 3 for procedures; headings of level 2 in its
            blocks are one level below it, and so on.
        uri: the page of the site that says the same: links to that lead here.
        heading: its title.
        blocks: what it says; no title.
        head: of its pages.
        places: by other pages of the site, the HTML id of what says the same here.
    """

    kind: ChapterKind
    level: int
    uri: str
    heading: Inlines
    blocks: Blocks
    head: RunningHead
    places: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_brief(self) -> bool:
        """Whether it is a procedure that is only named, without sections: it takes no page of its own."""
        is_procedure = self.kind is ChapterKind.PROCEDURE
        return is_procedure and not any(isinstance(each, Heading) for each in self.blocks)


@dataclass(frozen=True, slots=True)
class SigningLine:
    """A line to sign on: for what (prepared, reviewed, approved), by which roles (none where nobody says), when."""

    what: str
    roles: tuple[Inlines, ...]
    dates: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class PrintedManual:
    """The book.

    Attributes:
        title: of the document, as plain words.
        language: the BCP 47 tag of its language.
        cover: None of a book of chosen procedures.
        front: what stands between cover and contents, numbered by letters.
        has_contents: whether it has a table of contents.
        chapters: the book itself.
        signing_heading: what the page is called on which it is signed.
        signing: who signs.
    """

    title: str
    language: str
    cover: Cover | None
    front: tuple[Chapter, ...]
    has_contents: bool
    chapters: tuple[Chapter, ...]
    signing_heading: str
    signing: tuple[SigningLine, ...]

    def all_chapters(self) -> tuple[Chapter, ...]:
        """Those before the contents and those after."""
        return (*self.front, *self.chapters)
