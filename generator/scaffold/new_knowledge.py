"""Start a new item of knowledge: its file, with a head that passes the checks, in which only the body is missing.

Nothing that exists is ever overwritten.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import shown, slip_of
from generator.model import (
    ADDRESS_PATTERN,
    IDENTIFIER_PATTERN,
    ItemKind,
    Namespace,
    is_reserved,
    to_identifier,
)
from generator.project import (
    ITEM_SUFFIX,
    PROCEDURES_FOLDER,
    FileKind,
    Project,
    ids_of_steps,
    knowledge_folder,
    read_project,
)
from generator.scaffold.given_texts import is_text
from generator.scaffold.messages import EditingError
from generator.scaffold.skeletons import knowledge_skeleton
from generator.storage import NotWrittenError, is_there, write_new
from generator.today import build_day
from generator.words import words_of
from generator.yamltext import as_mapping

_BUDDHIST_ERA = 543
_LONGEST_NAME = 80
_LEAST_OF_A_NAME = 3
_MOST_SHOWN = 10


class NewKnowledgeError(EditingError):
    """An item of knowledge could not be made."""

    part = "scaffold/new_knowledge"


@dataclass(frozen=True, slots=True)
class KnowledgeAnswers:
    """What is known of a new item.

    Attributes:
        title: its title.
        kind: what sort of knowledge it is, a value of `ItemKind`.
        procedures: what it belongs to: ``procedure`` or ``procedure#step``.
        tags: words by which it is grouped.
        contributor: the id of the role that contributed it; empty for none.
        id: the name of its file; by default it is made of the title, or of what the item belongs to.
        edition: the id of the edition whose own it is to be; empty for all.
    """

    title: str
    kind: str = ItemKind.LESSON.value
    procedures: Sequence[str] = ()
    tags: Sequence[str] = ()
    contributor: str = ""
    id: str = ""
    edition: str = ""


@dataclass(frozen=True, slots=True)
class NewKnowledge:
    """The file that was made, and what to tell the editor, in Thai, several lines."""

    file: Path
    report: str = field(compare=False)


def start_knowledge(root: Path, answers: KnowledgeAnswers) -> NewKnowledge:
    """Start a new item of knowledge.

    Args:
        root: the folder that holds `procedures/` and `docs/`.
        answers: what is known of it.

    Returns:
        The file that was made, and what to tell the editor.

    Raises:
        NewKnowledgeError: when what it names does not exist, the file does, or it cannot be written.
    """
    if not (root / PROCEDURES_FOLDER).is_dir():
        raise NewKnowledgeError("no-project", root=root)
    title = " ".join(answers.title.split())
    if not title:
        raise NewKnowledgeError("empty-title")
    _require_text(title, *answers.tags)
    project = read_project(root)
    _require_known(project, answers)
    folder = knowledge_folder(answers.edition)
    _require_real(root, folder)
    taken = _taken(project, answers.edition)
    identifier = answers.id or _free_name(taken, title, answers)
    _require_good_name(identifier)
    file = f"{folder}/{identifier}{ITEM_SUFFIX}"
    if identifier in taken or is_there(root, file):
        raise NewKnowledgeError("exists", file=taken.get(identifier, file))
    given = {
        "title": title,
        "kind": answers.kind,
        "procedures": list(dict.fromkeys(each.strip() for each in answers.procedures)),
        "tags": list(dict.fromkeys(filter(None, (" ".join(each.split()) for each in answers.tags)))),
        "date": _today(),
        "contributor": answers.contributor,
    }
    text = knowledge_skeleton(identifier, {key: value for key, value in given.items() if value})
    try:
        write_new(root, {file: text})
    except NotWrittenError as failure:
        if failure.exists:
            raise NewKnowledgeError("exists", file=failure.file) from failure
        raise NewKnowledgeError("not-written", file=failure.file, reason=failure.reason) from failure
    return NewKnowledge(root / file, "\n".join(_report(file, answers)))


def _require_known(project: Project, answers: KnowledgeAnswers) -> None:
    """Refuse an edition, a kind, a role, a procedure or a step that does not exist."""
    editions = [each.id for each in project.of_kind(FileKind.EDITION)]
    if answers.edition and answers.edition not in editions:
        raise NewKnowledgeError("unknown-edition", edition=answers.edition, known=_some(editions))
    kinds = [each.value for each in ItemKind]
    if answers.kind not in kinds:
        raise NewKnowledgeError("unknown-kind", kind=answers.kind, known=", ".join(kinds))
    catalogue = project.only(FileKind.ROLES)
    roles = list(as_mapping(catalogue.data)) if catalogue is not None else []
    if answers.contributor and answers.contributor not in roles:
        raise NewKnowledgeError("unknown-role", role=answers.contributor, known=_some(roles))
    for address in answers.procedures:
        _require_place(project, address.strip(), answers.edition)


def _require_place(project: Project, address: str, edition: str) -> None:
    """Refuse what is no address of a procedure or a step that exists."""
    procedure, _, step = address.partition("#")
    known = {each.id: each for each in project.known_to(edition, FileKind.PROCEDURE)}
    if not ADDRESS_PATTERN.fullmatch(address):
        example = slip_of(procedure, known) or next(iter(known), "budget-request")
        raise NewKnowledgeError("bad-address", address=address, example=example)
    if procedure not in known:
        suggestion = slip_of(procedure, known)
        if suggestion is not None:
            raise NewKnowledgeError("unknown-procedure-like", procedure=procedure, suggestion=suggestion)
        raise NewKnowledgeError("unknown-procedure", procedure=procedure, known=_some(sorted(known)))
    steps = ids_of_steps(known[procedure].data)
    if step and step not in steps:
        raise NewKnowledgeError("unknown-step", procedure=procedure, step=step, known=_some(steps))


def _require_real(root: Path, folder: str) -> None:
    """Refuse to write through a link or a file where a folder should be."""
    path = root
    for name in folder.split("/"):
        path /= name
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            raise NewKnowledgeError("no-folder", folder=path.relative_to(root).as_posix())


def _require_text(*texts: str) -> None:
    """Refuse texts that the checks would refuse in the file."""
    for text in (" ".join(each.split()) for each in texts):
        if not is_text(text):
            raise NewKnowledgeError("unusable-text", text=shown(text.encode(errors="replace").decode()))


def _require_good_name(name: str) -> None:
    """Refuse a name that is no id, or that stands for something else."""
    if not IDENTIFIER_PATTERN.fullmatch(name):
        raise NewKnowledgeError("bad-id", name=name, example=to_identifier(name) or "report-on-time")
    if len(name) > _LONGEST_NAME:
        raise NewKnowledgeError("too-long", name=name, limit=_LONGEST_NAME)
    if is_reserved(name, Namespace.KNOWLEDGE):
        raise NewKnowledgeError("reserved", name=name, example=f"{name}-lesson")


def _taken(project: Project, edition: str) -> dict[str, str]:
    """The files of the items beside which a new one is shown, by their ids."""
    items = project.of_kind(FileKind.KNOWLEDGE)
    return {each.id: each.source.file for each in items if not edition or each.edition in ("", edition)}


def _free_name(taken: Mapping[str, str], title: str, answers: KnowledgeAnswers) -> str:
    """A name made of an English title, or of what the item belongs to and its kind; the next number when taken."""
    made = to_identifier(title)[:_LONGEST_NAME].strip("-")
    if title.isascii() and len(made) >= _LEAST_OF_A_NAME:
        return made
    about = [each.strip().partition("#")[0] for each in answers.procedures][:1]
    beginning = "-".join([*about, answers.kind])[: _LONGEST_NAME - len("-9999")].strip("-")
    number = 1
    while f"{beginning}-{number}" in taken:
        number += 1
    return f"{beginning}-{number}"


def _today() -> str:
    """The day of today as authors write it, in the Buddhist era."""
    day = build_day()
    return f"{day.year + _BUDDHIST_ERA}-{day.month:02}-{day.day:02}"


def _report(file: str, answers: KnowledgeAnswers) -> Iterator[str]:
    """What to tell the editor, line by line."""
    said = words_of(NewKnowledgeError.part)["report"]
    yield said["created"].format(file=file)
    if not answers.procedures:
        yield said["nowhere"]
    if answers.edition:
        yield said["own"].format(edition=answers.edition)
    yield said["next"]


def _some(names: Sequence[str]) -> str:
    """The first of many names."""
    return ", ".join(names[:_MOST_SHOWN]) or "-"
