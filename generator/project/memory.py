"""What files said when they were read before: a file that still says the same is not read again.

A preview reads a project again after every edit; of a thousand files one has changed.
"""

from dataclasses import dataclass, field

from generator.problems import Problem
from generator.project.documents import ProjectFile
from generator.project.folders import Found


@dataclass(slots=True)
class FileMemory:
    """The files of one project as they were read last, by path."""

    _known: dict[str, tuple[Found, bytes, ProjectFile, list[Problem]]] = field(default_factory=dict)

    def recall(self, each: Found, content: bytes) -> tuple[ProjectFile, list[Problem]] | None:
        """A file that was found as the same and says the same as before, with what was wrong with it; else None."""
        known = self._known.get(each.file)
        if known is None or known[:2] != (each, content):
            return None
        return known[2], list(known[3])

    def keep(self, each: Found, content: bytes, document: ProjectFile, problems: list[Problem]) -> None:
        """Remember a file as it was read."""
        self._known[each.file] = each, content, document, list(problems)
