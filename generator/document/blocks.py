"""What a page is made of: a tree of typed blocks and inline parts, pure data, made once and written in many forms.

A block says what something is (a list, facts, the steps of a procedure), never how one form writes it. Names of blocks
and spans (``lead``, ``facts``) are the styles of the site's style sheets; writers that know no styles leave them out.
What stands elsewhere too is not searched here (`is_searched`): the search finds it at its own place.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.document.inlines import Attributes, Inlines, Line, Link
from generator.document.tables import Steps, Table
from generator.model import Status


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the page's title."""

    level: int
    content: Inlines
    id: str
    is_searched: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; with a day `after` it is shown from that day's end on (`is_so`: already when the page is made)."""

    content: Inlines
    name: str = ""
    id: str = ""
    is_searched: bool = True
    attributes: Attributes = ()
    after: str = ""
    is_so: bool = True


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list.

    Attributes:
        content: its first line.
        lines: further lines.
        items: the items below it.
        id: its place on the page; empty when nothing leads to it.
        name: its style.
        is_searched: whether the search reads it.
        is_ordered: whether the items below it are numbered.
        after: the day, as ``2026-12-31``, from whose end on it is shown; empty when it always is.
        is_so: whether it is shown already when the page is made.
        blocks: what else it says, below all that.
    """

    content: Inlines
    lines: tuple[Line, ...] = ()
    items: tuple["ListItem", ...] = ()
    id: str = ""
    name: str = ""
    is_searched: bool = True
    is_ordered: bool = False
    after: str = ""
    is_so: bool = True
    blocks: tuple["RichPart", ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; numbered, from `first` on, when it is ordered."""

    items: tuple[ListItem, ...]
    name: str = ""
    is_ordered: bool = False
    is_searched: bool = True
    first: int = 1


RichPart = Paragraph | Listing | Table
"""What a text of an author may consist of that is more than a paragraph."""


@dataclass(frozen=True, slots=True)
class Rich:
    """A text of an author that is more than a paragraph."""

    parts: tuple[RichPart, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands for it: one value or several."""

    label: Inlines
    values: tuple[Inlines, ...]
    is_searched: bool = True
    is_label_searched: bool = True
    name: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled values in a strip; the label names the whole of it for screen readers."""

    label: str
    facts: tuple[Fact, ...]
    name: str = "facts"
    is_searched: bool = True


@dataclass(frozen=True, slots=True)
class DefinitionEntry:
    """A term and what is said of it; `blocks` stand below its meanings."""

    term: Inlines
    meanings: tuple[Inlines, ...]
    id: str = ""
    is_searched: bool = True
    blocks: tuple[RichPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms with what is said of each."""

    entries: tuple[DefinitionEntry, ...]
    name: str = "definitions"
    is_searched: bool = True


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """A chart of the manual.

    Attributes:
        owner: the id of its procedure; empty for a role's.
        key: which of its charts; the role's id for a role's.
        id: its place on the page.
        alternative: what it shows, in words.
        hint: how to use it.
        printable: the way to the same for printing, a page beside the site's; None where there is none.
    """

    owner: str
    key: str
    id: str
    alternative: str
    hint: str
    printable: Link | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """Markdown that people wrote (`generator.document.bodies`), and the document in which its links begin."""

    markdown: str
    uri: str


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together.

    Attributes:
        name: their style.
        blocks: the blocks.
        id: their place on the page.
        is_searched: whether the search reads them.
        element: the HTML element: ``div``, ``section``, ``nav``.
        label: what they are called for screen readers.
        attributes: of the HTML element, for scripts.
        after: the day, as ``2026-12-31``, from whose end on they are shown; empty when they always are.
        is_so: whether they are shown already when the page is made.
    """

    name: str
    blocks: tuple["Block", ...]
    id: str = ""
    is_searched: bool = True
    element: str = "div"
    label: str = ""
    attributes: Attributes = ()
    after: str = ""
    is_so: bool = True


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that are folded away below a summary, or below a heading, behind which the summary then stands."""

    summary: Inlines
    blocks: tuple["Block", ...]
    name: str = ""
    is_searched: bool = True
    is_open: bool = False
    heading: Heading | None = None


@dataclass(frozen=True, slots=True)
class Widget:
    """What no block can say and only a page in a browser shows: a matrix, bars, questions that can be answered.

    Attributes:
        template: its file among the widgets of the HTML writer, without ``.html.jinja``.
        view: what the template shows; its inline parts are written by the template's `write`.
        blocks: what other forms say in its place, and the search.
        ids: the HTML ids in it that links may lead to.
        is_searched: whether the search reads it.
    """

    template: str
    view: Mapping[str, object]
    blocks: tuple["Block", ...] = ()
    ids: tuple[str, ...] = ()
    is_searched: bool = True


@dataclass(frozen=True, slots=True)
class OnScreen:
    """Blocks that only those who read the site need: ways around it, questions to practise with."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class OffScreen:
    """Blocks that the site says in another way, or need not say."""

    blocks: tuple["Block", ...]


Block = (
    Heading
    | Paragraph
    | Listing
    | Rich
    | Facts
    | Definitions
    | Table
    | Steps
    | ChartFigure
    | Body
    | Group
    | Fold
    | Widget
    | OnScreen
    | OffScreen
)
Blocks = tuple[Block, ...]


@dataclass(frozen=True, eq=False)
class Document:
    """One page. Its blocks are composed once, when they are first asked for.

    Attributes:
        uri: where it stands among the documents, with forward slashes: ``budget/expenditure-analysis.md``.
        title: its name as plain text, with its number: ``4.1 งานวิเคราะห์งบประมาณรายจ่าย``.
        parts: what it says, or what composes that; the first is its title.
        summary: what it is about in one sentence, as plain text; empty when nothing says so.
        source: the authored file behind it, relative to the project's root; None for pages made of many files.
        feedback: the address for remarks; None when there is none.
        status: the status of its procedure, when that is not simply in use.
        hidden: what the theme leaves out around it: ``navigation``, ``toc``, ``path``.
        boost: how much it counts in the search where it says so itself; with 0 it is not found.
        is_current: whether its edition still holds.
    """

    uri: str
    title: str
    parts: Iterable[Block] | Callable[[], Iterable[Block]]
    summary: str = ""
    source: str | None = None
    feedback: str | None = None
    status: str | None = None
    hidden: tuple[str, ...] = field(default=())
    boost: float | None = None
    is_current: bool = True

    @property
    def is_offered(self) -> bool:
        """Whether search engines are to offer it: nothing that is out of use."""
        return self.is_current and self.is_in_navigation

    @property
    def is_in_navigation(self) -> bool:
        """Whether navigation and site maps lead to it: not to a procedure that is out of use."""
        return self.status != Status.RETIRED

    @cached_property
    def blocks(self) -> Blocks:
        """What it says."""
        return tuple(self.parts() if callable(self.parts) else self.parts)

    def forget(self) -> None:
        """Drop what was composed, once everything is written that is made of it."""
        vars(self).pop("blocks", None)
