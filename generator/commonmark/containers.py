"""Blocks that hold other blocks beyond those of CommonMark: footnotes; on pages, notes and meanings of words.

Python-Markdown, which makes the pages, reads what is indented below their first lines as Markdown; CommonMark would
read code.
"""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from generator.commonmark.recording import LINKS
from generator.commonmark.written import LinkForm, Stretch, WrittenLink

FOOTNOTE, FOOTNOTE_MARK = "footnote", "footnote_ref"
"""The block of a footnote, and its mark among words: their tokens name it in ``meta``."""
NAME = "name"
_FOOTNOTES = "footnotes"
CONTAINER = "container"
"""The block of a note, a tab, or the meaning of a word."""
_INDENT = 4
_FOOTNOTE = re.compile(r"\[\^(?P<name>[^\[\]\s]+)\]:")
NOTE = re.compile(
    r"(?:!!!|\?\?\?\+?)[ \t]?[\w\-]+(?:[ ]+[\w\-]+)*(?:[ ]+\"[^\n]*\")?[ ]*$|===[!+]*[ \t]+\"[^\n]*\"[ ]*$|"
    r"\?\?\?\+?[ \t]+\"[^\n]*\"[ ]*$"
)
"""The first line of a note or tab as the engine takes it; any other is text, links in it included."""
MEANING = re.compile(r":(?=[ \t])")
_MARK = re.compile(r"\[\^(?P<name>[^\[\]\s]+)\]")
_OF_NO_FOOTNOTE = ("(", "[", ":")
"""What behind a mark says that it is meant as something else."""
_ENDS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


def add_footnotes(md: MarkdownIt) -> None:
    """Let a reader know footnotes."""
    md.block.ruler.before("reference", FOOTNOTE, _container(_FOOTNOTE, FOOTNOTE), _ENDS)
    md.inline.ruler.before("link", FOOTNOTE_MARK, _footnote_mark)


def add_containers_of_pages(md: MarkdownIt) -> None:
    """Let a reader know notes (``!!!``, ``???``, ``===``) and meanings of words (``:``)."""
    md.block.ruler.before("code", "note", _container(NOTE, CONTAINER), _ENDS)
    md.block.ruler.before("code", "meaning", _container(MEANING, CONTAINER), _ENDS)


def _container(opening: re.Pattern[str], name: str) -> Callable[[StateBlock, int, int, bool], bool]:
    """A rule for blocks in what is indented below a line, and in what stands on that line behind its sign."""

    def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        begin = state.bMarks[start] + state.tShift[start]
        match = opening.match(state.src, begin, state.eMarks[start])
        if match is None or state.is_code_block(start):
            return False
        if silent:
            return True
        named = match.groupdict().get(NAME)
        if named is not None:
            state.env.setdefault(_FOOTNOTES, set()).add(named)
        token = state.push(f"{name}_open", "div", 1)
        token.meta, token.block = {NAME: named}, True
        _inside(state, start, end, match.end())
        token.map = [start, state.line]
        state.push(f"{name}_close", "div", -1).block = True
        return True

    return rule


def _inside(state: StateBlock, start: int, end: int, behind: int) -> None:
    """Read the blocks of a container that begins on a line, what follows its sign included."""
    kept = state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType
    text = state.src[behind : state.eMarks[start]]
    blanks = len(text) - len(text.lstrip(" \t"))
    state.bMarks[start], state.tShift[start] = behind, blanks
    state.blkIndent += _INDENT
    state.sCount[start] = state.blkIndent
    state.parentType = CONTAINER
    has_words = bool(text.strip())
    state.md.block.tokenize(state, start if has_words else start + 1, end)
    state.line = max(state.line, start + 1)
    state.blkIndent -= _INDENT
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = kept


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    """The mark of a footnote."""
    match = _MARK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if match[NAME] not in state.env.get(_FOOTNOTES, ()):
        is_meant = not state.src.startswith(_OF_NO_FOOTNOTE, match.end())
        if is_meant and not silent and (links := state.env.get(LINKS)) is not None:
            whole, inner = Stretch(*match.span()), Stretch(*match.span(NAME))
            links.append(WrittenLink(LinkForm.UNDEFINED_FOOTNOTE, "", "", whole, inner, inner))
        return False
    if not silent:
        state.push(FOOTNOTE_MARK, "", 0).meta = {NAME: match[NAME]}
    state.pos = match.end()
    return True
