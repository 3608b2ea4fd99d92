"""Our own scripts, shortened for the way to the browser: no comments, no spaces, short names for our own words.

This is no general minifier. A word of a script (a variable, a property, a method, whatever it is) becomes the same
short name wherever it stands, and no two words become one: the script goes on meaning what it means, as long as
words that others speak too are kept: the language's, the browser's, those of the index and of the theme's messages.
Strings, regular expressions and the fixed parts of templates are never touched. Every statement ends with its own
semicolon.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count, product
from string import ascii_letters

_TOKEN = re.compile(
    r"""(?P<blank>\s+|/\*.*?\*/)
    | (?P<word>[^\W\d][\w$]*|\$[\w$]*)
    | (?P<number>\d[\w.]*)
    | (?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    | (?P<sign>.)""",
    re.DOTALL | re.VERBOSE,
)
_EXPRESSION = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_FIXED = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*", re.DOTALL)
_BEFORE_EXPRESSION = frozenset("(,=:[!&|?{};+-*<>~^%") | {"return", "typeof", "case", "in", "of"}
_GLUED = re.compile(r"[\w$]{2}|\+\+|--")

Token = tuple[str, str]
"""What a token is, and its text: word, number, string (also of a template or an expression), sign."""


def shortened(script: str, kept: Iterable[str]) -> str:
    """A script that means the same in fewer bytes.

    Args:
        script: plain JavaScript whose statements all end with a semicolon or a brace; comments stand in ``/* */``.
        kept: words that keep their name.

    Raises:
        ValueError: a string or template is not closed.
    """
    tokens = list(tokens_of(script))
    names = _short_names((text for kind, text in tokens if kind == "word"), frozenset(kept))
    written: list[str] = []
    last = ""
    for kind, text in tokens:
        text = names.get(text, text) if kind == "word" else text
        if kind != "string" and text == "}" and written and written[-1] == ";":
            written.pop()
        if _GLUED.match(last[-1:] + text[:1]) and kind != "string":
            written.append(" ")
        written.append(text)
        last = text if kind != "string" else ""
    return "".join(written)


def tokens_of(script: str) -> Iterator[Token]:
    """The tokens of a script, without spaces and comments."""
    return (token for token, _ in _tokens(script, 0, ""))


def _tokens(script: str, at: int, close: str) -> Iterator[tuple[Token, int]]:
    """Tokens with the places where they end, up to a bracket that closes what surrounds them."""
    before, depth = "", 0
    while at < len(script):
        if script[at] == "`":
            for token, at in _template(script, at):
                yield token, at
            before = "`"
            continue
        expression = _EXPRESSION.match(script, at)
        found = expression if expression and (not before or before in _BEFORE_EXPRESSION) else None
        kind = "string"
        if found is None or script.startswith("/*", at):
            found = _TOKEN.match(script, at)
            if found is None:  # every character is a sign at least
                raise ValueError(script[at : at + 20])
            kind = str(found.lastgroup)
        text, at = found.group(), found.end()
        if kind == "blank":
            continue
        if kind == "sign" and text in "\"'":
            raise ValueError(f"not closed: {script[at - 1 : at + 20]}")
        depth += (text == "{") - (text == "}")
        if close and depth < 0:
            return
        before = text
        yield (kind, text), at
    if close:
        raise ValueError("a template is not closed")


def _template(script: str, at: int) -> Iterator[tuple[Token, int]]:
    """The tokens of a template literal: its fixed parts as strings, and what stands between."""
    start = at
    at += 1
    while True:
        fixed = _FIXED.match(script, at)
        at = fixed.end() if fixed else at
        if script.startswith("${", at):
            yield ("string", script[start : at + 2]), at + 2
            at += 2
            for token, end in _tokens(script, at, "}"):
                yield token, end
                at = end
            start = at = script.index("}", at)
            at += 1
        elif script.startswith("`", at):
            yield ("string", script[start : at + 1]), at + 1
            return
        else:
            raise ValueError("a template is not closed")


def _short_names(words: Iterable[str], kept: frozenset[str]) -> dict[str, str]:
    """A short name for every word that is not kept, the shortest for the commonest."""
    own = Counter(word for word in words if word not in kept)
    free = (name for name in _names() if name not in kept)
    return {word: name for (word, _), name in zip(own.most_common(), free, strict=False)}


def _names() -> Iterator[str]:
    """All names there may be, the shortest first."""
    return ("".join(letters) for size in count(1) for letters in product(ascii_letters, repeat=size))
