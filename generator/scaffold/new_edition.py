"""Start the edition of another office: a file that passes the checks, with everything of the default edition in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import closest
from generator.lint import judge
from generator.model import IDENTIFIER_PATTERN, Namespace, is_reserved, to_identifier
from generator.overlay import all_edits
from generator.problems import Problem, has_errors
from generator.project import (
    EDITIONS_FOLDER,
    PROCEDURES_FOLDER,
    YAML_SUFFIX,
    FileKind,
    Found,
    Project,
    read_document,
    read_project,
)
from generator.scaffold.beginnings import Listed, NeededValue, listed_areas, needed_values
from generator.scaffold.given_texts import usable_text
from generator.scaffold.messages import EditingError
from generator.scaffold.skeletons import ChosenValue, edition_skeleton
from generator.storage import NotWrittenError, is_there, temporary_folder, write_new
from generator.validation import Validator
from generator.words import words_of

_LONGEST_ID = 80
_EXAMPLE_ID = "khonkaen5-2570"


class NewEditionError(EditingError):
    """An edition could not be made."""

    part = "scaffold/new_edition"


@dataclass(frozen=True, slots=True)
class EditionDraft:
    """What is known of a new edition before its office is.

    Attributes:
        root: the folder that holds `procedures/`.
        id: its id.
        project: the files of the project.
        areas: what it will list.
        values: what its texts need, by name.
    """

    root: Path
    id: str
    project: Project
    areas: tuple[Listed, ...]
    values: tuple[NeededValue, ...]

    @property
    def file(self) -> str:
        """Its file, relative to the root."""
        return f"{PROCEDURES_FOLDER}/{EDITIONS_FOLDER}/{self.id}{YAML_SUFFIX}"


@dataclass(frozen=True, slots=True)
class NewEdition:
    """What was made: the file, and what to tell the editor, in Thai, several lines."""

    file: Path
    report: str


def draft_edition(root: Path, identifier: str) -> EditionDraft:
    """Find out what a new edition needs; writes nothing.

    Args:
        root: the folder that holds `procedures/`.
        identifier: the id of the new edition.

    Returns:
        What is known of it, so that its office and values can be asked for.

    Raises:
        NewEditionError: when there is no project, the id cannot be used, or there is nothing to list.
    """
    if not (root / PROCEDURES_FOLDER).is_dir():
        raise NewEditionError("no-project", root=root)
    require_edition_id(identifier)
    folder = root / PROCEDURES_FOLDER / EDITIONS_FOLDER
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NewEditionError("no-folder", folder=f"{PROCEDURES_FOLDER}/{EDITIONS_FOLDER}")
    project = read_project(root)
    areas = tuple(listed_areas(project))
    if not areas:
        raise NewEditionError("no-procedures")
    draft = EditionDraft(root, identifier, project, areas, tuple(needed_values(project, areas)))
    if is_there(root, draft.file):
        raise NewEditionError("exists", file=draft.file)
    return draft


def require_edition_id(identifier: str) -> None:
    """Refuse what cannot be an edition's id.

    Raises:
        NewEditionError: with what to write instead.
    """
    if not IDENTIFIER_PATTERN.fullmatch(identifier):
        raise NewEditionError("bad-id", name=identifier, example=to_identifier(identifier) or _EXAMPLE_ID)
    if len(identifier) > _LONGEST_ID:
        raise NewEditionError("too-long", name=identifier, limit=_LONGEST_ID)
    if is_reserved(identifier, Namespace.EDITION):
        raise NewEditionError("reserved", name=identifier, example=f"{identifier}-office")


def start_edition(
    draft: EditionDraft, office: str, short: str = "", year: str = "", values: Mapping[str, str] | None = None
) -> NewEdition:
    """Write a new edition.

    Args:
        draft: what is known of it.
        office: the full name of its office.
        short: its short name; empty for none.
        year: of its manual; empty for none.
        values: what fills ``${name}`` in its texts; those left out keep the manual's.

    Returns:
        The file, and what to tell the editor.

    Raises:
        NewEditionError: when a text cannot be used, a value is unknown or missing, or the file cannot be written.
            Then nothing is written.
    """
    if not office.strip():
        raise NewEditionError("no-office", name=draft.id)
    given = dict(values or {})
    _require_known_values(draft, given)
    said = words_of(NewEditionError.part)["texts"]
    plain = {"office": office, "short": short, "year": year}
    usable = {key: usable_text(text, said[key], NewEditionError) for key, text in plain.items()}
    filled = {
        name: usable_text(text, said["value"].format(name=name), NewEditionError, is_needed=True)
        for name, text in given.items()
    }
    missing = [each.name for each in draft.values if each.default is None and each.name not in filled]
    if missing:
        options = " ".join(f"--value {name}=…" for name in missing)
        raise NewEditionError("missing-values", names=", ".join(missing), options=options)
    chosen = [ChosenValue(each.name, filled.get(each.name), each.default) for each in draft.values]
    text = edition_skeleton(draft.id, usable, draft.areas, chosen)
    _require_sound(draft, text)
    try:
        write_new(draft.root, {draft.file: text})
    except NotWrittenError as failure:
        reason = "exists" if failure.exists else "not-written"
        raise NewEditionError(reason, file=failure.file, reason=failure.reason) from failure
    return NewEdition(draft.root / draft.file, "\n".join(_report(draft, filled)))


def parse_values(draft: EditionDraft, given: Sequence[str]) -> dict[str, str]:
    """Values as a command line gives them: ``name=text`` each.

    Raises:
        NewEditionError: when one is not of this form, or given twice.
    """
    values: dict[str, str] = {}
    for each in given:
        name, sign, text = each.partition("=")
        name = name.strip()
        if not sign or not name:
            example = draft.values[0].name if draft.values else "e_document_system"
            raise NewEditionError("value-form", given=each, example=example)
        if name in values:
            raise NewEditionError("value-twice", name=name)
        values[name] = text
    _require_known_values(draft, values)
    return values


def _require_known_values(draft: EditionDraft, given: Mapping[str, str]) -> None:
    """Refuse a value that no text uses."""
    known = [each.name for each in draft.values]
    for name in given:
        if name not in known:
            suggestion = closest(name, known)
            reason = "no-values" if not known else "unknown-value-near" if suggestion else "unknown-value"
            raise NewEditionError(reason, name=name, suggestion=suggestion, known=", ".join(known))


def _require_sound(draft: EditionDraft, text: str) -> None:
    """Refuse a file in which the checks would find an error, with the words of the first."""
    errors = [each for each in _problems(draft, text) if has_errors([each])]
    if errors:
        key, _, written = (errors[0].line_text or "").strip().partition(": ")
        what = words_of(NewEditionError.part)["texts"].get(key, key)
        details = {"text": written, "what": what, "reason": errors[0].message, "hint": errors[0].hint}
        raise NewEditionError("unusable-text", **details)


def _problems(draft: EditionDraft, text: str) -> list[Problem]:
    """What the checks find in the file of a new edition, as if it were in the project."""
    with temporary_folder() as folder:
        write_new(folder, {draft.file: text})
        document, problems = read_document(folder, Found(draft.file, FileKind.EDITION, draft.id))
    project = Project(draft.project.root, [*draft.project.documents, document], unread=draft.project.unread)
    problems += judge(project, Validator(project), all_edits(project))
    return [each for each in problems if each.location.file == draft.file]


def _report(draft: EditionDraft, filled: Mapping[str, str]) -> Iterator[str]:
    """What to tell the editor, line by line."""
    said = words_of(NewEditionError.part)["report"]
    count = sum(len(area.procedures) for area in draft.areas)
    yield said["created"].format(file=draft.file, areas=len(draft.areas), procedures=count)
    yield said["trim"]
    kept = ", ".join(each.name for each in draft.values if each.name not in filled)
    if kept:
        yield said["defaults"].format(names=kept)
    yield said["changes"]
    yield said["next"].format(edition=draft.id)
