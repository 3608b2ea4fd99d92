"""What commands make, made from the desk: run with drafts over the project, then written, all of it or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.assembly import concerning, load_manual
from generator.desk.files import save_texts, version_of
from generator.desk.refusals import Refusal, refused
from generator.desk.session import Session, Texts
from generator.desk.telling import Json, told_problem
from generator.model import RetiredKind
from generator.problems import Problem, has_errors
from generator.scaffold import (
    BrokenProjectError,
    EditingError,
    GivenApproval,
    KnowledgeAnswers,
    accept_changes,
    approve_procedures,
    bare,
    draft_edition,
    rename_id,
    start_edition,
    start_knowledge,
    start_path,
    start_procedure,
)
from generator.storage import Drafts, is_there
from generator.today import build_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What every such request may say besides.

    Attributes:
        files: the drafts that lie over the project.
        versions: by path, the versions of the files that the drafts were made of: a file that has another is not
            written.
        dry: whether to tell what would be written, and write nothing.
    """

    files: dict[str, str | None] = field(default_factory=dict)
    versions: dict[str, str | None] = field(default_factory=dict)
    dry: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProcedure(Asked):
    """``khumue new procedure``: its area and id, and the edition whose own it is; empty for all."""

    area: str
    id: str
    edition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKnowledge(Asked):
    """``khumue new knowledge``: see `KnowledgeAnswers`."""

    title: str
    item_kind: str = KnowledgeAnswers("").kind
    procedures: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    contributor: str = ""
    id: str = ""
    edition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPath(Asked):
    """``khumue new path``: for whom, its id (by default the role's), and whose own it is; empty for all."""

    role: str
    id: str = ""
    edition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEdition(Asked):
    """``khumue new edition``: its id, its office, and what fills its texts."""

    id: str
    office: str
    short: str = ""
    year: str = ""
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming(Asked):
    """``khumue rename``."""

    kind: RetiredKind
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepting(Asked):
    """``khumue accept``: whose changes, and of which procedure; by default all."""

    edition: str | None = None
    procedure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approving(Asked):
    """``khumue approve``."""

    edition: str
    procedures: tuple[str, ...]
    roles: tuple[str, ...]
    date: str
    order: str = ""


class BrokenError(Exception):
    """Nothing was made, as the project has mistakes.

    Attributes:
        message: what to say, in Thai.
        problems: what is wrong.
    """

    def __init__(self, message: str, problems: list[Problem]) -> None:
        """Carry what is wrong."""
        super().__init__(message)
        self.message, self.problems = message, problems


New = NewProcedure | NewKnowledge | NewPath | NewEdition
Made = Callable[[Path], str]
"""What a command does in a project, from its root to what it tells the editor."""


def made(session: Session, asked: New | Renaming | Accepting | Approving) -> Json:
    """Do what a command does.

    Args:
        session: the project.
        asked: which, and what it needs to know.

    Returns:
        ``files``: by path, what files say now; None for those that are gone. ``versions``: theirs. ``report``: what the
        command tells.

    Raises:
        Refusal: when the command refuses, in its words.
        BrokenError: when mistakes keep it from being done.
        generator.desk.files.ChangedMeanwhileError: when a file says something else than the drafts were made of.
    """
    with session.lock:
        with session.laid_over(asked.files) as drafts:
            report = _run(session.root, asked)
            texts = _written(drafts, asked.files)
        if isinstance(asked, New):
            texts = {
                path: bare(text) if text and _is_new(session, asked, path) else text
                for path, text in texts.items()
            }
        before = {} if asked.dry else save_texts(session.root, texts, asked.versions)
        session.keeper.keep(before)
    versions = {path: None if text is None else version_of(text.encode()) for path, text in texts.items()}
    return {"files": texts, "versions": versions, "report": report}


def _is_new(session: Session, asked: Asked, path: str) -> bool:
    """Whether a file is neither in the project nor among the drafts."""
    return path not in asked.files and not is_there(session.root, path)


def _written(drafts: Drafts, files: Texts) -> dict[str, str | None]:
    """What a command wrote, by path: the drafts that say something else now."""
    given = _contents(files)
    return {
        path: None if content is None else content.decode("utf-8")
        for path, content in drafts.contents.items()
        if path not in given or given[path] != content
    }


def _contents(files: Texts) -> Mapping[str, bytes | None]:
    return {path: None if text is None else text.encode("utf-8") for path, text in files.items()}


def _run(root: Path, asked: New | Renaming | Accepting | Approving) -> str:
    try:
        return _report(root, asked)
    except BrokenProjectError as error:
        raise BrokenError(str(error), error.problems) from error
    except EditingError as error:
        raise Refusal(str(error), 422) from error


def _report(root: Path, asked: New | Renaming | Accepting | Approving) -> str:
    """Run the command, and give what it tells."""
    told: str
    match asked:
        case NewProcedure():
            told = start_procedure(root, f"{asked.area}/{asked.id}", asked.edition or None).report
        case NewKnowledge():
            told = start_knowledge(root, _answers(asked)).report
        case NewPath():
            told = start_path(root, asked.role, asked.id, asked.edition).report
        case NewEdition():
            draft = draft_edition(root, asked.id)
            told = start_edition(draft, asked.office, asked.short, asked.year, asked.values).report
        case Renaming():
            told = rename_id(root, asked.kind, asked.old, asked.new).report
        case Accepting():
            told = accept_changes(root, asked.edition, asked.procedure).report
        case Approving():
            told = _approved(root, asked)
    return told


def _answers(asked: NewKnowledge) -> KnowledgeAnswers:
    return KnowledgeAnswers(
        asked.title,
        asked.item_kind,
        asked.procedures,
        asked.tags,
        asked.contributor,
        asked.id,
        asked.edition,
    )


def _approved(root: Path, asked: Approving) -> str:
    """Record approvals of an edition without mistakes."""
    manual, problems = load_manual(root, asked.edition)
    problems = concerning(problems, (asked.edition,))
    if manual is None or has_errors(problems):
        raise BrokenError(refused("broken").message, [each for each in problems if has_errors([each])])
    given = GivenApproval(asked.roles, asked.date, asked.order)
    return approve_procedures(root, manual, asked.procedures, given, build_day()).report


def told_broken(error: BrokenError) -> Json:
    """Why nothing was made, with the mistakes."""
    return {"error": error.message, "problems": [told_problem(each) for each in error.problems]}
