"""What an edition adds, where the word `none` stands in place of a list or is put there."""

from generator.model import ShapeKind, says_none
from generator.overlay.changes import WITH_KEY, WrittenChange, part_of
from generator.overlay.selectors import ChangeTarget
from generator.project import ProjectFile
from generator.yamltext import ScalarNode, YamlNode


def why_not_added(change: WrittenChange, target: ChangeTarget, base: ProjectFile) -> str:
    """Why nothing can be added to what is there: the variant of the rule's wording; empty where it can."""
    if target.is_item:
        return "add-item"
    if target.shape.kind is not ShapeKind.LIST:
        return "there-already"
    sides = (change.data.get(WITH_KEY), part_of(base.data, target.path))
    return "none" if target.shape.may_be_none and any(map(says_none, sides)) else ""


def is_word_for_none(target: ChangeTarget, value: YamlNode) -> bool:
    """Whether what is put in is the word `none` in place of a list."""
    return target.shape.may_be_none and isinstance(value, ScalarNode) and says_none(value.value)
