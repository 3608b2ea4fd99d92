"""What stands in place of a list or a record: the word `none`, one text, several telephone numbers.

Where the models take such a short form, errors are told at its place; where they do not, it is told what they take.
"""

from collections.abc import Mapping

from generator.diagnostics import found
from generator.model import (
    NONE_WORD,
    Manner,
    Path,
    Shape,
    ShapeKind,
    choice_words,
    field_at,
    fields_of,
    means_none,
    shape_at,
)
from generator.problems import Problem
from generator.project import ProjectFile
from generator.yamltext import ScalarNode, SequenceNode


def told_otherwise(document: ProjectFile, path: Path, about: Mapping[str, object]) -> Problem | None:
    """`wrong-type` of a short form in a place that does not take it; None of anything else."""
    _, node = document.find(path)
    if isinstance(node, ScalarNode):
        return _word_for_none(document, path, node.value, about)
    field = field_at(document.shape, path)
    if isinstance(node, SequenceNode) and field is not None and field.manner is Manner.PHONE:
        numbers = ", ".join(each.value for each in node.items if isinstance(each, ScalarNode))
        return found("wrong-type", document.value_place(path), "phones", **about, suggestion=numbers or "…")
    return None


def needed_keys(shape: Shape) -> list[str]:
    """The keys that a record must have."""
    fields = fields_of(shape.model).values() if shape.model is not None else ()
    return [field.key for field in fields if field.is_required]


def _word_for_none(
    document: ProjectFile, path: Path, text: str, about: Mapping[str, object]
) -> Problem | None:
    """What says that there is nothing, in place of a list or as one of its items."""
    shape, around = shape_at(document.shape, path), shape_at(document.shape, path[:-1])
    field, place = field_at(document.shape, path), document.value_place(path)
    if not means_none(text) or field is None:
        return None
    if shape is not None and shape.may_be_none:
        shown = choice_words(field.description).get(NONE_WORD, NONE_WORD)
        return found("wrong-type", place, "none-or-list", **about, shown=shown)
    if around is not None and around.may_be_none:
        return found("wrong-type", place, "none-item", **about, text=text)
    lists = [each for each in (shape, around) if each is not None and each.kind is ShapeKind.LIST]
    return found("wrong-type", place, "none-not-here", **about) if lists else None
