"""Edits made of chance for a file, each with what it must come to on plain data."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.desk.written_yaml import a_text, a_value

Path = list[Any]


@dataclass(frozen=True, slots=True)
class ChanceEdit:
    """An edit: its method and arguments, the path that it is about, and the data after it."""

    call: list[Any]
    path: Path
    wanted: Any


def paths_of(data: Any, path: tuple[Any, ...] = ()) -> Iterator[Path]:  # noqa: ANN401 - plain data
    """The paths of everything in plain data but itself."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield [*path, key]
        yield from paths_of(value, (*path, key))


def at(data: Any, path: Path) -> Any:  # noqa: ANN401 - plain data
    """What stands at a path."""
    for key in path:
        data = data[key]
    return data


def edits_of(data: Any, seed: int, count: int) -> list[ChanceEdit]:  # noqa: ANN401 - plain data
    """Some edits of plain data."""
    random = Random(seed)  # noqa: S311 - chance, not secrecy
    makers = (_set_text, _set_text, _set_text, _set_value, _add, _insert, _remove, _move, _move, _rename)
    made = (random.choice(makers)(data, random) for _ in range(count * 4))
    return [each for each in made if each is not None][:count]


def _set_text(data: Any, random: Random) -> ChanceEdit | None:  # noqa: ANN401 - plain data
    paths = [path for path in paths_of(data) if isinstance(at(data, path), str)]
    if not paths:
        return None
    path = random.choice(paths)
    before = at(data, path)
    words = before.split(" ")
    words[random.randrange(len(words))] = random.choice(("อื่น", "คำใหม่", "😀"))
    return _changed(data, path, random.choice((" ".join(words), a_text(random))))


def _set_value(data: Any, random: Random) -> ChanceEdit | None:  # noqa: ANN401 - plain data
    return _changed(data, random.choice(list(paths_of(data))), a_value(random, random.randint(0, 3)))


def _changed(data: Any, path: Path, value: Any) -> ChanceEdit:  # noqa: ANN401 - plain data
    wanted = deepcopy(data)
    at(wanted, path[:-1])[path[-1]] = value
    return ChanceEdit(["set", path, value], path, wanted)


def _add(data: Any, random: Random) -> ChanceEdit | None:  # noqa: ANN401 - plain data
    paths = [path for path in [[], *paths_of(data)] if isinstance(at(data, path), dict)]
    path = random.choice(paths)
    key = random.choice(("new", "ใหม่", "yes", "a: b"))
    return (
        None if key in at(data, path) else _changed(data, [*path, key], a_value(random, random.randint(1, 3)))
    )


def _lists(data: Any) -> list[Path]:  # noqa: ANN401 - plain data
    return [path for path in paths_of(data) if isinstance(at(data, path), list)]


def _insert(data: Any, random: Random) -> ChanceEdit | None:  # noqa: ANN401 - plain data
    if not (lists := _lists(data)):
        return None
    path = random.choice(lists)
    index, value = random.randint(0, len(at(data, path))), a_value(random, random.randint(1, 3))
    wanted = deepcopy(data)
    at(wanted, path).insert(index, value)
    return ChanceEdit(["insert", path, index, value], path, wanted)


def _remove(data: Any, random: Random) -> ChanceEdit | None:  # noqa: ANN401 - plain data
    path = random.choice(list(paths_of(data)))
    wanted = deepcopy(data)
    del at(wanted, path[:-1])[path[-1]]
    return ChanceEdit(["remove", path], path, wanted)


def _move(data: Any, random: Random) -> ChanceEdit | None:  # noqa: ANN401 - plain data
    items = [path for path in paths_of(data) if isinstance(path[-1], int)]
    if not items:
        return None
    path = random.choice(items)
    target = random.choice([each for each in _lists(data) if each[: len(path)] != path])
    wanted = deepcopy(data)
    taken = at(wanted, path)
    into = at(wanted, target)
    del at(wanted, path[:-1])[path[-1]]
    index = random.randint(0, len(into))
    into.insert(index, taken)
    return ChanceEdit(["move", path, target, index], path, wanted)


def _rename(data: Any, random: Random) -> ChanceEdit | None:  # noqa: ANN401 - plain data
    path = random.choice([path for path in paths_of(data) if isinstance(path[-1], str)])
    key = random.choice(("renamed", "ชื่อ: ใหม่", "no"))
    if key in at(data, path[:-1]):
        return None
    wanted = deepcopy(data)
    at(wanted, path[:-1])[key] = at(wanted, path[:-1]).pop(path[-1])
    return ChanceEdit(["renameKey", path, key], path, wanted)
