"""What pointed at what is gone: knowledge, learning paths, other procedures, offices' changes of the shared text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.assembly import Editions
from generator.diff import Sort
from generator.model import Manual, Matter, PlacedProcedure, Status, StepAddress, Verb, plain_text
from generator.project import FileKind, ProjectFile
from generator.revisions.reading import BothStates
from generator.revisions.report import LostPointer
from generator.revisions.steps import STEPS
from generator.revisions.vocabulary import ManualChanges, Statement
from generator.words import words_of
from generator.yamltext import as_list, as_mapping, as_text

_KINDS = {
    FileKind.KNOWLEDGE: "knowledge",
    FileKind.PATH: "path",
    FileKind.PROCEDURE: "procedure",
    FileKind.EDITION: "edition",
    FileKind.SETTINGS: "settings",
}


@dataclass(frozen=True, slots=True)
class _Gone:
    """What is there no more: a procedure or one of its steps, by the ids before; what it is called; where it stood.

    What only has another id is there still: nobody needs to be told that what pointed at it follows.
    """

    procedure: str
    step: str
    name: str
    data_path: tuple[str | int, ...] = ()
    is_renamed: bool = False


def lost_pointers(both: BothStates, before: Manual, changed: ManualChanges) -> Iterator[LostPointer]:
    """Everything that pointed at a procedure or a step that is gone, or still does at an id of before, each once.

    Args:
        both: the two states.
        before: the shared text before, by its ids then.
        changed: what became of it.
    """
    yield from dict.fromkeys(_lost(both, before, changed))


def _lost(both: BothStates, before: Manual, changed: ManualChanges) -> Iterator[LostPointer]:
    kept = retired_in(both.after)
    titles = _titles(before)
    gone = {
        (each.procedure, each.step): each
        for each in _gone(before, changed)
        if each.step or each.procedure not in kept
    }
    if not gone:
        return
    left = {(file, address) for file, _, address in _pointers(both.after)}
    for file, document, address in _pointers(both.before):
        procedure, _, step = address.partition("#")
        lost = gone.get((procedure, step)) or gone.get((procedure, ""))
        if lost is not None and document.id != procedure:
            is_left = (file, address) in left
            if (lost.is_renamed or document.kind is FileKind.EDITION) and not is_left:
                continue  # that an edition places no more what is gone goes without saying
            name = titles.get((document.kind, document.id)) or _name(document)
            yield LostPointer(_KINDS[document.kind], name, file, lost.name, is_left)
    base = before if before.is_base else both.before.base()
    yield from _changes(both, {key: _in_base(each, base) for key, each in gone.items()})


def retired_in(editions: Editions) -> frozenset[str]:
    """The procedures that are out of use: no edition need place them, and their pages are there for whoever comes."""
    return frozenset(
        each.id
        for each in editions.documents
        if each.kind is FileKind.PROCEDURE and as_text(as_mapping(each.data).get("status")) == Status.RETIRED
    )


def _gone(before: Manual, changed: ManualChanges) -> Iterator[_Gone]:
    """The procedures and steps that are there no more under the ids that they had."""
    for change in changed.procedures:
        name = change.before
        if name is None or change.is_incomplete:
            continue
        placed = before.procedure(name.id)
        if change.after is None or change.renamed_from is not None:
            yield _Gone(name.id, "", name.title, is_renamed=change.renamed_from is not None)
        elif placed is not None:
            yield from (_step(placed, each) for each in change.statements if _loses_step(each))


def _loses_step(statement: Statement) -> bool:
    """Whether a statement says that a step is gone, or its id."""
    is_cut = statement.matter is Matter.CUT and statement.sort is Sort.REMOVED
    return statement.numbers[0] is not None and (
        (is_cut and statement.field == STEPS) or statement.field == f"{STEPS}/id"
    )


def _step(placed: PlacedProcedure, statement: Statement) -> _Gone:
    step = next(each for each in placed.walk_steps() if each.number == statement.numbers[0])
    said = words_of("revisions")["step"]
    name = said["named"].format(name=said["one"].format(number=step.number), text=plain_text(step.step.text))
    is_renamed = statement.sort is Sort.CHANGED and bool(statement.text.after_text)
    title = f"{plain_text(placed.title)} {name}"
    return _Gone(placed.id, step.step.id or "-", title, step.data_path, is_renamed)


def _in_base(lost: _Gone, base: Manual | None) -> _Gone:
    """What is gone, with the place that it had in the shared text."""
    placed = base.procedure(lost.procedure) if base is not None else None
    step = placed.step_with_id(lost.step) if placed is not None else None
    return replace(lost, data_path=step.data_path) if step is not None else lost


def _pointers(editions: Editions) -> Iterator[tuple[str, ProjectFile, str]]:
    """Every file that names a procedure or a step of one, with what it names: ``procedure`` or ``procedure#step``."""
    for document in editions.documents:
        if document.kind not in _KINDS:
            continue
        for pointer in document.pointers:
            if pointer.points_at in ("procedure", StepAddress.PROCEDURE_OR_STEP):
                above: object = document.data
                for each in pointer.path[:-1]:
                    above = above[each]  # type: ignore[index]  # the path was found in the same data
                step = as_text(as_mapping(above).get("step")) if document.kind is FileKind.PATH else ""
                yield (
                    document.source.file,
                    document,
                    f"{pointer.identifier}#{step}" if step else pointer.identifier,
                )


def _titles(manual: Manual) -> dict[tuple[FileKind, str], str]:
    """What procedures, knowledge and learning paths are called, as readers see it: with all values filled in."""
    return {
        **{(FileKind.PROCEDURE, each.id): plain_text(each.title) for each in manual.procedures()},
        **{(FileKind.KNOWLEDGE, each.id): plain_text(each.item.title) for each in manual.knowledge},
        **{(FileKind.PATH, each.id): plain_text(each.learning.title) for each in manual.paths},
    }


def _name(document: ProjectFile) -> str:
    """What a file's thing is called."""
    data = as_mapping(document.data)
    return plain_text(as_text(data.get("title")) or as_text(data.get("short")) or as_text(data.get("office")))


def _changes(both: BothStates, gone: dict[tuple[str, str], _Gone]) -> Iterator[LostPointer]:
    """The offices' changes that named a step that is gone, or something in it."""
    written = set(_written(both.after))
    names = {each.id: each for each in both.before.documents if each.kind is FileKind.EDITION}
    for change in both.before.changes():
        lost = next(
            (
                each
                for each in gone.values()
                if each.procedure == change.procedure
                and each.data_path
                and change.path[: len(each.data_path)] == each.data_path
            ),
            None,
        )
        if lost is not None:
            edition = names[change.edition]
            name = words_of("revisions")["pointer"]["change_name"].format(
                office=_name(edition), address=change.address
            )
            is_left = (change.edition, change.procedure, change.address) in written
            if lost.is_renamed and not is_left:
                continue
            yield LostPointer("change", name, edition.source.file, lost.name, is_left)


def _written(editions: Editions) -> Iterator[tuple[str, str, str]]:
    """What the changes of all editions name, whether it is there or not: edition, procedure and address."""
    for document in editions.documents:
        listed = (
            as_mapping(as_mapping(document.data).get("changes")) if document.kind is FileKind.EDITION else {}
        )
        for procedure, of_procedure in listed.items():
            for change in as_list(of_procedure):
                data = as_mapping(change)
                yield from ((document.id, procedure, as_text(data[verb])) for verb in Verb if verb in data)
