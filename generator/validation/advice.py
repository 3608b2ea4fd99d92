"""What is told of a key that no field has here, where it is known what is meant: the field, its place, what to write.

A key may be a word for a known concept (``concepts.yml``), or a field of another thing: of one around, of one inside.
What was written is put into the shape of its field and validated there, so that advice to write it never leads to
another error; where it does not fit, only the field and how it is written are told.
"""

from dataclasses import dataclass

from generator.diagnostics import LONGEST_QUOTATION, found
from generator.model import FieldShape, Frozen, Manner, Path, Shape, ShapeKind, Step, fields_of, shape_at
from generator.problems import Problem
from generator.project import ProjectFile, ids_of_steps
from generator.validation.advised_lines import as_lines, few, quoted_lines, short_skeleton
from generator.validation.concepts import Concept, concepts_at, level_of
from generator.validation.fitting import fitted, is_accepted, joined
from generator.yamltext import YamlData

_LONGEST_ADVICE = 220
"""In letters: longer lines would be cut in a message."""
_JOINED = (ShapeKind.TEXT, ShapeKind.LIST, ShapeKind.RECORD)
"""What takes more beside what is there already; of anything else there is one."""


@dataclass(frozen=True, slots=True)
class _Home:
    """The thing that has the field of a concept: where it stands, its model, and the field."""

    path: Path
    model: type[Frozen]
    field: FieldShape


def concept_advice(document: ProjectFile, path: Path) -> tuple[Problem, ...] | None:
    """What is told of a key that no field has, where it is a known concept.

    Args:
        document: the file.
        path: of the key.

    Returns:
        The problem; nothing where it was told at another key beside it; None where the key is no known concept.
    """
    around = shape_at(document.shape, path[:-1])
    return (
        _meant_at(document, path, around.model) if around is not None and around.model is not None else None
    )


def advice_from_around(document: ProjectFile, path: Path) -> tuple[Problem, ...] | None:
    """What is told of a key that a thing around has as a field, or in which it means one; None of any other key.

    Args:
        document: the file.
        path: of the key.
    """
    key = str(path[-1])
    for length in range(len(path) - 2, -1, -1):
        shape = shape_at(document.shape, path[:length])
        if shape is None or shape.model is None:
            continue
        if (field := fields_of(shape.model).get(key)) is not None:
            concept = Concept(key, (key,))
            return _Adviser(document, path, concept, _Home(path[:length], shape.model, field)).problems()
        if (told := _meant_at(document, path, shape.model)) is not None:
            return told
    return None


def _meant_at(document: ProjectFile, path: Path, model: type[Frozen]) -> tuple[Problem, ...] | None:
    """What is told of a key as things of a model understand it."""
    key = str(path[-1])
    meant = _meant(document, path, model)
    if meant is None:
        return None
    concept, home = meant
    if home is None:
        return (found("unknown-key", document.key_place(path), "told", key=key, advice=concept.tell),)
    return _Adviser(document, path, concept, home).problems()


def _meant(document: ProjectFile, path: Path, model: type[Frozen]) -> tuple[Concept, _Home | None] | None:
    """The concept that a key means among things of a model, and its home; no home where it is only told."""
    for concept in concepts_at(model, str(path[-1])):
        if concept.tell:
            return concept, None
        if (home := _home(document, path, concept)) is not None:
            return concept, home
    return None


def _home(document: ProjectFile, path: Path, concept: Concept) -> _Home | None:
    """The nearest thing around a key that has the field of a concept, and the parts that it speaks of."""
    for length in range(len(path) - 1, -1, -1):
        shape = shape_at(document.shape, path[:length])
        field = fields_of(shape.model).get(concept.field) if shape is not None and shape.model else None
        if shape is None or shape.model is None or field is None:
            continue
        inner = _record_of(field.shape)
        is_known = concept.parts is None or (
            inner is not None and set(concept.parts) & fields_of(inner).keys()
        )
        if is_known and (not concept.rich or getattr(field.shape, "is_rich", False)):
            return _Home(path[:length], shape.model, field)
    return None


def _record_of(shape: Shape) -> type[Frozen] | None:
    """The model of a field's thing, or of its things."""
    return shape.item.model if shape.item is not None else shape.model


class _Adviser:
    """Words the advice for one key."""

    def __init__(self, document: ProjectFile, path: Path, concept: Concept, home: _Home) -> None:
        self._document, self._path, self._concept, self._home = document, path, concept, home
        self._around = _mapping_at(document.data, path[:-1])
        shape = shape_at(document.shape, path[:-1])
        self._model = shape.model if shape is not None else None
        self._known = fields_of(self._model) if self._model is not None else {}
        self._together = [
            key for key in self._around if key not in self._known and concept.part_of(key) is not None
        ]
        self._joined: YamlData | None = None
        if concept.parts is None:
            self._join()

    def problems(self) -> tuple[Problem, ...]:
        key, field = str(self._path[-1]), self._home.field
        if self._is_at_once() and key != self._together[0]:
            return ()
        value = self._value()
        told = quoted_lines(as_lines({field.key: value})) if value is not None else ""
        about: dict[str, object] = {
            "key": "” “".join(self._together) if self._is_at_once() else key,
            "field": field.key,
            "title": field.title,
            "description": field.description,
            "lines": told,
            "level": self._level(),
            "known": few(self._known),
        }
        is_here = len(self._home.path) == len(self._path) - 1
        variant = "instead" if is_here else "above"
        if not told or len(told) > _LONGEST_ADVICE:
            variant = "belongs-in" if is_here else "belongs-above"
            about["lines"] = short_skeleton(field, self._parts(), LONGEST_QUOTATION)
        elif field.key in _mapping_at(self._document.data, self._home.path):
            variant = "there-already" if is_here else "there-above"
            about["single"] = told if _is_single(field) else None
        elif is_here:
            others = self._together[1:] if self._is_at_once() else []
            about["others"] = quoted_lines([f"{each}:" for each in others])
        elif not self._home.path and not self._document.is_edited:
            about["file"] = self._document.source.file
        return (found("unknown-key", self._document.key_place(self._path), variant, **about),)

    def _is_at_once(self) -> bool:
        """Whether what stands side by side is told at its first key, as one thing to write."""
        return self._concept.parts is not None or self._joined is not None

    def _join(self) -> None:
        """Find the other keys beside this one that belong in the same field, and what they say together.

        A line of advice for each would give the field more than once.
        """
        if self._model is None or self._home.path != self._path[:-1] or self._home.field.key in self._around:
            return
        values: dict[str, YamlData] = {}
        for key in self._around:
            if (
                key in self._known
                or (meant := _meant(self._document, (*self._path[:-1], key), self._model)) is None
            ):
                continue
            concept, home = meant
            if home == self._home and concept.parts is None:
                values[key] = concept.written(self._around[key])
        taken = joined(self._home.field.shape, list(values.values())) if len(values) > 1 else None
        if taken is not None and is_accepted(self._home.model, self._home.field.key, taken):
            self._together, self._joined = list(values), taken

    def _parts(self) -> list[str]:
        """The parts that stand together, by the keys that the models give them."""
        inner = _record_of(self._home.field.shape)
        known = fields_of(inner) if inner is not None else {}
        parts = dict.fromkeys(self._concept.part_of(key) or "" for key in self._together)
        return [part for part in known if part in parts]

    def _level(self) -> str | None:
        key = next((each for each in reversed(self._home.path) if isinstance(each, str)), "")
        return level_of(self._home.model, key)

    def _value(self) -> YamlData | None:
        """What was written, as the field takes it; None where it does not fit."""
        if self._joined is not None:
            return self._joined
        field, given = self._home.field, self._given()
        if self._names_things(given):
            return None
        value = fitted(field.shape, given) if given is not None else None
        return value if value is not None and is_accepted(self._home.model, field.key, value) else None

    def _names_things(self, given: YamlData | None) -> bool:
        """Whether what was written names steps of the file by their ids, where whole steps are due."""
        named = given if isinstance(given, list) else [given]
        is_due = _record_of(self._home.field.shape) is Step
        return is_due and any(
            isinstance(each, str) and each in ids_of_steps(self._document.data) for each in named
        )

    def _given(self) -> YamlData | None:
        """What was written, put together from its parts."""
        if self._concept.parts is None:
            return self._concept.written(self._around[str(self._path[-1])])
        first = self._around[self._together[0]]
        if (
            len(self._together) == 1
            and not isinstance(first, str)
            and self._home.field.shape.item is not None
        ):
            return first  # whole things, under a word for one of their parts
        inner = _record_of(self._home.field.shape)
        fields = fields_of(inner) if inner is not None else {}
        made: dict[str, YamlData] = {}
        for key in self._together:
            part = self._concept.part_of(key) or ""
            fitting = fitted(fields[part].shape, self._around[key]) if part in fields else None
            if fitting is None or part in made:
                return None
            made[part] = fitting
        return {part: made[part] for part in fields if part in made}


def _mapping_at(data: YamlData, path: Path) -> dict[str, YamlData]:
    for step in path:
        data = data[step]  # type: ignore[index]  # the path was found in the same data
    return data if isinstance(data, dict) else {}


def _is_single(field: FieldShape) -> bool:
    """Whether there is one of what a field says, so that nothing can be added to it."""
    return field.shape.kind not in _JOINED or field.manner is Manner.NAME
