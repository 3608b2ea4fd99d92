"""What an address of a change names in a procedure: found by the names of fields and the contents of items.

The form of addresses is told in `generator.model.change`. An item of a list of texts is named by its text (or by its
unique beginning, ended by ``…``), an id by itself, a record by the field that `Frozen.identified_by` tells.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.diagnostics import closest, slip_of
from generator.model import Frozen, Path, Shape, ShapeKind, Step, fields_of
from generator.overlay.items import SEPARATOR, Item, Items, at_position, folded, items_of, joined, parted
from generator.overlay.nearby import elsewhere, having
from generator.yamltext import YamlData

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
        now: the whole address of what the name named before its id was changed.
    """

    variant: str
    name: str
    suggestion: str | None = None
    known: str = ""
    now: str | None = None


def resolve(
    data: YamlData, shape: Shape, address: str, fill: Callable[[str], str] = str
) -> ChangeTarget | Unresolved:
    """Find what one address names; `Resolver` tells what is taken and given."""
    return Resolver(data, shape, fill).find(address)


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
        self._lists: dict[Path, Items] = {}
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
            found = replace(found, suggestion=respelled) if isinstance(meant, ChangeTarget) else found
        return self._with_what_is_near(found, respelled) if isinstance(found, Unresolved) else found

    def _with_what_is_near(self, lost: Unresolved, address: str) -> Unresolved:
        """Why an address names nothing, with what it names elsewhere, or where there is what it begins with."""
        if lost.variant not in ("field", "item", "empty-list", "too-deep") or self._suggestions_left <= 0:
            return lost
        first, fields = parted(address)[0], fields_of(self._shape.model) if self._shape.model else {}
        is_slip = lost.suggestion is not None and lost.name != first and self._is_there(lost.suggestion)
        if not is_slip and (meant := elsewhere(address, fields, self._is_there)) is not None:
            return replace(lost, variant="item" if lost.variant == "item" else "field", suggestion=meant)
        if lost.variant == "field" and lost.suggestion is None and first == lost.name:
            near = [each for key in fields for each in self._having(first, key)]
            return replace(lost, known=", ".join(near)) if near else lost
        return lost

    def _is_there(self, address: str) -> bool:
        """Whether an address names something that the procedure has."""
        self._suggestions_left -= 1
        target = self._in_record(self._data, self._shape, (), address, "")
        return isinstance(target, ChangeTarget) and target.is_there

    def _having(self, key: str, within: str) -> list[str]:
        """The addresses of a field in the items of one of the procedure's lists."""
        target = self._in_record(self._data, self._shape, (), within, "")
        shape = target.shape.item if isinstance(target, ChangeTarget) and target.is_there else None
        data = self._data.get(within) if isinstance(self._data, dict) else None
        if shape is None or shape.model is None or key not in fields_of(shape.model):
            return []
        return list(having(key, list(items_of(data or [], shape, (within,))), within))

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
        name, rest = parted(address)
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
        if value is None and parted(rest)[0] in fields_of(below.model or Frozen):
            return Unresolved("no-record", f"{before}{name}")
        return self._in_record(value or {}, below, here, rest, f"{before}{name}{SEPARATOR}")

    def _in_list(
        self, data: YamlData | None, shape: Shape, path: Path, address: str, before: str
    ) -> ChangeTarget | Unresolved:
        """Look for the item that an address begins with."""
        if path not in self._lists:
            self._lists[path] = Items(list(items_of(data or [], shape, path)), self._fill)
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
        name, rest = parted(address)
        if not name and rest:
            return Unresolved("field", address, before + rest.lstrip(SEPARATOR), ", ".join(known))
        nearest = self._closest(name, known)
        suggestion = joined(before, nearest, rest) if nearest else None
        return Unresolved("field", name, suggestion, ", ".join(known))

    def _lost_item(self, items: list[Item], shape: Shape, address: str, before: str) -> Unresolved:
        """Why an address names no item, and which it probably means."""
        if not items:
            return Unresolved("empty-list", address, before.removesuffix(SEPARATOR))
        if shape.model is Step and not any(item.name for item in items):
            return Unresolved("no-ids", address)
        names = [item.name for item in items if item.name]
        known = ", ".join(names[:MOST_NAMED])
        head, rest = parted(address)
        if _POSITION.fullmatch(head):
            return Unresolved("position", head, at_position(items, head, before, rest), known)
        is_named_plainly = shape.kind is ShapeKind.IDENTIFIER or shape.model is Step
        is_head = is_named_plainly or (bool(rest) and _can_follow(rest, shape))
        if not is_head and (nearest := self._closest(address, names)) is not None:
            return Unresolved("item", address, before + nearest, known)
        nearest = self._closest(head, names, is_named_plainly) or self._told_by(head, items)
        suggestion = joined(before, nearest, rest) if nearest else None
        return Unresolved("item", head if is_named_plainly else address, suggestion, known)

    def _told_by(self, text: str, items: list[Item]) -> str | None:
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


def _can_follow(rest: str, shape: Shape) -> bool:
    """Whether the rest of an address can lead on in an item."""
    if not rest or shape.model is None:
        return not rest
    return parted(rest)[0] in fields_of(shape.model)
