"""Which short name each word of our own scripts gets.

A word that names properties has one short name wherever it stands; so has what is declared outside all brackets. Other
words are variables that end with the outermost function (or method) they stand in, and have a short name there. Where
``{word}`` stands, variable and property go by the same name.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import count, product

from generator.search.javascript import Token

_LETTERS = "etnrisouaflchpdvmgybwESxTNCkLAOMDPHBjFIqRUzWXVKGYZJQ"
"""The commonest in scripts first: what repeats is packed best."""
_BEFORE_OBJECT = frozenset({"=", "(", ",", "[", ":", "?", "&&", "||", "return", "const", "let"})
_DECLARING = frozenset({"const", "let", "function", "class", ","})
_PAIRS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that others speak too, and that keep their name.

    Attributes:
        variables: those of the language, and of what stands everywhere, like ``Math``.
        properties: those of objects that come from elsewhere or go there.
    """

    variables: frozenset[str]
    properties: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word where it stands.

    Attributes:
        text: the word.
        chunk: which outermost function or method it stands in.
        is_property: whether it names a property there.
        is_variable: whether it names a variable there; ``{word}`` is both.
        is_global: whether it is declared there outside all brackets.
    """

    text: str
    chunk: int
    is_property: bool
    is_variable: bool
    is_global: bool


class _Brackets:
    """Which brackets are open: of a ``class``, an ``object`` (or what takes one apart), a ``block``, or others."""

    def __init__(self) -> None:
        """None is open yet."""
        self._open: list[str] = []
        self._is_class_next = False

    @property
    def innermost(self) -> str:
        """The innermost open one; empty outside all."""
        return self._open[-1] if self._open else ""

    def pass_by(self, token: Token, before: str) -> None:
        """Take a token into account, and the text of the one before it."""
        kind, text = token
        if kind == "word":
            self._is_class_next = self._is_class_next or text == "class"
        elif kind == "string":
            self._pass_string(text)
        elif text == "{":
            braces = "object" if before in _BEFORE_OBJECT else "block"
            self._open.append("class" if self._is_class_next else braces)
            self._is_class_next = False
        elif text in _PAIRS:
            self._open.append(text)
        elif text in _PAIRS.values():
            self._open.pop()

    def _pass_string(self, text: str) -> None:
        """What stands between the fixed parts of a template is in brackets too."""
        if text[0] == "}":
            self._open.pop()
        if text[0] in "`}" and text.endswith("${"):
            self._open.append("template")


def _words(tokens: Sequence[Token]) -> Iterator[_Word]:
    """Every word of a script, with what it is where it stands."""
    brackets, chunk, before = _Brackets(), 0, ""
    for at, token in enumerate(tokens):
        kind, text = token
        after = tokens[at + 1][1] if at + 1 < len(tokens) else ""
        inside = brackets.innermost
        if kind == "word":
            is_shared = inside == "object" and before in ("{", ",")
            is_only_key = (
                before == "." or (is_shared and after in (":", "(")) or (inside == "class" and after == "(")
            )
            if not inside and text in ("const", "let") and after in ("{", "["):
                raise ValueError("an outermost declaration takes something apart")
            is_global = not inside and before in _DECLARING
            yield _Word(text, chunk, is_only_key or is_shared, not is_only_key, is_global)
        brackets.pass_by(token, before)
        is_end = kind == "sign" and text in ("}", ";") and after not in (")", ",", ".", "]", ";")
        chunk += is_end and brackets.innermost in ("", "class")
        before = text


def short_names(tokens: Sequence[Token], spoken: Spoken) -> list[str]:
    """What each word among the tokens is called, in their order.

    Raises:
        ValueError: an outermost declaration takes something apart.
    """
    words = list(_words(tokens))
    own = [word for word in words if word.text not in spoken.variables]
    paired = {word.text for word in own if word.is_property and word.is_variable}
    properties = {word.text for word in own if word.is_property} - spoken.properties
    outermost = {word.text for word in own if word.is_global}
    shared = outermost & paired
    names = {text: text for text in spoken.properties}
    taken_names = {*spoken.properties, *spoken.variables}
    often = Counter(word.text for word in own)
    for text in sorted(properties, key=lambda text: (-often[text], text)):
        names[text] = _free(taken_names)
        taken_names.add(names[text])
    outer = {text: names[text] for text in shared}
    taken_names = {*outer.values(), *spoken.variables, *(names[text] for text in paired)}
    for text in sorted(outermost - shared, key=lambda text: (-often[text], text)):
        outer[text] = _free(taken_names)
        taken_names.add(outer[text])
    local = _local_names(own, names, outer, spoken)
    return [
        word.text
        if word.text in spoken.variables
        else names[word.text]
        if word.is_property
        else outer.get(word.text) or local[word.chunk, word.text]
        for word in words
    ]


def _local_names(
    own: Sequence[_Word], names: Mapping[str, str], outer: Mapping[str, str], spoken: Spoken
) -> dict[tuple[int, str], str]:
    """A name for every variable of a chunk that is not the name of another variable there.

    A word has one name in all chunks where it is free to, the commonest words first: what repeats is packed best.
    """
    taken: dict[int, set[str]] = {word.chunk: set(spoken.variables) for word in own}
    local: dict[tuple[int, str], str] = {}
    for word in own:
        if word.text in outer:
            taken[word.chunk].add(outer[word.text])
        elif word.is_property and word.is_variable:
            taken[word.chunk].add(names[word.text])
            local[word.chunk, word.text] = names[word.text]
    variables = [word for word in own if word.is_variable and word.text not in outer]
    chunks: dict[str, set[int]] = {word.text: set() for word in variables}
    for word in variables:
        if (word.chunk, word.text) not in local:
            chunks[word.text].add(word.chunk)
    for text, _ in Counter(word.text for word in variables).most_common():
        name = _free(set[str]().union(*(taken[chunk] for chunk in chunks[text])))
        for chunk in chunks[text]:
            local[chunk, text] = name
            taken[chunk].add(name)
    return local


def _free(taken: Set[str]) -> str:
    """The shortest name that is not taken."""
    return next(name for name in _all_names() if name not in taken)


def _all_names() -> Iterator[str]:
    """All names there may be, the shortest first."""
    return ("".join(letters) for size in count(1) for letters in product(_LETTERS, repeat=size))
