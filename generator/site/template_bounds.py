"""How much a template of a project's own may do for one page: what has no end, or hardly one, is refused and told.

Counted are operations, letters and sizes, never time: the same template is refused on every machine or on none.
"""

from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from datetime import date
from math import prod
from typing import TypeVar

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Undefined
from jinja2.visitor import NodeTransformer

Value = TypeVar("Value")
Body = TypeVar("Body", nodes.Macro, nodes.CallBlock, nodes.Block, nodes.Template)
_SHOWN = (str, int, float, date, Undefined, type(None))
"""What is written as it is."""
_HELD = (list, tuple, dict, set, frozenset)
_LETTERS_OF_AN_OPERATION = 1_000
_ITEMS_OF_AN_OPERATION = 4
"""How many letters or items cost as much as an operation."""


class RefusedError(SecurityError):
    """A template asked for what it may not have.

    Attributes:
        variant: the wording that tells it.
        value: what it asked for.
    """

    def __init__(self, variant: str, value: str) -> None:
        """Carry what it asked for."""
        super().__init__(value)
        self.variant, self.value = variant, value


@dataclass(frozen=True, slots=True)
class Most:
    """How much a page may take: operations, letters, the rounds of a range, numbers, and what a list may hold."""

    operations: int
    letters: int
    range: int
    number: int
    held: int


class Bounds:
    """What a page takes while it is made.

    Raises:
        RefusedError: as soon as it is too much.
    """

    def __init__(self, most: Most) -> None:
        """Begin with nothing."""
        self.most = most
        self.begin()

    def begin(self) -> None:
        """Begin a page."""
        self.operations = self.letters = 0

    def work(self, operations: int, letters: int = 0) -> None:
        """Count what is done, and the letters that are written by it.

        Raises:
            RefusedError: when it is more than a page may take.
        """
        self.letters += letters
        self.operations += operations + letters // _LETTERS_OF_AN_OPERATION
        if self.operations > self.most.operations or self.letters > self.most.letters:
            raise RefusedError("too-much", "")

    def write(self, value: object) -> None:
        """Count what is written; only data are.

        Raises:
            RefusedError: when it is none, or more than a page may take.
        """
        if isinstance(value, str):
            self.work(1, len(value))
            return
        if isinstance(value, _HELD):
            self.hold(value)
        elif not isinstance(value, _SHOWN):
            raise RefusedError("no-data", type(value).__name__)
        self.work(1)

    def hold(self, value: object) -> None:
        """Count all that a list or mapping holds, with what that holds: what stands in it twice is counted twice.

        Raises:
            RefusedError: when it is more than a page may take.
        """
        waiting, seen = [value], 0
        while waiting:
            each = waiting.pop()
            if isinstance(each, dict):
                waiting += [*each.keys(), *each.values()]
            elif isinstance(each, _HELD):
                waiting += each
            else:
                continue
            seen += 1 + len(each)
            if seen > self.most.held + self.most.range:
                raise RefusedError("too-much", "")
        self.work(seen // _ITEMS_OF_AN_OPERATION)

    def take(self, value: Value) -> Value:
        """Count what was made, or will be when somebody asks for it."""
        if isinstance(value, str):
            self.work(0, len(value))
        elif isinstance(value, _HELD):
            self.hold(value)
        elif isinstance(value, Iterator):
            return self.each_of(value)  # type: ignore[return-value]  # an iterator for an iterator
        return value

    def each_of(self, values: Iterable[object]) -> Iterable[object]:
        """The same things, counted as they are asked for; what has a length keeps it."""
        return values if isinstance(values, Sized) else self._counted(values)

    def _counted(self, values: Iterable[object]) -> Iterator[object]:
        for each in values:
            self.work(1)
            yield each

    def range(self, *numbers: int) -> Sequence[int]:
        """Numbers in a row.

        Raises:
            RefusedError: when one is larger than a page may ask for.
        """
        made = range(*numbers)
        if max(map(abs, numbers)) > self.most.range:
            raise RefusedError("too-much", f"range({', '.join(map(str, numbers))})")
        return made

    def calculate(self, operator: str, left: object, right: object) -> None:
        """Count what an operator is about to make of two values.

        Raises:
            RefusedError: when it may not be used, or makes more than a page may take.
        """
        self.work(1)
        if operator == "%" and isinstance(left, str):
            raise RefusedError("refused", operator)
        numbers = [each.bit_length() for each in (left, right) if isinstance(each, int)]
        if operator == "+":
            self.work(0, _letters(left) + _letters(right))
        elif operator == "**" and isinstance(right, int):
            self._fit(prod((max(numbers[0], 1) if len(numbers) > 1 else 1, abs(right))), self.most.number)
        elif operator == "*" and len(numbers) == 2:
            self._fit(sum(numbers), self.most.number)
        elif operator == "*":
            self._fit(prod(_size(each) for each in (left, right)), self.most.range)

    def foresee(self, name: str, values: Sequence[object], is_making: bool) -> None:
        """Count what a method or filter is about to make of some values, the first of which is what it is of."""
        sizes = [_size(each) for each in values if isinstance(each, str | Sized)]
        self.work(1 + sum(sizes) // _LETTERS_OF_AN_OPERATION)
        if is_making:
            numbers = [abs(each) for each in values[1:] if isinstance(each, int)]
            self._fit(max(numbers, default=0), self.most.number)
            self._fit(prod(max(size, 1) for size in (*sizes, *numbers)), self.most.letters)
        elif name == "replace" and len(values) > 2:
            old, new = str(values[1]), str(values[2])
            self._fit(
                (str(values[0]).count(old) if old else _size(values[0]) + 1) * len(new), self.most.letters
            )
        elif name == "join":
            self._fit(prod(max(size, 1) for size in sizes), self.most.letters)

    def _fit(self, size: int, most: int) -> None:
        if size > most:
            raise RefusedError("too-much", "")


def _letters(value: object) -> int:
    return len(value) if isinstance(value, str) else 0


def _size(value: object) -> int:
    return abs(value) if isinstance(value, int) else len(value) if isinstance(value, Sized) else 1


def counted(tree: nodes.Template) -> nodes.Template:
    """A template in which whatever is repeated, joined or collected counts itself."""
    made: nodes.Template = _Counting().visit(tree)
    return made


class _Counting(NodeTransformer):
    """Puts the environment's own functions around what templates make."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - as Jinja calls it
        self.generic_visit(node)
        node.body.insert(0, _counting(node.body, node.lineno))
        if node.test is not None:
            node.test = nodes.And(
                _call("passing", [nodes.Const(0)], node.lineno), node.test, lineno=node.lineno
            )
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:  # noqa: N802 - as Jinja calls it
        return self._body(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.CallBlock:  # noqa: N802 - as Jinja calls it
        return self._body(node)

    def visit_Block(self, node: nodes.Block) -> nodes.Block:  # noqa: N802 - as Jinja calls it
        return self._body(node)

    def visit_Template(self, node: nodes.Template) -> nodes.Template:  # noqa: N802 - as Jinja calls it
        return self._body(node)

    def _body(self, node: Body) -> Body:
        self.generic_visit(node)
        node.body.insert(0, _counting(node.body, node.lineno))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Call:  # noqa: N802 - as Jinja calls it
        self.generic_visit(node)
        return _call("joined", node.nodes, node.lineno)

    def visit_List(self, node: nodes.List) -> nodes.Expr:  # noqa: N802 - as Jinja calls it
        return self._collected(node)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Expr:  # noqa: N802 - as Jinja calls it
        return self._collected(node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Expr:  # noqa: N802 - as Jinja calls it
        return self._collected(node) if node.ctx == "load" else node

    def _collected(self, node: nodes.Expr) -> nodes.Expr:
        self.generic_visit(node)
        is_fixed = node.find(nodes.Name) is None and node.find(nodes.Call) is None
        return node if is_fixed else _call("held", [node], node.lineno)


def _counting(body: Sequence[nodes.Node], line: int) -> nodes.ExprStmt:
    """A statement that counts the letters of a body."""
    letters = sum(len(text.data) for each in body for text in each.find_all(nodes.TemplateData))
    return nodes.ExprStmt(_call("passing", [nodes.Const(letters)], line), lineno=line)


def _call(name: str, arguments: list[nodes.Expr], line: int) -> nodes.Call:
    """A call of a function of the environment."""
    function = nodes.EnvironmentAttribute(name, lineno=line)
    return nodes.Call(function, arguments, [], None, None, lineno=line)
