"""The map of the house shows the house: each room once, in the order of the contracts; a name means one thing."""

import ast
import re
import tomllib
from collections import defaultdict

from tests.repository.repository import ROOT, text_files

LAYOUT = text_files()["docs/engineering/layout.md"]
FACES = {
    name: text
    for name, text in text_files().items()
    if re.match(r"generator/.*\.py$", name) and "__all__" in text
}


def rooms_on_the_map() -> list[str]:
    """The rooms in the order of the table, which begins with what imports nothing."""
    table = LAYOUT.partition("| Room of `generator/` |")[2].partition("\n\n")[0]
    return [
        name.removesuffix(".py") for name in re.findall(r"^\| `(\w+(?:\.py)?)/?` \|", table, re.MULTILINE)
    ]


def layers() -> list[set[str]]:
    """The rooms as the contract orders them, likewise."""
    settings = tomllib.loads(text_files()["pyproject.toml"])["tool"]["importlinter"]
    (contract,) = (each for each in settings["contracts"] if each["type"] == "layers")
    return [set(re.findall(r"\w+", layer)) for layer in reversed(contract["layers"])]


def offered(face: str) -> list[str]:
    """The names that a face offers."""
    listed = [
        node.value
        for node in ast.parse(face).body
        if isinstance(node, ast.Assign) and [ast.unparse(each) for each in node.targets] == ["__all__"]
    ]
    return [name for each in listed for name in ast.literal_eval(each)]


def test_every_room_is_on_the_map_once() -> None:
    rooms = {path.stem for path in (ROOT / "generator").iterdir() if not path.name.startswith((".", "_"))}
    assert sorted(rooms_on_the_map()) == sorted(rooms)


def test_the_map_has_the_order_that_the_contract_holds() -> None:
    places = {room: place for place, layer in enumerate(layers()) for room in layer}
    order = [places[room] for room in rooms_on_the_map()]
    assert order == sorted(order)


def test_no_two_rooms_offer_a_name() -> None:
    rooms = defaultdict(set)
    for face, text in FACES.items():
        for name in offered(text):
            rooms[name].add(face.split("/")[1])
    assert len(rooms) > len(layers())
    assert {name: offering for name, offering in rooms.items() if len(offering) > 1} == {}
