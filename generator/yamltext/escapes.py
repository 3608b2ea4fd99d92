r"""Characters that stand as escapes in double-quoted texts: ``"\u202E"`` is judged as if it were typed.

What an escape means is looked at in the text as YAML reads it, and told at the escape's place. An escape of a character
that no text may hold is replaced by spaces in what is parsed, so that nothing after it meets that character.
"""

import re
from dataclasses import replace

from yaml import MarkedYAMLError, ScalarEvent, StreamEndEvent
from yaml._yaml import CParser
from yaml.reader import ReaderError

from generator.problems import Location, Problem
from generator.yamltext.characters import REFUSED, check_characters
from generator.yamltext.source import SourceText, TextSpan

_SIGNS = ('"', "\\")
_ESCAPE = re.compile(
    r"\\(?:x(?P<x>[0-9A-Fa-f]{2})|u(?P<u>[0-9A-Fa-f]{4})|U(?P<U>[0-9A-Fa-f]{8})|(?P<one>.))", re.DOTALL
)
_ONE_LETTER = dict(zip("0abt\tnvfreN_LP", "\0\x07\x08\t\t\n\x0b\x0c\r\x1b\x85\xa0\u2028\u2029", strict=True))
"""What an escape of one letter means; any other letter means itself."""
_MOST = 0x10FFFF


def check_escapes(source: SourceText, text: str) -> tuple[str, list[Problem]]:
    """Look at the characters that stand as escapes.

    Args:
        source: the file, for places.
        text: what is to be parsed; as long as the file's text.

    Returns:
        The text, without escapes of characters that no text may hold, and what is wrong with escapes.
    """
    if not all(sign in text for sign in _SIGNS):
        return text, []
    problems: list[Problem] = []
    for start, end in _quoted(text):
        unescaped = _Unescaped(source, text, start, end)
        problems += [replace(each, repair=None) for each in unescaped.problems()]  # escapes stay as they are
        for refused in unescaped.refused():
            text = f"{text[: refused.start]}{' ' * (refused.end - refused.start)}{text[refused.end :]}"
    return text, problems


def _quoted(text: str) -> list[tuple[int, int]]:
    """Where double-quoted texts with escapes stand, as far as the text can be read."""
    found: list[tuple[int, int]] = []
    parser = CParser(text)
    try:
        while not isinstance(event := parser.get_event(), StreamEndEvent):
            if isinstance(event, ScalarEvent) and event.style == '"' and event.start_mark and event.end_mark:
                span = text.index('"', event.start_mark.index), event.end_mark.index
                if "\\" in text[slice(*span)]:
                    found.append(span)
    except (MarkedYAMLError, ReaderError):
        pass  # what comes after is looked at once that is mended
    finally:
        parser.dispose()
    return found


class _Unescaped(SourceText):
    """A double-quoted text without its escapes, whose places are those of the file."""

    def __init__(self, source: SourceText, text: str, start: int, end: int) -> None:
        self._source = source
        self._places: list[tuple[int, int]] = []
        self._escaped: list[int] = []
        letters = []
        while start < end:
            escape = _ESCAPE.match(text, start, end)
            if escape is None:
                letters.append(text[start])
            else:
                self._escaped.append(len(letters))
                letters.append(_meaning(escape))
            after = escape.end() if escape else start + 1
            self._places.append((start, after))
            start = after
        super().__init__(source.file, "".join(letters))

    def problems(self) -> list[Problem]:
        """What the escapes mislead about; what is typed is told where all typed letters are."""
        escapes = [self.place(index).location for index in self._escaped]
        told = check_characters(self).problems if escapes else []
        return [each for each in told if any(_covers(each.location, escape) for escape in escapes)]

    def refused(self) -> list[TextSpan]:
        """The escapes of characters that no text may hold."""
        return [self.place(index) for index in self._escaped if REFUSED.match(self.text[index])]

    def place(self, start: int, end: int | None = None) -> TextSpan:
        """The place in the file."""
        last = start + 1 if end is None else end
        return self._source.place(self._places[start][0], self._places[last - 1][1])


def _covers(whole: Location, part: Location) -> bool:
    """Whether a stretch of a line holds the beginning of another."""
    return whole.line == part.line and whole.column <= part.column < whole.column + whole.length


def _meaning(escape: "re.Match[str]") -> str:
    """The character that an escape means."""
    code = escape["x"] or escape["u"] or escape["U"]
    if code is None:
        return _ONE_LETTER.get(escape["one"], escape["one"])
    return chr(min(int(code, 16), _MOST))
