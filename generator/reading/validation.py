"""Files become models: each part is validated once for every edition whose values could make a difference."""

from collections.abc import Mapping
from typing import TypeVar, cast

from pydantic import ValidationError

from generator.model.base import VALUES_CONTEXT_KEY, Frozen
from generator.model.procedure import Procedure
from generator.problems import Problem
from generator.reading.documents import CATALOGUES, MODELS, Document, Kind
from generator.reading.project import Project, value_entries
from generator.reading.refusals import explain
from generator.reading.walking import Path

AnyModel = TypeVar("AnyModel", bound=Frozen)
_Key = tuple[str, Path, str | None]


class Validator:
    """The models of a project's files, made when first asked for and kept.

    Attributes:
        values: by edition, what fills ``${name}``: the manual's values overlaid with the edition's.
        problems: what the models refused so far.
    """

    def __init__(self, project: Project) -> None:
        """Prepare to validate the files of a project."""
        self._project = project
        self.values = values_by_edition(project)
        self.problems: list[Problem] = []
        self._models: dict[_Key, Frozen | None] = {}

    def model(
        self, model: type[AnyModel], document: Document, edition: str, path: Path = ()
    ) -> AnyModel | None:
        """The model of a file, or of the part of it at a path (an entry of a catalogue), in an edition.

        Returns:
            The model; None when the file cannot be read or the part is no such model.
        """
        if not document.is_readable:
            return None
        filled_for = edition if document.has_values else None
        key = (document.source.file, path, filled_for)
        if key not in self._models:
            self._models[key] = self._validate(
                model, document, path, self.values.get(edition, {}) if filled_for else None
            )
        return cast("AnyModel | None", self._models[key])

    def procedure(self, document: Document) -> Procedure | None:
        """The procedure of a file in whichever edition it is whole, or None."""
        candidates = (self.model(Procedure, document, edition) for edition in self._editions(document))
        return next(filter(None, candidates), None)

    def validate_all(self) -> None:
        """Validate every file for every edition, so that all problems are known."""
        for document in self._project.documents:
            for edition in self._editions(document):
                for path in parts_of(document):
                    self.model(MODELS[document.kind], document, edition, path)

    def _editions(self, document: Document) -> tuple[str, ...]:
        """The editions whose values fill the texts of a file: its own, or all."""
        return (document.id,) if document.kind is Kind.EDITION else tuple(self.values) or ("",)

    def _validate(
        self, model: type[Frozen], document: Document, path: Path, values: Mapping[str, str] | None
    ) -> Frozen | None:
        """Validate one part of a file and note what its model refuses."""
        data = document.data
        for step in path:
            data = data[step]  # type: ignore[index]  # paths come from `parts_of` the same data
        context = None if values is None else {VALUES_CONTEXT_KEY: values}
        try:
            return model.model_validate(data, context=context)
        except ValidationError as failure:
            self.problems.extend(explain(document, path, failure.errors(include_url=False)))
            return None


def parts_of(document: Document) -> tuple[Path, ...]:
    """The paths of the parts that are validated one by one: a catalogue's entries, or the whole of another file."""
    if document.kind not in CATALOGUES:
        return ((),)
    return tuple((key,) for key in document.data) if isinstance(document.data, dict) else ()


def values_by_edition(project: Project) -> dict[str, dict[str, str]]:
    """By edition, the manual's values overlaid with the edition's own."""
    settings = project.only(Kind.SETTINGS)
    shared = value_entries(settings) if settings is not None else {}
    return {edition.id: {**shared, **value_entries(edition)} for edition in project.of_kind(Kind.EDITION)}
