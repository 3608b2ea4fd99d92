"""Knowledge and learning paths in their places in an edition."""

from dataclasses import dataclass

from generator.model.knowledge_item import KnowledgeItem
from generator.model.learning_path import LearningPath


@dataclass(frozen=True, slots=True)
class PlacedKnowledge:
    """An item of knowledge in its place.

    Attributes:
        id: the file's name without its suffix.
        path: its file relative to the project's root, with forward slashes.
        item: its head.
        body: its Markdown, as authored.
        edition: the id of the edition whose own it is; empty when all share it.
    """

    id: str
    path: str
    item: KnowledgeItem
    body: str
    edition: str = ""

    def places(self) -> tuple[tuple[str, str | None], ...]:
        """The procedures that it belongs to, each with the id of a step or None for the whole procedure."""
        pairs = (each.partition("#") for each in self.item.procedures)
        return tuple((procedure.strip(), step.strip() or None) for procedure, _, step in pairs)


@dataclass(frozen=True, slots=True)
class PlacedPath:
    """A learning path in its place: its file's name without the suffix, its file, what it says, and whose own it is."""

    id: str
    path: str
    learning: LearningPath
    edition: str = ""
