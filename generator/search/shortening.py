"""Our own scripts, shortened for the way to the browser: no comments, no spaces, short names for our own words.

This is no general minifier. It relies on how our scripts are written: every statement ends with its own semicolon or
brace and none is empty, nothing is declared with ``var``, constants in capitals are numbers or never written again, and
no property is reached by a name put together or written as a string. Strings, regular expressions and the fixed parts
of templates are never touched.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.search.javascript import Token, tokens_of
from generator.search.short_names import Spoken, short_names

_GLUED = re.compile(r"[\w$]{2}|\+\+|--")
_TERSE = {"const": "let", "true": "!0", "false": "!1"}
_CONST, _COMMA = ("word", "const"), ("sign", ",")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


def shortened(script: str, spoken: Spoken) -> str:
    """A script that means the same in fewer bytes.

    Args:
        script: plain JavaScript as described above.
        spoken: words that keep their name.

    Raises:
        ValueError: a string or template is not closed, or outermost declarations take something apart.
    """
    tokens = _with_numbers(list(tokens_of(script)))
    names = iter(short_names(tokens, spoken))
    named = [(kind, next(names) if kind == "word" else text) for kind, text in tokens]
    return _written(_joined(_without_brackets_of_one(_terse(token) for token in named)))


def _with_numbers(tokens: Sequence[Token]) -> list[Token]:
    """Tokens with the numbers themselves where outermost constants in capitals name them."""
    numbers: dict[str, Token] = {}
    left: list[Token] = []
    depth = skipped = 0
    for at, (kind, text) in enumerate(tokens):
        depth += (kind == "sign" and text in _OPENING) - (kind == "sign" and text in _CLOSING)
        if skipped:
            skipped -= 1
        elif depth == 0 and left[-1:] in ([_CONST], [_COMMA]) and _is_number_named(tokens[at : at + 4]):
            numbers[text] = tokens[at + 2]
            is_last = tokens[at + 3][1] == ";"
            skipped = 2 if is_last and left[-1] == _COMMA else 3
            if is_last:
                left.pop()
        else:
            left.append((kind, text))
    return [numbers.get(text, (kind, text)) if kind == "word" else (kind, text) for kind, text in left]


def _is_number_named(tokens: Sequence[Token]) -> bool:
    """Whether tokens are a name in capitals, its number, and the end of that."""
    return (
        [kind for kind, _ in tokens] == ["word", "sign", "number", "sign"]
        and tokens[0][1].isupper()
        and tokens[1][1] == "="
        and tokens[3][1] in (",", ";")
    )


def _terse(token: Token) -> Token:
    """A token that means the same in fewer bytes."""
    kind, text = token
    if kind == "number":
        return kind, str(int(text, 16)) if text.startswith("0x") else text.removeprefix("0") or "0"
    return kind, _TERSE.get(text, text) if kind == "word" else text


def _without_brackets_of_one(tokens: Iterable[Token]) -> list[Token]:
    """Functions of one name need no brackets around it; objects need no comma at their end."""
    left: list[Token] = []
    for token in tokens:
        texts = [text for _, text in left[-3:]]
        if (
            token[1] == "=>"
            and len(texts) == 3
            and texts[0] == "("
            and texts[2] == ")"
            and left[-2][0] == "word"
        ):
            left[-3:] = [left[-2]]
        if token == ("sign", "}") and texts and texts[-1] in (",", ";") and left[-1][0] == "sign":
            left.pop()
        left.append(token)
    return left


def _joined(tokens: Sequence[Token]) -> Iterator[Token]:
    """Declarations that follow each other as one: each level of brackets knows whether it is amid one."""
    is_declaring, begins, is_joined = [False], True, False
    for at, (kind, text) in enumerate(tokens):
        if is_joined:
            is_joined = False
            continue
        if begins:
            is_declaring[-1] = text == "let"
        begins = False
        if kind == "sign" and text in _OPENING:
            is_declaring.append(False)
            begins = True
        elif kind == "sign" and text in _CLOSING:
            is_declaring.pop()
            begins = not is_declaring[-1]
        elif (kind, text) == ("sign", ";"):
            is_joined = is_declaring[-1] and tokens[at + 1 : at + 2] == [("word", "let")]
            begins = not is_joined
        yield (kind, ",") if is_joined else (kind, text)


def _written(tokens: Iterable[Token]) -> str:
    """Tokens as text, with a space only where two would run together."""
    written: list[str] = []
    last = ""
    for kind, text in tokens:
        if kind != "string" and _GLUED.match(last[-1:] + text[:1]):
            written.append(" ")
        written.append(text)
        last = text if kind != "string" else ""
    return "".join(written)
