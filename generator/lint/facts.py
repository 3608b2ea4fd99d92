"""What the rules ask about a project: which ids exist, what points where, where procedures stand, what day it is.

It rests on what the files say, not on validated models, so that a mistake in one part of a file does not hide those
in others. What a file that could not be read might have held is never called missing.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.diagnostics import meant
from generator.model import IDENTIFIER_PATTERN, FormerIds, Path, Pointer, Procedure, to_identifier
from generator.overlay import Edited
from generator.project import CATALOGUE_OF, FileKind, Project, ProjectFile, noted_retirements
from generator.today import build_day
from generator.validation import values_by_edition
from generator.yamltext import as_list, as_mapping, as_text, title_of

KnownTitles = dict[str, dict[str, str] | None]
"""By sort of thing (``role`` …), the title of every id; None for a sort whose file could not be read."""

MOST_LISTED = 8
"""How many ids a hint lists."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of an edition that places a procedure, in an area that may be listed more than once."""

    edition: ProjectFile
    path: Path
    area: str
    procedure: str
    is_in_repeated_area: bool


class ProjectFacts:
    """Answers about one project.

    Attributes:
        project: all files.
        model_of: gives the validated procedure of a file, of one edition if its id is given too; None of a broken one.
        edits: what each edition made of each procedure that it changes, by the ids of both.
        documents: the files that are judged: all of the project, or procedures as editions changed them.
    """

    def __init__(
        self,
        project: Project,
        model_of: Callable[..., Procedure | None],
        edits: Mapping[tuple[str, str], Edited] | None = None,
        documents: Sequence[ProjectFile] | None = None,
    ) -> None:
        """Know a project; see the class for what is taken, of which `documents` are all unless they are given."""
        self.project = project
        self.model_of = model_of
        self.edits = edits or {}
        self.documents = project.documents if documents is None else documents
        self._names: dict[str, KnownTitles] = {}
        self._other_names: dict[str, dict[str, str]] = {}

    def judging(self, document: ProjectFile) -> "ProjectFacts":
        """The same knowledge for the judgement of one document."""
        inner = ProjectFacts(self.project, self.model_of, self.edits, (document,))
        inner._names, inner._other_names = self._names, self._other_names
        inner.__dict__ |= {
            "editions_of": self.editions_of,
            "placements": self.placements,
            "values": self.values,
            "former": self.former,
            "are_editions_readable": self.are_editions_readable,
        }
        return inner

    def of_kind(self, kind: FileKind) -> list[ProjectFile]:
        """Those of the judged files that are of a kind."""
        if self.documents is self.project.documents:
            return self.project.of_kind(kind)
        return [document for document in self.documents if document.kind is kind]

    def procedure(self, identifier: str, edition: str) -> ProjectFile | None:
        """The procedure that an id means in an edition, with the edition's changes; in none, that of the base."""
        edited = self.edits.get((edition, identifier))
        if edited is not None and edited.document is not None:
            return edited.document
        return self.project.document(FileKind.PROCEDURE, identifier, edition=edition)

    def guess(self, sort: str, name: str, known: Mapping[str, str]) -> tuple[str | None, str]:
        """What a name that names nothing probably means, and what could stand there instead, for a hint.

        A procedure that no edition places has probably been renamed: it is the guess where nothing is like the name.

        Args:
            sort: of what is named: ``role``, ``procedure`` …
            name: what was written.
            known: the ids that there are, and their titles.
        """
        unplaced = self._unplaced if sort == "procedure" else ()
        sound = {each for each in known if IDENTIFIER_PATTERN.fullmatch(each)}
        listed = [*unplaced, *(each for each in sorted(sound) if each not in unplaced)]
        only = unplaced[0] if len(unplaced) == 1 else None
        if sort not in self._other_names:
            self._other_names[sort] = dict(self._called(sort))
        return meant(name, known, self._other_names[sort]) or only, ", ".join(listed[:MOST_LISTED])

    def _called(self, sort: str) -> Iterator[tuple[str, str]]:
        """What else the entries of a catalogue are called: by abbreviations, numbers, and words that mean the same."""
        kind = CATALOGUE_OF.get(sort)
        entries = as_mapping(each.data) if kind and (each := self.project.only(kind)) else {}
        shorts = {
            as_text(as_mapping(entry).get("short")): identifier for identifier, entry in entries.items()
        }
        numbers = Counter(as_text(as_mapping(entry).get("number")) for entry in entries.values())
        numbered = {
            number: identifier
            for identifier, entry in entries.items()
            if numbers[number := as_text(as_mapping(entry).get("number"))] == 1
        }
        titles = {title_of(entry): identifier for identifier, entry in entries.items()}
        same = {word: titles[term] for term, words in self._same_words if term in titles for word in words}
        yield from ((word, identifier) for word, identifier in {**same, **numbered, **shorts}.items() if word)

    @cached_property
    def _same_words(self) -> list[tuple[str, list[str]]]:
        """By each word of the catalogue of terms, its abbreviation and its synonyms."""
        terms = self.project.only(FileKind.TERMS)
        entries = [as_mapping(each) for each in as_mapping(terms.data).values()] if terms is not None else []
        return [
            (
                as_text(entry.get("term")),
                [as_text(entry.get("short")), *map(as_text, as_list(entry.get("synonyms")))],
            )
            for entry in entries
        ]

    @cached_property
    def _unplaced(self) -> tuple[str, ...]:
        """The procedures of the base that no edition places."""
        shared = self.project.known_to("", FileKind.PROCEDURE)
        return tuple(sorted(each.id for each in shared if each.id not in self.editions_of))

    def shows(self, document: ProjectFile, edition: str) -> bool:
        """Whether an edition that places a procedure shows it as its file states it, not changed by the edition."""
        return (edition, document.id) not in self.edits

    @cached_property
    def values(self) -> dict[str, dict[str, str]]:
        """By edition, what fills ``${name}`` in its texts."""
        return values_by_edition(self.project)

    @cached_property
    def today(self) -> date:
        """The day to judge by: that of ``SOURCE_DATE_EPOCH`` when it is set, so that builds can be repeated."""
        return build_day()

    @cached_property
    def former(self) -> FormerIds:
        """The ids that were given up, and what took their places."""
        return noted_retirements(self.project)

    def names(self, edition: str = "") -> KnownTitles:
        """What a file of an edition, or one that all editions share, may name."""
        scope = edition if edition in self._editions_with_own else ""
        if scope not in self._names:
            self._names[scope] = self._names_known_to(scope)
        return self._names[scope]

    def _names_known_to(self, edition: str) -> KnownTitles:
        procedures = self.project.known_to(edition, FileKind.PROCEDURE)
        area_titles = {each.id: title_of(each.data) for each in self.project.known_to(edition, FileKind.AREA)}
        return {
            **{sort: self._catalogue_names(kind) for sort, kind in CATALOGUE_OF.items()},
            "procedure": {each.id: title_of(each.data) for each in procedures},
            "area": {**dict.fromkeys((each.area for each in procedures), ""), **area_titles},
            "edition": {each.id: "" for each in self.project.of_kind(FileKind.EDITION)},
        }

    @cached_property
    def _editions_with_own(self) -> frozenset[str]:
        """The editions that bring procedures or areas of their own."""
        return frozenset(each.edition for each in self.project.documents if each.edition)

    @cached_property
    def pointers(self) -> list[tuple[ProjectFile, Pointer]]:
        """Every id that names something else, with the file that it stands in."""
        return [(document, pointer) for document in self.documents for pointer in document.pointers]

    @cached_property
    def is_whole(self) -> bool:
        """Whether nothing is unread or missed that might name what else nothing names."""
        procedures = {
            (document.scope, pointer.identifier.strip())
            for document, pointer in self.pointers
            if pointer.points_at == "procedure"
        }
        return (
            not self.project.unread
            and all(document.is_readable for document in self.project.documents)
            and all(name in (self.names(scope)["procedure"] or {}) for scope, name in procedures if name)
        )

    @cached_property
    def changed_pointers(self) -> list[Pointer]:
        """Every id that something else is named by in procedures as editions changed them."""
        changed = [each.document for each in self.edits.values() if each.document is not None]
        return [pointer for document in changed for pointer in document.pointers]

    @cached_property
    def placements(self) -> list[PlacedLine]:
        """Every placing of a procedure by an edition, in order."""
        return [
            placement
            for edition in self.project.of_kind(FileKind.EDITION)
            for placement in _placements(edition)
        ]

    @cached_property
    def editions_of(self) -> dict[str, tuple[str, ...]]:
        """By procedure id, the editions that place it."""
        placed: dict[str, dict[str, None]] = {}
        for placement in self.placements:
            placed.setdefault(placement.procedure, {})[placement.edition.id] = None
        return {identifier: tuple(editions) for identifier, editions in placed.items()}

    @cached_property
    def are_editions_readable(self) -> bool:
        """Whether every edition says which procedures it places, so that what no edition places is known."""
        editions = self.project.of_kind(FileKind.EDITION)
        return bool(editions) and all(map(_is_placing, editions))

    def entry(self, kind: FileKind, identifier: str) -> dict[str, object]:
        """What a catalogue says under an id; empty when it says nothing."""
        document = self.project.only(kind)
        return as_mapping(as_mapping(document.data).get(identifier)) if document is not None else {}

    def _catalogue_names(self, kind: FileKind) -> dict[str, str] | None:
        """The ids and titles of a catalogue."""
        document = self.project.only(kind)
        if document is None:
            return None if kind.value in self.project.unread else {}
        if not document.is_readable:
            return None
        return {
            _mended(identifier): title_of(entry) for identifier, entry in as_mapping(document.data).items()
        }


def _mended(identifier: str) -> str:
    """An id as it should be written: what is wrong with it is told once, where it is made."""
    return identifier if IDENTIFIER_PATTERN.fullmatch(identifier) else to_identifier(identifier) or identifier


def _is_placing(edition: ProjectFile) -> bool:
    """Whether an edition has areas, each with a list of procedures, and nothing in it was lost."""
    areas = as_mapping(edition.data).get("areas")
    return (
        not edition.told_lines
        and isinstance(areas, list)
        and all(isinstance(as_mapping(area).get("procedures"), list) for area in areas)
    )


def _placements(edition: ProjectFile) -> Iterator[PlacedLine]:
    """The placings of one edition."""
    areas = [as_mapping(area) for area in as_list(as_mapping(edition.data).get("areas"))]
    times = Counter(as_text(entry.get("id")) for entry in areas)
    for position, entry in enumerate(areas):
        identifier = as_text(entry.get("id"))
        for index, procedure in enumerate(as_list(entry.get("procedures"))):
            if as_text(procedure):
                path: Path = ("areas", position, "procedures", index)
                yield PlacedLine(edition, path, identifier, as_text(procedure), times[identifier] > 1)
