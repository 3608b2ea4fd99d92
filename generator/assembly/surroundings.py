"""What the editions of a project are placed in: all that is the same for each of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.assembly.base_order import base_areas
from generator.assembly.catalogue_use import CatalogueUse, named_anywhere
from generator.assembly.placed_before import PlacedBefore
from generator.commonmark import Dialect, read_page
from generator.model import EditionArea, FormerIds, Sibling
from generator.project import Project, noted_retirements
from generator.validation import Validator

ErrorLines = Mapping[str, frozenset[int]]
"""By file, the lines that have errors."""


@dataclass
class Surroundings:
    """What the editions of a project are placed in.

    Attributes:
        project: all files.
        validator: gives their models with an edition's values filled in.
        error_lines: where errors were found; what they are in is left out.
        siblings: all editions as others know them.
        default: the id of the main edition, whose order of areas is that of the base.
        placed: the procedures as they were placed last, when the project is read again and again.
    """

    project: Project
    validator: Validator
    error_lines: ErrorLines
    siblings: tuple[Sibling, ...] = ()
    default: str | None = None
    placed: PlacedBefore | None = None

    @cached_property
    def base_areas(self) -> tuple[EditionArea, ...]:
        """The procedures that all editions share, by area; retired ones aside."""
        return base_areas(self.project, self.default)

    def files_of(self, edition: str) -> Mapping[str, int]:
        """The sizes of the files of the documents that an edition publishes, its own in the place of shared ones."""
        if edition not in self._own_files:
            return self._own_files[""]
        return {**self._own_files[""], **self._own_files[edition]}

    def titles_of(self, edition: str) -> Mapping[str, str]:
        """The titles of the pages written by hand that an edition publishes, by path; those without one left out."""
        return {**self._own_titles.get("", {}), **self._own_titles.get(edition, {})}

    @cached_property
    def _own_titles(self) -> dict[str, dict[str, str]]:
        """The titles of pages by the edition whose own they are; those that all share under no name."""
        titles: dict[str, dict[str, str]] = {}
        for page in self.project.pages:
            headings = read_page(page.body, Dialect.PAGE).headings
            if headings and headings[0].level == 1:
                titles.setdefault(page.scope, {})[page.uri] = headings[0].words
        return titles

    @cached_property
    def _own_files(self) -> dict[str, dict[str, int]]:
        """The sizes of files by the edition whose own they are; those that all share under no name."""
        files: dict[str, dict[str, int]] = {"": {}}
        for each in self.project.published:
            files.setdefault(each.edition, {})[each.uri] = each.size
        return files

    @cached_property
    def former(self) -> FormerIds:
        """The ids that were given up."""
        return noted_retirements(self.project)

    @cached_property
    def named_anywhere(self) -> CatalogueUse:
        """What the procedures of all editions name in the catalogues."""
        return named_anywhere(self.project)
