"""Whether an id can be changed as somebody asks: there is such a thing, and nothing else has or had the new id."""

from collections.abc import Collection, Mapping
from pathlib import Path

from generator.diagnostics import closest, meant
from generator.model import (
    END,
    IDENTIFIER_PATTERN,
    LONGEST_IDENTIFIER,
    Namespace,
    RetiredKind,
    is_reserved,
    is_too_long,
    to_identifier,
)
from generator.overlay import Edits
from generator.project import (
    CATALOGUE_OF_ENTRY,
    FileKind,
    Project,
    ProjectFile,
    ids_of_steps,
    noted_retirements,
    steps_of,
)
from generator.scaffold.renaming import RenameError, Renaming
from generator.storage import is_there
from generator.words import words_of
from generator.yamltext import as_list, as_mapping, as_text, title_of

_MOST_LISTED = 12
_STEP = "#"
_EXAMPLES = {RetiredKind.STEP: "check-documents"}
_PAGES = (RetiredKind.ROLE, RetiredKind.REFERENCE)
"""The entries of catalogues that have pages of their own, named by their ids."""


def require_known_old(project: Project, edits: Edits, kind: RetiredKind, old: str, new: str) -> Renaming:
    """The change that is asked for.

    Args:
        project: all files.
        edits: what editions made of the procedures that they change.
        kind: what the id names.
        old: it, as it was given; of a step with that of its procedure.
        new: the other, likewise, or of a step alone.

    Raises:
        RenameError: when nothing has the id, or a step is to belong to another procedure.
    """
    old, new = old.strip(), new.strip()
    procedure = ""
    if kind is RetiredKind.STEP:
        procedure, old, new = _of_step(project, edits, old, new)
    known = ids_of(project, edits, kind, procedure)
    renaming = Renaming(kind, old, new, procedure)
    if old not in known:
        _refuse_old(project, renaming, known, titles_of(project, edits, kind, procedure))
    return renaming


def require_good_new(root: Path, project: Project, edits: Edits, renaming: Renaming) -> None:
    """Refuse a new id that is none, is reserved, or is or was that of something else.

    Raises:
        RenameError: with what to write instead.
    """
    kind, new = renaming.kind, renaming.new
    details = {"kind": _word(kind), "old": renaming.old_address, "new": new}
    if new == renaming.old:
        raise RenameError("same", **details)
    if is_too_long(new):
        raise RenameError("too-long", **details, length=len(new), limit=LONGEST_IDENTIFIER)
    if not IDENTIFIER_PATTERN.fullmatch(new):
        meant = to_identifier(new)
        suggestion = meant if meant not in ("", renaming.old) else f"{renaming.old}-new"
        raise RenameError("bad-new", **details, suggestion=suggestion)
    if _is_reserved(kind, new):
        raise RenameError("reserved", **details)
    taken = {*ids_of(project, edits, kind, renaming.procedure)}
    if kind is RetiredKind.STEP:
        taken |= _ends(project, edits, renaming.procedure)
    if new in taken or _is_in_the_way(root, project, renaming):
        raise RenameError("taken", **details)
    now = noted_retirements(project).now(kind, renaming.new_address)
    if now is not None and now != renaming.old_address:
        reason = "retired" if now else "retired-for-good"
        raise RenameError(reason, **{**details, "new": renaming.new_address}, now=now)


def ids_of(project: Project, edits: Edits, kind: RetiredKind, procedure: str) -> list[str]:
    """The ids that things of a kind have; of steps those of one procedure, in all editions."""
    if kind in CATALOGUE_OF_ENTRY:
        catalogue = project.only(CATALOGUE_OF_ENTRY[kind])
        return list(as_mapping(catalogue.data)) if catalogue is not None else []
    if kind is RetiredKind.PROCEDURE:
        return sorted({each.id for each in project.of_kind(FileKind.PROCEDURE)})
    return list(
        dict.fromkeys(
            name for document in _states(project, edits, procedure) for name in ids_of_steps(document.data)
        )
    )


def _states(project: Project, edits: Edits, procedure: str) -> list[ProjectFile]:
    """A procedure as its files state it, and as editions changed it."""
    documents = [each for each in project.of_kind(FileKind.PROCEDURE) if each.id == procedure]
    changed = [each.document for (_, name), each in edits.items() if name == procedure]
    return [*documents, *(each for each in changed if each is not None)]


def _ends(project: Project, edits: Edits, procedure: str) -> set[str]:
    """The ids of the named ends of a procedure, which share their names with its steps."""
    return {
        as_text(as_mapping(each).get("id"))
        for document in _states(project, edits, procedure)
        for each in as_list(as_mapping(document.data).get("ends"))
    }


def _of_step(project: Project, edits: Edits, old: str, new: str) -> tuple[str, str, str]:
    """The procedure of a step, and both ids without it."""
    procedure, _, step = old.replace(".", _STEP, 1).partition(_STEP)
    known = sorted({each.id for each in project.of_kind(FileKind.PROCEDURE)})
    if not step:
        raise RenameError("step-alone", old=old, example=_example(project, edits, old, known))
    now = noted_retirements(project).now(RetiredKind.PROCEDURE, procedure)
    if procedure not in known:
        titles = titles_of(project, edits, RetiredKind.PROCEDURE, "")
        suggestion = now or closest(procedure, known) or meant(procedure, titles) or _some(known)
        raise RenameError("unknown-procedure", procedure=procedure, suggestion=suggestion)
    within, _, name = new.replace(".", _STEP, 1).rpartition(_STEP)
    if within not in ("", procedure):
        raise RenameError("other-procedure", old=f"{procedure}{_STEP}{step}", new=new, name=name)
    return procedure, step, name


def _example(project: Project, edits: Edits, old: str, known: Collection[str]) -> str:
    """How a step is written of which somebody gave only its id, or only that of its procedure."""
    steps = {each: ids_of(project, edits, RetiredKind.STEP, each) for each in known}
    having = next((each for each in known if old in steps[each]), None)
    if having is None and steps.get(old):
        return f"{old}{_STEP}{steps[old][0]}"
    return f"{having or next(iter(known), old)}{_STEP}{old}"


def titles_of(project: Project, edits: Edits, kind: RetiredKind, procedure: str) -> dict[str, str]:
    """What things of a kind are called, by id: what somebody may write where an id is asked for."""
    if kind in CATALOGUE_OF_ENTRY:
        catalogue = project.only(CATALOGUE_OF_ENTRY[kind])
        entries = as_mapping(catalogue.data) if catalogue is not None else {}
        return {
            each: title_of(entry) or as_text(as_mapping(entry).get("term")) for each, entry in entries.items()
        }
    if kind is RetiredKind.PROCEDURE:
        return {each.id: title_of(each.data) for each in project.of_kind(FileKind.PROCEDURE)}
    return {
        as_text(step.get("id")): as_text(step.get("text"))
        for document in _states(project, edits, procedure)
        for _, step in steps_of(document.data)
        if step.get("id")
    }


def _refuse_old(
    project: Project, renaming: Renaming, known: Collection[str], titles: Mapping[str, str]
) -> None:
    details = {"kind": _word(renaming.kind), "old": renaming.old_address}
    now = noted_retirements(project).now(renaming.kind, renaming.old_address)
    if now:
        raise RenameError("renamed-before", **details, now=now)
    nearest = closest(renaming.old, known) or meant(renaming.old, titles)
    if nearest:
        suggestion = f"{renaming.procedure}{_STEP}{nearest}" if renaming.procedure else nearest
        raise RenameError("unknown-near", **details, suggestion=suggestion)
    raise RenameError("unknown" if known else "none-known", **details, known=_some(known))


def _is_reserved(kind: RetiredKind, new: str) -> bool:
    if kind is RetiredKind.STEP:
        return new == END
    if kind is RetiredKind.PROCEDURE:
        return is_reserved(new, Namespace.PROCEDURE)
    return kind in _PAGES and is_reserved(new, Namespace.ENTRY)


def _is_in_the_way(root: Path, project: Project, renaming: Renaming) -> bool:
    """Whether something that is not read stands where the file of a procedure is to stand."""
    files = [each.source.file for each in project.of_kind(FileKind.PROCEDURE) if each.id == renaming.old]
    is_moved = renaming.kind is RetiredKind.PROCEDURE
    return is_moved and any(is_there(root, f"{file.rpartition('/')[0]}/{renaming.new}.yml") for file in files)


def _word(kind: RetiredKind) -> str:
    word: str = words_of(RenameError.part)["report"]["kinds"][kind]
    return word


def _some(names: Collection[str]) -> str:
    """The first of many names."""
    return ", ".join(list(names)[:_MOST_LISTED]) or "-"
