"""Write an approval into an edition's file, and leave every other character as it is.

An approval of the same procedure is renewed where it stands, a new one goes behind the others, the first one to the end
of the file. What was written is read again: when it says anything but what it said before and the approval, it is not
written.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.scaffold.insertions import Insertion, position, read_soundly, with_insertions
from generator.scaffold.lines import lines_of
from generator.scaffold.scalars import yaml_scalar
from generator.yamltext import MappingNode, ScalarNode, SequenceNode, SourceText, YamlData, YamlNode, to_data

Entry = Mapping[str, str | Sequence[str]]
"""An approval as it is written: texts by their keys, `procedure` first; several roles as a list."""

_KEY = "approvals"
_NAMING = "procedure"
_FIRST_INDENT = "  "
_ITEM = re.compile(r"( *)-( +)")
_OF_FLOWS = re.compile(r"[,\[\]{}]")


def entry_lines(entry: Entry) -> tuple[str, ...]:
    """An approval as lines of the list in an edition's file, for who has to write it by hand."""
    (first, *others) = _pairs(entry)
    return (f"{_FIRST_INDENT}- {first}", *(f"{_FIRST_INDENT}  {each}" for each in others))


def with_approval(content: bytes, entry: Entry) -> bytes | None:
    """An edition's file with an approval.

    Args:
        content: the bytes of the file.
        entry: the approval; what an older one of the procedure says under other keys is taken out.

    Returns:
        The new content; None when the file is written in a way that leaves doubt where the approval would go.
    """
    before = _read(content)
    if before is None:
        return None
    written = _without_others(content, entry)
    read = _read(written)
    insertions = list(_insertions(written, read[0], read[1], entry)) if read is not None else []
    new = with_insertions(written, insertions)
    again = _read(new) if new is not None else None
    is_right = again is not None and to_data(again[1]) == _said_with(to_data(before[1]), entry)
    return new if is_right else None


def _read(content: bytes) -> tuple[SourceText, MappingNode] | None:
    read = read_soundly(content)
    return (read[0], read[1]) if read is not None and isinstance(read[1], MappingNode) else None


def _said_with(data: YamlData, entry: Entry) -> YamlData | None:
    """What a file says, with an approval; None when its approvals are no list."""
    listed = data.get(_KEY) if isinstance(data, dict) else None
    if not isinstance(data, dict) or not (listed is None or listed == "" or isinstance(listed, list)):
        return None
    said: YamlData = {key: value if isinstance(value, str) else list(value) for key, value in entry.items()}
    kept: list[YamlData] = list(listed or ())
    at = next((index for index, each in enumerate(kept) if _is_of(each, entry)), None)
    kept[slice(at, None if at is None else at + 1)] = [said] if at is not None else [*kept, said]
    return {**data, _KEY: kept}


def _is_of(data: YamlData, entry: Entry) -> bool:
    named = data.get(_NAMING) if isinstance(data, dict) else None
    return isinstance(named, str) and named.strip() == entry[_NAMING]


def _without_others(content: bytes, entry: Entry) -> bytes:
    """The file without what its approval of the procedure says on lines of their own under other keys."""
    read, lines = _read(content), lines_of(content)
    item = _item(read[1], entry) if read is not None else None
    if read is None or lines is None or item is None or _is_flow(read[0], item):
        return content
    gone = {
        position(read[0], key.start)[0]
        for name, (key, value) in item.entries.items()
        if name not in entry and _is_alone(read[0], lines, key, value)
    }
    return "".join(line for number, line in enumerate(lines, start=1) if number not in gone).encode("utf-8")


def _item(root: MappingNode, entry: Entry) -> MappingNode | None:
    """The approval that there is of the procedure."""
    for each in _items(root):
        if isinstance(each, MappingNode) and _is_of(to_data(each), entry):
            return each
    return None


def _items(root: MappingNode) -> list[YamlNode]:
    listed = root.entries[_KEY][1] if _KEY in root.entries else None
    return listed.items if isinstance(listed, SequenceNode) else []


def _is_alone(source: SourceText, lines: Sequence[str], key: ScalarNode, value: YamlNode) -> bool:
    """Whether a key and its value are one line of the file, and all of it."""
    (first, column), (last, _) = (
        position(source, key.start),
        position(source, max(key.end, _end(source, value))),
    )
    return first == last and not lines[first - 1][:column].strip(" \ufeff")


def _insertions(content: bytes, source: SourceText, root: MappingNode, entry: Entry) -> Iterator[Insertion]:
    """What to write where."""
    item, items = _item(root, entry), _items(root)
    if item is not None:
        yield from _renewal(source, item, entry)
    elif items:
        yield from _behind(source, items[-1], entry)
    elif _KEY in root.entries:
        key, value = root.entries[_KEY]
        line, column = position(source, value.start)
        if isinstance(value, SequenceNode):  # an empty one in brackets
            yield Insertion(line, column, _end(source, value) - value.start, "")
        yield Insertion(position(source, key.start)[0], 0, 0, "\n".join(entry_lines(entry)), is_line=True)
    else:
        count = len(lines_of(content) or ())
        text = "\n".join(("", f"{_KEY}:", *entry_lines(entry)))
        yield Insertion(count, 0, 0, text, is_line=True)


def _renewal(source: SourceText, item: MappingNode, entry: Entry) -> Iterator[Insertion]:
    """Write what an approval says now in the place of what it said."""
    if _is_flow(source, item):
        line, column = position(source, item.start)
        yield Insertion(line, column, _end(source, item) - item.start, _braced(entry))
        return
    last, _ = position(source, max(_end(source, value) for _, value in item.entries.values()))
    _, indent = position(source, item.start)
    for key, pair in zip(entry, _pairs(entry), strict=True):
        if key not in item.entries:
            yield Insertion(last, 0, 0, f"{' ' * indent}{pair}", is_line=True)
        elif to_data(item.entries[key][1]) != _said(entry[key]):
            start, old = item.entries[key]
            line, column = position(source, start.start)
            yield Insertion(line, column, max(_end(source, old), start.end) - start.start, pair)


def _behind(source: SourceText, last: YamlNode, entry: Entry) -> Iterator[Insertion]:
    """Write an approval behind the last one, as that is written."""
    line, column = position(source, last.start)
    dash = _ITEM.fullmatch(source.line_at(last.start)[:column])
    if dash is None:
        line, column = position(source, _end(source, last))
        yield Insertion(line, column, 0, f", {_braced(entry)}")
        return
    end, _ = position(source, max(_end(source, last), last.start))
    indent, gap = dash.groups()
    if _is_flow(source, last):
        yield Insertion(end, 0, 0, f"{indent}-{gap}{_braced(entry)}", is_line=True)
        return
    (first, *others) = _pairs(entry)
    lines = (f"{indent}-{gap}{first}", *(f"{indent} {gap}{each}" for each in others))
    yield Insertion(end, 0, 0, "\n".join(lines), is_line=True)


def _pairs(entry: Entry) -> list[str]:
    return [f"{key}: {_written(value)}" for key, value in entry.items()]


def _braced(entry: Entry) -> str:
    """An approval in braces."""
    pairs = (f"{key}: {_written(value, is_in_flow=True)}" for key, value in entry.items())
    return f"{{{', '.join(pairs)}}}"


def _written(value: str | Sequence[str], is_in_flow: bool = False) -> str:
    if not isinstance(value, str):
        return f"[{', '.join(_written(each, is_in_flow=True) for each in value)}]"
    scalar = yaml_scalar(value)
    return f'"{scalar}"' if is_in_flow and scalar == value and _OF_FLOWS.search(value) else scalar


def _said(value: str | Sequence[str]) -> YamlData:
    return value if isinstance(value, str) else list(value)


def _is_flow(source: SourceText, node: YamlNode) -> bool:
    """Whether a collection is written in brackets or braces."""
    return source.text.startswith(("{", "["), node.start)


def _end(source: SourceText, node: YamlNode) -> int:
    """Where the last thing in a node ends; of what is written in brackets or braces, these."""
    if not isinstance(node, ScalarNode) and _is_flow(source, node):
        return node.end + 1
    if isinstance(node, ScalarNode):
        return node.end
    held = (
        node.items
        if isinstance(node, SequenceNode)
        else [each for pair in node.entries.values() for each in pair]
    )
    return max([node.start, *(_end(source, each) for each in held)])
