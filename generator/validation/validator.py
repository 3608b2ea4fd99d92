"""Files become models: each part is validated once for every edition whose values could make a difference."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar, cast

from pydantic import ValidationError

from generator.model import BASE, VALUES_CONTEXT_KEY, Frozen, Path, Procedure
from generator.problems import Problem
from generator.project import CATALOGUES, MODELS, FileKind, Project, ProjectFile, value_entries
from generator.validation.refusals import explain

AnyModel = TypeVar("AnyModel", bound=Frozen)
_Key = tuple[str, Path, str | None, bool]
"""File, path, the edition whose values fill its texts, and whether it is as that edition changed it."""


class BaseValues(dict[str, str]):
    """The values of the shared text: a name that only editions give a value stays as it is written."""

    def __contains__(self, name: object) -> bool:
        """Every name is known."""
        return True

    def __missing__(self, name: str) -> str:
        """The name as texts write it."""
        return f"${{{name}}}"


class Validator:
    """The models of a project's files, made when first asked for and kept.

    Attributes:
        values: by edition, what fills ``${name}``: the manual's values overlaid with the edition's.
    """

    def __init__(self, project: Project, before: "Validator | None" = None) -> None:
        """Prepare to validate the files of a project.

        Args:
            project: the files.
            before: what validated them when they were read last; models of files that were only recalled are kept.
        """
        self._project = project
        self.values = values_by_edition(project)
        self._base_values = BaseValues(shared_values(project))
        self._models: dict[_Key, Frozen | None] = {}
        self._refused: dict[_Key, list[Problem]] = {}
        if before is not None and before.values == self.values:
            self._keep(before)

    def _keep(self, before: "Validator") -> None:
        """Take over what an earlier validator knows of files that are the very same documents."""
        known = {id(document) for document in before._project.documents}  # noqa: SLF001 - of its own class
        same = {each.source.file for each in self._project.documents if id(each) in known}
        for mine, theirs in (
            (self._models, before._models),  # noqa: SLF001 - of its own class
            (self._refused, before._refused),  # noqa: SLF001 - of its own class
        ):
            for key, value in theirs.items():
                if key[0] in same and not key[3]:
                    mine[key] = value  # type: ignore[assignment]  # of the same pair

    def values_of(self, edition: str) -> Mapping[str, str]:
        """What fills the texts of an edition, or those of the base."""
        return self._base_values if edition == BASE else self.values.get(edition, {})

    @property
    def problems(self) -> list[Problem]:
        """What the models refused so far, in files as they are."""
        return [problem for key, refused in self._refused.items() if not key[3] for problem in refused]

    def refusals(self, document: ProjectFile) -> list[Problem]:
        """What the model refuses of a procedure as an edition changed it."""
        self.model(Procedure, document, document.edition)
        return self._refused.get((document.source.file, (), document.edition, True), [])

    def forget(self, edition: str) -> None:
        """Keep nothing of an edition, so that memory does not grow with the number of editions."""
        for kept in (self._models, self._refused):
            for key in [key for key in kept if key[2] == edition or key[0] in self._own_files[edition]]:
                del kept[key]

    @cached_property
    def _own_files(self) -> defaultdict[str, set[str]]:
        """The files of each edition that no other edition shares."""
        files: defaultdict[str, set[str]] = defaultdict(set)
        for document in self._project.documents:
            if document.scope:
                files[document.scope].add(document.source.file)
        return files

    def model(
        self, model: type[AnyModel], document: ProjectFile, edition: str, path: Path = ()
    ) -> AnyModel | None:
        """The model of a file, or of the part of it at a path (an entry of a catalogue), in an edition.

        Returns:
            The model; None when the file cannot be read or the part is no such model.
        """
        if not document.is_readable:
            return None
        filled_for = edition if document.has_values else None
        key = (document.source.file, path, filled_for, document.is_edited)
        if key not in self._models:
            values = self.values_of(edition) if filled_for else None
            self._models[key] = self._validate(model, document, path, values, key)
        return cast("AnyModel | None", self._models[key])

    def procedure(self, document: ProjectFile, edition: str = "") -> Procedure | None:
        """The procedure of a file in an edition, or in whichever it is whole, or None.

        One of a named edition is not kept if nobody asked for it before.
        """
        if not edition:
            candidates = (self.model(Procedure, document, each) for each in self._editions(document))
            return next(filter(None, candidates), None)
        before = len(self._models)
        model = self.model(Procedure, document, edition)
        if len(self._models) > before:
            self._models.popitem()
        return model

    def validate_all(self) -> None:
        """Validate every file for every edition, so that all problems are known; models of one edition are kept."""
        for document in self._project.documents:
            paths = parts_of(document)
            first, *others = self._editions(document)
            for path in paths:
                self.model(MODELS[document.kind], document, first, path)
            for edition in others if document.has_values else ():
                for path in paths:
                    self.model(MODELS[document.kind], document, edition, path)
                    self._models.pop((document.source.file, path, edition, False), None)

    def _editions(self, document: ProjectFile) -> tuple[str, ...]:
        """The editions whose values fill the texts of a file: its own, or all."""
        return (document.scope,) if document.scope else tuple(self.values) or ("",)

    def _validate(
        self,
        model: type[Frozen],
        document: ProjectFile,
        path: Path,
        values: Mapping[str, str] | None,
        key: _Key,
    ) -> Frozen | None:
        """Validate one part of a file and note what its model refuses."""
        data = document.data
        for step in path:
            data = data[step]  # type: ignore[index]  # paths come from `parts_of` the same data
        context = None if values is None else {VALUES_CONTEXT_KEY: values}
        try:
            return model.model_validate(data, context=context)
        except ValidationError as failure:
            self._refused[key] = list(explain(document, path, failure.errors(include_url=False)))
            return None


def parts_of(document: ProjectFile) -> tuple[Path, ...]:
    """The paths of the parts that are validated one by one: a catalogue's entries, or the whole of another file."""
    if document.kind not in CATALOGUES:
        return ((),)
    return tuple((key,) for key in document.data) if isinstance(document.data, dict) else ()


def values_by_edition(project: Project) -> dict[str, dict[str, str]]:
    """By edition, the manual's values overlaid with the edition's own."""
    shared = shared_values(project)
    return {edition.id: {**shared, **value_entries(edition)} for edition in project.of_kind(FileKind.EDITION)}


def shared_values(project: Project) -> dict[str, str]:
    """The manual's values."""
    settings = project.only(FileKind.SETTINGS)
    return value_entries(settings) if settings is not None else {}
