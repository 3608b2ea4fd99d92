"""The items of a list as addresses of changes name them: by a text, an id, or what the model of the items says."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model import STEP_LISTS, Path, Shape, Step
from generator.yamltext import YamlData

SEPARATOR = "/"
_SHORTENING = re.compile(rf"(?:…|\.\.\.)(?={SEPARATOR}|$)")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: what names it, where it stands, what it says, and what names it where no other is so named."""

    name: str
    path: Path
    data: YamlData
    short: str = ""


def folded(text: str) -> str:
    """A text with each stretch of white space as one space: what two texts must share to say the same."""
    return " ".join(text.split())


class Items:
    """The items of a list, found by what names them, written plainly or with an edition's values filled in."""

    def __init__(self, items: list[Item], fill: Callable[[str], str]) -> None:
        """Note what names each item; `fill` fills an edition's values in."""
        self.all = items
        self._named: dict[str, list[Item]] = {}
        for item in items:
            for written in {item.name, folded(fill(item.name))} - {""}:
                self._named.setdefault(written, []).append(item)
        full = set(self._named)
        for item in items:
            if item.short and item.short not in full:
                self._named.setdefault(item.short, []).append(item)
        self._longest = max(map(len, self._named), default=0)

    def beginning(self, address: str) -> list[tuple[Item, str]]:
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

    def shortened(self, address: str) -> list[tuple[Item, str]]:
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


def at_position(items: list[Item], number: str, before: str, rest: str) -> str | None:
    """The address of the item at a position (of a sub-step ``2.1``), if something names it."""
    wanted = [int(each) - 1 for each in number.split(".")]
    above = len(items[0].path) - 1
    item = next(
        (each for each in items if [i for i in each.path[above:] if isinstance(i, int)] == wanted), None
    )
    return joined(before, item.name, rest) if item is not None and item.name else None


def parted(address: str) -> tuple[str, str]:
    """The first part of an address and the rest of it."""
    first, _, rest = address.partition(SEPARATOR)
    return first.strip(), rest.strip()


def joined(before: str, name: str, rest: str) -> str:
    """An address of three parts, of which the first ends with a separator."""
    return f"{before}{name}{SEPARATOR}{rest}" if rest else before + name


def items_of(data: YamlData, shape: Shape, path: Path) -> Iterator[Item]:
    """The items of a list; of steps also those of every depth, as their ids are unique in a procedure."""
    for index, each in enumerate(data if isinstance(data, list) else []):
        here = (*path, index)
        named_by, apart_by = (
            (shape.model.identified_by, shape.model.told_apart_by) if shape.model else ("", "")
        )
        name, more = _name(each, named_by), _name(each, apart_by) if isinstance(each, dict) else ""
        yield Item(f"{name} {more}", here, each, name) if more else Item(name, here, each)
        if shape.model is Step and isinstance(each, dict):
            for key in STEP_LISTS:
                yield from items_of(each.get(key, []), shape, (*here, key))


def _name(data: YamlData, key: str) -> str:
    """What an item says under a key; an item that is a text, itself."""
    if isinstance(data, dict):
        data = data.get(key, "")
    return folded(data) if isinstance(data, str) else ""
