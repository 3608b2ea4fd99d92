"""Notes down links while the library reads them: its tokens say what a link is, but not where it stands."""

from collections.abc import Callable
from typing import Any

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from generator.commonmark.written import LinkForm, Stretch, WrittenLink

InlineRule = Callable[[StateInline, bool], bool]
BlockRule = Callable[[StateBlock, int, int, bool], bool]

LINKS = "links"
"""Under what the links of one block of words are noted down, places counted in its words; nothing is, without it."""
DEFINITIONS = "definitions"
"""Under what definitions are noted down, places counted in the whole text."""
LINK, PICTURE = "[", "!"
_BLANKS = " \t\n"
_LONGEST = 300
"""How many characters the target may have of what only looks like a link."""


def recording_link(rule: InlineRule, sign: str) -> InlineRule:
    """A rule for links or pictures, which begin with a sign, that notes down what it finds and what only looks so."""

    def record(state: StateInline, silent: bool) -> bool:
        links = state.env.get(LINKS)
        start, maximum, before = state.pos, state.posMax, len(state.tokens)
        if links is None or silent or state.src[start] != sign:
            return rule(state, silent)
        state.env[LINKS] = None if sign == PICTURE else links  # in the words of a picture there are no links
        is_found = rule(state, silent)
        state.env[LINKS] = links
        if is_found:
            links.append(_read(state, start, state.pos, maximum, before))
        else:
            link = _looking_like_one(state, start, maximum)
            if link and not (links and links[-1].label == link.label):
                links.append(link)
        return is_found

    return record


def recording_autolink(rule: InlineRule) -> InlineRule:
    """A rule for addresses in angle brackets that notes down what it finds."""

    def record(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        is_found = rule(state, silent)
        if is_found and not silent and state.env.get(LINKS) is not None:
            opening = next(each for each in state.tokens[before:] if each.type == "link_open")
            inner = Stretch(start + 1, state.pos - 1)
            href = str(opening.attrs["href"])
            state.env[LINKS].append(
                WrittenLink(LinkForm.AUTOLINK, href, "", Stretch(start, state.pos), inner, inner)
            )
        return is_found

    return record


def recording_definition(rule: BlockRule) -> BlockRule:
    """A rule for definitions that notes down what it finds."""

    def record(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        is_found = rule(state, start, end, silent)
        if is_found and not silent and DEFINITIONS in state.env:
            state.env[DEFINITIONS].append(_definition(state, start))
        return is_found

    return record


def _read(state: StateInline, start: int, end: int, maximum: int, before: int) -> WrittenLink:
    """The link that was read between two places."""
    is_picture = state.src[start] == PICTURE
    token = next(each for each in state.tokens[before:] if each.type in {"link_open", "image"})
    label_start = start + 1 + is_picture
    position, state.pos, state.posMax = state.pos, start, maximum
    label_end = state.md.helpers.parseLinkLabel(state, label_start - 1, not is_picture)
    state.pos = position
    form, target = _target(state, Stretch(label_start, label_end), end)
    return WrittenLink(
        form=form,
        href=str(token.attrs.get("src" if is_picture else "href", "")),
        title=str(token.attrs.get("title", "")),
        whole=Stretch(start, end),
        label=Stretch(label_start, label_end),
        target=target,
        is_picture=is_picture,
    )


def _target(state: StateInline, label: Stretch, end: int) -> tuple[LinkForm, Stretch]:
    """How a link whose label is known is written, and where its target stands."""
    behind = label.end + 1
    if end == behind:
        return LinkForm.REFERENCE, label
    if state.src[behind] == "[":
        name = Stretch(behind + 1, end - 1)
        return LinkForm.REFERENCE, label if name.start == name.end else name
    return LinkForm.INLINE, _destination(state, state.src, behind + 1, end)


def _destination(state: StateInline | StateBlock, text: str, start: int, end: int) -> Stretch:
    """Where the target of a link stands, from some place on; without angle brackets."""
    start = _behind_blanks(text, start, end)
    read = state.md.helpers.parseLinkDestination(text, start, end)
    if not read.ok:
        return Stretch(start, start)
    is_bracketed = text[start : start + 1] == "<"
    return Stretch(start + is_bracketed, read.pos - is_bracketed)


def _behind_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start] in _BLANKS:
        start += 1
    return start


def _looking_like_one(state: StateInline, start: int, maximum: int) -> WrittenLink | None:
    """What is written as a link where none was read."""
    text, is_picture = state.src, state.src[start] == PICTURE
    at = start + is_picture
    if text[at : at + 1] != "[":
        return None
    label_end = state.md.helpers.parseLinkLabel(state, at, False)
    sign = text[label_end + 1 : label_end + 2] if 0 <= label_end < maximum - 1 else ""
    closing = _closing(text, label_end + 1, maximum) if sign and sign in "([" else -1
    inner = Stretch(label_end + 2, closing)
    if closing < 0 or not inner.of(text).strip() or (sign == "[" and inner.of(text).startswith("^")):
        return None
    written = inner.of(text)
    target = Stretch(
        inner.start + len(written) - len(written.lstrip()), inner.end - len(written) + len(written.rstrip())
    )
    form = LinkForm.BROKEN if sign == "(" else LinkForm.UNDEFINED
    label = Stretch(at + 1, label_end)
    return WrittenLink(form, "", "", Stretch(start, closing + 1), label, target, is_picture)


def _closing(text: str, start: int, end: int) -> int:
    """Where the bracket closes, on the same line and not far, that opens at a place; -1 when none does."""
    opening, closing = text[start], ")" if text[start] == "(" else "]"
    depth = 0
    for at in range(start, min(end, start + _LONGEST)):
        if text[at] == "\n":
            break
        depth += (text[at] == opening) - (text[at] == closing)
        if not depth:
            return at
    return -1


def _definition(state: StateBlock, first: int) -> WrittenLink:
    """The definition that was read, from a line to the line where the reader stands now."""
    places: list[int] = []
    for line in range(first, state.line):
        places += range(state.bMarks[line] + state.tShift[line], state.eMarks[line] + 1)
    text = "".join(state.src[place : place + 1] or "\n" for place in places)
    label_end = _label_end(text)
    target = _destination(state, text, label_end + 2, len(text))
    end = len(text.rstrip())
    places.append(places[-1] + 1)

    def placed(span: Stretch) -> Stretch:
        return Stretch(places[span.start], places[span.end])

    name = Stretch(1, label_end)
    reference = _reference(state, first)
    return WrittenLink(
        form=LinkForm.DEFINITION,
        href=str(reference.get("href", "")),
        title=str(reference.get("title", "")),
        whole=placed(Stretch(0, end)),
        label=placed(name),
        target=placed(target),
    )


def _label_end(text: str) -> int:
    """Where the name ends that a definition begins with."""
    at = 1
    while text[at] != "]":
        at += 2 if text[at] == "\\" else 1
    return at


def _reference(state: StateBlock, line: int) -> dict[str, Any]:
    """What the library keeps of the definition that begins on a line."""
    kept = [*state.env.get("references", {}).values(), *state.env.get("duplicate_refs", ())]
    return next((each for each in reversed(kept) if each["map"][0] == line), {})
