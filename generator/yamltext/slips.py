"""What an author did that makes libyaml complain: the slips behind its messages, told apart by the lines around them.

libyaml says where it could not go on; the cause stands there, earlier on that line, or on the line before. The
messages that are matched here are those of libyaml 0.2 (``src/scanner.c``, ``src/parser.c``).
"""

import re
from collections.abc import Callable

from generator.model import Service, fields_of
from generator.yamltext.complaints import Complaint, Slip
from generator.yamltext.composer import ScalarNode
from generator.yamltext.list_marks import ITEM_NUMBER, LIST_MARK
from generator.yamltext.quoting import quoted, quoted_line

_KEY = re.compile(r"[ ]*(?:- +)*(?:[^\s:#'\"\-][^:#]*|\"[^\"]*\"|'[^']*'):(?=\s|$)")
_VALUE = re.compile(r"[ ]*(?:- +)*(?:[^\s:#'\"\-][^:#]*:[ ]+)?")
_LOOK_ALIKE_COLON = re.compile(r"[ ]*(?:- +)*[\w-]+\s*([：︰﹕∶])")
_UNSPACED_KEY = re.compile(r"[ ]*(?:- +)*[a-z_]+(:)(?=[^\s/])")
_UNSPACED_DASH = re.compile(r"[ ]*(-)(?=[^\s-])")
_LOOK_ALIKE_DASH = re.compile(rf"[ ]*({LIST_MARK}|--+(?= ))")
_ITEM_NUMBER = re.compile(rf"[ ]*({ITEM_NUMBER})")
_MERGED_KEY = re.compile(r"[ ]*(?:- +)*[^\s:#'\"\-][^:#]*: +\S.*?[ ]+((?:- +)?[a-z_]+)")
_LIST_ITEM = re.compile(r"[ ]*-(?: |$)")
_SWALLOWED = re.compile(r"[ ]+(#.*)")
_CURLY_QUOTES = "“”‘’„‟"
_MAY_BE_NONE = frozenset(key for key, field in fields_of(Service).items() if field.shape.may_be_none)
"""The keys of lists in whose place the word ``none`` may stand."""


def find_slip(complaint: Complaint) -> Slip:
    """The slip behind a complaint; the rule `syntax` where none is recognised."""
    for look in _LOOKS:
        slip = look(complaint)
        if slip is not None:
            return slip
    start, end = complaint.line(complaint.index)
    if not complaint.text[start:end].strip():
        start, end = complaint.line_before(complaint.index) or (start, end)
    return Slip("syntax", max(start, min(complaint.index, end - 1)), end)


_CLOSING = {"[": "]", "{": "}"}
"""What closes a list and a mapping that are written in one line."""


def _quote_left_open(complaint: Complaint) -> Slip | None:
    """A quotation mark without its partner; libyaml notices at the end of the file, or at the next one."""
    start = None
    if "quoted scalar: found unexpected" in complaint.words:
        start = complaint.context
    elif complaint.last is not None and complaint.last.style in ("'", '"'):
        is_long = "\n" in complaint.text[complaint.last.start : complaint.last.end]
        if is_long and complaint.line(complaint.last.end)[0] == complaint.line(complaint.index)[0]:
            start = complaint.last.start
    if start is None:
        return None
    _, end = complaint.line(start)
    variant = "curly" if any(mark in complaint.text[start:end] for mark in _CURLY_QUOTES) else ""
    mends = (start,) if complaint.text[start:end].strip() else ()
    return Slip("unclosed-quote", start, end, variant, {"mark": complaint.text[start]}, mends)


def _text_after_quote(complaint: Complaint) -> Slip | None:
    """A text that begins with a quotation and goes on after it."""
    last = complaint.last
    if last is None or last.style not in ("'", '"') or "did not find expected" not in complaint.words:
        return None
    start, end = complaint.line(last.start)
    if not start <= complaint.index < end or complaint.text[last.end : complaint.index].strip():
        return None
    details = {"suggestion": _requoted(complaint.text, last, complaint.text[last.start : end].rstrip())}
    return Slip("text-after-quote", complaint.index, end, "", details, (last.start, last.end - 1))


def _requoted(text: str, last: ScalarNode, value: str) -> str | None:
    """The line of a quotation that ends too early, quoted as a whole; quotation marks around all of it are not doubled.

    The second mark opens an inner quotation when it stands after a space and before a letter.
    """
    line = quoted_line(text, last.start)
    is_inner = text[last.end - 2].isspace() and not text[last.end : last.end + 1].isspace()
    if line is None or not is_inner or len(value) < 2 or not value.endswith(last.style):
        return line
    return line.removesuffix(quoted(value)) + quoted(value[1:-1])


def _backslash(complaint: Complaint) -> Slip | None:
    """A backslash in a text in double quotes that begins no escape."""
    if "escape character" not in complaint.words and "hexdecimal" not in complaint.words:
        return None
    start = complaint.text.rfind("\\", 0, complaint.index + 1)
    return Slip("backslash", start, start + 1, "", {}, (start,))


def _special_start(complaint: Complaint) -> Slip | None:
    """A text whose first character means something to YAML: ``* & ! | > @ % ` [ { , ?``."""
    lines = [complaint.line(complaint.index), complaint.line(complaint.context)]
    if "flow" in complaint.words:
        lines.append(complaint.line_before(complaint.index) or lines[0])
    for start, end in lines:
        first = _VALUE.match(complaint.text, start, end).end()  # type: ignore[union-attr]  # it matches anything
        is_cause = start <= complaint.index <= end or first == complaint.context or "flow" in complaint.words
        if is_cause and first < end and first <= complaint.index and complaint.text[first] in "*&!|>@%`[{,?":
            mark, variant = complaint.text[first], _left_open(complaint.text[first:end])
            details = {"mark": mark, "suggestion": quoted_line(complaint.text, first)}
            if variant:
                closed = complaint.text[start:end].partition(" #")[0].strip(" ,") + _CLOSING[mark]
                details |= {"close": _CLOSING[mark], "closed": closed}
            return Slip("special-start", first, end, variant, details, (first,))
    return None


def _left_open(value: str) -> str:
    """The variant for a value that opens a list or a mapping and does not close it, with or without something in it."""
    closing = _CLOSING.get(value[0])
    if closing is None or closing in value:
        return ""
    return "unclosed" if any(each.isalnum() for each in value.partition(" #")[0]) else "open"


def _list_on_key_line(complaint: Complaint) -> Slip | None:
    """A list that begins on the line of its key, or a text that begins with a hyphen."""
    if "block sequence entries are not allowed" not in complaint.words:
        return None
    start, end = complaint.line(complaint.index)
    key, _, value = complaint.text[start:end].partition(" #")[0].rpartition(":")
    variant, details = "", {}
    if value.strip() == "-":
        details = {"key": key.strip().removeprefix("- ").strip()}
        variant, end = "none" if details["key"] in _MAY_BE_NONE else "alone", complaint.index + 1
    return Slip("list-on-key-line", complaint.index, end, variant, details, (complaint.index,))


def _colon_in_text(complaint: Complaint) -> Slip | None:
    """A plain text with a colon and a space in it."""
    if "mapping values are not allowed" not in complaint.words:
        return None
    start, _ = complaint.line(complaint.index)
    key = _KEY.match(complaint.text, start, complaint.index)
    if key is None:
        return None
    details: dict[str, object] = {"suggestion": quoted_line(complaint.text, complaint.index)}
    merged = _MERGED_KEY.fullmatch(complaint.text, start, complaint.index)
    if merged is not None:
        begin, mends = merged.start(1), () if merged[1].startswith("-") else (complaint.index,)
        variant, details["key"] = "merged", f"{merged[1]}:"
        return Slip("colon-in-text", begin, complaint.index + 1, variant, details, mends)
    return Slip("colon-in-text", complaint.index, complaint.index + 1, "", details, (complaint.index,))


def _swallowed_comment(complaint: Complaint) -> Slip | None:
    """A text that YAML ends at `` #`` though it goes on, on the next line."""
    last = complaint.last
    if last is None or last.style:
        return None
    _, end = complaint.line(max(last.start, last.end - 1))
    match = _SWALLOWED.match(complaint.text, last.end, end)
    before = complaint.line_before(complaint.index)
    if (
        match is None
        or before is None
        or before[1] != end
        or _KEY.match(complaint.text, *complaint.line(complaint.index))
    ):
        return None
    return Slip("swallowed-comment", match.start(1), match.end(1), "", {"text": match[1]}, (match.start(1),))


def _missing_space(complaint: Complaint) -> Slip | None:
    """A colon or hyphen without the space after it, or a colon of another script."""
    indexes = (complaint.index, complaint.context)
    lines = [*map(complaint.line, indexes), complaint.line_before(complaint.index)]
    for pattern, rule, variant in (
        (_LOOK_ALIKE_COLON, "look-alike-colon", ""),
        (_UNSPACED_KEY, "missing-space", ""),
        (_UNSPACED_DASH, "missing-space", "dash"),
        (_LOOK_ALIKE_DASH, "look-alike-dash", ""),
    ):
        for start, end in filter(None, lines):
            match = pattern.match(complaint.text, start, end)
            if match is not None:
                before, after = complaint.text[start : match.start(1)], complaint.text[match.end(1) : end]
                mark = ":" if pattern in (_LOOK_ALIKE_COLON, _UNSPACED_KEY) else "-"
                details = {"mark": match[1], "suggestion": f"{before}{mark} {after.strip()}".strip()}
                return Slip(rule, match.start(1), match.end(1), variant, details)
    return None


def _numbered_item(complaint: Complaint) -> Slip | None:
    """A number where the hyphen of an item should stand."""
    lines = [complaint.line(complaint.index)]
    if "could not find expected" in complaint.words:
        lines = [complaint.line(complaint.context)]
    elif "mapping values are not allowed" in complaint.words:
        lines.append(complaint.line_before(complaint.index) or lines[0])
    for start, end in lines:
        match = _ITEM_NUMBER.match(complaint.text, start, end)
        if match is not None:
            details = {"mark": match[1], "suggestion": f"- {complaint.text[match.end() : end].strip()}"}
            return Slip("look-alike-dash", match.start(1), match.end(1), "number", details)
    return None


def _end_of_document(complaint: Complaint) -> Slip | None:
    """Three full stops, after which YAML wants a new document."""
    before = complaint.line_before(complaint.index)
    if "<document start>" not in complaint.words or before is None:
        return None
    is_end = complaint.text[before[0] : before[1]].rstrip() == "..."
    return Slip("several-documents", *before, "end") if is_end else None


def _missing_colon(complaint: Complaint) -> Slip | None:
    """A line that is no key, no item, and not far enough right to continue the text above."""
    line: tuple[int, int] | None = complaint.line(complaint.index)
    if "could not find expected ':'" in complaint.words:
        line = complaint.line(complaint.context)
    elif "mapping values are not allowed" in complaint.words:
        line = complaint.line_before(complaint.index)
    elif "did not find expected" not in complaint.words:
        return None
    text = complaint.text[line[0] : line[1]] if line is not None else ""
    is_prose = text.lstrip()[:1].isalnum() and ":" not in text
    if line is None or not (is_prose or "could not find" in complaint.words) or _LIST_ITEM.match(text):
        return None
    return Slip("missing-colon", line[0] + len(text) - len(text.lstrip()), line[0] + len(text.rstrip()))


def _indentation(complaint: Complaint) -> Slip | None:
    """A line that begins too far left or right."""
    signs = (
        "did not find expected key",
        "expected '-' indicator",
        "mapping values are not",
        "<document start>",
    )
    if not any(sign in complaint.words for sign in signs):
        return None
    start, end = _line_out_of_place(complaint)
    text = complaint.text[start:end]
    if not _KEY.match(text) and not _LIST_ITEM.match(text):
        return None
    variant = "item" if _LIST_ITEM.match(text) else ""
    return Slip("indentation", start + len(text) - len(text.lstrip()), start + len(text.rstrip()), variant)


def _line_out_of_place(complaint: Complaint) -> tuple[int, int]:
    """The line of a complaint, or the one before it when the lines around that one agree on their indentation."""
    line = complaint.line(complaint.index)
    before = complaint.line_before(line[0])
    above = complaint.line_before(before[0]) if before is not None else None
    if before is None or above is None:
        return line
    columns = [_content_column(complaint.text[start:end]) for start, end in (above, before, line)]
    is_before_odd = columns[0] == columns[2] > columns[1] and _KEY.match(complaint.text, *before) is not None
    return before if is_before_odd else line


def _content_column(line: str) -> int:
    """Where the first word of a line begins, behind the hyphens of items."""
    return len(line) - len(line.lstrip(" -"))


_LOOKS: tuple[Callable[[Complaint], Slip | None], ...] = (
    _end_of_document,
    _quote_left_open,
    _text_after_quote,
    _backslash,
    _list_on_key_line,
    _colon_in_text,
    _swallowed_comment,
    _missing_space,
    _special_start,
    _numbered_item,
    _missing_colon,
    _indentation,
)
"""The looks at a complaint, the surest first."""
