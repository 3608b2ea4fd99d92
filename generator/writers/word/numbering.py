"""The lists of a Word document: the numbering part, in which every numbered list begins anew."""

from generator.writers.word.markup import DECLARATION, element, valued

BULLETS = 1
"""The number of all lists without numbers."""
LEVELS = 9
_BULLETS, _NUMBERS = 0, 1
_MARKS = "•–"
INDENT = 425
"""How far each level of a list stands from the one above, in twentieths of a point."""
_NAMESPACE = {"xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


class Numbering:
    """Notes the lists of one document."""

    def __init__(self) -> None:
        """There are none yet."""
        self._firsts: list[tuple[int, int]] = []

    def numbered(self, level: int, first: int) -> int:
        """A new list with numbers; what paragraphs call it.

        Args:
            level: how deep it stands in other lists, counted from 0.
            first: its first number.
        """
        self._firsts.append((level, first))
        return BULLETS + len(self._firsts)

    def xml(self) -> str:
        """The part."""
        lists = [_list(BULLETS, _BULLETS)]
        lists += [
            _list(BULLETS + at, _NUMBERS, level, first) for at, (level, first) in enumerate(self._firsts, 1)
        ]
        return DECLARATION + element("w:numbering", [_shape(_BULLETS), _shape(_NUMBERS), *lists], _NAMESPACE)


def _list(number: int, shape: int, level: int = 0, first: int = 0) -> str:
    start = (
        element("w:lvlOverride", valued("w:startOverride", first), {"w:ilvl": str(level)})
        if shape == _NUMBERS
        else ""
    )
    return element("w:num", valued("w:abstractNumId", shape) + start, {"w:numId": str(number)})


def _shape(shape: int) -> str:
    levels = (_level(shape, level) for level in range(LEVELS))
    return element(
        "w:abstractNum",
        [valued("w:multiLevelType", "hybridMultilevel"), *levels],
        {"w:abstractNumId": str(shape)},
    )


def _level(shape: int, level: int) -> str:
    is_numbered = shape == _NUMBERS
    return element(
        "w:lvl",
        [
            valued("w:start", 1),
            valued("w:numFmt", "decimal" if is_numbered else "bullet"),
            valued("w:lvlText", f"%{level + 1}." if is_numbered else _MARKS[level % len(_MARKS)]),
            valued("w:lvlJc", "left"),
            element(
                "w:pPr",
                element("w:ind", attributes={"w:left": str(INDENT * (level + 1)), "w:hanging": str(INDENT)}),
            ),
        ],
        {"w:ilvl": str(level)},
    )
