"""Where ids are used is asked of the models: whatever field they declare is found, and none is forgotten."""

import json
from collections.abc import Iterator

import pytest

from generator.model import RetiredKind, Shape, ShapeKind, StepAddress, fields_of, models_within
from generator.project import FileKind, Found, shape_of
from generator.project.project import document_of
from generator.scaffold.renaming import Renaming, uses_in
from generator.scaffold.rewriting import rewritten

OLD, NEW, PROCEDURE = "old-thing", "zz-renamed-zz", "its-procedure"
OUTSIDE = {"area", "edition"}
"""What has ids that are not renamed."""
Place = tuple[tuple[str | int, ...], str, bool]
"""A path in a file, what the id there names, and whether it is a key."""


def places(shape: Shape, path: tuple[str | int, ...] = (), above: tuple[object, ...] = ()) -> Iterator[Place]:
    """Every place below a shape where an id may stand that names something."""
    if shape.points_at is not None:
        yield path, shape.points_at, False
    if shape.keys_point_at is not None:
        yield (*path, OLD), shape.keys_point_at, True
    if shape.kind is ShapeKind.LIST and shape.item is not None:
        yield from places(shape.item, (*path, 0), above)
    elif shape.kind is ShapeKind.ENTRIES and shape.item is not None:
        yield from places(shape.item, (*path, OLD if shape.keys_point_at else "some-entry"), above)
    elif shape.model is not None and shape.model not in above:
        for key, field in fields_of(shape.model).items():
            yield from places(field.shape, (*path, key), (*above, shape.model))


EVERY_PLACE = [
    pytest.param(kind, *place, id=f"{kind}-{'/'.join(map(str, place[0]))}-{place[1]}")
    for kind in FileKind
    for place in places(shape_of(kind))
    if place[1] not in OUTSIDE
]


def saying(path: tuple[str | int, ...], value: str) -> object:
    """Data in which a value stands at a path, beside the id of a procedure."""
    if not path:
        return value
    inner = saying(path[1:], value)
    if isinstance(path[0], int):
        return [inner]
    beside = {"procedure": PROCEDURE} if path == ("step",) else {}
    return {**beside, path[0]: inner}


@pytest.mark.parametrize(("kind", "path", "points_at", "is_key"), EVERY_PLACE)
def test_no_field_that_names_an_id_is_forgotten(
    kind: FileKind, path: tuple[str | int, ...], points_at: str, is_key: bool
) -> None:
    of_step = points_at in (RetiredKind.STEP, StepAddress.STEP_OF_PROCEDURE)
    named = RetiredKind.PROCEDURE if points_at == StepAddress.PROCEDURE_OR_STEP else RetiredKind.STEP
    renaming = Renaming(
        named if of_step or points_at == StepAddress.PROCEDURE_OR_STEP else RetiredKind(points_at),
        OLD,
        NEW,
        PROCEDURE if of_step else "",
    )
    identifier = PROCEDURE if kind is FileKind.PROCEDURE else "some-file"
    data = saying(path, "x" if is_key else OLD)
    text = json.dumps(data)
    if kind is FileKind.KNOWLEDGE:
        text = f"---\n{text}\n---\n"
    document, _ = document_of(Found("file", kind, identifier), text.encode())
    found = set(uses_in(document, renaming, {}))
    assert rewritten(text.encode(), document.source, found).decode() == text.replace(OLD, NEW)
    assert len(found) == 1


def test_an_id_that_names_nothing_identifies_what_it_stands_in() -> None:
    """So that no model can hold an id which nobody renames."""
    models = {each for kind in FileKind for each in models_within(shape_of(kind))}
    loose = {
        (model.__name__, key)
        for model in models
        for key, field in fields_of(model).items()
        if field.shape.kind is ShapeKind.IDENTIFIER
        and field.shape.points_at is None
        and key != model.identified_by
    }
    assert loose == {("RetiredId", "old"), ("RetiredId", "new")}
    kinds = {place[1] for kind in FileKind for place in places(shape_of(kind))}
    assert kinds - OUTSIDE - {*RetiredKind} - {*StepAddress} == set()
