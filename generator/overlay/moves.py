"""Steps that an edition takes out and puts in again: which change puts in what another removes, and where."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model import STEP_LISTS, Path, Shape, Step, Verb
from generator.overlay.changes import WITH_KEY, WrittenChange, part_of
from generator.overlay.fingerprints import say_the_same
from generator.overlay.items import folded
from generator.overlay.selectors import ChangeTarget
from generator.yamltext import YamlData

Made = list[tuple[WrittenChange, ChangeTarget]]
"""Changes, each with what it names."""


@dataclass(frozen=True, slots=True)
class PutBack:
    """A step that is removed and put in.

    Attributes:
        removed: the change that takes it out.
        path: where it stands in the base.
        inserted: the change that puts it in.
        item: which of the items of that change it is; None where it is a part of one.
        data: the step as it is put in.
    """

    removed: WrittenChange
    path: Path
    inserted: WrittenChange
    item: int | None
    data: dict[str, YamlData]


def put_back(made: Made, base: YamlData, fill: Callable[[str], str]) -> list[PutBack]:
    """The steps that changes remove and put in, by their ids, or else by their texts.

    Args:
        made: the changes of one procedure.
        base: the procedure's data.
        fill: fills the edition's values into a text.
    """
    removed = [(change, target.path) for change, target in made if _is_step_taken_out(change, target)]
    items = [item for change, target in made if removed for item in _steps_put_in(change, target)]
    found: dict[int, PutBack] = {}
    taken: set[int] = set()

    def told(data: YamlData) -> str:
        return folded(fill(_text(data, "text")))

    for name in (_identifier, told):
        free: dict[str, list[int]] = defaultdict(list)
        for place in range(len(items) - 1, -1, -1):
            if place not in taken:
                free[name(items[place][2])].append(place)
        for index, (change, path) in enumerate(removed):
            named = "" if index in found else name(part_of(base, path))
            if named and free.get(named):
                place = free[named].pop()
                taken.add(place)
                found[index] = PutBack(change, path, *items[place])
    return list(found.values())


def put_back_in_place(made: Made, base: YamlData, fill: Callable[[str], str]) -> list[PutBack]:
    """Those of the steps that are removed and put in which stand and say afterwards what they did before."""
    idle = [each for each in put_back(made, base, fill) if _says_the_same(each, made, base, fill)]
    lists: dict[Path, list[PutBack]] = defaultdict(list)
    for each in idle:
        lists[each.path[:-1]].append(each)
    return [each for path, of_one in lists.items() for each in _in_place(path, of_one, made, base)]


def _in_place(path: Path, idle: list[PutBack], made: Made, base: YamlData) -> Iterator[PutBack]:
    """Those of a list that could as well have stayed: nothing is between where they stood and where they are put."""
    order = _order(path, made, base)
    places = {token: place for place, token in enumerate(order)}
    is_there = [True] * len(order)
    for change, target in made:
        if change.verb is Verb.REMOVE and target.path in places:
            is_there[places[target.path]] = False
    waiting = [(each, places[each.path], places.get((*each.inserted.path, each.item or 0))) for each in idle]
    count = -1
    while count != len(waiting):
        count, left = len(waiting), []
        for each, before, after in waiting:
            if after is None or any(is_there[min(before, after) + 1 : max(before, after)]):
                left.append((each, before, after))
            else:
                is_there[before], is_there[after] = True, False
                yield each
        waiting = left


def _order(path: Path, made: Made, base: YamlData) -> list[Path]:
    """All that is in a list before or after the changes, in order: paths of the base, or of items of changes."""
    put: dict[tuple[Path, Verb], list[Path]] = defaultdict(list)
    for change, target in made:
        put[target.path, change.verb] += [(*change.path, index) for index in range(len(_items(change)))]
    order: list[Path] = []
    listed = part_of(base, path)
    for index in range(len(listed) if isinstance(listed, list) else 0):
        here = (*path, index)
        order += [*put[here, Verb.INSERT_BEFORE], here, *put[here, Verb.INSERT_AFTER]]
    return order + put[path, Verb.ADD]


def _says_the_same(each: PutBack, made: Made, base: YamlData, fill: Callable[[str], str]) -> bool:
    """Whether a step says what it did; another id is nothing new unless a way leads to it."""
    before = part_of(base, each.path)
    if each.item is None or not isinstance(before, dict):
        return False
    now, identifier = {**each.data, "id": _identifier(before)}, _identifier(each.data)
    is_named = identifier not in {"", _identifier(before)} and any(
        _leads_to(change.data.get(WITH_KEY, []), identifier) for change, _ in made
    )
    return not is_named and say_the_same(now, before, fill)


def _leads_to(data: YamlData, identifier: str) -> bool:
    """Whether anything in data but a step's own id may name a step."""
    if isinstance(data, dict):
        return any(_leads_to(each, identifier) for key, each in data.items() if key != "id")
    if isinstance(data, list):
        return any(_leads_to(each, identifier) for each in data)
    return data == identifier


_Item = tuple[WrittenChange, int | None, dict[str, YamlData]]
"""A step that a change puts in: the change, which of its items it is (None for a part of one), and its data."""


def _is_step_taken_out(change: WrittenChange, target: ChangeTarget) -> bool:
    return change.verb is Verb.REMOVE and target.is_there and target.is_item and _is_step(target.shape)


def _steps_put_in(change: WrittenChange, target: ChangeTarget) -> Iterator[_Item]:
    """Every step that a change puts in, at any depth."""
    shape = target.shape.item if change.verb is Verb.ADD else target.shape
    if change.verb not in {Verb.REMOVE, Verb.REPLACE} and _is_step(shape):
        for index, item in enumerate(_items(change)):
            if isinstance(item, dict):
                yield change, index, item
                yield from ((change, None, inner) for inner in _sub_steps(item))


def _sub_steps(data: dict[str, YamlData]) -> Iterator[dict[str, YamlData]]:
    for key in STEP_LISTS:
        steps = data.get(key)
        for each in steps if isinstance(steps, list) else []:
            if isinstance(each, dict):
                yield each
                yield from _sub_steps(each)


def _items(change: WrittenChange) -> list[YamlData]:
    """What a change puts in, item by item."""
    given = change.data.get(WITH_KEY, [])
    return given if isinstance(given, list) else [given]


def _is_step(shape: Shape | None) -> bool:
    return shape is not None and shape.model is Step


def _identifier(data: YamlData) -> str:
    """The id that a step states."""
    return _text(data, "id")


def _text(data: YamlData, key: str) -> str:
    """A text of a mapping; empty where there is none."""
    value = data.get(key) if isinstance(data, dict) else None
    return value.strip() if isinstance(value, str) else ""
