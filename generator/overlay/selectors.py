"""What an address of a change names in a procedure: found by the names of fields and the contents of items.

The form of addresses is told in `generator.model.change`. An item of a list of texts is named by its text (or by its
unique beginning, ended by ``…``), an id by itself, a record by the field that `Frozen.identified_by` tells.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from generator.diagnostics import closest, slip_of
from generator.model import STEP_LISTS, Frozen, Path, Shape, ShapeKind, Step, fields_of
from generator.yamltext import YamlData

SEPARATOR = "/"
_SHORTENING = re.compile(rf"(?:…|\.\.\.)(?={SEPARATOR}|$)")
_POSITION = re.compile(r"\d{1,4}(?:\.\d{1,4})*")
_AROUND_AN_ADDRESS = f"“”‘’\"' {SEPARATOR}"
_SIGN_FOR_SEPARATOR = re.compile(r"\s*[\\.>]\s*")
_LEAST_BEGINNING = 4
"""In characters; a name that begins with one so long is probably that one, with something added."""
MOST_NAMED = 12
"""How many names a hint lists."""
MOST_SUGGESTIONS = 60
"""How many names of one procedure that are not there are compared with those that are; it takes time."""


@dataclass(frozen=True, slots=True)
class ChangeTarget:
    """What an address names.

    Attributes:
        path: where it stands in the procedure's data; of a field that is not there, where it would stand.
        shape: what stands or may stand there.
        is_there: whether something stands there.
        is_item: whether it is an item of a list.
    """

    path: Path
    shape: Shape
    is_there: bool
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Why an address names nothing.

    Attributes:
        variant: of the rule's wording: ``field``, ``item``, ``several``, ``no-ids``, ``too-deep``, ``position``
            (a number for a name), ``empty-list`` (its list is not there), ``no-record`` (its field is not there) or
            ``only-id`` (an item that is written as its id has no fields).
        name: the part of the address that names nothing.
        suggestion: the whole address that was probably meant, if one is like it.
        known: what could stand there instead, parted by commas.
    """

    variant: str
    name: str
    suggestion: str | None = None
    known: str = ""


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list: what names it, where it stands, what it says, and what names it where no other is so named."""

    name: str
    path: Path
    data: YamlData
    short: str = ""


def resolve(
    data: YamlData, shape: Shape, address: str, fill: Callable[[str], str] = str
) -> ChangeTarget | Unresolved:
    """Find what one address names; `Resolver` tells what is taken and given."""
    return Resolver(data, shape, fill).find(address)


def folded(text: str) -> str:
    """A text with each stretch of white space as one space: what two texts must share to say the same."""
    return " ".join(text.split())


class Resolver:
    """What can be addressed in one procedure; lists are read once, however many addresses lead into them."""

    def __init__(self, data: YamlData, shape: Shape, fill: Callable[[str], str] = str) -> None:
        """Prepare to find things.

        Args:
            data: what the procedure's file says.
            shape: of the procedure.
            fill: fills an edition's values in, as an address may have been copied from its pages.
        """
        self._data, self._shape, self._fill = data, shape, fill
        self._lists: dict[Path, _Items] = {}
        self._suggestions_left = MOST_SUGGESTIONS

    def find(self, address: str) -> ChangeTarget | Unresolved:
        """Find what an address names.

        Args:
            address: as an edition writes it; white space counts once.

        Returns:
            What is named, or why nothing is.
        """
        found = self._in_record(self._data, self._shape, (), folded(address), "")
        respelled = _SIGN_FOR_SEPARATOR.sub(SEPARATOR, folded(address).strip(_AROUND_AN_ADDRESS))
        if isinstance(found, Unresolved) and respelled != address:
            meant = self._in_record(self._data, self._shape, (), respelled, "")
            return replace(found, suggestion=respelled) if isinstance(meant, ChangeTarget) else found
        return found

    def names_in(self, address: str) -> list[str]:
        """What names the items of a list in which something was sought, to suggest one; nothing once too many ask.

        Args:
            address: of the list.
        """
        self._suggestions_left -= 1
        target = self.find(address) if self._suggestions_left >= 0 else None
        items = self._lists.get(target.path) if isinstance(target, ChangeTarget) else None
        return [item.name for item in items.all if item.name] if items is not None else []

    def _in_record(
        self, data: YamlData, shape: Shape, path: Path, address: str, before: str
    ) -> ChangeTarget | Unresolved:
        """Look for the field that an address begins with; `before` is what was followed already, with its separator."""
        name, rest = _parted(address)
        fields = fields_of(shape.model) if shape.model is not None else {}
        if name not in fields:
            return self._lost_field(tuple(fields), address, before)
        here, below = (*path, name), fields[name].shape
        value = data.get(name) if isinstance(data, dict) else None
        if not rest:
            return ChangeTarget(here, below, value is not None)
        is_single = below.takes_one and isinstance(value, str)
        if below.kind is ShapeKind.LIST and not is_single and below.item is not None:
            return self._in_list(value, below.item, here, rest, f"{before}{name}{SEPARATOR}")
        if below.kind is not ShapeKind.RECORD:
            return Unresolved("too-deep", rest, f"{before}{name}", name)
        if value is None and _parted(rest)[0] in fields_of(below.model or Frozen):
            return Unresolved("no-record", f"{before}{name}")
        return self._in_record(value or {}, below, here, rest, f"{before}{name}{SEPARATOR}")

    def _in_list(
        self, data: YamlData | None, shape: Shape, path: Path, address: str, before: str
    ) -> ChangeTarget | Unresolved:
        """Look for the item that an address begins with."""
        if path not in self._lists:
            self._lists[path] = _Items(list(_items(data or [], shape, path)), self._fill)
        items = self._lists[path]
        address = address.strip()
        best = items.beginning(address)
        if not best or not _can_follow(best[0][1], shape):
            best = items.shortened(address) or best
        if len(best) > 1:
            return Unresolved("several", address, known=str(len(best)))
        if not best:
            return self._lost_item(items.all, shape, address, before)
        item, rest = best[0]
        if not rest:
            return ChangeTarget(item.path, shape, is_there=True, is_item=True)
        if shape.kind is ShapeKind.IDENTIFIER and shape.model and not isinstance(item.data, dict):
            return Unresolved("only-id", rest, f"{before}{item.name}", item.name)
        if shape.model is None:
            return Unresolved("too-deep", rest, f"{before}{item.name}", item.name)
        return self._in_record(item.data, shape, item.path, rest, f"{before}{item.name}{SEPARATOR}")

    def _lost_field(self, known: tuple[str, ...], address: str, before: str) -> Unresolved:
        """Why an address names no field, and which it probably means."""
        name, rest = _parted(address)
        if not name and rest:
            return Unresolved("field", address, before + rest.lstrip(SEPARATOR), ", ".join(known))
        nearest = self._closest(name, known)
        suggestion = _joined(before, nearest, rest) if nearest else None
        return Unresolved("field", name, suggestion, ", ".join(known))

    def _lost_item(self, items: list[_Item], shape: Shape, address: str, before: str) -> Unresolved:
        """Why an address names no item, and which it probably means."""
        if not items:
            return Unresolved("empty-list", address, before.removesuffix(SEPARATOR))
        if shape.model is Step and not any(item.name for item in items):
            return Unresolved("no-ids", address)
        names = [item.name for item in items if item.name]
        known = ", ".join(names[:MOST_NAMED])
        head, rest = _parted(address)
        if _POSITION.fullmatch(head):
            return Unresolved("position", head, _at_position(items, head, before, rest), known)
        is_named_plainly = shape.kind is ShapeKind.IDENTIFIER or shape.model is Step
        is_head = is_named_plainly or (bool(rest) and _can_follow(rest, shape))
        if not is_head and (nearest := self._closest(address, names)) is not None:
            return Unresolved("item", address, before + nearest, known)
        nearest = self._closest(head, names, is_named_plainly) or self._told_by(head, items)
        suggestion = _joined(before, nearest, rest) if nearest else None
        return Unresolved("item", head if is_named_plainly else address, suggestion, known)

    def _told_by(self, text: str, items: list[_Item]) -> str | None:
        """The id of the step that says a text, or nearly: authors know a step by its words."""
        if self._suggestions_left <= 0:
            return None
        texts = (item.data.get("text") if isinstance(item.data, dict) else None for item in items)
        told = {
            folded(self._fill(words)): item.name
            for item, words in zip(items, texts, strict=True)
            if item.name and isinstance(words, str)
        }
        nearest = text if text in told else self._closest(text, told)
        return told[nearest] if nearest else None

    def _closest(self, name: str, known: Iterable[str], is_of_authors: bool = False) -> str | None:
        """What a name probably means; no longer asked once so many were asked that nobody will read more.

        Args:
            name: what was written.
            known: what there is.
            is_of_authors: whether these are names that authors make, so that it may be a new one.
        """
        self._suggestions_left -= 1
        if self._suggestions_left < 0:
            return None
        names = list(known)
        alike = [each for each in names if len(each) >= _LEAST_BEGINNING and name.startswith(each)]
        if alike:
            return max(alike, key=len)
        return slip_of(name, names) if is_of_authors else closest(name, names)


class _Items:
    """The items of a list, found by what names them, written plainly or with an edition's values filled in."""

    def __init__(self, items: list[_Item], fill: Callable[[str], str]) -> None:
        self.all = items
        self._named: dict[str, list[_Item]] = {}
        for item in items:
            for written in {item.name, folded(fill(item.name))} - {""}:
                self._named.setdefault(written, []).append(item)
        full = set(self._named)
        for item in items:
            if item.short and item.short not in full:
                self._named.setdefault(item.short, []).append(item)
        self._longest = max(map(len, self._named), default=0)

    def beginning(self, address: str) -> list[tuple[_Item, str]]:
        """The items whose name is the longest with which an address begins, and what is left of it."""
        if address in self._named:
            return [(item, "") for item in self._named[address]]
        cut = address.rfind(SEPARATOR, 0, self._longest + 2)
        while cut > 0:
            name = address[:cut].rstrip()
            if name in self._named:
                return [(item, address[cut + 1 :]) for item in self._named[name]]
            cut = address.rfind(SEPARATOR, 0, cut)
        return []

    def shortened(self, address: str) -> list[tuple[_Item, str]]:
        """The items that an address names by their beginnings, and what is left of it."""
        for mark in reversed([*_SHORTENING.finditer(address)]):
            if mark.start() > self._longest + 1:
                continue
            beginning, rest = address[: mark.start()].rstrip(), address[mark.end() + 1 :]
            named = [
                item for name, items in self._named.items() if name.startswith(beginning) for item in items
            ]
            if beginning and named:
                return [(item, rest) for item in {each.path: each for each in named}.values()]
        return []


def _at_position(items: list[_Item], number: str, before: str, rest: str) -> str | None:
    """The address of the item at a position (of a sub-step ``2.1``), if something names it."""
    wanted = [int(each) - 1 for each in number.split(".")]
    above = len(items[0].path) - 1
    item = next(
        (each for each in items if [i for i in each.path[above:] if isinstance(i, int)] == wanted), None
    )
    return _joined(before, item.name, rest) if item is not None and item.name else None


def _parted(address: str) -> tuple[str, str]:
    """The first part of an address and the rest of it."""
    first, _, rest = address.partition(SEPARATOR)
    return first.strip(), rest.strip()


def _joined(before: str, name: str, rest: str) -> str:
    """An address of three parts, of which the first ends with a separator."""
    return f"{before}{name}{SEPARATOR}{rest}" if rest else before + name


def _can_follow(rest: str, shape: Shape) -> bool:
    """Whether the rest of an address can lead on in an item."""
    if not rest or shape.model is None:
        return not rest
    return _parted(rest)[0] in fields_of(shape.model)


def _items(data: YamlData, shape: Shape, path: Path) -> Iterator[_Item]:
    """The items of a list; of steps also those of every depth, as their ids are unique in a procedure."""
    for index, each in enumerate(data if isinstance(data, list) else []):
        here = (*path, index)
        named_by, apart_by = (
            (shape.model.identified_by, shape.model.told_apart_by) if shape.model else ("", "")
        )
        name, more = _name(each, named_by), _name(each, apart_by) if isinstance(each, dict) else ""
        yield _Item(f"{name} {more}", here, each, name) if more else _Item(name, here, each)
        if shape.model is Step and isinstance(each, dict):
            for key in STEP_LISTS:
                yield from _items(each.get(key, []), shape, (*here, key))


def _name(data: YamlData, key: str) -> str:
    """What an item says under a key; an item that is a text, itself."""
    if isinstance(data, dict):
        data = data.get(key, "")
    return folded(data) if isinstance(data, str) else ""
