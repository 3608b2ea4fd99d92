"""What authors try to write under keys that no field has: each means a field, in which it belongs.

The words that they try are data (``concepts.yml``); what the fields are, the models say. What is told of them is put
into words in `generator.validation.advice`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath

from pydantic import TypeAdapter

from generator.data_files import read_data
from generator.model import END, Frozen, fields_of
from generator.yamltext import YamlData

_SPACING = re.compile(r"[-_\s]+")


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

    def written(self, value: YamlData) -> YamlData:
        """What becomes of a value in its field."""
        return self.template.format(value=value) if isinstance(value, str) else value

    def part_of(self, key: str) -> str | None:
        """Which part of its field's things a key means; empty for the field itself, None for none."""
        name = _folded(key)
        if self.parts is None:
            return "" if name in map(_folded, self.words) else None
        return next((part for part, words in self.parts.items() if name in map(_folded, words)), None)


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


def level_of(model: type[Frozen], key: str) -> str:
    """Where the things of a model stand, as hints say it.

    Args:
        model: of the thing.
        key: under which it stands in its file.
    """
    levels = _known().levels
    return levels.get(model.__name__, levels["other"].format(key=key))


def concepts_at(model: type[Frozen], key: str) -> Iterator[Concept]:
    """The concepts that a key of a thing of a model may mean, in the order in which they are tried."""
    for concept, part in _by_word().get(_folded(key), {}).values():
        if not concept.at or model.__name__ in concept.at:
            yield concept
        elif concept.parts is not None and set(concept.parts) <= fields_of(model).keys():
            yield Concept(part, concept.parts[part], at=(model.__name__,))


@cache
def _by_word() -> Mapping[str, Mapping[int, tuple[Concept, str]]]:
    """The concepts that a word may mean, in order, each with the part of its field's things that the word means.

    The part is empty where the field itself is meant.
    """
    meant: dict[str, dict[int, tuple[Concept, str]]] = {}
    for place, concept in enumerate(concepts()):
        parts: Mapping[str, Sequence[str]] = {"": concept.words} if concept.parts is None else concept.parts
        for part, words in parts.items():
            for word in words:
                meant.setdefault(_folded(word), {}).setdefault(place, (concept, part))
    return meant


def key_meant(key: str, model: type[Frozen]) -> str | None:
    """The key of a model that an unknown one means by a concept, where its value only needs another key."""
    return next((each.field for each in concepts_at(model, key) if each.field in fields_of(model)), None)


def means_end(word: str) -> bool:
    """Whether a word says that the work ends, as the value of a `go` that names no step."""
    return any(each.template == END for each, _ in _by_word().get(_folded(word), {}).values())


def _folded(word: str) -> str:
    return _SPACING.sub("_", word.strip().lower())


def words_of_concepts() -> Iterator[tuple[Concept, str]]:
    """Every concept with each of its words."""
    for concept in concepts():
        groups: Sequence[Sequence[str]] = [concept.words, *(concept.parts or {}).values()]
        yield from ((concept, word) for words in groups for word in words)
