"""The bodies of knowledge items as plain Markdown that every engine reads alike, whatever their authors wrote.

Lists are indented by four, the one depth that all engines agree on; code inside of anything is indented, as not all
of them know fences there; whatever no link, list and so on was made of is escaped.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

from markdown_it.tree import SyntaxTreeNode

from generator.commonmark import FOOTNOTE_MARK
from generator.document import IDENTIFIER, BodyLinks, body_tokens
from generator.literals import keeps_asterisks, literal, literal_part, markdown_link

_INDENT = " " * 4
_FENCE = "`"
_EMPHASIS = {"strong": ("**", "strong"), "em": ("*", "em")}
_LISTS = {"bullet_list", "ordered_list"}
_BREAKS = {"softbreak": "\n", "hardbreak": "<br>\n"}
_ALIGNMENTS = {"text-align:left": ":--", "text-align:center": ":-:", "text-align:right": "--:"}
_BETWEEN_LISTS = "<!-- -->"


def body_markdown(body: str, links: BodyLinks, before_heading: Callable[[str], str] = lambda _: "") -> str:
    """A body as Markdown.

    Args:
        body: the Markdown as authored, values filled in.
        links: where its links lead.
        before_heading: from the id of a heading to what stands before it.
    """
    return BodyMarkdown(before_heading).body(body, links)


class BodyMarkdown:
    """Writes one body; what a form says otherwise is a method."""

    def __init__(self, before_heading: Callable[[str], str] = lambda _: "") -> None:
        """Prepare to write; for the argument see `body_markdown`."""
        self._before_heading = before_heading

    def body(self, body: str, links: BodyLinks) -> str:
        """The whole body; for the arguments see `body_markdown`."""
        return self._blocks(SyntaxTreeNode(body_tokens(body, links)).children, is_top=True)

    def _blocks(self, nodes: Sequence[SyntaxTreeNode], is_top: bool = False, is_tight: bool = False) -> str:
        """Parts one below the other; those of a tight list without blank lines, two lists apart from one another."""
        written: list[str] = []
        for before, node in zip([None, *nodes], nodes, strict=False):
            if before and before.type in _LISTS and node.type in _LISTS:
                written.append(_BETWEEN_LISTS)
            written.append(self._block(node, is_top))
        return ("\n" if is_tight else "\n\n").join(written)

    def _block(self, node: SyntaxTreeNode, is_top: bool) -> str:
        if node.type in _LISTS:
            return self._list(node)
        if node.type in {"fence", "code_block"}:
            return self._code(node.content, is_top)
        if node.type == "heading" and is_top:
            return self._before_heading(str(node.meta[IDENTIFIER])) + self.heading(node)
        return self._other_block(node)

    def heading(self, node: SyntaxTreeNode) -> str:
        """A heading on one line."""
        return f"{'#' * int(node.tag[1])} {' '.join(self._line(node).splitlines())}"

    def words(self, text: str) -> str:
        """Words of a line that stand in no link."""
        return str(literal_part(text))

    def _footnote(self, node: SyntaxTreeNode) -> str:
        lines = self._blocks(node.children).splitlines() or [""]
        return "\n".join((f"{_footnote_mark(node)}: {lines[0]}", *map(_indented, lines[1:])))

    def _quotation(self, node: SyntaxTreeNode) -> str:
        return "\n".join(f"> {line}".rstrip() for line in self._blocks(node.children).splitlines())

    def _list(self, node: SyntaxTreeNode) -> str:
        """A list, with the blank lines that engines want in it unless it is tight through and through."""
        first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        is_tight = _is_tight(node)
        items = []
        for at, item in enumerate(node.children):
            mark = "-" if first is None else f"{first + at}."
            lines = self._blocks(item.children, is_tight=is_tight).splitlines() or [""]
            items.append(
                "\n".join([f"{mark:<4}{lines[0]}".rstrip(), *(_indented(line) for line in lines[1:])])
            )
        return ("\n" if is_tight else "\n\n").join(items)

    def _code(self, content: str, is_top: bool) -> str:
        """A block of code: fenced at the top, indented inside of something."""
        lines = content.rstrip("\n").splitlines()
        if not is_top:
            return "\n".join(map(_indented, lines))
        fence = _FENCE * max(3, _longest_run(content) + 1)
        return "\n".join([fence, *lines, fence])

    def _table(self, node: SyntaxTreeNode) -> str:
        rows = (row for part in node.children for row in part.children)
        header, *body = list(rows)
        marks = [_ALIGNMENTS.get(str(cell.attrs.get("style", "")), "---") for cell in header.children]
        lines = [self._cells(header), marks, *map(self._cells, body)]
        return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)

    def _cells(self, row: SyntaxTreeNode) -> list[str]:
        return [self._line(cell).replace("\n", " ") for cell in row.children]

    def _line(self, node: SyntaxTreeNode) -> str:
        """The words of a paragraph, a heading or a cell."""
        return "".join(self._inline(each) for inline in node.children for each in inline.children)

    def _inline(self, node: SyntaxTreeNode) -> str:
        if node.type in _BREAKS:
            return _BREAKS[node.type]
        if node.type in _EMPHASIS:
            return self._emphasis(node)
        if node.type == "code_inline":
            return _code_span(node.content)
        if node.type in {"link", "image"}:
            return self.link(node)
        if node.type == FOOTNOTE_MARK:
            return _footnote_mark(node)
        return self.words(node.content)

    def link(self, node: SyntaxTreeNode) -> str:
        """A link or a picture, and its title behind it."""
        is_picture = node.type == "image"
        address, title = node.attrs["src" if is_picture else "href"], str(node.attrs.get("title", ""))
        link = markdown_link(node.content if is_picture else words_in(node), str(address))
        told = f" ({literal(title)})" if title.strip() else ""
        return f"{'!' if is_picture else ''}{link}{self.marks(node)}{told}"

    def marks(self, _node: SyntaxTreeNode) -> str:
        """What stands behind a link or picture; nothing in plain Markdown."""
        return ""

    def _emphasis(self, node: SyntaxTreeNode) -> str:
        marks, element = _EMPHASIS[node.type]
        content, words = "".join(map(self._inline, node.children)), words_in(node)
        is_plain = all(each.type == "text" for each in node.children)
        if words and is_plain and keeps_asterisks(words):
            return f"{marks}{content}{marks}"
        return f"<{element}>{content}</{element}>"

    def _other_block(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "heading":
                return self.heading(node)
            case "blockquote":
                return self._quotation(node)
            case "table":
                return self._table(node)
            case "footnote":
                return self._footnote(node)
            case "hr":
                return "* * *"
        return self._line(node)


def _footnote_mark(node: SyntaxTreeNode) -> str:
    """The mark of a footnote, named by its number: a name may hold anything."""
    return f"[^{node.meta[IDENTIFIER]}]"


def _is_tight(node: SyntaxTreeNode) -> bool:
    """Whether there is nothing in a list but lines and lists of the same sort."""
    parts = (part for item in node.children for part in item.children)
    return all(
        _is_tight(part) if part.type in _LISTS else part.type == "paragraph" and part.hidden for part in parts
    )


def _indented(line: str) -> str:
    return f"{_INDENT}{line}" if line else ""


def _code_span(content: str) -> str:
    """Code among words; as an element where marks would not hold, so that it may stand in a table."""
    if set(content) & set("`|\\<>&{}") or content != content.strip():
        return f"<code>{literal(content)}</code>"
    return f"`{content}`"


def words_in(node: SyntaxTreeNode) -> str:
    """What a part of a line says, without markup."""
    if not node.children:
        return " " if node.type in _BREAKS else node.content
    return "".join(words_in(each) for each in node.children)


def _longest_run(content: str) -> int:
    """How many backticks stand together at most."""
    return max((len(list(run)) for character, run in groupby(content) if character == _FENCE), default=0)
