"""The tokens of our own scripts: plain JavaScript with comments in ``/* */``, nothing newer than it needs."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""(?P<blank>\s+|/\*.*?\*/)
    | (?P<word>[^\W\d][\w$]*|\$[\w$]*)
    | (?P<number>\d[\w.]*)
    | (?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    | (?P<sign>\+\+|--|=>|\.\.\.|&&|\|\||.)""",
    re.DOTALL | re.VERBOSE,
)
_EXPRESSION = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_FIXED = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*", re.DOTALL)
_BEFORE_EXPRESSION = frozenset("(,=:[!&|?{};+-*<>~^%") | frozenset(
    ("=>", "&&", "||", "return", "typeof", "case", "in", "of")
)
Token = tuple[str, str]
"""What a token is, and its text: word, number, string (also a part of a template, or an expression), sign."""


def tokens_of(script: str) -> Iterator[Token]:
    """The tokens of a script, without spaces and comments."""
    return (token for token, _ in _tokens(script, 0, ""))


def _tokens(script: str, at: int, close: str) -> Iterator[tuple[Token, int]]:
    """Tokens with the places where they end, up to a bracket that closes what surrounds them."""
    before, depth = "", 0
    while at < len(script):
        if script[at] == "`":
            for token, end in _template(script, at):
                yield token, end
                at = end
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
