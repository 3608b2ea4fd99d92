"""What authors try to write under keys that no field has: each led to the field in which it belongs.

The words that they try are data (``concepts.yml``); what the fields are, and what may stand in them, the models say.
What was written is put into the shape of its field and validated there, so that advice to write it never leads to
another error; where it does not fit, only the field and how it is written are told.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath

from pydantic import TypeAdapter

from generator.data_files import read_data
from generator.diagnostics import found
from generator.model import FieldShape, Frozen, Path, Shape, fields_of, shape_at
from generator.problems import Problem
from generator.project import ProjectFile
from generator.validation.advised_lines import as_lines, quoted_lines, skeleton
from generator.validation.fitting import fitted, is_accepted
from generator.yamltext import YamlData

_SPACING = re.compile(r"[-_\s]+")
_LONGEST_ADVICE = 220
"""In letters: longer lines would be cut in a message."""


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that authors write about; ``concepts.yml`` says what each is."""

    field: str = ""
    words: tuple[str, ...] = ()
    parts: Mapping[str, tuple[str, ...]] | None = None
    at: tuple[str, ...] = ()
    template: str = "{value}"
    rich: bool = False
    tell: str = ""

    def part_of(self, key: str) -> str | None:
        """Which part of its field's things a key means; empty for the field itself, None for none."""
        name = _folded(key)
        if self.parts is None:
            return "" if name in map(_folded, self.words) else None
        return next((part for part, words in self.parts.items() if name in map(_folded, words)), None)


@dataclass(frozen=True, slots=True)
class _Home:
    """The thing that has the field of a concept: where it stands, its model, and the field."""

    path: Path
    model: type[Frozen]
    field: FieldShape


@dataclass(frozen=True, slots=True)
class _Known:
    """The whole of ``concepts.yml``."""

    levels: Mapping[str, str]
    concepts: tuple[Concept, ...]


def concepts() -> tuple[Concept, ...]:
    """All concepts, in the order in which they are tried."""
    return _known().concepts


@cache
def _known() -> _Known:
    said = read_data(FilePath(__file__).with_name("concepts.yml"))
    return TypeAdapter(_Known).validate_python(said)


def concept_advice(document: ProjectFile, path: Path) -> tuple[Problem, ...] | None:
    """What is told of a key that no field has, where it is a known concept.

    Args:
        document: the file.
        path: of the key.

    Returns:
        The problem; nothing where it was told at another key beside it; None where the key is no known concept.
    """
    key, around = str(path[-1]), shape_at(document.shape, path[:-1])
    if around is None or around.model is None:
        return None
    for concept in concepts():
        if concept.at and around.model.__name__ not in concept.at:
            continue
        part = concept.part_of(key)
        if part is None:
            continue
        if concept.tell:
            return (found("unknown-key", document.key_place(path), "told", key=key, advice=concept.tell),)
        if (home := _home(document, path, concept)) is not None:
            return _Adviser(document, path, concept, home).problems()
    return None


def key_meant(key: str, model: type[Frozen]) -> str | None:
    """The key of a model that an unknown one means by a concept, where its value only needs another key."""
    for concept in concepts():
        is_here = not concept.at or model.__name__ in concept.at
        if is_here and concept.field in fields_of(model) and concept.part_of(key) is not None:
            return concept.field
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
        known = fields_of(model) if (model := _model_at(document, path[:-1])) is not None else {}
        self._together = [
            key for key in self._around if key not in known and concept.part_of(key) is not None
        ]

    def problems(self) -> tuple[Problem, ...]:
        key, field = str(self._path[-1]), self._home.field
        if self._concept.parts is not None and key != self._together[0]:
            return ()
        about = {
            "key": "” “".join(self._together) if self._concept.parts is not None else key,
            "field": field.key,
            "title": field.title,
            "description": field.description,
        }
        place, value = self._document.key_place(self._path), self._value()
        lines = as_lines({field.key: value}) if value is not None else None
        told = quoted_lines(lines) if lines is not None else ""
        is_here = len(self._home.path) == len(self._path) - 1
        if lines is None or len(told) > _LONGEST_ADVICE:
            shape = quoted_lines(skeleton(field, self._parts()))
            variant = "belongs-in" if is_here else "belongs-above"
            return (found("unknown-key", place, variant, **about, lines=shape, level=self._level()),)
        if field.key in _mapping_at(self._document.data, self._home.path):
            return (found("unknown-key", place, "there-already", **about, lines=told, level=self._level()),)
        if is_here:
            others = self._together[1:] if self._concept.parts is not None else []
            removed = quoted_lines([f"{each}:" for each in others]) or None
            return (found("unknown-key", place, "instead", **about, lines=told, others=removed),)
        is_file = not self._home.path and not self._document.is_edited
        file = self._document.source.file if is_file else None
        return (found("unknown-key", place, "above", **about, lines=told, file=file, level=self._level()),)

    def _parts(self) -> list[str]:
        """The parts that stand together, by the keys that the models give them."""
        inner = _record_of(self._home.field.shape)
        known = fields_of(inner) if inner is not None else {}
        parts = dict.fromkeys(self._concept.part_of(key) or "" for key in self._together)
        return [part for part in known if part in parts]

    def _level(self) -> str:
        name = self._home.model.__name__
        return _known().levels.get(name, name)

    def _value(self) -> YamlData | None:
        """What was written, as the field takes it; None where it does not fit."""
        field, given = self._home.field, self._given()
        value = fitted(field.shape, given) if given is not None else None
        return value if value is not None and is_accepted(self._home.model, field.key, value) else None

    def _given(self) -> YamlData | None:
        """What was written, put together from its parts."""
        if self._concept.parts is None:
            value = self._around[str(self._path[-1])]
            return self._concept.template.format(value=value) if isinstance(value, str) else value
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


def _model_at(document: ProjectFile, path: Path) -> type[Frozen] | None:
    shape = shape_at(document.shape, path)
    return shape.model if shape is not None else None


def _folded(word: str) -> str:
    return _SPACING.sub("_", word.strip().lower())


def words_of_concepts() -> Iterator[tuple[Concept, str]]:
    """Every concept with each of its words."""
    for concept in concepts():
        groups: Sequence[Sequence[str]] = [concept.words, *(concept.parts or {}).values()]
        yield from ((concept, word) for words in groups for word in words)
